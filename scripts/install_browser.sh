#!/bin/sh
# The tests open the site in Chromium: Debian's, where it may be installed, else the one that is there.
set -eu

if [ -n "${CHROMIUM:-}" ] && [ -x "${CHROMIUM}" ]; then exit 0; fi
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de chromium..."
  { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1
  command -v chromium >/dev/null && exit 0
fi
echo "Les tests ouvrent le site dans un navigateur. Installez-le puis recommencez :" >&2
echo "  sudo apt-get install chromium" >&2
echo "ou donnez son chemin : CHROMIUM=/chemin/vers/chromium make test" >&2
exit 1
