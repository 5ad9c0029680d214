#!/bin/sh
# The tests open the sources in a real language server, and the calendars in a real client: npm installs
# them, once for each lock file.
set -eu
venv=$1
PATH="$PWD/$venv/bin:$PATH"
export PATH
for folder in tests/editor tests/clients; do
  stamp=$folder/node_modules/.installed
  if [ -e "$stamp" ] && cmp -s "$folder/package-lock.json" "$stamp"; then continue; fi
  if ! said=$(cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error 2>&1); then
    echo "npm n'a pas pu installer ce que demande $folder/package.json, dont les tests ont besoin :" >&2
    echo "$said" | sed -E 's#[a-z+]+://[^ ]*#…#g' >&2
    exit 1
  fi
  cp "$folder/package-lock.json" "$stamp"
done
