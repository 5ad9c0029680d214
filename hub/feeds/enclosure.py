"""The document of an item: what a reader of feeds offers to download (RSS 2.0, `enclosure`)."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from hub.model import Hub
from hub.model.attachment import DOCUMENTS, document_address

TYPES = {
    **{extension: kind.media_type for extension, kind in DOCUMENTS.items()},
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
}
"""What counts as a document, and its media type: a table of ours, since each system has another.

Other sites have documents of kinds that we do not publish.
"""

_LINK = re.compile(
    rf'<a [^<>]*?href="(https?://[^"?#]+({"|".join(map(re.escape, TYPES))})(?:[?#][^"]*)?)"', re.IGNORECASE
)


class Enclosure(NamedTuple):
    """A document: where it is, its media type, and its bytes; 0 where it is another site's."""

    address: str
    media_type: str
    length: int = 0


def may_enclose(written: str) -> bool:
    """Whether a Markdown text that is not read yet may lead to a document."""
    words = unescape(written.replace("\\", "")).lower()
    return "document:" in words or any(end in words for end in TYPES)


def enclosure_of(content: str, hub: Hub) -> Enclosure | None:
    """The document that `content` (HTML, links absolute) leads to, where it leads to one and no other: RSS
    has room for one, and none of several is *the* document."""
    found = {unescape(address): end for address, end in _LINK.findall(content)}
    if len(found) != 1:
        return None
    ((address, end),) = found.items()
    ours = hub.documents.get(address.removeprefix(hub.site.absolute(document_address(""))))
    return Enclosure(address, TYPES[end.lower()], ours.size if ours else 0)
