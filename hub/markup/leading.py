"""Where the links of a text lead, in full: for what is read away from its page."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urljoin

from hub.markup.attached import detail
from hub.markup.links import Destination, address_of
from hub.model import Hub
from hub.model.attachment import document_address
from hub.prose import Target


class Lead(NamedTuple):
    """The absolute address of a link, '' where it leads nowhere; `detail` is « PDF, 84 ko » of a document."""

    address: str
    detail: str = ""


NOWHERE = Lead("")


def lead(target: Target, hub: Hub, page: str = "/") -> Lead:
    """Where a link of a text of `page` leads: an address by key, a document of ours, another safe address."""
    destination = Destination.of(target.destination)
    if target.form == "email":
        return Lead(f"mailto:{target.destination}")
    if destination.by_key:
        return _inside(address_of(destination, hub), hub)
    if destination.scheme == "document":
        return _document(destination.rest, hub)
    if not destination.safe:
        return NOWHERE
    return Lead(destination.on_the_web or urljoin(hub.site.absolute(page), _written(target, hub)))


def _written(target: Target, hub: Hub) -> str:
    """An address of the site, whose pages may stand in a folder; any other as it is."""
    written = target.destination
    return hub.site.absolute(written) if written.startswith("/") else written


def _inside(address: str | None, hub: Hub) -> Lead:
    return Lead(hub.site.absolute(address)) if address else NOWHERE


def _document(name: str, hub: Hub) -> Lead:
    if name not in hub.documents:
        return NOWHERE
    return Lead(hub.site.absolute(document_address(name)), detail(hub.documents[name]))
