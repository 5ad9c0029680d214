"""The header of a file of the town: fields as it writes them, and only some of them changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hub.importing.styled import styled
from hub.proposal.written import scalar

_PLAIN = re.compile(r"\d{4}-\d\d(?:-\d\d(?: \d\d:\d\d)?)?|\d{1,4}|-?\d{1,3}\.\d{6}")
"""Days, hours and numbers as the town's files have them, without quotes."""

_KEY = re.compile(r"(?P<key>[\w-]+):(?:\s|$)")


def header(fields: Mapping[str, Any]) -> str:
    """The header of fields in texts, lists and groups, between two lines `---`."""
    lines = [line for key, value in fields.items() for line in lines_of(key, value)]
    return "\n".join(["---", *lines, "---", ""])


def lines_of(key: str, value: Any) -> list[str]:
    """The lines of a field; none where it says nothing."""
    if not value:
        return []
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for name, one in value.items() for line in lines_of(name, one))]
    if isinstance(value, str):
        return [f"{key}: {_scalar(value)}"]
    if any(isinstance(one, Mapping) for one in value):
        return [f"{key}:", *(f"  - {_flow(one)}" for one in value)]
    return [f"{key}: {_flow(value)}"]


def _flow(value: Any) -> str:
    """A value on one line, inside another."""
    if isinstance(value, str):
        return _scalar(value, inside=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(map(_flow, value)) + "]"


def _scalar(value: str, *, inside: bool = False) -> str:
    return scalar(value, inside=inside) if _PLAIN.fullmatch(value) else styled(value, inside=inside)


def changed(text: str, changes: Mapping[str, Any]) -> str:
    """The text of a file where each of these fields has this value, '' taking it away; all else stays, the
    end of its lines included."""
    end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    lines = text.split(end)
    last = next((at for at, line in enumerate(lines) if at and line.rstrip() == "---"), 0)
    if not last:
        return text
    head = lines[1:last]
    for key, value in changes.items():
        head = _put(head, key, lines_of(key, value))
    return end.join([lines[0], *head, *lines[last:]])


def _put(head: Sequence[str], key: str, new: Sequence[str]) -> list[str]:
    """The lines of a header, where those of `key` are these; a new one stands last."""
    spans = dict(_spans(head))
    start, stop = spans.get(key, (len(head), len(head)))
    return [*head[:start], *new, *head[stop:]]


def _spans(head: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where each field begins and ends; remarks and blank lines after it are of none."""
    begins = [(at, found["key"]) for at, line in enumerate(head) if (found := _KEY.match(line))]
    for (at, key), following in zip(begins, [*begins[1:], (len(head), "")], strict=True):
        stop = following[0]
        while stop - 1 > at and (not head[stop - 1].strip() or head[stop - 1].startswith("#")):
            stop -= 1
        yield key, (at, stop)
