#!/bin/sh
# What runs in Node: `install_node_tools.sh VENV FOLDER...`. npm installs what each folder asks for, once for
# each lock file.
set -eu
PATH="$(cd "$1" && pwd)/bin:$PATH"
export PATH
shift
for folder in "$@"; do
  stamp=$folder/node_modules/.installed
  if [ -e "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then continue; fi
  if ! said=$(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1); then
    echo "npm n'a pas pu installer ce que demande $folder/package.json :" >&2
    echo "$said" | sed -E 's#[a-z+]+://[^ ]*#…#g' >&2
    exit 1
  fi
  cp "$folder/package-lock.json" "$stamp"
done
