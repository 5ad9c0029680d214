"""The same policy in the words of each server: nginx, Apache, and hosts that read `_headers`.

What stands below a moved page (its feeds) and beside it (its calendar, where it has one) moves with it. The
feeds that an association no longer has (`FORMER`) lead to the one that it has, by one rule a format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from hub.hosting.policy import (
    AFTER_ASKING,
    FOR_EVER,
    HEADERS,
    HIDDEN,
    HSTS,
    MEDIA_TYPES,
    NAMED_BY_CONTENT,
    OF_ANY_FILE,
    OPEN_DATA,
    PARTS_OF_PAGES,
    TEXTUAL,
)
from hub.hosting.redirection import Moved
from hub.hosting.workshop import ADDRESS, common_headers, headers_of
from hub.model.association import ASSOCIATION
from hub.model.channels import FORMER, RSS
from hub.model.depot import Depot
from hub.model.site import Site

NGINX = "deploiement/nginx.conf"
WORKSHOP = ADDRESS.lstrip("/")

_COMPRESSED = (
    "text/css text/plain text/csv text/calendar text/vcard text/javascript application/javascript "
    "application/json application/xml application/manifest+json image/svg+xml"
)
_SECURE = "Pour imposer HTTPS à tous les visiteurs, quand le site n'aura plus jamais besoin de HTTP :"


def files(site: Site, moves: Sequence[Moved], workshop: Depot | None = None) -> Iterator[tuple[str, bytes]]:
    """The settings of each server, as files of the site; `workshop` is the forge of the one that it has."""
    base = base_path(site)
    for path, lines in (
        ("_headers", _headers(base, workshop)),
        ("_redirects", _redirects(base, moves)),
        (".htaccess", _apache(base, moves, workshop)),
        (NGINX, _nginx(base, moves, workshop)),
    ):
        yield path, ("\n".join(lines) + "\n").encode()


def base_path(site: Site) -> str:
    """Where the site stands on its machine: `/`, or `/associations/` in a folder of another site."""
    return urlsplit(site.url).path or "/"


def _headers(base: str, workshop: Depot | None) -> Iterator[str]:
    """Netlify and Cloudflare Pages: a rule, then its headers; what several rules say is added up.

    Two policies would both be obeyed: where there is a workshop, each page keeps the one that it carries.
    """
    yield "# En-têtes des hébergeurs qui lisent ce fichier (Netlify, Cloudflare Pages)."
    yield f"{base}*"
    every = common_headers() if workshop else HEADERS
    yield from (f"  {name}: {value}" for name, value in every.items())
    yield f"  # {_SECURE}"
    yield f"  # Strict-Transport-Security: {HSTS}"
    for folder in NAMED_BY_CONTENT:
        yield f"{base}{folder}*"
        yield f"  Cache-Control: {FOR_EVER}"
    yield f"{base}{OPEN_DATA}*"
    yield "  Access-Control-Allow-Origin: *"
    if workshop:
        yield f"{base}{WORKSHOP}*"
        yield "  X-Robots-Tag: noindex"


def _redirects(base: str, moves: Sequence[Moved]) -> Iterator[str]:
    yield "# Redirections des hébergeurs qui lisent ce fichier (Netlify, Cloudflare Pages)."
    folder = f"{base}{ASSOCIATION.base.lstrip('/')}:association/"
    for form in FORMER:  # not their archives: these hosts replace a whole part of an address
        yield f"{folder}{form.file} {folder}{RSS.file} 301"
    for moved in moves:
        old, new = _placed(base, moved)
        yield f"{old.rstrip('/')} {new} 301"
        yield f"{old}* {new}:splat 301"
        if moved.dated:
            yield f"{old.rstrip('/')}.ics {new.rstrip('/')}.ics 301"


def _former(base: str) -> Iterator[tuple[str, str]]:
    """The feeds that associations had, and their archives: (pattern of an address, address that takes it)."""
    folder = base + ASSOCIATION.base.lstrip("/")
    for form in FORMER:
        old = f"{form.stem}(-[0-9-]+)?\\.{form.extension}"
        yield f"^{re.escape(folder)}([^/]+)/{old}$", f"{folder}$1/{RSS.stem}$2.{RSS.extension}"


def _placed(base: str, moved: Moved) -> tuple[str, str]:
    return base + moved.old.lstrip("/"), base + moved.new.lstrip("/")


def _apache(base: str, moves: Sequence[Moved], workshop: Depot | None) -> Iterator[str]:
    yield "# Réglages d'Apache : il les lit ici si l'hébergeur le permet (AllowOverride FileInfo)."
    yield f"ErrorDocument 404 {base}404.html"
    yield "AddDefaultCharset utf-8"
    yield "<IfModule mod_mime.c>"
    for extension, kind in MEDIA_TYPES.items():
        yield f"  AddType {kind} {extension}"
    yield f"  AddCharset utf-8 .html .css .js .svg {' '.join(TEXTUAL)}"
    yield "</IfModule>"
    yield "<IfModule mod_headers.c>"
    yield from (f'  Header always set {name} "{value}"' for name, value in HEADERS.items())
    yield f"  # {_SECURE}"
    yield f'  # Header always set Strict-Transport-Security "{HSTS}"'
    yield f'  Header set Cache-Control "{AFTER_ASKING}"'
    for condition, name, value in (
        ("|".join(map(re.escape, NAMED_BY_CONTENT)), "Cache-Control", FOR_EVER),
        (re.escape(OPEN_DATA), "Access-Control-Allow-Origin", "*"),
    ):
        yield f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(base)}(?:{condition})#">'
        yield f'    Header set {name} "{value}"'
        yield "  </If>"
    if workshop:
        yield f'  <If "%{{REQUEST_URI}} =~ m#^{re.escape(base + WORKSHOP)}#">'
        yield from (f'    Header always set {name} "{value}"' for name, value in headers_of(workshop).items())
        yield "  </If>"
    yield "</IfModule>"
    yield "<IfModule mod_deflate.c>"
    yield f"  AddOutputFilterByType DEFLATE text/html {_COMPRESSED}"
    yield "</IfModule>"
    yield "<IfModule mod_brotli.c>"
    yield f"  AddOutputFilterByType BROTLI_COMPRESS text/html {_COMPRESSED}"
    yield "</IfModule>"
    yield "<IfModule mod_alias.c>"
    yield f'  RedirectMatch 404 "^{re.escape(base)}(?:{HIDDEN})"'
    yield from (f'  RedirectMatch 301 "{old}" "{new}"' for old, new in _former(base))
    for moved in moves:
        old, new = _placed(base, moved)
        stem, end = re.escape(old.rstrip("/")), new.rstrip("/")
        yield f'  RedirectMatch 301 "^{stem}(?:/(.*))?$" "{new}$1"'
        if moved.dated:
            yield f'  RedirectMatch 301 "^{stem}\\.ics$" "{end}.ics"'
    yield "</IfModule>"


def _nginx_headers(base: str, workshop: Depot | None) -> Iterator[str]:
    """Those of every answer, but for the parts of pages; the workshop has its own values of some, and some of
    its own."""
    own = headers_of(workshop) if workshop else {}
    parts = "|".join(map(re.escape, PARTS_OF_PAGES))
    for name, value in {**dict.fromkeys(own, ""), **HEADERS}.items():
        if name in OF_ANY_FILE:
            yield f'add_header {name} "{value}" always;'
            continue
        variable = f"$hub_{name.lower().replace('-', '_')}"
        yield f'set {variable} "{value}";'
        yield f'if ($uri ~ "^{re.escape(base)}(?:{parts})") {{ set {variable} ""; }}'
        if name in own:
            yield f'if ($uri ~ "^{re.escape(base + WORKSHOP)}") {{ set {variable} "{own[name]}"; }}'
        yield f"add_header {name} {variable} always;"


def _nginx(base: str, moves: Sequence[Moved], workshop: Depot | None) -> Iterator[str]:
    """Lines of a `server` block.

    `add_header` in a `location` drops those of the block above it: what depends on the address is therefore
    computed there, once for all; an empty value sends no header.
    """
    yield "# Réglages de nginx, à inclure dans le bloc « server » du site, sous « root » :"
    yield f"#   include /chemin/du/site/{NGINX};"
    yield "index index.html;"
    yield f"error_page 404 {base}404.html;"
    yield "absolute_redirect off;"
    yield "charset utf-8;"
    yield f"charset_types {_COMPRESSED};"
    yield from _nginx_headers(base, workshop)
    yield f"# {_SECURE}"
    yield f'# add_header Strict-Transport-Security "{HSTS}" always;'
    yield f'set $hub_cache "{AFTER_ASKING}";'
    yield 'set $hub_origine "";'
    yield from (f'rewrite "{old}" "{new}" permanent;' for old, new in _former(base))
    for moved in moves:  # before the next line: no redirection is kept for ever
        old, new = _placed(base, moved)
        stem, end = re.escape(old.rstrip("/")), new.rstrip("/")
        yield f'rewrite "^{stem}(?:/(.*))?$" "{new}$1" permanent;'
        if moved.dated:
            yield f'rewrite "^{stem}\\.ics$" "{end}.ics" permanent;'
    folders = "|".join(map(re.escape, NAMED_BY_CONTENT))
    yield f'if ($uri ~ "^{re.escape(base)}(?:{folders})") {{ set $hub_cache "{FOR_EVER}"; }}'
    yield f'if ($uri ~ "^{re.escape(base)}{re.escape(OPEN_DATA)}") {{ set $hub_origine "*"; }}'
    yield "add_header Cache-Control $hub_cache;"
    yield "add_header Access-Control-Allow-Origin $hub_origine;"
    yield f'location ~ "^{re.escape(base)}(?:{HIDDEN})" {{ return 404; }}'
    extensions = "|".join(kind.lstrip(".") for kind in MEDIA_TYPES)
    yield f"location ~ \\.(?:{extensions})$ {{"
    yield f"  types {{ {' '.join(f'{kind} {end[1:]};' for end, kind in MEDIA_TYPES.items())} }}"
    yield "}"
    yield "gzip on;"
    yield "gzip_vary on;"
    yield "gzip_comp_level 6;"
    yield f"gzip_types {_COMPRESSED};"
    yield "# Avec le module brotli, qui gagne encore un dixième : brotli on; brotli_types comme gzip_types."
