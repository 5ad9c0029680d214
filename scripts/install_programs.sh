#!/bin/sh
# The tests need programs that pip and npm do not have: Debian's, where they may be installed.
#
#   install_programs.sh PACKAGE=NAME[,NAME...] ...
#
# A package is missing when none of its names is there: a command, or a library (libical.so.3).
set -eu
PATH=$PATH:/usr/sbin:/sbin # where Debian keeps servers, and not every user looks

there() {
  case $1 in
    *.so | *.so.*)
      ls /usr/lib/*/"$1" >/dev/null 2>&1 || ls /usr/lib*/"$1" >/dev/null 2>&1 ||
        ls /usr/lib*/*/program/"$1" >/dev/null 2>&1
      ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

any_of() {
  for name in $(echo "$1" | tr ',' ' '); do
    if there "$name"; then return 0; fi
  done
  return 1
}

missing=""
for pair in "$@"; do
  any_of "${pair#*=}" || missing="$missing ${pair%%=*}"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de$missing..."
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # one word a package
  if apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq $missing >/dev/null 2>&1; then exit 0; fi
fi
echo "Il manque ici des programmes. Installez-les puis recommencez :" >&2
echo "  sudo apt-get install$missing" >&2
case $missing in
  *chromium*) echo "ou donnez le chemin d'un navigateur : CHROMIUM=/chemin/vers/chromium make test" >&2 ;;
esac
exit 1
