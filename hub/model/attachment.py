"""Documents and images: the kinds there are, what their first bytes must be, and where they are published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from hub.model.fields import Contact, Entity, Phrase, Text
from hub.model.package import package
from hub.sources.attachment import Attachment

HEAD, TAIL = 4_096, 65_536
"""Bytes of each end of a file in which its kind is looked for; the directory of a ZIP file is at its end."""


class AttachedDocument(Entity):
    """A document that a page offers: its title, and its file in `content/documents/`."""

    titre: Text
    fichier: Text


class Picture(Entity):
    """The picture by which a thing is shown: its file in `content/images/`, what is seen on it, whose work it
    is. An author is named as anybody is: no person without consent."""

    fichier: Text
    texte: Phrase
    auteur: Contact


class Emblem(Picture):
    """The logo of an association, or its photo: it is shown small, and whole."""


def picture_of(thing: Any) -> Picture | None:
    """The picture by which a thing is shown; None where it has none, or is of a kind that has none."""
    return getattr(thing, "image", None)


class Kind(NamedTuple):
    """A kind of document: what people call it, its media type, and patterns of both ends of its files."""

    label: str
    media_type: str
    head: bytes = b""
    tail: bytes = b""


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."


def _open(label: str, name: str) -> Kind:
    """ISO/IEC 26300: the first entry of the ZIP file is the type, as it is."""
    kind = re.escape(f"mimetype{_OPEN}{name}".encode())
    return Kind(label, _OPEN + name, rb"PK\x03\x04.{26}" + kind, rb"PK\x05\x06")


def _office(label: str, name: str) -> Kind:
    """ISO/IEC 29500: a ZIP file, whose parts `package` looks at."""
    return Kind(label, _OFFICE + name, rb"PK\x03\x04", rb"PK\x05\x06")


DOCUMENTS: Mapping[str, Kind] = {
    ".pdf": Kind("PDF", "application/pdf", rb"(?!PK|MZ|#!|\x7fELF)[^<]{0,1024}?%PDF-", rb"%%EOF.{0,1024}$"),
    ".odt": _open("ODT", "text"),
    ".ods": _open("ODS", "spreadsheet"),
    ".odp": _open("ODP", "presentation"),
    ".docx": _office("Word", "wordprocessingml.document"),
    ".xlsx": _office("Excel", "spreadsheetml.sheet"),
    ".pptx": _office("PowerPoint", "presentationml.presentation"),
    ".csv": Kind("CSV", "text/csv"),
    ".txt": Kind("texte", "text/plain"),
}
"""The kinds of documents that are published, by the end of their names."""

OFFICE = (".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx")
"""Kinds that are a ZIP file of parts."""

TEXTS = (".csv", ".txt")
"""Kinds that are plain text, which must be UTF-8: servers say that it is."""

IMAGES: Mapping[str, str] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".avif": "AVIF",
    ".gif": "GIF",
}
"""The kinds of images that are read, and Pillow's names for them. SVG is none: it may hold scripts."""


def document_address(name: str) -> str:
    """Where a document is published: under its own name, which people keep."""
    return f"/documents/{name}"


def is_what_it_says(document: Attachment) -> bool:
    """Whether a document is whole and of the kind that its name says, as far as its ends and its parts tell.

    Raises OSError.
    """
    if document.extension in TEXTS:
        return _is_text(document.data())
    kind = DOCUMENTS[document.extension]
    head, tail = document.ends(HEAD, TAIL)
    if not (re.match(kind.head, head, re.DOTALL) and re.search(kind.tail, tail, re.DOTALL)):
        return False
    return document.extension not in OFFICE or package(document) is not None


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False
