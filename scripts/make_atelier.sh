#!/bin/sh
# `make_atelier.sh VENV`: atelier/paquet/ from what npm installed and from our sources, when one of them changed.
set -eu
PATH="$(cd "$1" && pwd)/bin:$PATH"
export PATH
stamp=atelier/paquet/atelier.js
if [ -e "$stamp" ] && [ -z "$(find atelier/source atelier/build.mjs atelier/package-lock.json -newer "$stamp")" ]; then exit 0; fi
node atelier/build.mjs
