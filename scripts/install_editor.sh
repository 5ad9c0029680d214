#!/bin/sh
# The tests open the sources in a real language server: npm installs it, once for each lock file.
set -eu
venv=$1 folder=tests/editor
stamp=$folder/node_modules/.installed

if [ -e "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then exit 0; fi
PATH="$PWD/$venv/bin:$PATH"
export PATH
if ! said=$(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1); then
  echo "npm n'a pas pu installer yaml-language-server, dont les tests ont besoin :" >&2
  echo "$said" | sed -E 's#[a-z+]+://[^ ]*#…#g' >&2
  exit 1
fi
cp "$folder/package-lock.json" "$stamp"
