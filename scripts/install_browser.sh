#!/bin/sh
# The tests open the site in Chromium: Debian's, where it may be installed, else the one that is there.
# Playwright, which drives it, needs libatomic besides.
set -eu

missing=""
found=""
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then found=$name; break; fi
done
[ -n "$found" ] || missing="chromium"
if ! ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 && ! ls /usr/lib*/libatomic.so.1 >/dev/null 2>&1; then
  missing="$missing libatomic1"
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de $missing..."
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # one word a package
  if apt-get update -qq >/dev/null 2>&1 && apt-get install -y -qq $missing >/dev/null 2>&1; then exit 0; fi
fi
echo "Les tests ouvrent le site dans un navigateur. Installez ce qui manque puis recommencez :" >&2
echo "  sudo apt-get install $missing" >&2
echo "ou donnez le chemin d'un navigateur : CHROMIUM=/chemin/vers/chromium make test" >&2
exit 1
