#!/bin/sh
# Installs labelcheck into .venv and checks the example article. Its findings are expected (labelcheck exits with 1).
. "$(dirname "$0")/venv.sh"
pip install --quiet --disable-pip-version-check .
labelcheck check --as-of 2025-02-01 examples/scraped-page.txt || [ $? -eq 1 ]
