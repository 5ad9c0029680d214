"""The document of an item: what a reader of feeds offers to download (RSS 2.0, `enclosure`)."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

TYPES = {
    ".pdf": "application/pdf",
    ".odt": f"{_OPEN}text",
    ".ods": f"{_OPEN}spreadsheet",
    ".odp": f"{_OPEN}presentation",
    ".doc": "application/msword",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".csv": "text/csv",
}
"""What counts as a document, and its media type: a table of ours, since each system has another."""

_LINK = re.compile(
    rf'<a [^<>]*?href="(https?://[^"?#]+({"|".join(map(re.escape, TYPES))})(?:[?#][^"]*)?)"', re.IGNORECASE
)


class Enclosure(NamedTuple):
    """A document: where it is, and its media type."""

    address: str
    media_type: str


def enclosure_of(content: str) -> Enclosure | None:
    """The document that `content` (HTML, links absolute) leads to, where it leads to one and no other: RSS
    has room for one, and none of several is *the* document."""
    found = {Enclosure(unescape(address), TYPES[end.lower()]) for address, end in _LINK.findall(content)}
    return found.pop() if len(found) == 1 else None
