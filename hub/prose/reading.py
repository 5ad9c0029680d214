"""Markdown -> events: the only module that knows the parser.

CommonMark 0.31 with GitHub's tables, struck words and lists of tasks, and footnotes: what the preview of a
forge shows. Linear in the length of a text, whatever it holds; nothing is rendered here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from typing import Any

from pyromark import Options, events_with_range

from hub.prose import glued
from hub.prose.event import Event, Kind, Reference, Target
from hub.prose.signs import places

_OPTIONS = (
    Options.ENABLE_TABLES | Options.ENABLE_FOOTNOTES | Options.ENABLE_STRIKETHROUGH | Options.ENABLE_TASKLISTS
)

_FENCE = re.compile(rb"^([ \t>]*+(?:`{3,}+|~{3,}+))([ \t]++)$", re.MULTILINE)
_MORE = re.compile(rb"[\x80-\xbf]")


@dataclass(frozen=True)
class Text:
    """A Markdown text that was read: its words as written, its events in order, the references that lead
    nowhere."""

    written: str
    events: tuple[Event, ...] = ()
    undefined: tuple[Reference, ...] = ()

    @cached_property
    def indexes(self) -> Mapping[Kind, list[int]]:
        """Where the events of each kind are, in order; nothing for a kind that has none."""
        found: dict[Kind, list[int]] = defaultdict(list)
        for index, event in enumerate(self.events):
            found[event.kind].append(index)
        return found

    def of(self, *kinds: Kind) -> Iterator[tuple[int, Event]]:
        """The events of these kinds in order, each with its index."""
        many = [self.indexes[kind] for kind in kinds if kind in self.indexes]
        for index in many[0] if len(many) == 1 else merge(*many):
            yield index, self.events[index]

    def inside(self, index: int) -> tuple[Event, ...]:
        """The events between the beginning at `index` and its end."""
        return self.events[index + 1 : self.events[index].other]

    def place(self, at: int) -> tuple[int, int]:
        """The line and the column, from 1 and in characters, of a place in bytes."""
        start = self._line_starts[(line := bisect_right(self._line_starts, at)) - 1]
        more = self._more_bytes
        return line, at - start - (bisect_left(more, at) - bisect_left(more, start)) + 1

    def source(self, event: Event) -> str:
        """An event as it is written."""
        return self.between(event.at, event.end)

    def between(self, at: int, end: int) -> str:
        """What is written between two places in bytes."""
        return self._bytes[at:end].decode(errors="ignore")

    def escaped(self, at: int) -> bool:
        """Whether the sign at a place is written with a backslash: somebody wanted it as it is."""
        return at > 0 and self._bytes[at - 1] == ord("\\")

    def within(self, event: Event, index: int) -> int:
        """The place in bytes of the sign at `index` of the words of a WORDS event."""
        if event.at not in self._places:
            escaped = self.escaped(event.at)
            self._places[event.at] = places(self.source(event), escaped=escaped)
        return event.at + self._places[event.at][index]

    def after(self, at: int, opening: bytes, blanks: bytes) -> int:
        """The place of what comes after `opening`, found from the place `at` on, and after `blanks`."""
        start = self._bytes.find(opening, at) + len(opening)
        rest = self._bytes[start : start + 1_000]
        return start + len(rest) - len(rest.lstrip(blanks))

    @cached_property
    def _bytes(self) -> bytes:
        return self.written.encode()

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], 0
        while at := self._bytes.find(b"\n", at) + 1:
            starts.append(at)
        return starts

    @cached_property
    def _more_bytes(self) -> list[int]:
        """Where the bytes are that begin no sign, in order (RFC 3629)."""
        return [] if self.written.isascii() else [one.start() for one in _MORE.finditer(self._bytes)]

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """Where the signs of the words asked for stand, by the place of the words."""
        return {}


def read(written: str) -> Text:
    """Read a Markdown text. Never raises for what a text may hold."""
    if not written.strip():
        return Text(written)
    undefined: list[Reference] = []

    def lost(link: Any) -> None:
        """A reference without definition; `[one word]` alone is a word between brackets."""
        if link["link_type"] in ("Reference", "Collapsed"):
            undefined.append(Reference(link["span"]["start"], link["span"]["end"], link["reference"]))

    whole = _with_closed_fences(written.encode())
    events = _events(whole, lost)
    return Text(written, tuple(_with_glued_tables(whole, events) or events), tuple(undefined))


def _with_closed_fences(written: bytes) -> bytes:
    """The text with spaces for the tabs after a fence: the parser takes it for none, the rest for code."""
    if b"\t" not in written:
        return written
    return _FENCE.sub(lambda found: found[1] + b" " * len(found[2]), written)


def _with_glued_tables(written: bytes, events: list[Event]) -> list[Event] | None:
    """The text read with the tables that the parser missed; None where it missed none."""
    heads = glued.heads(written, events)
    for _ in range(2):  # what turns out to be no table is left alone
        if not heads:
            break
        again = _events(glued.barred(written, heads), lambda _: None)
        tables = glued.tables(heads, again)
        if tables == heads:
            return glued.unbarred(heads, again)
        heads = tables
    return None


def _events(written: bytes, lost: Callable[[Any], None]) -> list[Event]:
    """The parser's events as ours; `lost` is told of each reference that nothing defines."""
    made: list[Event] = []
    opened: list[tuple[int, _Held, int, int]] = []
    told: Any
    held: Any
    for told, place in events_with_range(
        written.decode(), options=_OPTIONS, merge_text=True, broken_link_callback=lost
    ):
        at, end = place["start"], place["end"]
        name, held = (told, None) if isinstance(told, str) else next(iter(told.items()))
        if name == "Text":
            made.append(_event(Event, (Kind.WORDS, at, end, held, None, -1)))
        elif name == "Start":
            tag, of_tag = (held, None) if isinstance(held, str) else next(iter(held.items()))
            opened.append((len(made), _ELEMENTS[tag](of_tag), at, end))
            made.append(_BEGUN)
        elif name == "End":
            index, (kind, text, value), first, last = opened.pop()
            made[index] = _event(Event, (kind, first, last, text, value, len(made)))
            made.append(_event(Event, (Kind.END, at, end, "", kind, index)))
        elif name == "HardBreak":
            made.append(_event(Event, (_break(written, at, end), at, end, "", None, -1)))
        elif isinstance(held, str):
            made.append(_event(Event, (_LEAVES[name], at, end, held, None, -1)))
        else:
            made.append(_event(Event, (_LEAVES[name], at, end, "", held, -1)))
    return made


def _break(written: bytes, at: int, end: int) -> Kind:
    """Two spaces or a backslash, and nothing else, break a line: the parser takes a tab for a space."""
    hard = written[at:end].partition(b"\n")[0].rstrip(b"\r").endswith((b"  ", b"\\"))
    return Kind.HARD_BREAK if hard else Kind.SOFT_BREAK


_event = tuple.__new__
"""Makes a tuple without a call to Python: a town has hundreds of thousands of events."""

_BEGUN = Event(Kind.END, 0, 0)
"""Keeps the place of a beginning until its end is known."""

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
    fenced = isinstance(held, dict)
    return Kind.CODE_BLOCK, held["Fenced"].split(" ")[0] if fenced else "", fenced


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
