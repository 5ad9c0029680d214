"""The YAML of sources that was read before, by what it says: the same text gives the same values, and is not
read again. Only a text in which nothing is wrong is kept, so that whatever is wrong is found where it is.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from hub.aside import Aside, Placed
from hub.sources.places import Places
from hub.sources.yaml import parse


class Head(NamedTuple):
    """The values of a text as JSON, and where they stand: few places are ever asked for."""

    data: str
    places: str


class Remembered(Places):
    """The places of a text, made of what was written when they are asked for; of the text itself where that
    is nothing of ours."""

    def __init__(self, written: str, text: str) -> None:
        super().__init__()
        self._written: tuple[str, str] | None = written, text

    @property
    def _rows(self) -> array[int]:
        if self._written:
            (said, text), self._written = self._written, None
            try:
                self._made = Places.loads(said)._made
            except ValueError:
                self._made = parse(text, "")[1]._made
        return self._made


class Heads:
    """Those that are known of `former` readings, as `dumps` gave them; none, where it did not.

    Those of this one, the new ones too, are kept for the next; these stand aside.
    """

    def __init__(self, former: bytes = b"{}") -> None:
        self._former = _loads(former)
        self._used: dict[str, Head | Placed] = {}
        self._aside = Aside()

    def find(self, text: str) -> tuple[dict[str, Any], Places] | None:
        """The values and the places of a text that is known."""
        name = _name(text)
        head = self._former.get(name)
        data = _values(head.data) if head else None
        if head is None or data is None:
            return None
        self._used[name] = head
        return data, Remembered(head.places, text)

    def note(self, text: str, data: dict[str, Any], places: Places) -> None:
        """That is what a text gives, in which nothing is wrong."""
        self._used[_name(text)] = self._aside.put(_json(Head(_json(data).decode(), places.dumps())))

    @property
    def are_others(self) -> bool:
        """Whether there is more, or less, to be kept than there was."""
        return self._used.keys() != self._former.keys()

    def dumps(self) -> Iterator[bytes]:
        """Those of this reading, for the next, in pieces."""
        yield b"{"
        for rank, (name, head) in enumerate(self._used.items()):
            said = self._aside.get(head) if isinstance(head, Placed) else _json(head)
            yield b'%s"%s":%s' % (b"," if rank else b"", name.encode(), said)
        yield b"}"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _loads(said: bytes) -> Mapping[str, Head]:
    try:
        found = json.loads(said)
        heads = {name: Head(*head) for name, head in found.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return heads if all(type(one) is str for head in heads.values() for one in head) else {}


def _values(said: str) -> dict[str, Any] | None:
    """The values that JSON says; None for what YAML never gives here."""
    try:
        data = json.loads(said)
        return data if type(data) is dict and _is_plain(data) else None
    except (ValueError, RecursionError):
        return None


def _is_plain(value: Any) -> bool:
    """Whether there is nothing but mappings, lists and texts."""
    kind = type(value)
    if kind is str:
        return True
    if kind is dict:
        return all(type(one) is str or _is_plain(one) for one in value.values())
    return kind is list and all(type(one) is str or _is_plain(one) for one in value)
