"""What the writer did, rather than what the YAML parser felt: the slip behind a syntax error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

import yaml

from hub.sources.document import Fault, Position
from hub.sources.lost import COMMENT, remarks

SPECIAL = "@`%*&!|>"
"""Signs that mean something to YAML at the beginning of a value."""

_KEY = r"^[ -]*(?P<cle>[\w-]+)"
_SLIPS = (
    ("T011", re.compile(r"^ *(?P<place>\t)")),
    ("T026", re.compile(_KEY + r"(?P<place>[\u00a0\u202f\u200b]+:|:[\u00a0\u202f\u200b]+)")),
    ("T028", re.compile(r"^[ -]*(?:[\w-]+: +)?(?P<place>[“„‟])(?P<valeur>[^“”„‟]*)[”“‟]? *$")),
    ("T025", re.compile(_KEY + r"(?P<place>:)(?P<valeur>[^\s/:\d][^:]*)$")),
    ("T027", re.compile(r"^ *(?P<place>(?P<signe>[–—•·]|-(?=[^\s-])))\s*(?P<valeur>.*)$")),
)
"""What a hurried hand writes: a tab, an invisible space, curly quotes, no space after a colon or a dash."""

NEARBY = 3
"""Lines looked at above an error: YAML reads on before it complains."""

_ENTRY = re.compile(r"^ *(?P<dashes>(?:- +|-$)*)(?P<key>[\w-]+\s*:(?: |$))?")
_HALF = re.compile(r"^ *(?P<dashes>(?:- +)*)(?P<place>[\w-]+)$")
"""A word by itself: half a key, when what follows makes no sense."""
_SILENT = re.compile(r"^\s*(?:#|$)")
"""A line that says nothing: blank, or a remark."""


class Before(NamedTuple):
    """What was read before an error: the last value between quotes, and where a bracket is still open."""

    quoted: yaml.ScalarEvent | None = None
    bracket: tuple[int, int] | None = None


class _Error(NamedTuple):
    """A syntax error: the lines of the text, the row (from 0) where it was felt, the parser's words."""

    lines: list[str]
    row: int
    path: str
    first_line: int
    raised: yaml.MarkedYAMLError
    before: Before

    def fault(self, code: str, row: int, column: int, **values: str) -> Fault:
        """A fault at `row` and `column`, both from 0."""
        return Fault(code, Position(self.path, self.first_line + row, column + 1), values)

    @property
    def line(self) -> str:
        return self.lines[self.row]

    def nearby(self) -> Iterator[int]:
        """The line of the error, then those just above."""
        return iter(range(self.row, max(self.row - NEARBY, -1), -1))

    def above(self, row: int) -> Iterator[int]:
        """The lines above `row` that say something, from the nearest."""
        return (near for near in range(row - 1, -1, -1) if not _SILENT.match(self.lines[near]))


def syntax_fault(
    raised: yaml.MarkedYAMLError,
    lines: list[str],
    path: str,
    first_line: int,
    before: Before,
) -> Fault:
    """The one fault that tells a syntax error of YAML `lines`, the first of which is line `first_line`."""
    mark = raised.problem_mark or raised.context_mark
    index = min(mark.line if mark else 0, len(lines) - 1)
    error = _Error(lines, index, path, first_line, raised, before)
    for rule in _RULES:
        if fault := rule(error):
            return fault
    return error.fault("T010", index, mark.column if mark else 0)


def _slip(error: _Error) -> Fault | None:
    """The slip on the line of the error or just above."""
    for near in error.nearby():
        for code, pattern in _SLIPS:
            if found := pattern.match(error.lines[near]):
                values = {name: text for name, text in found.groupdict().items() if name != "place"}
                return error.fault(code, near, found.start("place"), **values)
    return None


def _unclosed_quote(error: _Error) -> Fault | None:
    """A quote that is never closed, or closed by an apostrophe or by the next quote, lines below."""
    opened = error.raised.context_mark
    if "quoted scalar" in (error.raised.context or "") and opened:
        return error.fault("T014", opened.line, opened.column)
    if error.before.quoted and (begun := _quoted_down_to(error, error.before.quoted)):
        return error.fault("T014", *begun)
    apostrophe = re.match(r"^[ -]*(?:[\w-]+: +)?(?P<quote>')[^']*'\w", error.line)
    return error.fault("T014", error.row, apostrophe.start("quote")) if apostrophe else None


def _quoted_down_to(error: _Error, quoted: yaml.ScalarEvent) -> tuple[int, int] | None:
    """Where the quotes begin that end on the line of the error, or just above, when that is lines below."""
    start, end = quoted.start_mark, quoted.end_mark
    assert start and end  # libyaml marks every event
    reached = start.line < end.line and end.line in (error.row, error.row - 1)
    return (start.line, start.column) if reached else None


def _stray(error: _Error) -> Fault | None:
    """A line that belongs to nothing: no key, no dash, and as far left as the entry above it."""
    for near in (error.row, *islice(error.above(error.row), NEARBY)):
        line = error.lines[near]
        if _SILENT.match(line) or _column(line) is not None or line.lstrip()[0] in "[]{}\"'":
            continue
        columns = (_column(error.lines[row]) for row in error.above(near))
        entry = next((column for column in columns if column is not None), len(line))
        margin = len(line) - len(line.lstrip())
        if margin <= entry:
            return error.fault("T023", near, margin)
    return None


def _split(error: _Error) -> Fault | None:
    """A line broken in its margin, after its dash or in the middle of its key; or made a remark."""
    for near in range(error.row - 1, max(error.row - 2 * NEARBY, -1), -1):
        line = error.lines[near]
        if line.isspace() or (line.strip() == "-" and near + 1 < error.row):
            return error.fault("T010", near + 1, 0)
        if near <= error.row - NEARBY:
            continue
        if line.startswith(" ") and next(remarks(line), None):
            return error.fault("T010", near, line.index("#"))
        rest = _column(error.lines[near + 1]) if near + 1 < error.row else None
        if rest is not None and (found := _HALF.match(line)) and rest < found.start("dashes"):
            return error.fault("T023", near, found.start("place"))
    return None


def _column(line: str) -> int | None:
    """Where an entry begins, from 0: its key, or else its last dash. None for a line that is no entry."""
    found = _ENTRY.match(line)
    if not found or not (found["key"] or found["dashes"]):
        return None
    return found.start("key") if found["key"] else found.start("dashes") + len(found["dashes"].rstrip()) - 1


def _open_bracket(error: _Error) -> Fault | None:
    """A bracket opened on a line above, and never closed."""
    row, column = error.before.bracket or (error.row, 0)
    return error.fault("T010", row, column) if row < error.row else None


def _special_sign(error: _Error) -> Fault | None:
    """A value that begins with a sign that means something to YAML."""
    found = re.match(rf"^[\s-]*(?:[^\s:#]+: +)?(?=[{re.escape(SPECIAL)}])", error.line)
    return error.fault("T013", error.row, found.end(), signe=error.line[found.end()]) if found else None


def _second_colon(error: _Error) -> Fault | None:
    """« mapping values are not allowed »: a second colon in a value, or a line set too far right."""
    if "mapping values" not in (error.raised.problem or ""):
        return None
    mark = error.raised.problem_mark
    if found := re.match(r"^\s*(?:- +)?([^\s:#]+): +(.*:.*)$", error.line):
        return error.fault("T012", error.row, found.start(2), cle=found[1], valeur=found[2].strip())
    return _split(error) or error.fault("T022", error.row, mark.column if mark else 0)


def _cut_by_a_hash(error: _Error) -> Fault | None:
    """A text of several lines that a ` #` ends."""
    for near in error.nearby():
        found = re.match(r"^[^\"'#]*\S(?P<place> +)#(?P<valeur>.*)$", error.lines[near])
        if found and not COMMENT.match(found["place"] + "#" + found["valeur"]):
            return error.fault("T029", near, found.end("place"), valeur="#" + found["valeur"])
    return None


def _indented_start(error: _Error) -> Fault | None:
    """A first line set to the right of all others."""
    first = min(error.above(error.row), default=error.row)
    if error.lines[first].startswith(" ") and not error.line.startswith(" "):
        return error.fault("T022", first, len(error.lines[first]) - len(error.lines[first].lstrip()))
    return None


def _no_colon(error: _Error) -> Fault | None:
    """A line that is no `key: value`."""
    start = error.raised.context_mark
    if "could not find expected ':'" in (error.raised.problem or "") and start:
        return error.fault("T023", start.line, start.column)
    return None


_RULES: tuple[Callable[[_Error], Fault | None], ...] = (
    _slip,
    _unclosed_quote,
    _stray,
    _open_bracket,
    _indented_start,
    _special_sign,
    _second_colon,
    _cut_by_a_hash,
    _no_colon,
    _split,
)
