"""Events -> text in columns, as a mail without HTML is read."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from hub.markup.typography import french
from hub.prose import Event, Kind, Target, Text, until_end
from hub.prose.html import Lead
from hub.prose.notes import noted
from hub.prose.words import box, is_break, words
from hub.sources.text import CONTROL

WIDTH = 72
"""Columns: what mail programs have shown without breaking lines since terminals had 80."""

_CODE = "\x00"
"""Stands for a run of code, which has no French spaces, in a paragraph: no text holds it."""

_BLOCKS = frozenset(
    (Kind.PARAGRAPH, Kind.HEADING, Kind.LIST, Kind.ITEM, Kind.QUOTE, Kind.TABLE, Kind.TABLE_HEAD, Kind.ROW)
)


def columns(text: Text, leading: Callable[[Target], Lead], width: int = WIDTH) -> str:
    """A text in French spacing, no line longer than `width` but for a long address or a line of code.

    Links become numbers between brackets; the notes follow the text, then the addresses of the links, which
    `leading` knows.
    """
    numbers, body, notes = noted(text)
    writer = _Writer(leading, numbers, width)
    writer.take(body)
    for number, note in notes:
        writer.note(number, note)
    return writer.text()


def wrapped(text: str, width: int = WIDTH, first: str = "", after: str | None = None) -> str:
    """A paragraph in columns: `first` before its first line, `after` (as many blanks) before the others."""
    return textwrap.fill(
        " ".join(re.split(r"[ \t\n]+", text.strip())),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if after is None else after,
        break_long_words=False,
        break_on_hyphens=False,
    )


class _Writer:
    """Writes a paragraph whenever a block begins or ends."""

    def __init__(self, leading: Callable[[Target], Lead], numbers: Mapping[str, int], width: int) -> None:
        self._leading = leading
        self._numbers = numbers
        self._width = width
        self._written: list[str] = []
        self._said: list[str] = []
        self._codes: list[str] = []
        self._lists: list[int | None] = []
        self._quotes = 0
        self._mark = ""
        self._row = False
        self._cells = 0
        self._above = ""
        self._links: list[tuple[Target, int]] = []
        self._addresses: dict[str, int] = {}

    def text(self) -> str:
        """What was read so far, then the addresses of its links."""
        self._end()
        notes = [f"[{number}] {address}" for address, number in self._addresses.items()]
        return "\n".join([*self._written, *([""] if notes and self._written else []), *notes])

    def note(self, number: int, events: Iterable[Event]) -> None:
        """A note of the text, after its number."""
        self._end()
        self._mark = f"Note\u00a0{number}\u00a0: "
        self.take(events)

    def take(self, events: Iterable[Event]) -> None:
        """Write what these events say."""
        reading = iter(events)
        for event in reading:
            kind = event.value if event.kind is Kind.END else event.kind
            if kind in _BLOCKS:
                self._block(event)
            elif event.kind is Kind.CODE_BLOCK:
                self._end()
                self._verbatim("".join(one.text for one in until_end(reading, Kind.CODE_BLOCK)))
            elif event.kind is Kind.IMAGE:
                self._image(event.value, words(until_end(reading, Kind.IMAGE)))
            else:
                self._inline(event)

    def _block(self, event: Event) -> None:
        match event.kind, event.value:
            case Kind.END, Kind.HEADING:
                self._head()
                return
            case _:
                self._end()
        match event.kind, event.value:
            case Kind.LIST, start:
                self._lists.append(start)
            case Kind.ITEM, _:
                self._mark = self._next_mark()
            case Kind.QUOTE, _:
                self._quotes += 1
            case ((Kind.ROW | Kind.TABLE_HEAD), _):
                self._row, self._cells = True, 0
            case Kind.END, (Kind.ROW | Kind.TABLE_HEAD):
                self._row = False  # where it was empty
            case Kind.END, Kind.LIST:
                self._lists.pop()
                self._above = self._above if self._lists else ""
            case Kind.END, Kind.QUOTE:
                self._quotes -= 1

    def _inline(self, event: Event) -> None:
        match event.kind:
            case Kind.WORDS:
                self._said.append(CONTROL.sub("", event.text))
            case Kind.CODE:
                self._codes.append(CONTROL.sub("", event.text))
                self._said.append(_CODE)
            case Kind.SOFT_BREAK | Kind.HARD_BREAK:
                self._said.append(" " if event.kind is Kind.SOFT_BREAK else "\n")
            case Kind.HTML if is_break(event):
                self._said.append(" ")
            case Kind.TASK:
                self._said.append(box(event))
            case Kind.NOTE_MARK if number := self._numbers.get(event.text.casefold()):
                self._said.append(f" (note\u00a0{number})")
            case Kind.LINK:
                self._links.append((event.value, len(self._said)))
            case Kind.CELL:
                self._said.append(" | " if self._cells else "")
                self._cells += 1
            case Kind.RULE:
                self._end()
                self._paragraph("* * *")
            case Kind.END if event.value is Kind.LINK:
                self._led(*self._links.pop())

    def _next_mark(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _image(self, image: Target, alternative: str) -> None:
        """Its alternative; its caption, on a line of its own."""
        alone = not self._said
        self._said.append(f"[{alternative}]" if alternative else "")
        if alone and image.title:
            self._said.append(f"\n{image.title}\n")

    def _led(self, target: Target, start: int) -> None:
        """A number for the address, but where the words are the address already."""
        address, after = self._leading(target)
        self._said.append(after)
        if not address or address.removeprefix("mailto:") in "".join(self._said[start:]):
            return
        number = self._addresses.setdefault(address, len(self._addresses) + 1)
        self._said.append(f"\u00a0[{number}]")

    def _told(self) -> str:
        """The words since the last paragraph, in French spacing but for code."""
        told, self._said = french("".join(self._said).strip()), []
        codes, self._codes = iter(self._codes), []
        return re.sub(_CODE, lambda _: next(codes), told)

    def _head(self) -> None:
        if title := self._told():
            self._paragraph(title, underlined=True)

    def _end(self) -> None:
        if told := self._told():
            self._paragraph(told)

    def _verbatim(self, code: str) -> None:
        """Lines of code as they were written: cut or joined, they would be others."""
        mark, self._mark, self._above = self._mark, "", ""
        margin = "> " * self._quotes + "  " * len(self._lists)
        if self._written and not mark:
            self._written.append("")
        self._written += [(margin + line).rstrip() for line in CONTROL.sub("", code).strip("\n").split("\n")]

    def _paragraph(self, told: str, *, underlined: bool = False) -> None:
        mark, self._mark = self._mark, ""
        row, self._row = self._row, False
        kind = "list" if self._lists else "row" if row else ""
        follows = kind and kind == self._above and (mark or row)
        if self._written and not follows:
            self._written.append("")
        self._above = kind
        margin = "> " * self._quotes + "  " * max(0, len(self._lists) - 1)
        first = margin + (mark or ("  " if self._lists else ""))
        after = margin + " " * (len(first) - len(margin))
        for line in self._lines(told, first, after):
            self._written.append(line)
            first = after
        if underlined:
            self._written.append(margin + "-" * min(len(told), self._width - len(margin)))

    def _lines(self, told: str, first: str, after: str) -> Iterator[str]:
        for line in told.split("\n"):
            yield wrapped(line, self._width, first, after)
            first = after
