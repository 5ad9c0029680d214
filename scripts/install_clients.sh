#!/bin/sh
# The tests read what the site publishes with clients that subscribers have: Debian's, where they may be
# installed. One line a client: the command (or a file, with /) that shows it is there, and its package.
set -eu

clients="
newsboat newsboat
"

missing=""
while read -r shown package; do
  [ -n "$shown" ] || continue
  case $shown in
    */*) set -- $shown; [ -e "$1" ] || missing="$missing $package" ;; # a pattern: unquoted on purpose
    *) command -v "$shown" >/dev/null || missing="$missing $package" ;;
  esac
done <<END
$clients
END
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de$missing..."
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # one word a package
  if apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq $missing >/dev/null 2>&1; then exit 0; fi
fi
echo "Les tests relisent les flux et les agendas avec d'autres programmes. Installez ce qui manque puis recommencez :" >&2
echo "  sudo apt-get install$missing" >&2
exit 1
