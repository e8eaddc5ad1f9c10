#!/bin/sh
# Installs labelcheck and its development tools into .venv and runs lint, types and tests.
. "$(dirname "$0")/venv.sh"
pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
pip install --quiet --disable-pip-version-check --editable . --group dev
ruff check .
ruff format --check .
mypy
pytest --cov --cov-report=term:skip-covered --cov-fail-under=95 "$@"
