"""YAML text -> dicts, lists and text, with the mark of every value.

Built from libyaml's events rather than its loader: `compose` recurses in C and ends the process on
100,000 opening brackets, keeps the last of two equal keys in silence, and expands aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from hub.sources.document import Fault, Key, Mark, Position
from hub.sources.text import CONTROL

MAX_DEPTH = 12
"""The deepest source needs 5 levels; libyaml's scanner is quadratic in nested brackets."""

SPECIAL = "@`%*&!|>"
INVISIBLE = re.compile("[\u00a0\u202f\u200b\u200c\u200d\u2060\ufeff]")
_NOTHING = Mark(1, 1, 1, 1)


class _Stop(Exception):
    """Reading further makes no sense: the fault is recorded."""


@dataclass(slots=True)
class _Open:
    """A collection being filled."""

    data: dict[str, Any] | list[Any]
    children: dict[Key, Mark]
    line: int
    column: int
    key: str | None = None
    key_line: int = 0
    key_column: int = 0


@dataclass(slots=True)
class _Builder:
    path: str
    first_line: int
    lenient: bool
    faults: list[Fault] = field(default_factory=list)
    root: Any = None
    marks: Mark = _NOTHING
    stack: list[_Open] = field(default_factory=list)

    def fault(self, code: str, line: int, column: int, **values: str) -> None:
        self.faults.append(Fault(code, Position(self.path, line, column), values))

    def feed(self, events: Iterable[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._refuse_reference(event)
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._refuse_reference(event)
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
            elif isinstance(event, yaml.AliasEvent):
                line, column = self._place(event)
                self.fault("T016", line, column, signe=f"*{event.anchor}")
                raise _Stop
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.fault("T018", *self._place(event))
                    raise _Stop

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None  # libyaml marks every event
        return mark.line + self.first_line, mark.column + 1

    def _refuse_reference(self, event: Any) -> None:
        sign = f"&{event.anchor}" if event.anchor else f"{event.tag}" if event.tag else ""
        if sign and not self.lenient:
            self.fault("T016", *self._place(event), signe=sign)
            raise _Stop

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        line, column = self._place(event)
        if CONTROL.search(event.value):  # written as "\x01"
            self.fault("T004", line, column)
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top is None or isinstance(top.data, list) or top.key is not None:
            self._add(event.value, line, column, None)
        elif INVISIBLE.search(event.value):
            self.fault("T026", line, column, cle=INVISIBLE.sub("", event.value))
            raise _Stop
        elif event.value in top.data or event.value in top.children:
            first = top.children[event.value].key_line
            self.fault("T015", line, column, cle=event.value, ligne=str(first))
            raise _Stop
        else:
            top.key, top.key_line, top.key_column = event.value, line, column

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        line, column = self._place(event)
        if len(self.stack) >= MAX_DEPTH:
            self.fault("T017", line, column)
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top.data, dict) and top.key is None:
            self.fault("T010", line, column)
            raise _Stop
        data: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(data, {}, line, column))

    def _close(self) -> None:
        done = self.stack.pop()
        self._add(done.data, done.line, done.column, done.children)

    def _add(self, value: Any, line: int, column: int, children: dict[Key, Mark] | None) -> None:
        if not self.stack:
            self.root, self.marks = value, Mark(line, column, line, column, children)
            return
        top = self.stack[-1]
        if isinstance(top.data, list):
            top.children[len(top.data)] = Mark(line, column, line, column, children)
            top.data.append(value)
        else:
            assert top.key is not None
            top.children[top.key] = Mark(line, column, top.key_line, top.key_column, children)
            top.data[top.key] = value
            top.key = None


def parse(
    text: str, path: str, first_line: int = 1, *, lenient: bool = False
) -> tuple[Any, Mark, list[Fault]]:
    """`(values, marks, faults)` of a YAML text whose first line is line `first_line` of `path`.

    `lenient` lets anchors and tags pass (mkdocs.yml may hold some), as plain text. Never raises for
    what a text may hold: values are None when faults are not empty.
    """
    builder = _Builder(path, first_line, lenient)
    try:
        builder.feed(yaml.parse(text, Loader=yaml.CBaseLoader))
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_syntax_fault(error, text, path, first_line))
    except yaml.YAMLError:
        builder.fault("T010", first_line, 1)
    if builder.faults:
        return None, _NOTHING, builder.faults
    return builder.root, builder.marks, []


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Fault:
    """What the writer did, rather than what the parser felt."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    index = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column + 1 if mark else 1
    problem = error.problem or ""
    position = Position(path, first_line + index, column)

    for rule in (_slip, _unclosed_quote, _special_sign):
        if fault := rule(lines, index, path, first_line, error):
            return fault
    if "mapping values" in problem:
        return _colon_fault(lines[index], position)
    if "could not find expected ':'" in problem and error.context_mark:
        start = error.context_mark
        return Fault("T023", Position(path, first_line + start.line, start.column + 1))
    return Fault("T010", position)


_SLIPS = (
    ("T011", re.compile(r"^ *(?P<place>\t)")),
    ("T026", re.compile(r"^[ -]*(?P<cle>[\w-]+)(?P<place>[\u00a0\u202f\u200b]+:|:[\u00a0\u202f\u200b]+)")),
    ("T025", re.compile(r"^[ -]*(?P<cle>[\w-]+)(?P<place>:)(?P<valeur>[^\s/:\d][^:]*)$")),
    ("T027", re.compile(r"^ *(?P<place>(?P<signe>[–—•·]|-(?=[^\s-])))\s*(?P<valeur>.*)$")),
)
"""What a hurried hand writes: a tab, an invisible space, no space after a colon or a dash."""


def _slip(
    lines: list[str], index: int, path: str, first_line: int, error: yaml.MarkedYAMLError
) -> Fault | None:
    """The slip on the line of the error or just above: YAML reads on before it complains."""
    for near in range(index, max(index - 3, -1), -1):
        for code, pattern in _SLIPS:
            if found := pattern.match(lines[near]):
                place = Position(path, first_line + near, found.start("place") + 1)
                values = {name: text for name, text in found.groupdict().items() if name != "place"}
                return Fault(code, place, values)
    return None


def _unclosed_quote(
    lines: list[str], index: int, path: str, first_line: int, error: yaml.MarkedYAMLError
) -> Fault | None:
    """A quote that is never closed, or closed by an apostrophe."""
    if "quoted scalar" in (error.context or "") and error.context_mark:
        opened = error.context_mark
        return Fault("T014", Position(path, first_line + opened.line, opened.column + 1))
    apostrophe = re.match(r"^[ -]*(?:[\w-]+: +)?(?P<quote>')[^']*'\w", lines[index])
    if apostrophe:
        return Fault("T014", Position(path, first_line + index, apostrophe.start("quote") + 1))
    return None


def _special_sign(
    lines: list[str], index: int, path: str, first_line: int, error: yaml.MarkedYAMLError
) -> Fault | None:
    """A value that begins with a sign that means something to YAML."""
    found = re.match(rf"^[\s-]*(?:[^\s:#]+: +)?(?=[{re.escape(SPECIAL)}])", lines[index])
    if not found:
        return None
    place = Position(path, first_line + index, found.end() + 1)
    return Fault("T013", place, {"signe": lines[index][found.end()]})


def _colon_fault(line: str, position: Position) -> Fault:
    """« mapping values are not allowed »: a second colon in a value, or a line set too far right."""
    if found := re.match(r"^\s*(?:- +)?([^\s:#]+): +(.*:.*)$", line):
        place = position._replace(column=found.start(2) + 1)
        return Fault("T012", place, {"cle": found[1], "valeur": found[2].strip()})
    return Fault("T022", position)
