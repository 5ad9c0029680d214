"""The YAML of sources that was read before, by what it says: the same text gives the same values, and is not
read again. Only a text in which nothing is wrong is kept, so that whatever is wrong is found where it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, cast

from hub.sources.document import Key, Mark
from hub.sources.yaml import parse


class Head(NamedTuple):
    """The values of a text, and the marks of them as JSON: few are ever asked for."""

    data: dict[str, Any]
    marks: str


class Marking:
    """The marks of a text, made of JSON when they are asked for; of the text itself where that is no JSON of
    ours."""

    def __init__(self, written: str, text: str) -> None:
        self._written, self._text = written, text
        self._made: Mark | None = None

    def __call__(self) -> Mark:
        if self._made is None:
            try:
                self._made = _mark(json.loads(self._written))
            except (ValueError, TypeError, RecursionError):
                self._made = parse(self._text, "")[1]
        return self._made


class Heads:
    """Those that are known of `former` readings, as `dumps` gave them; none, where it did not.

    `used` are those of this one, the new ones too.
    """

    def __init__(self, former: bytes = b"{}") -> None:
        self._former = _loads(former)
        self._used: dict[str, Head] = {}

    def find(self, text: str) -> tuple[dict[str, Any], Callable[[], Mark]] | None:
        """The values and the marks of a text that is known."""
        name = _name(text)
        head = self._former.get(name)
        if head is None:
            return None
        self._used[name] = head
        return head.data, Marking(head.marks, text)

    def note(self, text: str, data: dict[str, Any], marks: Mark) -> None:
        """That is what a text gives, in which nothing is wrong."""
        self._used[_name(text)] = Head(data, json.dumps(_written(marks), separators=(",", ":")))

    @property
    def are_others(self) -> bool:
        """Whether there is more, or less, to be kept than there was."""
        return self._used.keys() != self._former.keys()

    def dumps(self) -> bytes:
        """Those of this reading, for the next."""
        return json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode()


def _name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _loads(said: bytes) -> Mapping[str, Head]:
    try:
        found = json.loads(said)
        heads = {name: Head(*head) for name, head in found.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    whole = all(type(head.data) is dict and type(head.marks) is str for head in heads.values())
    return heads if whole and all(_is_plain(head.data) for head in heads.values()) else {}


def _is_plain(value: Any) -> bool:
    """Whether there is nothing but mappings, lists and texts: what YAML gives here."""
    kind = type(value)
    if kind is str:
        return True
    if kind is dict:
        return all(type(one) is str or _is_plain(one) for one in value.values())
    return kind is list and all(type(one) is str or _is_plain(one) for one in value)


def _written(mark: Mark) -> list[Any]:
    """A mark as lists: its places, then each child after its key."""
    own: list[Any] = list(mark[:4])
    if mark.children is None:
        return own
    return [*own, [[key, *_written(child)] for key, child in mark.children.items()]]


def _mark(said: list[Any]) -> Mark:
    """Raises ValueError and TypeError for what is none."""
    line, column, key_line, key_column, *children = said
    if not (type(line) is type(column) is type(key_line) is type(key_column) is int):
        raise TypeError("no place")
    inside = {cast("Key", key): _mark(child) for key, *child in children[0]} if children else None
    return Mark(line, column, key_line, key_column, inside)
