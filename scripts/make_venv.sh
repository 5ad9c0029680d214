#!/bin/sh
# Make a virtual environment. Debian and Ubuntu ship `venv` apart from Python: install it where we may.
set -eu
python=$1 venv=$2

if "$python" -m venv "$venv" >/dev/null 2>&1; then exit 0; fi
rm -rf "$venv"
package="$(basename "$(readlink -f "$(command -v "$python")")")-venv"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  echo "Installation de $package..."
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq "$package"; } >/dev/null 2>&1 || true
  "$python" -m venv "$venv"
else
  echo "Il manque le module venv de Python. Installez-le puis recommencez :" >&2
  echo "  sudo apt-get install $package" >&2
  exit 1
fi
