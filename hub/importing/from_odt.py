"""A LibreOffice file (.odt) -> blocks, by odfdo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from hub.importing.blocks import TITLE, Block, Item, Look, Paragraph, Picture, Reading, Run, Table, merged
from hub.importing.outcome import ImportingError

_ASIDE = ("office:annotation", "text:tracked-changes")
_UNSAID = ("text:sequence-decls", "office:forms", "text:variable-decls", "text:user-field-decls")
_BLANKS = {"text:tab": "\t", "text:line-break": "\n"}
MOST_BLANKS = 100


@dataclass
class _Builder:
    document: Any
    blocks: list[Block] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    looks: dict[str, tuple[Look, ...]] = field(default_factory=dict)
    lists: int = 0
    tracked: bool = False
    remarked: bool = False


def read(data: bytes) -> Reading:
    """The blocks of a file; words of headers, footers, comments and removed passages are aside.

    Raises ImportingError where it cannot be read."""
    from odfdo import Document

    try:
        document = Document(io.BytesIO(data))
        to = _Builder(document)
        for child in document.body.children:
            _walk(child, to, None)
        to.aside += _of_pages(document)
    except Exception as error:  # odfdo raises anything of a file that is none
        raise ImportingError(
            "il est abîmé : ouvrez-le dans LibreOffice, et enregistrez-le de nouveau."
        ) from error
    return Reading(tuple(to.blocks), tuple(words for words in to.aside if words), tuple(_remarks(to)))


def _remarks(to: _Builder) -> Iterator[str]:
    if to.remarked:
        yield "Ses commentaires ne sont pas repris : lisez-les dans le document."
    if to.tracked:
        yield (
            "Il a des modifications suivies : il est lu comme si elles étaient toutes acceptées. "
            "Relisez, ou acceptez-les dans LibreOffice et recommencez."
        )


def _of_pages(document: Any) -> Iterator[str]:
    """The words of headers and footers."""
    for part in document.styles.get_elements("//style:header | //style:footer"):
        yield " ".join(_said(part).split())


def _walk(node: Any, to: _Builder, item: Item | None, number: int = 0) -> None:
    match node.tag:
        case "text:p" | "text:h":
            _paragraph(node, to, item, number)
        case "text:list":
            to.lists += item is None
            inner = Item(item.depth + 1 if item else 0, _is_numbered(node, to))
            for entry in node.children:
                for child in entry.children:
                    _walk(child, to, inner, to.lists)
        case "table:table":
            _table(node, to)
        case tag if tag in _ASIDE:
            _put_aside(node, to)
        case tag if tag in _UNSAID:
            return
        case _:
            for child in node.children:
                _walk(child, to, item, number)


def _put_aside(node: Any, to: _Builder) -> None:
    to.tracked |= node.tag == "text:tracked-changes"
    to.remarked |= node.tag == "office:annotation"
    for paragraph in node.get_elements("descendant::text:p | descendant::text:h"):
        to.aside.append(" ".join(_said(paragraph).split()))


def _paragraph(node: Any, to: _Builder, item: Item | None, number: int) -> None:
    pictures: list[Picture] = []
    own = _look(node.get_attribute("text:style-name"), to)
    runs = merged(list(_runs(node, to, Run("").with_look(*own), pictures)))
    found = Paragraph(runs, _level(node, to), item, number)
    if found.words:
        to.blocks.append(found)
    to.blocks += pictures


def _level(node: Any, to: _Builder) -> int:
    if node.tag == "text:h":
        return int(node.get_attribute("text:outline-level") or 1)
    style = to.document.get_style("paragraph", node.get_attribute("text:style-name"))
    names = [
        node.get_attribute("text:style-name"),
        style.get_attribute("style:parent-style-name") if style else "",
    ]
    return TITLE if "Title" in names else 0


def _runs(node: Any, to: _Builder, look: Run, pictures: list[Picture]) -> Iterator[Run]:
    """The words of a paragraph, or of a part of it."""
    if node.text:
        yield replace(look, words=node.text)
    for child in node.children:
        yield from _inside(child, to, look, pictures)
        if child.tail:
            yield replace(look, words=child.tail)


def _inside(node: Any, to: _Builder, look: Run, pictures: list[Picture]) -> Iterator[Run]:
    tag = node.tag
    if tag in _BLANKS:
        yield replace(look, words=_BLANKS[tag])
    elif tag == "text:s":
        yield replace(look, words=" " * min(int(node.get_attribute("text:c") or 1), MOST_BLANKS))
    elif tag in _ASIDE:
        _put_aside(node, to)
    elif tag == "draw:image":
        pictures.extend(_picture(node, to))
    elif tag == "text:note-body":
        words = " ".join(_said(node).split())
        yield replace(look, words=f" ({words})")
    elif tag in ("text:note-citation", "svg:title", "svg:desc"):
        return
    elif tag in ("text:p", "text:h"):  # in a box of text
        yield from (Run("\n"), *_runs(node, to, look, pictures), Run("\n"))
    else:
        if tag == "text:span":
            look = look.with_look(*_look(node.get_attribute("text:style-name"), to))
        elif tag == "text:a":
            address = node.get_attribute("xlink:href") or ""
            look = replace(look, link=address if address.startswith(("http", "mailto:")) else "")
        yield from _runs(node, to, look, pictures)


def _look(name: str | None, to: _Builder) -> tuple[Look, ...]:
    """What a style changes in the look of words; its parents' are not looked for."""
    if not name:
        return ()
    if name not in to.looks:
        style = to.document.get_style("text", name) or to.document.get_style("paragraph", name)
        said = (style.get_properties(area="text") if style else None) or {}
        found: dict[Look, bool] = {
            "bold": said.get("fo:font-weight") == "bold",
            "italic": said.get("fo:font-style") == "italic",
            "underlined": (said.get("style:text-underline-style") or "none") != "none",
        }
        to.looks[name] = tuple(look for look, is_so in found.items() if is_so)
    return to.looks[name]


def _is_numbered(node: Any, to: _Builder) -> bool:
    name = node.get_attribute("text:style-name")
    style = to.document.get_style("list", name) if name else None
    return bool(style and style.get_elements("text:list-level-style-number[@text:level='1']"))


def _picture(node: Any, to: _Builder) -> Iterator[Picture]:
    path = node.get_attribute("xlink:href") or ""
    if not path.startswith("Pictures/"):
        return
    frame = node.parent
    words = [frame.get_element(name) for name in ("svg:desc", "svg:title")] if frame else []
    yield Picture(to.document.get_part(path), next((one.text or "" for one in words if one), ""))


def _table(node: Any, to: _Builder) -> None:
    rows = []
    for row in node.get_elements("descendant::table:table-row"):
        cells = []
        for cell in row.children:
            if cell.tag in ("table:table-cell", "table:covered-table-cell"):
                inside = _Builder(to.document, aside=to.aside, looks=to.looks)
                for child in cell.children:
                    _walk(child, inside, None)
                cells.append(tuple(block for block in inside.blocks if isinstance(block, Paragraph)))
                to.blocks += [block for block in inside.blocks if isinstance(block, Picture)]
        rows.append(tuple(cells))
    width = max(map(len, rows), default=0)
    whole = tuple((*row, *((),) * (width - len(row))) for row in rows)
    if width == 1 and len(whole) == 1:
        to.blocks += whole[0][0]
    elif any(cell for row in whole for cell in row):
        to.blocks.append(Table(whole))


def _said(node: Any) -> str:
    return (
        (node.text or "")
        + "".join(
            _BLANKS.get(child.tag, " " if child.tag == "text:s" else _said(child)) + (child.tail or "")
            for child in node.children
        )
        + (" " if node.tag in ("text:p", "text:h") else "")
    )
