"""A PDF with text -> blocks, only where its order holds: a PDF knows places, not paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from itertools import groupby

from hub.importing import from_text
from hub.importing.blocks import Reading
from hub.importing.outcome import ImportingError
from hub.importing.signs import BULLET, NUMBER

_COLUMNS = re.compile(r"\S {4,}\S")
MOST_IN_COLUMNS = 0.3
"""Of the lines: beyond, a page is in columns, and its order is not that of its lines."""

MOST_PAGES = 200
SET_IN = 8
"""Blanks before a line of a cell that is not the first of its row."""

_DOCUMENT = "donnez le document Word ou LibreOffice dont il a été fait"


def read(data: bytes) -> Reading:
    """The blocks of a PDF. A table, whose order is not sure, is aside. Raises ImportingError for one that is
    protected, damaged, made of pictures, or in columns."""
    pages = [page.split("\n") for page in _pages(data)]
    repeated = _repeated(pages)
    lines = [line.rstrip() for page in pages for line in [*page, ""]]
    margins = [line for line in lines if _bare(line) in repeated]
    lines = [line for line in lines if _bare(line) not in repeated]
    said = [line for line in lines if line.strip()]
    if not said:
        raise ImportingError(f"ce PDF est fait d'images, sans texte : {_DOCUMENT}.")
    if sum(map(_in_columns, said)) > len(said) * MOST_IN_COLUMNS:
        raise ImportingError(f"ce PDF est en colonnes, dont l'ordre n'est pas sûr : {_DOCUMENT}.")
    kept: list[str] = []
    tables: list[str] = []
    for table, those in groupby(_regions(lines), key=lambda pair: pair[0]):
        words = [line for _, line in those]
        if table:
            tables.append("\n".join(" ".join(line.split()) for line in words if line.strip()))
        kept += [""] if table else words
    read = from_text.read("\n".join(_flush(kept)))
    remarks = [f"Un PDF ne garde ni les titres ni les listes : relisez, ou {_DOCUMENT}."]
    if tables:
        remarks.append(f"Il a un tableau, dont l'ordre n'est pas sûr : il n'est pas repris ; {_DOCUMENT}.")
    return replace(
        read,
        aside=(*tables, *dict.fromkeys(" ".join(line.split()) for line in margins)),
        remarks=tuple(remarks),
    )


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ImportingError(
                "il est protégé par un mot de passe : enlevez-le dans le programme qui l'a fait."
            )
        if len(reader.pages) > MOST_PAGES:
            raise ImportingError(
                f"il a plus de {MOST_PAGES} pages : ce n'est pas le compte rendu d'une réunion."
            )
        return [page.extract_text(extraction_mode="layout") for page in reader.pages]
    except ImportingError:
        raise
    except (PyPdfError, Exception) as error:  # damaged files make it raise anything
        raise ImportingError(f"il est abîmé : {_DOCUMENT}.") from error


def _bare(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.split()))


def _repeated(pages: list[list[str]]) -> set[str]:
    """The lines that stand at an end of several pages, their numbers aside, and bare numbers of pages."""
    ends: Counter[str] = Counter()
    for page in pages:
        said = [_bare(line) for line in page if line.strip()]
        ends.update({*said[:2], *said[-2:]} if len(said) > 4 else ())
    most = max(2, len(pages) // 2)
    return {line for line, number in ends.items() if number >= most} | {"0", "0/0", "0 / 0", "Page 0"}


def _in_columns(line: str) -> bool:
    bare = line.strip()
    for sign in (BULLET, NUMBER):
        if found := sign.match(bare):
            bare = bare[found.end() :]
    return _COLUMNS.search(bare) is not None


def _regions(lines: list[str]) -> list[tuple[bool, str]]:
    """Each line, and whether it is of a table: those that are set in after one in columns are of it too, and
    up to three between two."""
    margin = _margin(lines)
    marks = [_in_columns(line) for line in lines]
    last = None
    for index, line in enumerate(lines):
        set_in = bool(line.strip()) and len(line) - len(line.lstrip()) >= margin + SET_IN
        if marks[index] or (set_in and last == index - 1):
            if last is not None and index - last <= 4:
                marks[last : index + 1] = [True] * (index + 1 - last)
            last = index
    return list(zip(marks, lines, strict=True))


def _margin(lines: list[str]) -> int:
    return min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)


def _flush(lines: list[str]) -> list[str]:
    """The lines without the margin that all have; what is set in from it stays so."""
    margin = _margin(lines)
    return [line[margin:] for line in lines]
