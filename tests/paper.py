"""Printed things as readers and telephones see them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from hub.build import THEME
from hub.markup import Renderer
from hub.media import minutes, posters
from hub.media.look import Look
from hub.media.press import Press
from hub.media.tree import line
from hub.media.work import Work
from hub.model import Hub
from tests import towns

A4, LYING = (595, 842), (842, 595)
"""Points, to the nearest one (ISO 216)."""

MARGIN = 20 / 25.4 * 72
"""Points on each side of minutes."""

LOOK = Look(THEME)
PRESS = Press(LOOK)


def minutes_pdf(hub: Hub, key: str) -> bytes:
    """The minutes `key` of a hub, as a PDF."""
    return _made(minutes.works(hub, Renderer(hub), LOOK), key)


def poster(hub: Hub, key: str) -> bytes:
    """The poster of the event `key` of a hub."""
    return _made(posters.works(hub, towns.TODAY, Renderer(hub), LOOK), key)


def card(**told: str) -> Image.Image:
    """A card that tells this: `kind`, `title`, `detail`, `site`, `council`."""
    content = {name: line(words) for name, words in told.items()}
    return Image.open(io.BytesIO(PRESS.made(LOOK.work("/carte.png", "carte", content))))


def _made(works: Iterable[Work], key: str) -> bytes:
    return PRESS.made(next(work for work in works if f"/{key}/" in work.address))


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


def fonts(data: bytes) -> set[str]:
    """The fonts of a document, by their names without what says that they are reduced."""
    return {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader(data).pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[union-attr, index]
    }


def widest(data: bytes) -> float:
    """How much of the margins at the sides is written in, in points; 0 where all the words stand between."""
    over = 0.0
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(index)
            if right > left:
                over = max(over, MARGIN - left, right - (page.get_width() - MARGIN))
    document.close()
    return over


def below(data: bytes) -> float:
    """How near the lowest edge a word of the sheets comes, in points."""
    document = pypdfium2.PdfDocument(data)
    lowest = [
        text.get_charbox(index)[1]
        for page in document
        for text in [page.get_textpage()]
        for index in range(text.count_chars())
    ]
    document.close()
    return min(lowest)
