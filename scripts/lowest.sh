#!/bin/sh
# Runs the quicker tests with the lowest versions of labelcheck's dependencies that pyproject.toml allows.
# They lie in front of those of .venv, into which scripts/test.sh has installed everything.
. "$(dirname "$0")/venv.sh"
rm -rf .venv/lowest
pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --target .venv/lowest \
    -r requirements/lowest.txt
PYTHONPATH="$PWD/.venv/lowest" LABELCHECK_CACHE_DIR="$PWD/.venv/lowest/cache" pytest --quiet \
    tests/articles tests/cli tests/countries tests/curate tests/fix tests/formats tests/lexicon tests/registries \
    tests/report tests/rules tests/packaging/test_requirements.py "$@"
