"""Markdown -> events: the only module that knows the parser.

CommonMark 0.31 with GitHub's tables, struck words and lists of tasks, and footnotes: what the preview of a
forge shows. Linear in the length of a text, whatever it holds; nothing is rendered here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pyromark import Options, events_with_range

from hub.prose import glued
from hub.prose.event import Event, Kind, Target

_OPTIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
)

_FENCE = re.compile(rb"^([ \t>]*+(?:`{3,}+|~{3,}+))([ \t]++)$", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """A Markdown text that was read: its words as written, and its events in order."""

    written: str
    events: tuple[Event, ...] = ()

    def inside(self, index: int) -> tuple[Event, ...]:
        """The events between the beginning at `index` and its end."""
        return self.events[index + 1 : self.events[index].other]

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column, from 1 and in characters, of a place in bytes."""
        starts = self._line_starts
        line = bisect_right(starts, at)
        return line, len(self._bytes[starts[line - 1] : at].decode(errors="ignore")) + 1

    def source(self, event: Event) -> str:
        """An event as it is written."""
        return self._bytes[event.at : event.end].decode(errors="ignore")

    @cached_property
    def _bytes(self) -> bytes:
        return self.written.encode()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], 0
        while at := self._bytes.find(b"\n", at) + 1:
            starts.append(at)
        return starts

    def line_of(self, at: int) -> str:
        """The whole line that holds a place in bytes, without its end."""
        starts = self._line_starts
        line = bisect_right(starts, at)
        end = starts[line] if line < len(starts) else len(self._bytes)
        return self._bytes[starts[line - 1] : end].decode(errors="ignore").rstrip("\n")


def read(written: str) -> Text:
    """Read a Markdown text. Never raises for what a text may hold."""
    if not written.strip():
        return Text(written)
    whole = _with_closed_fences(written.encode())
    events = _Reading(whole).events
    return Text(written, tuple(_with_glued_tables(whole, events) or events))


def _with_closed_fences(written: bytes) -> bytes:
    """The text with spaces for the tabs after a fence: the parser takes it for none, the rest for code."""
    if b"\t" not in written:
        return written
    return _FENCE.sub(lambda found: found[1] + b" " * len(found[2]), written)


def _with_glued_tables(written: bytes, events: list[Event]) -> list[Event] | None:
    """The text read with the tables that the parser missed; None where it missed none."""
    places = glued.heads(written, events)
    for _ in range(2):  # what turns out to be no table is left alone
        if not places:
            break
        again = _Reading(glued.barred(written, places)).events
        tables = glued.tables(places, again)
        if tables == places:
            return glued.unbarred(places, again)
        places = tables
    return None


class _Reading:
    """The parser's events as ours, each beginning knowing its end."""

    def __init__(self, written: bytes) -> None:
        self.events: list[Event] = []
        self._open: list[int] = []
        self._written = written
        for event, place in events_with_range(written.decode(), options=_OPTIONS):
            self._take(event, place["start"], place["end"])

    def _take(self, event: Any, at: int, end: int) -> None:
        name, held = _named(event)
        if name == "Start":
            self._begin(held, at, end)
        elif name == "End":
            self._finish(at, end)
        elif name == "Text":
            self._words(held, at, end)
        elif name == "HardBreak":
            self.events.append(Event(self._break(at, end), at, end))
        else:
            kind, text, value = _LEAVES[name], "", held
            if isinstance(held, str):
                text, value = held, None
            self.events.append(Event(kind, at, end, text, value))

    def _words(self, words: str, at: int, end: int) -> None:
        """Words that follow each other are one event: the parser cuts them at signs that it looked at."""
        last = self.events[-1] if self.events else None
        if last and last.kind is Kind.WORDS:
            self.events[-1] = Event(Kind.WORDS, last.at, end, last.text + words)
        else:
            self.events.append(Event(Kind.WORDS, at, end, words))

    def _break(self, at: int, end: int) -> Kind:
        """Two spaces or a backslash, and nothing else, break a line: the parser takes a tab for a space."""
        hard = self._written[at:end].partition(b"\n")[0].rstrip(b"\r").endswith((b"  ", b"\\"))
        return Kind.HARD_BREAK if hard else Kind.SOFT_BREAK

    def _begin(self, tag: Any, at: int, end: int) -> None:
        name, held = _named(tag)
        kind, text, value = _ELEMENTS[name](held)
        self._open.append(len(self.events))
        self.events.append(Event(kind, at, end, text, value))

    def _finish(self, at: int, end: int) -> None:
        index = self._open.pop()
        begun = self.events[index]
        self.events[index] = begun._replace(other=len(self.events))
        self.events.append(Event(Kind.END, at, end, "", begun.kind, index))


def _named(told: Any) -> tuple[str, Any]:
    """What the parser says, a word or a dict of one key: its name, and what it holds."""
    return (told, None) if isinstance(told, str) else next(iter(told.items()))


_Held = tuple[Kind, str, Any]


def _plain(kind: Kind) -> Callable[[Any], _Held]:
    return lambda _: (kind, "", None)


def _target(kind: Kind) -> Callable[[dict[str, str]], _Held]:
    forms = {"Inline": "inline", "Autolink": "autolink", "Email": "email"}

    def held(link: dict[str, str]) -> _Held:
        form = forms.get(link["link_type"], "reference")
        return kind, "", Target(link["dest_url"], link["title"], form)

    return held


def _code_block(held: Any) -> _Held:
    language = held["Fenced"].split(" ")[0] if isinstance(held, dict) else ""
    return Kind.CODE_BLOCK, language, None


def _table(alignments: tuple[str, ...]) -> _Held:
    return Kind.TABLE, "", tuple("" if one == "None" else one.lower() for one in alignments)


_ELEMENTS: dict[str, Callable[[Any], _Held]] = {
    "Paragraph": _plain(Kind.PARAGRAPH),
    "Heading": lambda held: (Kind.HEADING, "", int(held["level"][1])),
    "BlockQuote": _plain(Kind.QUOTE),
    "CodeBlock": _code_block,
    "List": lambda start: (Kind.LIST, "", start),
    "Item": _plain(Kind.ITEM),
    "FootnoteDefinition": lambda label: (Kind.NOTE, label, None),
    "Table": _table,
    "TableHead": _plain(Kind.TABLE_HEAD),
    "TableRow": _plain(Kind.ROW),
    "TableCell": _plain(Kind.CELL),
    "HtmlBlock": _plain(Kind.HTML_BLOCK),
    "Emphasis": _plain(Kind.EMPHASIS),
    "Strong": _plain(Kind.STRONG),
    "Strikethrough": _plain(Kind.STRIKE),
    "Link": _target(Kind.LINK),
    "Image": _target(Kind.IMAGE),
}

_LEAVES = {
    "Code": Kind.CODE,
    "SoftBreak": Kind.SOFT_BREAK,
    "Rule": Kind.RULE,
    "Html": Kind.HTML,
    "InlineHtml": Kind.HTML,
    "FootnoteReference": Kind.NOTE_MARK,
    "TaskListMarker": Kind.TASK,
}
