"""nginx and Apache, started on a site with the settings that the site itself carries."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from hub.hosting.servers import NGINX

_NGINX = """\
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {settings};
  }}
}}
"""

_APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DocumentRoot {site}
{modules}
<IfModule unixd_module>
  User www-data
  Group www-data
</IfModule>
<IfModule mime_module>
  TypesConfig /etc/mime.types
</IfModule>
<Directory {site}>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
_MODULES = ("mpm_event", "authz_core", "mime", "dir", "alias", "headers", "deflate", "filter")


def _program(name: str, package: str) -> str:
    path = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    assert path, f"{name} manque : sudo apt-get install {package}"
    return path


TRIES = 3
"""A port that was free may be taken by another worker's server before this one has it."""


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@contextmanager
def nginx(site: Path, folder: Path, *, compressed: bool = True) -> Iterator[str]:
    """The address of `site` served by nginx, which keeps its own files in `folder`; as the site's settings
    ask, or without their compression."""
    user = "user root;" if os.geteuid() == 0 else ""
    asked = site / NGINX if compressed else folder / "plain.conf"
    if not compressed:
        asked.write_text((site / NGINX).read_text(encoding="utf-8").replace("gzip on;", "gzip off;"))
    written = partial(_NGINX.format, folder=folder, site=site, settings=asked, user=user)
    settings = folder / "nginx.conf"
    command = [_program("nginx", "nginx-light"), "-c", str(settings)]
    with _running(command, [*command, "-s", "stop"], settings, written) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def apache(site: Path, folder: Path) -> Iterator[str]:
    """The address of `site` served by Apache, which reads its `.htaccess`."""
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES
    )
    written = partial(_APACHE.format, folder=folder, site=site, modules=modules)
    settings = folder / "apache.conf"
    command = [_program("apache2", "apache2-bin"), "-f", str(settings), "-k"]
    with _running([*command, "start"], [*command, "stop"], settings, written) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(start: list[str], stop: list[str], settings: Path, written: Callable[..., str]) -> Iterator[int]:
    """The port where it listens. Both do before their first process ends: there is nothing to wait for."""
    for _ in range(TRIES):
        port = _free_port()
        settings.write_text(written(port=port))
        begun = subprocess.run(start, capture_output=True, text=True, check=False, timeout=30)
        if begun.returncode == 0:
            break
    assert begun.returncode == 0, begun.stderr
    try:
        yield port
    finally:
        subprocess.run(stop, capture_output=True, check=True, timeout=30)
