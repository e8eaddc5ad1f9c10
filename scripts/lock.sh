#!/bin/sh
# Refreshes requirements/: the newest packages that tests and builds may use, and the lowest that labelcheck runs with.
. "$(dirname "$0")/venv.sh"
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
pip install --quiet --disable-pip-version-check --target "$tools" uv
lock() {
    PYTHONPATH="$tools" python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "sh scripts/lock.sh" "$@" pyproject.toml
}
lock --group dev --output-file requirements/dev.txt
lock --resolution lowest-direct --output-file requirements/lowest.txt
