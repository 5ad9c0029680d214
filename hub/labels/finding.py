"""A place of a file, by its line and column -> the field that stands there; of a text, which paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from hub.checks.discreet import discreet
from hub.labels.fields import Fields, fields_of
from hub.markup.plain import excerpt
from hub.sources import Document
from hub.sources.document import Key
from hub.sources.places import Places

_TITLE = re.compile(r" {0,3}#{1,6}[ \t]+(?P<words>.+?)[ \t#]*")
_SIGNS = re.compile(r"[*_`\\]+")
_ITEM = re.compile(r"[ \t]*(?:[-*+>]|\d{1,3}[.)])[ \t]+")

SHOWN = 50
"""Characters of a title or of a paragraph that are shown."""

Where = tuple[int, int]


class Passage(NamedTuple):
    """A place of a text: the title above it ('' for none), whether it is that title itself, and how its
    paragraph begins."""

    title: str
    is_title: bool
    beginning: str


def is_below_head(document: Document, line: int) -> bool:
    """Whether a line is in the text that follows the header of its file."""
    return bool(document.body) and line >= document.body_line


def field_at(document: Document, form: Fields, line: int, column: int) -> tuple[Key, ...]:
    """The place, in a form, of what stands at a place of the header; () for the whole file."""
    where = line, column
    roots = {0: (), document.places.find(0, document.inner): document.inner}
    found = [_within(document.places, row, form, where) for row in roots]
    return max(found, default=())


def _within(places: Places, row: int, form: Fields, where: Where) -> tuple[Key, ...]:
    """What stands at `where` inside the group at `row`."""
    if _value(places, row) == where:
        return ()
    beside = [(_key(places, child), name, child) for name in form if (child := places.child(row, name))]
    above = [one for one in beside if one[0] <= where]
    if not above:
        return ()
    _, name, child = max(above)
    field = form[name]
    inside = fields_of(field.model) if field.model else {}
    if field.many and _value(places, child) != where:
        return (name, *_in_list(places, child, inside, where))
    return (name, *_within(places, child, inside, where)) if inside else (name,)


def _in_list(places: Places, row: int, inside: Fields, where: Where) -> tuple[Key, ...]:
    above = [(index, item) for index, item in _items(places, row) if _value(places, item) <= where]
    if not above:
        return ()
    index, item = above[-1]
    return (index, *_within(places, item, inside, where)) if inside else (index,)


def _items(places: Places, row: int) -> Iterator[tuple[int, int]]:
    index = 0
    while (item := places.child(row, index)) is not None:
        yield index, item
        index += 1


def _value(places: Places, row: int) -> Where:
    mark = places.mark(row)
    return mark.line, mark.column


def _key(places: Places, row: int) -> Where:
    mark = places.mark(row)
    return mark.key_line, mark.key_column


def passage_at(document: Document, line: int) -> Passage:
    """Where a line of the text stands, as somebody finds it who sees no lines."""
    lines = document.body.split("\n")[: line - document.body_line + 1]
    title, beginning, is_title = "", "", False
    for above, one in pairwise(("", *lines)):
        if found := _TITLE.fullmatch(one):
            title, beginning, is_title = _plain(found["words"]), "", True
        elif one.strip():
            beginning = _plain(one) if is_title or not above.strip() else beginning
            is_title = False
    return Passage(title, is_title, beginning)


def _plain(words: str) -> str:
    """Words as they are shown, the first of them, without a person's."""
    return excerpt(discreet(_SIGNS.sub("", _ITEM.sub("", words))), SHOWN)
