"""One address asked as a polite reader would: HEAD, then GET where that says nothing; no page is read."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from hub.outside.answer import Answer, State, of_status

HOPS = 5
"""Redirections that are followed; a reader's browser follows some twenty, a site that asks as many is ill."""

_LASTING = frozenset((301, 308))
_REDIRECTIONS = frozenset((301, 302, 303, 307, 308))
_HEAD_SAYS = frozenset(range(200, 400)) | {429}
"""What is believed of a HEAD: many sites answer 403, 404 or 405 to it, and 200 to a GET."""


AS_WRITTEN = "%/?#[]@!$&'()*+,;=:~"
"""What an address may hold (RFC 3986 2.2); the rest, that a redirection may name, is escaped."""


@dataclass(frozen=True)
class Manners:
    """How one asks: who one is, how long one waits for an answer in seconds, and whether machines of the
    network where one stands may be asked (the tests' own)."""

    name: str
    patience: float = 15
    near: bool = False


def ask(address: str, manners: Manners) -> Answer:
    """What is heard of an address; nothing is raised."""
    try:
        return _followed(address, manners)
    except ssl.SSLError:
        return Answer(State.SILENT, "son certificat n’est pas valable")
    except OSError as error:
        return _unreached(error)
    except (http.client.HTTPException, ValueError):
        return Answer(State.SILENT, "sa réponse n’est pas celle d’un site")


def _unreached(error: OSError) -> Answer:
    """What it means that no machine was there."""
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_NONAME:
        return Answer(State.GONE, "ce nom de site n’existe pas", reached=False)
    late = isinstance(error, TimeoutError)
    said = "pas de réponse à temps" if late else "la connexion ne se fait pas"
    return Answer(State.SILENT, said, reached=False)


def _followed(address: str, manners: Manners) -> Answer:
    """Raises what the network does."""
    here, lasting = address, True
    for status, where in _hops(address, manners):
        if not where:
            return _arrived(address, here, of_status(status), lasting)
        here, lasting = where, lasting and status in _LASTING
        if urlsplit(here).scheme not in ("http", "https"):
            return Answer(State.BY_HAND, "le site renvoie vers autre chose qu’une page")
    return Answer(State.SILENT, "le site renvoie d’adresse en adresse")


def _arrived(asked: str, here: str, answer: Answer, lasting: bool) -> Answer:
    """A redirection that the site itself says is for ever is worth writing down."""
    if answer.state is State.ALIVE and here != asked and lasting:
        return Answer(State.MOVED, "le site donne lui-même la nouvelle adresse", here)
    return answer


def _hops(address: str, manners: Manners) -> Iterator[tuple[int, str]]:
    """Each answer on the way, with where it leads, '' where it is the last."""
    for _ in range(HOPS + 1):
        status, where = _asked("HEAD", address, manners)
        if status not in _HEAD_SAYS:
            status, where = _asked("GET", address, manners)
        address = urljoin(address, where) if status in _REDIRECTIONS and where else ""
        yield status, address
        if not address:
            return


def _asked(method: str, address: str, manners: Manners) -> tuple[int, str]:
    """The status, and the `Location` of a redirection. Raises OSError, HTTPException, ValueError."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if not manners.near:
        _refuse_near(host, parts.port)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    with closing(kind(host, parts.port, timeout=manners.patience)) as connection:
        target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=AS_WRITTEN)
        connection.request(method, target, headers={"User-Agent": manners.name, "Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""


def _refuse_near(host: str, port: int | None) -> None:
    """Raise OSError for a machine of the network where this runs: a page may not send us there."""
    for *_, where in socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(str(where[0]).partition("%")[0]).is_global:
            raise OSError(f"{host} is not on the Internet")
