"""Sites made in memory, one after the other: what is kept of the former one, beside what is made anew."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

from hub.engine import Frames, frames, frames_key
from hub.kept import Book, Cupboard, Kept, Writing
from hub.kept.notes import note_of
from hub.latch import latch
from hub.making import Making, Plan, Written
from hub.model import Hub
from hub.model.site import Site
from hub.places import ENGINE_CONFIG
from hub.stage import Placed, Stage

Sources = Mapping[str, str]


@dataclass
class Shelf:
    """A stage in memory: the files that were put into it, and those of the site before."""

    before: Mapping[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def put(self, path: str, data: bytes) -> Placed:
        self.files[path] = data
        return Placed(path, len(data), hashlib.sha256(data).hexdigest(), 0, 0)

    def keep(self, known: Placed) -> Placed | None:
        self.files[known.path] = self.before[known.path]
        self.kept.add(known.path)
        return known


class _Known(Kept):
    """The book of the build before, in memory."""

    def __init__(self, book: Book) -> None:
        super().__init__(Cupboard(), "", "")
        self.book = book


@dataclass
class Made:
    """A site as it was made: its files but for those of the search, its notes, those that were kept."""

    hub: Hub
    files: dict[str, bytes]
    said: dict[str, bytes]
    book: Book
    kept: set[str]


_FRAMES: dict[str, Frames] = {}


def framed(site: Site) -> Frames:
    """The engine's frames, made once for the same settings."""
    key = frames_key(site, ENGINE_CONFIG)
    if key not in _FRAMES:
        _FRAMES[key] = frames(site, ENGINE_CONFIG)
    return _FRAMES[key]


def make(hub: Hub, today: dt.date, before: Made | None = None) -> Made:
    """The site of `hub`, with what is kept of the one `before`, where that is of the same settings."""
    same = before and before.hub.site == hub.site
    shelf = Shelf(before.files if before and same else {})
    book = before.book if before and same else Book()
    with latch() as given:
        making = Making(Plan(hub, today, Path("none"), _Known(book)), cast("Stage", shelf), given)
        given.leave()
        making._frames = framed(hub.site)
        written: list[Written] = [one for task in (*making.tasks, *making.texts) for one in task()]
        writing = Writing(book)
        for one in written:
            writing.write(*one)
        written = Book.loads(b"".join(writing.pieces()))
        said = {path: one.said for path, one in written.entries.items() if one.said}
        list(making.last([note_of(one).page for one in said.values()]))
    return Made(hub, shelf.files, said, written, shelf.kept)


_WORD = re.compile(r"[\w@.-]+|\[[^\]\n]*\]\([^)\n]*\)")


@cache
def words(text: str) -> list[str]:
    return _WORD.findall(text)


def edited(sources: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Some sources, changed as a hand would: a word for another of the town's, a line more, a file less."""
    changed = dict(sources)
    path = chance.choice(sorted(changed))
    text = changed[path]
    match chance.randrange(11):
        case 9 | 10:
            return _with_another_word_everywhere(changed, text, chance)
        case 0 | 1 | 2:
            changed[path] = _with_another_word(text, chance.choice(sorted(changed.values())), chance)
        case 3:
            lines = text.split("\n")
            del lines[chance.randrange(len(lines))]
            changed[path] = "\n".join(lines)
        case 4:
            lines = text.split("\n")
            at = chance.randrange(len(lines))
            lines[at:at] = [chance.choice(chance.choice(sorted(changed.values())).split("\n"))]
            changed[path] = "\n".join(lines)
        case 5 if path.endswith(".md"):
            del changed[path]
        case 6 if path.endswith(".md"):
            changed[_renamed(path, chance)] = text
        case 7 if path.endswith(".md"):
            changed[_renamed(path, chance)] = changed.pop(path)
        case _:
            digits = [found.start() for found in re.finditer(r"\d", text)]
            if digits:
                at = chance.choice(digits)
                changed[path] = f"{text[:at]}{chance.randrange(10)}{text[at + 1 :]}"
    return changed


def _with_another_word(text: str, other: str, chance: random.Random) -> str:
    found = list(_WORD.finditer(text))
    if not found or not words(other):
        return text
    one = chance.choice(found)
    return f"{text[: one.start()]}{chance.choice(words(other))}{text[one.end() :]}"


def _with_another_word_everywhere(
    sources: dict[str, str], text: str, chance: random.Random
) -> dict[str, str]:
    """A name that is changed wherever it stands."""
    old = chance.choice(words(text) or [""])
    new = chance.choice((old.capitalize(), old.swapcase(), f"{old}s", f"Grand {old}"))
    one = re.compile(rf"(?<![\w@.-]){re.escape(old)}(?![\w@.-])")
    return {path: one.sub(lambda _: new, other) for path, other in sources.items()}


def _renamed(path: str, chance: random.Random) -> str:
    stem = path.removesuffix(".md")
    digits = [found.start() for found in re.finditer(r"\d", stem)]
    if digits and chance.random() < 0.7:
        at = chance.choice(digits)
        return f"{stem[:at]}{chance.randrange(10)}{stem[at + 1 :]}.md"
    return f"{stem}-{chance.choice('abc')}.md"
