"""Events of a text -> a tree of plain values (JSON), which the templates of `impression/` lay out.

Words are values there, and never a source: nothing that somebody wrote is read as Typst.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from hub.media.nodes import Node, is_seen, table
from hub.prose import Event, Kind, Target, Text, until_end
from hub.prose.html import Lead
from hub.prose.html.escaping import BREAKS, without_comments
from hub.prose.notes import noted
from hub.prose.words import box, words
from hub.sources.text import CONTROL

DEEPEST = 7
"""Lists, quotations and emphasis in one another, after which the rest is on the level of the last: Typst lays
out no more than nine quotations."""

LONG = 30
"""Letters of a word that may be cut anywhere, where it is wider than its place."""

LONGEST_ADDRESS = 2_000
"""Letters: PDF readers refuse longer ones, and Typst those of 8,000."""

_LONG = re.compile(rf"[^ \t\n]{{{LONG},}}")

_NESTED = frozenset((Kind.QUOTE, Kind.LIST, Kind.EMPHASIS, Kind.STRONG, Kind.STRIKE))

_HOLDERS = {
    Kind.PARAGRAPH: "p",
    Kind.HEADING: "h",
    Kind.QUOTE: "quote",
    Kind.LIST: "list",
    Kind.ITEM: "item",
    Kind.TABLE: "table",
    Kind.TABLE_HEAD: "row",
    Kind.ROW: "row",
    Kind.CELL: "cell",
    Kind.EMPHASIS: "em",
    Kind.STRONG: "strong",
    Kind.STRIKE: "strike",
    Kind.LINK: "link",
}


class Leads:
    """Where the links of a text lead, in full, and the node of an image; None for one that is not shown."""

    def __init__(self, link: Callable[[Target], Lead], image: Callable[[Target, str], Node | None]) -> None:
        self.link = link
        self.image = image


def tree(text: Text, leads: Leads, level: int = 1) -> dict[str, list[Node]]:
    """A text, typeset already, after a heading of `level`: its `body`, its `notes`, each with its number."""
    numbers, body, notes = noted(text)
    return {
        "body": _Builder(leads, numbers, level).built(body),
        "notes": [{"n": n, "c": _Builder(leads, numbers, level).built(inside)} for n, inside in notes],
    }


class _Builder:
    """Puts each event into the element that is open."""

    def __init__(self, leads: Leads, numbers: Mapping[str, int], level: int) -> None:
        self._leads = leads
        self._numbers = numbers
        self._level = level
        self._open: list[dict[str, Any]] = [{"k": "", "c": []}]
        self._depth = 0
        self._cells = False

    def built(self, events: Iterable[Event]) -> list[Node]:
        reading = iter(events)
        for event in reading:
            match event.kind:
                case Kind.END:
                    self._end(event.value)
                case Kind.IMAGE:
                    self._image(event.value, words(until_end(reading, Kind.IMAGE)))
                case Kind.CODE_BLOCK:
                    code = "".join(one.text for one in until_end(reading, Kind.CODE_BLOCK))
                    self._add({"k": "pre", "w": _plain(code).strip("\n")})
                case Kind.HTML_BLOCK:
                    self._html("".join(one.text for one in until_end(reading, Kind.HTML_BLOCK)))
                case kind if kind in _HOLDERS:
                    self._begin(event)
                case _:
                    self._leaf(event)
        return list(self._open[0]["c"])

    def _add(self, node: Node) -> None:
        self._open[-1]["c"].append(node)

    def _begin(self, event: Event) -> None:
        kind = _HOLDERS[event.kind]
        made: dict[str, Any] = {"k": kind, "c": []}
        if event.kind in _NESTED:
            self._depth += 1
            made["k"] = "deeper" if self._depth > DEEPEST else kind
        match event.kind:
            case Kind.ITEM if self._open[-1]["k"] != "list":
                made["k"] = "deeper"
            case Kind.HEADING:
                made["level"] = self._level = min(max(2, event.value), self._level + 1)
            case Kind.LIST:
                made["start"] = event.value
            case Kind.TABLE:
                made["align"] = list(event.value)
            case Kind.LINK:
                made["to"], made["after"] = self._leads.link(event.value)
            case Kind.CELL:
                self._cells = True
        self._open.append(made)

    def _end(self, kind: Kind) -> None:
        made = self._open.pop()
        self._depth -= kind in _NESTED
        if kind is Kind.CELL:
            self._cells = False
        if kind is Kind.LINK:
            self._link(made)
        elif made["k"] == "deeper":
            self._open[-1]["c"] += [*made["c"], *([{"k": "br"}] if kind is Kind.ITEM else [])]
        elif kind is Kind.TABLE:
            self._add(_table(made))
        elif kind is not Kind.HEADING or is_seen(made["c"]):
            self._add(_figure(made))

    def _link(self, made: dict[str, Any]) -> None:
        made["c"] += [made.pop("after")] if made["after"] else []
        within = any(one["k"] == "link" for one in self._open)
        if within or not 0 < len(made["to"]) <= LONGEST_ADDRESS or not is_seen(made["c"]):
            self._open[-1]["c"] += made["c"]
        else:
            self._add(made)

    def _leaf(self, event: Event) -> None:
        match event.kind:
            case Kind.WORDS:
                self._open[-1]["c"] += _words(event)
            case Kind.CODE:
                self._add({"k": "code", "w": _plain(event.text)})
            case Kind.SOFT_BREAK:
                self._add(" ")
            case Kind.HARD_BREAK:
                self._add({"k": "br"})
            case Kind.RULE:
                self._add({"k": "rule"})
            case Kind.TASK:
                self._task(event)
            case Kind.NOTE_MARK if number := self._numbers.get(event.text.casefold()):
                self._add({"k": "note", "n": number})
            case Kind.HTML if self._cells and event.text in BREAKS:
                self._add({"k": "br"})
            case Kind.HTML:
                self._add(_plain(without_comments(event.text)))

    def _task(self, event: Event) -> None:
        self._add(box(event))
        for one in reversed(self._open):
            if one["k"] == "item":
                one["task"] = True
                return

    def _image(self, target: Target, alternative: str) -> None:
        alternative = " ".join(_plain(alternative).split())
        node = self._leads.image(target, alternative)
        self._add(node or alternative)

    def _html(self, html: str) -> None:
        if shown := _plain(without_comments(html)).strip():
            self._add({"k": "p", "c": [shown]})


def _words(event: Event) -> Iterator[Node]:
    """Words, some letters of which may be raised, and those that are too long for some places."""
    done = 0
    for start, end in event.value or ():
        yield from _cut(_plain(event.text[done:start]))
        yield {"k": "sup", "c": [event.text[start:end]]}
        done = end
    yield from _cut(_plain(event.text[done:]))


def _cut(told: str) -> Iterator[Node]:
    done = 0
    for found in _LONG.finditer(told):
        yield told[done : found.start()]
        yield {"k": "long", "c": [found[0]]}
        done = found.end()
    yield told[done:]


def _plain(told: str) -> str:
    return CONTROL.sub("", told)


def _figure(made: dict[str, Any]) -> dict[str, Any]:
    """An image alone in its paragraph has its title below it."""
    inside = made["c"]
    alone = made["k"] == "p" and len(inside) == 1 and isinstance(inside[0], dict)
    return {**inside[0], "alone": True} if alone and inside[0]["k"] == "image" else made


def _table(made: dict[str, Any]) -> Node:
    head, *rows = ([cell["c"] for cell in row["c"]] for row in made["c"])
    return table(head, rows, made["align"])
