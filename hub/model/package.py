"""Office files (Word, Excel, PowerPoint, OpenDocument) as they are stored: a ZIP file of parts."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hub.sources.attachment import Attachment

if TYPE_CHECKING:
    from zipfile import ZipFile

MOST_PARTS = 10_000
"""Parts of a package: a presentation of a thousand slides has fewer."""

_READ = 5_000_000
"""Bytes of a part that are looked at."""

_MAIN = {
    ".docx": ("word/", b"wordprocessingml"),
    ".xlsx": ("xl/", b"spreadsheetml"),
    ".pptx": ("ppt/", b"presentationml"),
}
"""ISO/IEC 29500: the folder of a program's parts, and what their types are called."""

_TYPES, _MANIFEST, _CONTENT = "[Content_Types].xml", "META-INF/manifest.xml", "content.xml"

_AUTHOR = re.compile(
    rb"<(?:\w{1,20}:)?(?:creator|lastModifiedBy|initial-creator)(?:\s[^<>]{0,300})?>([^<]{1,200})<"
)
_PROPERTIES = ("docProps/core.xml", "meta.xml")

_MACRO = re.compile(
    r"[^/]+/(?:vbaProject\.bin|macrosheets/.*)|Scripts/.+|Basic/[^/]+/(?!script-l|dialog-l).+", re.IGNORECASE
)
_OBJECT = re.compile(r"[^/]+/(?:activeX/.*|embeddings/oleObject[^/]*\.bin)", re.IGNORECASE)
"""Where macros and objects of other programs stand; a list of macros may be there and empty."""

_REMARKS = {
    "word/comments.xml": rb"<w:comment\s",
    "word/document.xml": rb"<w:(?:ins|del)\s",
    _CONTENT: rb"<office:annotation\s|<text:tracked-changes[\s>]",
}
"""Parts, and what in them is a remark or a change that somebody signed."""


class Package(NamedTuple):
    """What an office file carries: its size once unpacked (bytes), who made it, and what acts."""

    unpacked: int
    authors: tuple[str, ...] = ()
    macros: bool = False
    objects: bool = False
    remarks: bool = False


@lru_cache(maxsize=1024)
def package(document: Attachment) -> Package | None:
    """What an office file carries; None where it is no ZIP file that opens, with the parts of its kind.

    Only the sizes that its directory gives are known of what is too large: it is never unpacked whole.
    """
    from zipfile import ZipFile  # loaded where there is one

    try:
        with document.opened() as file, ZipFile(file) as archive:
            return _read(archive, document.extension)
    except Exception:  # zipfile and zlib raise anything of a file that is none
        return None


def _read(archive: ZipFile, extension: str) -> Package | None:
    names = set(archive.namelist())
    if len(names) > MOST_PARTS or not _has_parts(archive, names, extension):
        return None
    properties = b"".join(_part(archive, name) for name in _PROPERTIES if name in names)
    written = (found.decode("utf-8", "replace") for found in _AUTHOR.findall(properties))
    authors = (html.unescape(author).strip() for author in written)
    return Package(
        sum(part.file_size for part in archive.infolist()),
        tuple(dict.fromkeys(filter(None, authors))),
        any(_MACRO.fullmatch(name) for name in names),
        any(_OBJECT.fullmatch(name) for name in names),
        any(re.search(sign, _part(archive, name)) for name, sign in _REMARKS.items() if name in names),
    )


def _has_parts(archive: ZipFile, names: set[str], extension: str) -> bool:
    if extension not in _MAIN:  # ISO/IEC 26300-3, 2.2
        return {_CONTENT, _MANIFEST} <= names and b"manifest" in _part(archive, _MANIFEST)
    folder, types = _MAIN[extension]
    inside = any(name.startswith(folder) for name in names)
    return inside and _TYPES in names and types in _part(archive, _TYPES)


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_READ)
