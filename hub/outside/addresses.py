"""A hub -> the addresses of other sites that its files lead to, each with the places where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from hub.checks.texts import Prose
from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import fields, texts, things
from hub.model.web import web_address
from hub.prose.reading import read
from hub.sources import Position

_RESERVED = re.compile(r"(?:.*\.)?(?:example|invalid|test|localhost|example\.(?:com|net|org))")
"""Names that lead nowhere, for good (RFC 2606): there is nobody to ask."""

Cited = Mapping[str, tuple[Position, ...]]
"""Address as it is published -> the places where it stands, in the order of the files."""


def cited(hub: Hub) -> Cited:
    """Every address of the web that a field or a text of the hub leads to, but its own and reserved ones."""
    found: dict[str, set[Position]] = defaultdict(set)
    for address, place in (*_of_fields(hub), *_of_texts(hub)):
        found[address].add(place)
    own = host_of(hub.site.site_url)
    return {address: tuple(sorted(found[address])) for address in sorted(found) if _another(address, own)}


def host_of(address: str) -> str:
    """The machine that an address names, in lower case."""
    return (urlsplit(address).hostname or "").lower()


def _another(address: str, own: str) -> bool:
    host = host_of(address)
    return host not in ("", own) and not _RESERVED.fullmatch(host)


def _of_fields(hub: Hub) -> Iterator[tuple[str, Position]]:
    for thing in things(hub):
        for one in fields(thing):
            if one.meaning is not Meaning.TEXT and (address := _web(one.value)):
                yield address, thing.origin.at(*one.loc)


def _web(value: str) -> str | None:
    return web_address(value) if value.lower().startswith(("http://", "https://")) else None


def _of_texts(hub: Hub) -> Iterator[tuple[str, Position]]:
    for body in texts(hub):
        prose = Prose(read(body.words), body.thing, body.loc)
        for destination, link in prose.links:
            if address := destination.on_the_web:
                yield address, prose.at(link.at(prose.text))
