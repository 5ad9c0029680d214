"""Addresses of the web and of the mail: accepted as browsers do, published as any program reads them."""

from __future__ import annotations

import re
from ipaddress import IPv4Address
from urllib.parse import quote, unquote, urlsplit

_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060\ufeff\"<>`\\]")
"""What stands around an address (RFC 3986, appendix C), or that a browser reads otherwise: no part of one."""

_KEPT = "/%:@!$&'()*+,;=~-._?"
"""The signs of a path that are written as they are (RFC 3986 3.3 and 3.4)."""

_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\.?")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")

LONGEST_NAME, LONGEST_LOCAL, LONGEST_MAIL = 253, 64, 254
"""Characters of the name of a machine, of what is before « @ », of a whole mail address (RFC 1035, 5321)."""


def web_address(written: str) -> str | None:
    """The http(s) address, its machine in punycode, the rest percent-encoded; None for anything else.

    An address with a user (`https://ville.fr@autre.fr/`) is none: it leads elsewhere than it seems to.
    """
    if _FORBIDDEN.search(written):
        return None
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        return None
    host = _host(parts.hostname or "")
    if parts.scheme not in ("http", "https") or host is None or "@" in parts.netloc:
        return None
    rest = written.partition("//")[2][len(parts.netloc) :]
    path, sign, anchor = rest.partition("#")
    machine = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{machine}{_encoded(path)}{sign}{_encoded(anchor)}"


def mail_address(written: str) -> str | None:
    """The address (RFC 5321 4.1.2, without quotes), its machine in punycode; None for no address."""
    local, at, domain = written.rpartition("@")
    host = _host(domain)
    if not at or host is None or host.endswith(".") or _is_number(host):
        return None
    if len(local) > LONGEST_LOCAL or not _LOCAL.fullmatch(local) or len(local) + len(host) >= LONGEST_MAIL:
        return None
    return written if domain.isascii() else f"{local}@{host}"


def readable(address: str) -> str:
    """The web address `address` as people read it: its letters for their codes."""
    scheme, _, rest = address.partition("://")
    machine, slash, path = rest.partition("/")
    words = unquote(path)
    if not words.isprintable() or re.search(r"[\s%]", words):
        words = path
    return f"{scheme}://{_in_letters(machine)}{slash}{words}"


def _encoded(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_KEPT)


def _host(name: str) -> str | None:
    """The name of a machine, which has a dot, in ASCII (RFC 5891); None for what is no name."""
    lower = name.lower()
    if not lower.isascii():
        import idna  # loaded where there is one

        try:
            lower = idna.encode(lower, uts46=True).decode()
        except idna.IDNAError:
            return None
    if len(lower) > LONGEST_NAME:
        return None
    if _is_number(lower):
        return lower
    return lower if _NAME.fullmatch(lower) and not lower.rstrip(".").rpartition(".")[2].isdigit() else None


def _is_number(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True


def _in_letters(machine: str) -> str:
    if "xn--" not in machine:
        return machine
    import idna

    try:
        return idna.decode(machine)
    except idna.IDNAError:
        return machine
