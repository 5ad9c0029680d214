"""The tree of a Markdown text in lines, from our events, as `tests/github.py` has it from GitHub's reader.

The two are written the same way, so that a difference is one of reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

from hub.prose import Event, Kind, Text, read
from tests import towns

SPECIFICATION = towns.ROOT / "tests" / "clients" / "node_modules" / "commonmark-spec" / "spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.DOTALL | re.MULTILINE)


def examples(specification: Path = SPECIFICATION) -> list[str]:
    """The Markdown of each example of the CommonMark specification, in order: the first is its example 1."""
    assert specification.is_file(), "commonmark-spec manque : make test l'installe"
    found = _EXAMPLE.finditer(specification.read_text(encoding="utf-8"))
    return [example[1].replace("→", "\t") for example in found]


def ours(written: str) -> list[str]:
    """The tree that we read, in lines."""
    return _Events(read(written)).lines()


def holds_html(written: str) -> bool:
    """Whether we see raw HTML in a text, which a rule refuses."""
    return any(event.kind in (Kind.HTML, Kind.HTML_BLOCK) for event in read(written).events)


class Lines:
    """A tree in lines: elements with their ends, runs of words joined."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def words(self, words: str) -> None:
        if self.written and self.written[-1].startswith("words "):
            self.written[-1] += words
        elif words:
            self.written.append(f"words {words}")

    def tag(self, name: str, *details: str) -> None:
        self.written.append(" ".join((name, *filter(None, details))))


def address(written: str) -> str:
    return quote(unquote(written), safe="")


_NAMES = {
    Kind.PARAGRAPH: "p",
    Kind.QUOTE: "blockquote",
    Kind.ITEM: "li",
    Kind.TABLE: "table",
    Kind.TABLE_HEAD: "thead",
    Kind.ROW: "tr",
    Kind.CELL: "cell",
    Kind.EMPHASIS: "em",
    Kind.STRONG: "strong",
    Kind.STRIKE: "del",
    Kind.LINK: "a",
    Kind.CODE_BLOCK: "pre",
    Kind.LIST: "list",
    Kind.HEADING: "heading",
    Kind.NOTE: "note",
}


class _Events:
    """Our events in lines; the notes after the text, in the order of their marks, those without a mark left
    out, as cmark-gfm shows them."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._notes = {
            event.text.casefold(): index
            for index, event in reversed(list(enumerate(text.events)))
            if event.kind is Kind.NOTE
        }
        self._numbers: dict[str, int] = {}
        for event in text.events:
            if event.kind is Kind.NOTE_MARK:
                self._numbers.setdefault(event.text.casefold(), len(self._numbers) + 1)
        self._open: list[Kind] = []
        self._cell = 0
        self._alignments: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        lines = Lines()
        self._walk(lines, 0, len(self._text.events))
        for label, number in self._numbers.items():
            index = self._notes[label]
            lines.tag("note", str(number))
            self._walk(lines, index + 1, self._text.events[index].other)
            lines.tag("/note")
        return lines.written

    def _walk(self, lines: Lines, index: int, end: int) -> None:
        while index < end:
            event = self._text.events[index]
            if event.kind is Kind.NOTE:
                index = event.other
            elif event.kind is Kind.IMAGE:
                said = "".join(map(_said, self._text.inside(index)))
                lines.tag("img", address(event.value.destination), repr(event.value.title), one_blank(said))
                index = event.other
            elif not self._in_strong(event):
                self._tell(lines, event)
            index += 1

    def _in_strong(self, event: Event) -> bool:
        """Whether it is strong words right inside strong words: cmark-gfm writes them once."""
        if event.kind is Kind.END:
            parent = self._open[-2:-1]
            self._open.pop()
            return event.value is Kind.STRONG and parent == [Kind.STRONG]
        parent = self._open[-1:]
        if event.other >= 0 and event.kind is not Kind.IMAGE:
            self._open.append(event.kind)
        return event.kind is Kind.STRONG and parent == [Kind.STRONG]

    def _tell(self, lines: Lines, event: Event) -> None:
        match event.kind:
            case Kind.END:
                lines.tag("/" + _NAMES[event.value])
            case Kind.WORDS:
                lines.words(event.text)
            case Kind.SOFT_BREAK:
                lines.words("\n")
            case Kind.HARD_BREAK:
                lines.tag("br")
            case Kind.RULE:
                lines.tag("hr")
            case Kind.CODE:
                lines.written.append(f"code {one_blank(event.text)}")
            case Kind.NOTE_MARK:
                lines.tag("mark", str(self._numbers[event.text.casefold()]))
            case Kind.TASK:  # cmark-gfm puts the box before the paragraph, or the title
                place = len(lines.written) - lines.written[-1].startswith(("p", "heading"))
                lines.written.insert(place, "task done" if event.value else "task")
            case _:
                lines.tag(_NAMES[event.kind], *self._details(event))

    def _details(self, event: Event) -> Iterator[str]:
        match event.kind:
            case Kind.HEADING:
                yield str(event.value)
            case Kind.CODE_BLOCK:
                yield event.text
            case Kind.LIST:
                yield "-" if event.value is None else str(event.value)
            case Kind.LINK:
                mailto = "mailto:" if event.value.form == "email" else ""
                yield from (address(mailto + event.value.destination), repr(event.value.title))
            case Kind.TABLE:
                self._alignments = event.value
            case Kind.ROW | Kind.TABLE_HEAD:
                self._cell = 0
            case Kind.CELL:
                yield self._alignments[self._cell]
                self._cell += 1


def one_blank(code: str) -> str:
    """A run of code, an alternative text, as it is shown: blanks in a row are one, at the ends none."""
    return re.sub(r"[ \t\n]+", " ", code).strip(" ")


def _said(event: Event) -> str:
    return " " if event.kind in (Kind.SOFT_BREAK, Kind.HARD_BREAK) else event.text
