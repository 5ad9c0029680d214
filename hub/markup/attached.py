"""The documents and images that the texts of a hub name, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

from hub.markup.links import Destination, Found, Kind, links
from hub.markup.weight import weight
from hub.model.attachment import DOCUMENTS, AttachedDocument, document_address
from hub.model.hub import ATTACHED, Hub
from hub.prose import Text
from hub.sources import Attachment


class Offered(NamedTuple):
    """A document as a page offers it; `detail` is « PDF, 84 ko »."""

    title: str
    address: str
    detail: str


def detail(document: Attachment) -> str:
    """The kind and the weight of a document (RGAA 13.3 asks for both)."""
    kind = DOCUMENTS.get(document.extension)  # none where a rule refuses the file
    return f"{kind.label}, {weight(document.size)}" if kind else weight(document.size)


def offered(hub: Hub, thing: Any) -> list[Offered]:
    """The documents that a thing lists."""
    listed: tuple[AttachedDocument, ...] = getattr(thing, "documents", ())
    return [
        Offered(one.titre, document_address(one.fichier), detail(hub.documents[one.fichier]))
        for one in listed
        if one.fichier in hub.documents
    ]


def offered_html(hub: Hub, thing: Any) -> str:
    """The same as HTML for messages, '' where the thing lists none."""
    rows = "\n".join(
        f'<li><a href="{one.address}">{escape(one.title)} ({one.detail})</a></li>'
        for one in offered(hub, thing)
    )
    return f"\n<h2>Documents</h2>\n<ul>\n{rows}\n</ul>" if rows else ""


def may_name(written: str) -> bool:
    """Whether a Markdown text that is not read yet may name an attached file."""
    words = unescape(written.replace("\\", "")) if "\\" in written or "&" in written else written
    return any(f"{scheme}:" in words for scheme in ATTACHED)


def named_in(text: Text) -> Iterator[tuple[Destination, Found]]:
    """The links and images of a text that name an attached file."""
    return naming((Destination.read(found.written), found) for found in links(text))


def naming(found_links: Iterable[tuple[Destination, Found]]) -> Iterator[tuple[Destination, Found]]:
    """Those of some links and images that name an attached file, and its name."""
    for destination, found in found_links:
        if destination.scheme in ATTACHED:
            yield destination._replace(rest=_name(found, destination)), found


def _name(found: Found, destination: Destination) -> str:
    """The name of a file as somebody wrote it, its spaces too: « ma photo.png »."""
    if found.kind is Kind.BROKEN:
        return found.written.partition(":")[2].strip()
    return unquote(destination.rest)
