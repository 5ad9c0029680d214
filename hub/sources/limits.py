"""Sizes that a town never needs: beyond them a text is no text, and whoever reads it would wait for hours.

They are ten times what the longest real texts have, and more. A text beyond one is not read any further: no
rule, page or sheet of paper is made of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LINE = 10_000
"""Characters of a line of Markdown."""

WORD, ADDRESS = 500, 2_000
"""Characters without a blank; of a web address, which programs make long."""

MARKS = 8
"""Combining marks on one letter. Vietnamese needs two, Hebrew four."""

BRACKETS = 50
"""Brackets of a paragraph, or addresses of links, that are open at the same time."""

LEVELS = 10
"""Lists in lists, or quotations in quotations."""

HEADINGS = 300
"""Headings of a text."""

_FAR = re.compile(r"[^\x00-\u02ff\u2000-\u20cf\u20f1-\u2bff]")
_MARKED = re.compile(rf"{_FAR.pattern}{{{MARKS + 1},}}")
"""Characters in a row that may be marks: none is Latin or a sign of punctuation."""

_WORD = re.compile(rf"(?<!\S)\S{{{WORD + 1},}}")
_OPEN = re.compile(r"\n[ \t]*(?=\n)|\]\(|[\[\])]")
_HEADING = re.compile(r"^ {0,3}(?:#{1,6}(?=[ \t\n])|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1)*+[ \t]*")
_INDENTED = re.compile(r"[ \t>*+-]{5}")
_NUMBERS = re.compile(r"[.)][ \t>*+-]++[0-9]{1,9}[.)]")
"""One or the other stands before a text that is inside too many lists or quotations; few texts have any."""

_CONTAINER = re.compile(r"[ \t]*(?P<sign>>|[-*+](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))")


class Excess(NamedTuple):
    """What goes beyond a limit: the code of its rule, and where it stands in the text (from 0)."""

    code: str
    at: int


def excess(text: str) -> Excess | None:
    """The first thing in the text of a file, whatever its kind, that is longer than anybody writes."""
    lines, start = text.split("\n"), 0
    for line in lines if max(map(len, lines)) > WORD else ():
        if len(line) > WORD and (found := _long_word(line)):
            return Excess("T051", start + found.start())
        start += len(line) + 1
    return _marked(text)


def _long_word(line: str) -> re.Match[str] | None:
    for found in _WORD.finditer(line):
        if len(found[0]) > (ADDRESS if "://" in found[0] else WORD):
            return found
    return None


def _marked(text: str) -> Excess | None:
    """The first letter that carries too many marks."""
    for found in _MARKED.finditer(text) if _FAR.search(text) else ():
        marks = 0
        for index, letter in enumerate(found[0], start=found.start()):
            marks = marks + 1 if unicodedata.category(letter).startswith("M") else 0
            if marks > MARKS:
                return Excess("T052", index)
    return None


def excess_of_markdown(text: str) -> Excess | None:
    """The first thing that is deeper in a Markdown text than anybody writes, or comes too often."""
    return _long_line(text) or _opened(text) or _deep(text) or _repeated(text)


def _long_line(text: str) -> Excess | None:
    """The first line that is too long; in a register, a list may be on one line."""
    start = 0
    for line in text.split("\n") if len(text) > LINE else ():
        if len(line) > LINE:
            return Excess("T050", start)
        start += len(line) + 1
    return None


def _opened(text: str) -> Excess | None:
    """Brackets, or addresses of links, opened in a paragraph without being closed."""
    if text.count("[") <= BRACKETS and text.count("](") <= BRACKETS:
        return None
    brackets = addresses = 0
    for found in _OPEN.finditer(text):
        sign = found[0]
        if sign[0] == "\n":
            brackets = addresses = 0
        elif sign == "[":
            brackets += 1
        elif sign == ")":
            addresses = max(0, addresses - 1)
        else:
            brackets = max(0, brackets - 1)
            addresses += sign == "]("
        if brackets > BRACKETS or addresses > BRACKETS:
            return Excess("T053", found.start())
    return None


def _deep(text: str) -> Excess | None:
    """Lists in lists, or quotations in quotations."""
    if not (_INDENTED.search(text) or _NUMBERS.search(text)):
        return None
    start = 0
    lists: list[int] = []
    quotes: list[int] = []
    above = ""
    for line in text.split("\n"):
        signs = list(_containers(line))
        if not signs and above.strip() == "" and line[:1].strip():
            lists.clear()  # a paragraph at the margin
            quotes.clear()
        for column, sign in signs:
            outer = quotes if sign == ">" else lists
            while outer and outer[-1] >= column:
                outer.pop()
            outer.append(column)
            if len(outer) > LEVELS:
                return Excess("T054", start + column)
        start += len(line) + 1
        above = line
    return None


def _containers(line: str) -> Iterator[tuple[int, str]]:
    """The signs that begin a line, of lists and quotations, and their columns, from the margin."""
    if _RULE.fullmatch(line):
        return
    at = 0
    while found := _CONTAINER.match(line, at):
        yield found.start("sign"), found["sign"]
        at = found.end()


def _repeated(text: str) -> Excess | None:
    """The first heading too many."""
    if sum(map(text.count, "#-=")) <= HEADINGS:
        return None
    for number, found in enumerate(_HEADING.finditer(text), start=1):
        if number > HEADINGS:
            return Excess("T055", found.start())
    return None
