"""A place of a file, by its line and column -> the field that stands there; of a text, which paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from hub.checks.discreet import discreet
from hub.labels.fields import Fields
from hub.markup.plain import excerpt
from hub.sources import Document
from hub.sources.document import Key
from hub.sources.places import Places
from hub.sources.tree import SETTINGS

_TITLE = re.compile(r" {0,3}#{1,6}[ \t]{1,9}(?P<words>\S.*)")
_SIGNS = re.compile("[*_`\\\\\u00ad]+")
_ITEM = re.compile(r"[ \t]{0,20}(?:[-*+>]|\d{1,3}[.)])[ \t]{1,9}")

SHOWN = 50
"""Characters of a title or of a paragraph that are shown."""

INNER = ("extra", "hub")
"""Where the settings of the town stand; three of them are at the top."""

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
    places = document.places
    inner = places.find(0, INNER) if document.path == SETTINGS else 0
    is_inside = inner and places.mark(inner).line <= line <= places.last_line(inner)
    return _within(places, inner if is_inside else 0, form, (line, column))


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
    inside = field.inside
    if field.many and _value(places, child) != where:
        return (name, *_in_list(places, child, inside, where))
    return (name, *_within(places, child, inside, where)) if inside else (name,)


def _in_list(places: Places, row: int, inside: Fields, where: Where) -> tuple[Key, ...]:
    items = places.items(row)
    index = bisect_right(items, where, key=lambda item: _value(places, item)) - 1
    if index < 0:
        return ()
    return (index, *_within(places, items[index], inside, where)) if inside else (index,)


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
            title, beginning, is_title = _plain(found["words"].rstrip(" \t#")), "", True
        elif one.strip():
            beginning = _plain(_said(one)) if is_title or not above.strip() else beginning
            is_title = False
    return Passage(title, is_title, beginning)


def _said(line: str) -> str:
    """A line without the sign of its item."""
    found = _ITEM.match(line)
    return line[found.end() :] if found else line


def _plain(words: str) -> str:
    """Words as they are shown, the first of them, without a person's."""
    return excerpt(discreet(_SIGNS.sub("", words)), SHOWN)
