"""Where the links and images of a text lead, in one hub."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

from hub.markup.attached import detail
from hub.markup.links import Destination, address_of
from hub.markup.picture import markup, planned
from hub.markup.typography import french
from hub.model.attachment import document_address
from hub.model.hub import Hub
from hub.model.picture import seen
from hub.prose import Target
from hub.prose.html import Lead

NOWHERE = Lead("")


class HubLeads:
    """Links by key become addresses, unsafe ones lose theirs; images are ours or none: nobody else is told
    who reads the page, or the mail."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    def link(self, target: Target) -> Lead:
        """Where a link leads; the kind and the weight of a document are said after its title."""
        if target.form == "email":
            return Lead(f"mailto:{target.destination}")
        destination = Destination.read(target.destination)
        if destination.by_key:
            return Lead(address_of(destination, self._hub) or "")
        if destination.scheme == "document":
            return self._document(destination.rest)
        if not destination.safe:
            return NOWHERE
        return Lead(destination.on_the_web or target.destination)

    def _document(self, name: str) -> Lead:
        document = self._hub.documents.get(name)
        return Lead(document_address(name), french(f" ({detail(document)})")) if document else NOWHERE

    def image(self, target: Target, alternative: str) -> str:
        """An image of ours in its widths and formats; '' for any other."""
        destination = Destination.read(target.destination)
        image = self._hub.images.get(destination.rest) if destination.scheme == "image" else None
        return markup(planned(image), alternative) if image and seen(image) else ""

    def caption(self, title: str) -> str:
        """The title of an image, in French spacing: it is no event of its text, which has it already."""
        return french(title)


def in_full(hub: Hub, page: str) -> Callable[[Target], Lead]:
    """Where the links of a text of `page` lead, in full: for what is read away from its page."""
    leads, here = HubLeads(hub), hub.site.absolute(page)

    def led(target: Target) -> Lead:
        found = leads.link(target)
        if not found.address:
            return found
        inside = found.address.startswith("/")  # a site may stand in a folder
        address = hub.site.absolute(found.address) if inside else urljoin(here, found.address)
        return found._replace(address=address)

    return led
