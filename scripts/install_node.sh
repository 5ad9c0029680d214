#!/bin/sh
# `install_node.sh VENV LOCK`: Node and npm, by pip in the virtual environment where the machine has none.
set -eu
if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20)' 2>/dev/null; then exit 0; fi
if [ -x "$1/bin/npm" ]; then exit 0; fi
"$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$2"
