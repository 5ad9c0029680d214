"""Printed things as readers and telephones see them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import zxingcpp

from hub.build import THEME
from hub.markup import Renderer
from hub.media import minutes, pdf, posters
from hub.media.look import Look
from hub.model import Hub
from tests import towns

A4 = (595, 842)
"""Points, to the nearest one (ISO 216)."""


def minutes_pdf(hub: Hub, key: str) -> bytes:
    """The minutes `key` of a hub, as a PDF."""
    look = Look(THEME)
    works = minutes.works(hub, Renderer(hub), look)
    return pdf.document(next(w.content for w in works if f"/{key}/" in w.address), look.fonts)


def poster(hub: Hub, key: str) -> bytes:
    """The poster of the event `key` of a hub."""
    look = Look(THEME)
    works = posters.works(hub, towns.TODAY, Renderer(hub), look)
    return pdf.poster(next(w.content for w in works if f"/{key}/" in w.address), look.fonts)


def reader(data: bytes | Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(data if isinstance(data, Path) else io.BytesIO(data))


def text(data: bytes | Path) -> str:
    """The words of each page, as they are read aloud: spaces of any kind are one space."""
    return "\f".join(" ".join(page.extract_text().split()) for page in reader(data).pages)


def sizes(data: bytes | Path) -> list[tuple[int, int]]:
    """The width and height of each page in points."""
    return [(round(p.mediabox.width), round(p.mediabox.height)) for p in reader(data).pages]


def codes(data: bytes) -> list[str]:
    """What a telephone reads in the QR codes of the last page."""
    document = pypdfium2.PdfDocument(data)
    picture = document[len(document) - 1].render(scale=2).to_pil()
    document.close()
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def elements(data: bytes | Path) -> Iterator[Any]:
    """The elements of the tree of tags (ISO 32000-1, 14.7), from the root down, in the order of reading."""
    waiting = [reader(data).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = [kid.get_object() for kid in one]
        elif isinstance(one, dict):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.insert(0, one["/K"].get_object())
