"""The document of an item: what a reader of feeds offers to download (RSS 2.0, `enclosure`)."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

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

_LINK = re.compile(r'<a [^<>]*?href="([^"]+)"')


class Enclosure(NamedTuple):
    """A document: where it is, and its media type."""

    address: str
    media_type: str


def enclosure_of(content: str) -> Enclosure | None:
    """The document that `content` (HTML, links absolute) leads to, where it leads to one and no other: RSS
    has room for one, and none of several is *the* document."""
    found = {
        Enclosure(address, media_type)
        for link in _LINK.findall(content)
        if (media_type := _type_of(address := unescape(link)))
    }
    return found.pop() if len(found) == 1 else None


def _type_of(address: str) -> str | None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https"):
        return None
    return TYPES.get(PurePosixPath(parts.path).suffix.lower())
