#!/bin/sh
# Installs labelcheck and its development tools into .venv, all locked by hash, and runs lint, types and tests.
. "$(dirname "$0")/venv.sh"
pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/dev.txt
pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
ruff check .
ruff format --check .
mypy
pytest --cov --cov-report=term:skip-covered --cov-fail-under=95 "$@"
