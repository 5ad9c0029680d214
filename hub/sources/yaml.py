"""YAML text -> dicts, lists and text, with the place of every value.

Built from libyaml's events rather than its loader: `compose` recurses in C and ends the process on
100,000 opening brackets, keeps the last of two equal keys in silence, and expands aliases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser

from hub.sources.document import Fault, Position
from hub.sources.lost import OPENING_CURLS, curled, lost_text, quoted_with_curls
from hub.sources.mistake import NEARBY, Before
from hub.sources.places import Places, known
from hub.sources.syntax import syntax_fault
from hub.sources.text import CONTROL

MAX_DEPTH = 12
"""The deepest source needs 5 levels; libyaml's scanner is quadratic in nested brackets."""

INVISIBLE = re.compile("[\u00a0\u00ad\u202f\u200b-\u200f\u2060\ufeff]")
LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What libyaml counts as the end of a line (YAML 1.1, 5.4)."""

_OTHER_BREAK = re.compile("[\r\x85\u2028\u2029]")
_UNUSUAL = re.compile(rf"[\\\r{INVISIBLE.pattern[1:-1]}{CONTROL.pattern[1:-1]}]")
"""Signs, or the beginning of an escape, without which a value holds none of those that are looked for."""

NULLS = frozenset(("~", "null", "Null", "NULL"))
"""The plain words for no value (YAML 1.2, 10.2.1.1), which forms write in a field left empty."""


class _Stop(Exception):
    """Reading further makes no sense: the fault is recorded."""


@dataclass(slots=True)
class _Open:
    """A collection being filled."""

    data: dict[str, Any] | list[Any]
    row: int
    line: int
    column: int
    flow: bool = False
    key: str | None = None
    name: int = 0
    key_line: int = 0
    key_column: int = 0


@dataclass(slots=True)
class _Builder:
    path: str
    first_line: int
    lines: list[str]
    faults: list[Fault] = field(default_factory=list)
    root: Any = None
    quoted: yaml.ScalarEvent | None = None
    places: Places = field(default_factory=Places)
    stack: list[_Open] = field(default_factory=list)
    plain: bool = False
    remarked: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str, path: str, first_line: int) -> _Builder:
        """The builder of a text, most of which hold no sign to look for in every value: `plain` says so.

        `remarked` are the lines, from 0, that hold the sign of a remark.
        """
        lines = LINE_BREAK.split(text) if _OTHER_BREAK.search(text) else text.split("\n")
        remarked = frozenset(n for n, line in enumerate(lines) if "#" in line) if "#" in text else frozenset()
        return cls(path, first_line, lines, plain=not _UNUSUAL.search(text), remarked=remarked)

    def fault(self, code: str, line: int, column: int, **values: str) -> None:
        self.faults.append(Fault(code, Position(self.path, line, column), values))

    def with_syntax(self, last: Fault) -> list[Fault]:
        """The faults and the error that ends the reading, unless it comes of the one just above."""
        above = self.faults[-1].position.line if self.faults else -NEARBY
        return self.faults if above + NEARBY > last.position.line else [*self.faults, last]

    def before(self) -> Before:
        """What an error may come of: the last quotes, and the first of the brackets still open."""
        brackets = ((top.line - self.first_line, top.column - 1) for top in self.stack if top.flow)
        return Before(self.quoted, next(brackets, None))

    def feed(self, events: Iterable[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if type(event) is yaml.ScalarEvent:  # most of them
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
        if sign:
            self.fault("T016", *self._place(event), signe=sign)
            raise _Stop

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._refuse_reference(event)
        mark, end = event.start_mark, event.end_mark
        assert mark is not None and end is not None  # libyaml marks every event
        line, column = mark.line + self.first_line, mark.column + 1
        value, style = event.value, event.style
        if not self.plain and (CONTROL.search(value) or "\r" in value):  # written as "\x01"
            self.fault("T004", line, column)
            raise _Stop
        if not style:
            if value[:1] in OPENING_CURLS or end.line in self.remarked:
                value = self._as_meant(event)
        elif style in ("'", '"'):
            self.quoted = event
        top = self.stack[-1] if self.stack else None
        if top and top.key is None and type(top.data) is dict:
            top.key, top.name = known(self._key(value, top, line, column))
            top.key_line, top.key_column = line, column
        else:
            if not style and value in NULLS:
                value = ""
            elif style or not self.plain:
                value = self._visible(value, style)
            self._place_it(line, column)
            self._add(value)

    def _visible(self, value: str, style: str | None) -> str:
        """A value whose spaces are ordinary, without those at its ends, and without what nobody sees.

        The site writes its own no-break spaces. A block keeps its line ends.
        """
        if not self.plain:
            value = INVISIBLE.sub(lambda found: " " if found[0] in "\u00a0\u202f" else "", value)
        return value if style in ("|", ">") else value.strip(" ")

    def _key(self, key: str, top: _Open, line: int, column: int) -> str:
        """The key of a mapping, without what nobody sees, and told where it was written before."""
        visible = key if self.plain else INVISIBLE.sub("", key)
        if key not in top.data and visible == key:
            return key
        if visible != key:
            self.fault("T026", line, column, cle=visible)
            if INVISIBLE.match(key):  # it makes the margin, and nothing below stands where it seems to
                raise _Stop
        elif key == next(iter(top.data)) and self._in_a_list():
            self.fault("T037", line, column, cle=key)
            raise _Stop
        else:
            self.fault("T015", line, column, cle=key, ligne=str(self._line_of(key, top)))
        return visible

    def _line_of(self, key: str, top: _Open) -> int:
        """The line of a key that was written before."""
        self.places.close(top.row)  # as far as it goes
        row = self.places.child(top.row, key)
        assert row is not None
        return self.places.mark(row).key_line

    def _in_a_list(self) -> bool:
        """Whether the mapping being filled is an entry of a list."""
        return len(self.stack) > 1 and isinstance(self.stack[-2].data, list)

    def _as_meant(self, event: yaml.ScalarEvent) -> str:
        """A plain value; what YAML reads otherwise than it was meant is a fault, and reading goes on."""
        if event.value[:1] in OPENING_CURLS and quoted_with_curls(event.value):
            line, column = self._place(event)
            value = curled(self.lines[line - self.first_line], column - 1)
            self.fault("T028", line, column, valeur=value)
            return value
        end = event.end_mark
        assert end is not None
        if end.line in self.remarked and (lost := lost_text(self.lines[end.line], end.column)):
            self.fault("T029", end.line + self.first_line, lost[0] + 1, valeur=lost[1])
            return event.value or lost[1]  # nothing at all would be told a second time
        return event.value

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
        row = self._place_it(line, column)
        self.stack.append(_Open(data, row, line, column, bool(event.flow_style)))

    def _close(self) -> None:
        done = self.stack.pop()
        self.places.close(done.row)
        self._add(done.data)

    def _place_it(self, line: int, column: int) -> int:
        """Note where a value begins, in its order in the file; returns its row."""
        top = self.stack[-1] if self.stack else None
        if top is None or top.key is None:
            return self.places.add((line, column, line, column))
        return self.places.add((line, column, top.key_line, top.key_column), top.name)

    def _add(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        if isinstance(top.data, list):
            top.data.append(value)
        else:
            assert top.key is not None
            top.data[top.key] = value
            top.key = None


def _events(text: str) -> Iterator[yaml.Event]:
    """libyaml's events, without the loader that would make values of them. Raises `yaml.YAMLError`."""
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def parse(text: str, path: str, first_line: int = 1) -> tuple[Any, Places, list[Fault]]:
    """`(values, places, faults)` of a YAML text whose first line is line `first_line` of `path`.

    Never raises for what a text may hold. Values are None where a fault hides what follows it; beside a fault
    that hides nothing (text lost after a sign, a key written twice) they are what was meant, so that the rest
    of the file is checked in the same run.
    """
    builder = _Builder.of(text, path, first_line)
    try:
        builder.feed(_events(text))
    except _Stop:
        return None, Places.nowhere(), builder.faults
    except yaml.MarkedYAMLError as error:
        last = syntax_fault(error, builder.lines, path, first_line, builder.before())
        return None, Places.nowhere(), builder.with_syntax(last)
    except yaml.YAMLError:
        builder.fault("T010", first_line, 1)
        return None, Places.nowhere(), builder.faults
    return builder.root, builder.places if len(builder.places) else Places.nowhere(), builder.faults
