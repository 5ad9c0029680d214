"""Edits of a register, which keep every byte of the rest: by the nodes of its YAML and their places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import yaml

Place = tuple[int, int]
"""Where a key or an item begins: its line and its column, from 1, as problems tell them."""

Cut = tuple[int, int, str]
"""From which character to which, and what stands there instead."""

_OTHER_ENDS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""What YAML 1.1 takes for the end of a line and an editor does not: such a text is left alone."""


def removals(text: str, places: Collection[Place]) -> list[Cut]:
    """The cuts that take away the entries whose keys, and the items that, begin at these places.

    Lines go whole, but for the items of a list between brackets. What is the last thing of a group stays.
    None where the rest would no longer say the same: a person does it then.
    """
    root = _root(text)
    cuts = list(_removed(_Lines(text), root, places)) if root else []
    return cuts if cuts and _said(_root(cut(text, cuts))) == _said(root, places) else []


def spaces(text: str, places: Collection[Place]) -> list[Cut]:
    """The cuts that put one more space before each of these places."""
    starts = _Lines(text).starts
    found = (starts[line - 1] + column - 1 for line, column in places)
    return [(at, at, " ") for at in found]


def cut(text: str, cuts: Iterable[Cut]) -> str:
    """The text with these cuts, whose places are those of the text as it is; none is inside another."""
    for start, end, instead in sorted(set(cuts), reverse=True):
        text = f"{text[:start]}{instead}{text[end:]}"
    return text


def with_entry(text: str, path: tuple[str, ...], key: str, value: str) -> str:
    """The text where the group at `path` says `key: value`; as it is where it has no such group."""
    group = _root(text)
    for name in path:
        group = next((inner for at, inner in _entries(group) if at.value == name), None)
    if not isinstance(group, yaml.MappingNode) or not group.value:
        return text
    lines = _Lines(text)
    for at, inner in _entries(group):
        if at.value == key:
            return cut(text, [(lines.index(inner.start_mark), lines.index(inner.end_mark), value)])
    if group.flow_style:
        end = lines.index(group.value[-1][1].end_mark)
        return cut(text, [(end, end, f", {key}: {value}")])
    margin = " " * group.value[-1][0].start_mark.column
    end = lines.starts[lines.last(group, len(group.value) - 1)]
    before = "" if text[:end].endswith("\n") else lines.ending
    return cut(text, [(end, end, f"{before}{margin}{key}: {value}{lines.ending}")])


class _Lines:
    """The lines of a text: where each begins, with one more after the last."""

    def __init__(self, text: str) -> None:
        self.lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))
        self.ending = "\r\n" if "\r\n" in text else "\n"

    def index(self, mark: Any) -> int:
        return int(self.starts[min(mark.line, len(self.lines))] + mark.column)

    def last(self, group: Any, number: int) -> int:
        """The line after an entry of a group: its own remarks go with it, those of what follows stay."""
        key, value = group.value[number]
        if number + 1 < len(group.value):
            end = group.value[number + 1][0].start_mark.line
        else:
            end = min(value.end_mark.line + (value.end_mark.column > 0), len(self.lines))
            while end < len(self.lines) and self._is_inside(self.lines[end], key.start_mark.column):
                end += 1
        while end > key.start_mark.line + 1 and self._is_between(self.lines[end - 1], key.start_mark.column):
            end -= 1
        return int(end)

    @staticmethod
    def _is_between(line: str, margin: int) -> bool:
        """Whether a line is empty, or a remark that is not inside an entry at this margin."""
        words = line.strip()
        return not words or (words.startswith("#") and len(line) - len(line.lstrip()) <= margin)

    @staticmethod
    def _is_inside(line: str, margin: int) -> bool:
        """Whether a line is empty, or a remark inside an entry at this margin."""
        words = line.strip()
        return not words or (words.startswith("#") and len(line) - len(line.lstrip()) > margin)


def _root(text: str) -> Any:
    return None if _OTHER_ENDS.search(text) else yaml.compose(text, Loader=yaml.CSafeLoader)


def _entries(node: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _said(node: Any, without: Collection[Place] = ()) -> Any:
    """What a node says, texts in lists, without what goes of it."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(key, value) for key, value in node.value if not _goes(key, value, without)]
        kept = pairs if pairs and not node.flow_style else node.value
        return [(_said(key), _said(value, without)) for key, value in kept]
    if isinstance(node, yaml.SequenceNode):
        return [_said(item, without) for item in node.value if not _begins_at(item, without)]
    return node and node.value


def _begins_at(node: Any, places: Collection[Place]) -> bool:
    return (node.start_mark.line + 1, node.start_mark.column + 1) in places


def _removed(lines: _Lines, node: Any, places: Collection[Place]) -> Iterator[Cut]:
    """What goes of a node and of all inside it."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _removed(lines, item, places)
    going = [_goes(key, value, places) for key, value in _entries(node)]
    for number, (_, value) in enumerate(_entries(node)):
        if not going[number]:
            if isinstance(value, yaml.SequenceNode) and any(_begins_at(one, places) for one in value.value):
                yield from _items(lines, value, places)
            else:
                yield from _removed(lines, value, places)
        elif not all(going) and not node.flow_style:
            yield (
                lines.starts[node.value[number][0].start_mark.line],
                lines.starts[lines.last(node, number)],
                "",
            )


def _goes(key: Any, value: Any, places: Collection[Place]) -> bool:
    """Whether an entry is to go: by its key, or with each item of its list."""
    items = value.value if isinstance(value, yaml.SequenceNode) else []
    return _begins_at(key, places) or bool(items and all(_begins_at(item, places) for item in items))


def _items(lines: _Lines, node: Any, places: Collection[Place]) -> Iterator[Cut]:
    """Some of the items of a list, but not all."""
    kept_one = False
    for number, item in enumerate(node.value):
        if not _begins_at(item, places):
            kept_one = True
        elif not node.flow_style:
            yield lines.starts[item.start_mark.line], lines.starts[item.end_mark.line + 1], ""
        elif kept_one:
            yield lines.index(node.value[number - 1].end_mark), lines.index(item.end_mark), ""
        else:
            yield lines.index(item.start_mark), lines.index(node.value[number + 1].start_mark), ""


def word_at(text: str, place: Place) -> str:
    """The key or the item that begins at a place, as it is written but for its quotes."""
    line, column = place
    rest = text.split("\n")[line - 1][column - 1 :].rstrip("\r")
    found = re.match(r"""(?:"(?P<twice>[^"]*)"|'(?P<once>[^']*)'|(?P<plain>[^,:\]}]+))""", rest)
    return next((word for word in found.groups() if word), "") if found else ""
