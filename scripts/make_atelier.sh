#!/bin/sh
# `make_atelier.sh VENV`: atelier/paquet/ from what npm installed and from our sources, when one of them changed.
#
# By what the files hold and not by their dates: those of a checkout say when it was made, and a package that was
# left or copied there may be younger than sources that it was not made of.
set -eu
PATH="$(cd "$1" && pwd)/bin:$PATH"
export PATH
made=atelier/paquet/atelier.js
stamp=atelier/.paquet.somme
sum() {
	cksum atelier/source/* atelier/build.mjs atelier/package-lock.json "$made"
}
if [ -e "$made" ] && sum | cmp -s - "$stamp"; then exit 0; fi
node atelier/build.mjs
sum >"$stamp"
