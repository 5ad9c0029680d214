"""A Word file (.docx) -> blocks: mammoth's HTML, and what of its words mammoth leaves out."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from zipfile import ZipFile

from lxml import etree, html

from hub.importing import from_html
from hub.importing.blocks import Reading, words_of
from hub.importing.ledger import words_in
from hub.importing.outcome import ImportingError

_STYLES = """
p[style-name='Title'] => h1.titre:fresh
p[style-name='Titre'] => h1.titre:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Sous-titre'] => p:fresh
p[style-name='Titre 1'] => h1:fresh
p[style-name='Titre 2'] => h2:fresh
p[style-name='Titre 3'] => h3:fresh
p[style-name='Titre 4'] => h4:fresh
u => u
strike => s
"""
"""What mammoth does not know by itself: French names of styles, titles, underlined words."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BESIDE = ("word/document.xml", "word/diagrams/data", "word/charts/chart")
"""Parts whose words may be in no paragraph."""

_ASIDE = ("word/header", "word/footer", "word/comments.xml")
"""Parts whose words stand in no page of ours (ISO/IEC 29500-1, 11.3)."""


def read(data: bytes) -> Reading:
    """The blocks of a file; words of headers, footers, comments and removed passages are aside.

    Raises ImportingError where it cannot be read."""
    import mammoth

    try:
        found = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_inline)
        )
        with ZipFile(io.BytesIO(data)) as archive:
            aside, remarks = _aside(archive)
    except Exception as error:  # mammoth raises anything of a file that is none
        raise ImportingError("il est abîmé : ouvrez-le dans Word, et enregistrez-le de nouveau.") from error
    read = from_html.read(_with_notes(f"<div>{found.value}</div>"))
    lost = _lost(data, {word for block in read.blocks for word in words_in(words_of(block))})
    return replace(read, aside=(*aside, *lost), remarks=tuple(remarks))


def _with_notes(page: str) -> str:
    """The page, where each note stands in brackets at its mark: mammoth lists them at the end."""
    tree = html.fragment_fromstring(page)
    for note in tree.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        words = " ".join(note.text_content().replace("↑", "").split())
        for mark in tree.xpath(f"//a[@href='#{note.get('id')}']"):
            mark.text = f" ({words})"
        note.drop_tree()
    written: str = html.tostring(tree, encoding="unicode")
    return written


def _lost(data: bytes, said: set[str]) -> list[str]:
    """The paragraphs of which mammoth gives some word nowhere: equations, diagrams, charts."""
    lost: list[str] = []
    with ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".xml") and name.startswith(_BESIDE):
                lost += (words for words in _texts(_tree(archive, name)) if set(words_in(words)) - said)
    return list(dict.fromkeys(lost))


def _texts(tree: Any) -> Iterator[str]:
    """The paragraphs of a part, of whatever language of Office: their words are in elements `t`."""
    for paragraph in tree.iter("{*}p"):
        nodes = paragraph.iter("{*}t", "{*}br", "{*}cr", "{*}tab")
        words = "".join(node.text or " " for node in nodes).strip()
        if words and paragraph.find(".//{*}p") is None:
            yield words


def _inline(image: Any) -> dict[str, str]:
    with image.open() as file:
        data = base64.b64encode(file.read()).decode("ascii")
    return {"src": f"data:image/x;base64,{data}"}


def _aside(archive: ZipFile) -> tuple[list[str], list[str]]:
    """The words that mammoth leaves out, a paragraph each; and what to say of them."""
    aside: list[str] = []
    remarks: list[str] = []
    for name in sorted(archive.namelist()):
        if name.startswith(_ASIDE) and name.endswith(".xml"):
            said = list(_paragraphs(_tree(archive, name), f"{_W}t"))
            aside += said
            if name == "word/comments.xml" and said:
                remarks.append("Ses commentaires ne sont pas repris : lisez-les dans le document.")
    body = _tree(archive, "word/document.xml")
    removed = list(_paragraphs(body, f"{_W}delText"))
    if removed or body.find(f".//{_W}ins") is not None:
        remarks.append(
            "Il a des modifications suivies : il est lu comme si elles étaient toutes acceptées. "
            "Relisez, ou acceptez-les dans Word et recommencez."
        )
    return aside + removed, remarks


def _tree(archive: ZipFile, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


def _paragraphs(tree: Any, tag: str) -> Iterator[str]:
    for paragraph in tree.iter(f"{_W}p"):
        words = "".join(node.text or "" for node in paragraph.iter(tag)).strip()
        if words:
            yield words
