"""HTML -> text in columns, as a mail without HTML is read."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from html.parser import HTMLParser

WIDTH = 72
"""Columns: what mail programs have shown without breaking lines since terminals had 80."""

_HEADS = {"h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADS | {"p", "li", "tr", "pre", "dt", "dd", "hr"}


def columns(html: str, width: int = WIDTH) -> str:
    """The words of a fragment of our own HTML, no line longer than `width` but for a long address
    or a line of code.

    Links become numbers between brackets; their addresses follow the text.
    """
    reader = _Reader(width)
    reader.feed(html)
    reader.close()
    return reader.text()


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


class _Reader(HTMLParser):
    """Writes a paragraph whenever a block ends."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._written: list[str] = []
        self._words = ""
        self._lists: list[int | None] = []
        self._quotes = 0
        self._mark = ""
        self._row = False
        self._code = False
        self._above = ""
        self._links: list[tuple[str, int]] = []
        self._addresses: dict[str, int] = {}

    def text(self) -> str:
        """What was read so far, then the addresses of its links."""
        self._end()
        notes = [f"[{number}] {address}" for address, number in self._addresses.items()]
        return "\n".join([*self._written, *([""] if notes and self._written else []), *notes])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in _BLOCKS | {"ul", "ol", "blockquote", "table"}:
            self._end()
        match tag:
            case "ul":
                self._lists.append(None)
            case "ol":
                self._lists.append(int(values.get("start") or 1))
            case "li":
                self._mark = self._next_mark()
            case "blockquote":
                self._quotes += 1
            case "a":
                self._links.append((values.get("href", ""), len(self._words)))
            case "img":
                self._words += f"[{values.get('alt', '')}]" if values.get("alt") else ""
            case "br":
                self._words += "\n"
            case "hr":
                self._paragraph("* * *")
            case "pre":
                self._code = True
            case "tr":
                self._row = True
            case "td" | "th":
                self._words += " | " if self._words else ""

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "a" if self._links:
                self._note(*self._links.pop())
            case "ul" | "ol" if self._lists:
                self._end()
                self._lists.pop()
                self._above = self._above if self._lists else ""
            case "blockquote":
                self._end()
                self._quotes = max(0, self._quotes - 1)
            case "pre":
                self._verbatim()
            case _ if tag in _HEADS:
                self._head()
            case _ if tag in _BLOCKS:
                self._end()

    def handle_data(self, data: str) -> None:
        self._words += data if self._code else re.sub(r"[ \t\n]+", " ", data)

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "- "
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}. "

    def _note(self, address: str, start: int) -> None:
        """A number for the address, but where the words are the address already."""
        if not address or address.removeprefix("mailto:") in self._words[start:]:
            return
        number = self._addresses.setdefault(address, len(self._addresses) + 1)
        self._words += f"\u00a0[{number}]"

    def _head(self) -> None:
        title, self._words = self._words.strip(), ""
        if title:
            self._paragraph(title, underlined=True)

    def _end(self) -> None:
        words, self._words = self._words.strip(), ""
        if words:
            self._paragraph(words)

    def _verbatim(self) -> None:
        """Lines of code as they were written: cut or joined, they would be others."""
        lines, self._words, self._code = self._words.strip("\n").split("\n"), "", False
        mark, self._mark, self._above = self._mark, "", ""
        margin = "> " * self._quotes + "  " * len(self._lists)
        if self._written and not mark:
            self._written.append("")
        self._written += [(margin + line).rstrip() for line in lines]

    def _paragraph(self, words: str, *, underlined: bool = False) -> None:
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
        for line in self._lines(words, first, after):
            self._written.append(line)
            first = after
        if underlined:
            self._written.append(margin + "-" * min(len(words), self._width - len(margin)))

    def _lines(self, words: str, first: str, after: str) -> Iterator[str]:
        for line in words.split("\n"):
            yield wrapped(line, self._width, first, after)
            first = after
