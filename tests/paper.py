"""Printed things as readers and telephones see them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import zxingcpp
from PIL import Image

from hub.build import THEME
from hub.markup import Renderer
from hub.markup.typeset import typeset
from hub.media import minutes, posters
from hub.media.faces import NOTHING
from hub.media.look import Look
from hub.media.nodes import line
from hub.media.press import Press
from hub.media.tree import Leads, tree
from hub.media.work import Work
from hub.model import Hub
from hub.prose.html import Lead
from hub.prose.reading import read
from tests import towns

A4, LYING = (595, 842), (842, 595)
"""Points, to the nearest one (ISO 216)."""

MARGIN = 20 / 25.4 * 72
"""Points on each side of minutes."""

LOOK = Look(THEME)
PRESS = Press(LOOK)


BARE: dict[str, Any] = {
    "site": ["Mini"],
    "council": ["Conseil"],
    "author": "Conseil, Mini",
    "address": "https://mini.example/essai/",
    "shown": "mini.example/essai",
    "heading": "Essai",
    "title": ["Essai"],
    "published": None,
    "facts": [(["Lieu"], ["Serre"])],
    "agenda": [],
    "text": {"body": [], "notes": []},
    "votes": None,
    "suivi": None,
    "source": None,
}
"""What minutes that say nothing tell to their template."""


def bare(**told: Any) -> Work:
    """The work of minutes that say nothing but this."""
    return LOOK.work("/essai.pdf", "compte-rendu", {**BARE, **told}, code="https://mini.example/essai/")


def printed(written: str) -> bytes:
    """A text by itself, in minutes that say nothing else; its links lead where they say."""
    text = read(written)
    leads = Leads(lambda target: Lead(target.destination), lambda *_: None)
    return PRESS.made(bare(text=tree(replace(text, events=typeset(text.events)), leads)))


def minutes_pdf(hub: Hub, key: str) -> bytes:
    """The minutes `key` of a hub, as a PDF."""
    return _made(minutes.works(hub, Renderer(hub), LOOK), key)


def poster(hub: Hub, key: str) -> bytes:
    """The poster of the event `key` of a hub."""
    return _made(posters.works(hub, towns.TODAY, Renderer(hub), LOOK), key)


def card(**told: str) -> Image.Image:
    """A card that tells this: `kind`, `title`, `detail`, `site`, `council`."""
    content = {name: line(words) for name, words in told.items()} | NOTHING.told
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
    seen = ((box, width) for box, width in _letters(data) if box[2] > box[0])
    return max(0.0, *(max(MARGIN - box[0], box[2] - (width - MARGIN)) for box, width in seen))


def lowest(data: bytes) -> float:
    """How near the lowest edge of their sheets words come, in points."""
    return min(box[1] for box, _ in _letters(data))


def letters(data: bytes, words: str) -> float:
    """How large the letters of `words` are, to the tenth of a point."""
    document = pypdfium2.PdfDocument(data)
    page = document[0].get_textpage()
    first, _ = page.search(words).get_next() or (0, 0)
    size = pypdfium2.raw.FPDFText_GetFontSize(page, first)
    document.close()
    return round(float(size), 1)


def pictures(data: bytes) -> list[tuple[float, float, float, float]]:
    """Where the pictures of a document are, in points: left, bottom, right, top."""
    document = pypdfium2.PdfDocument(data)
    kind = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    found = [one.get_bounds() for page in document for one in page.get_objects(filter=kind)]
    document.close()
    return found


def _letters(data: bytes) -> Iterator[tuple[tuple[float, float, float, float], float]]:
    """The box of each letter, and the width of its sheet."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            yield text.get_charbox(index), page.get_width()
    document.close()
