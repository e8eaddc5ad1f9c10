# Sourced by the scripts beside it: makes the virtual environment .venv in the checkout, once, and enters it.
# A Debian machine with only Python may lack the venv module; it is installed when that is so.
set -eu
cd "$(dirname "$0")/.."
if [ ! -x .venv/bin/pip ]; then
    rm -rf .venv
    if ! python3 -m venv .venv 2>/dev/null; then
        rm -rf .venv
        apt-get update -q && apt-get install -q -y python3-venv
        python3 -m venv .venv
    fi
fi
PATH="$PWD/.venv/bin:$PATH"
