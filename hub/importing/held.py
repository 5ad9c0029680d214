"""What the town has already, beside what a document says: the passages that differ, with both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from hub.importing.outcome import Question
from hub.sources.opening import open_plain

SHOWN = 120
"""Characters of a value in a question."""

BEFORE = 30
"""Characters before what differs, by which one finds the place."""

NOTHING = "rien"


def held_text(root: Path, path: str) -> str | None:
    """The text of the file; None where there is none."""
    try:
        with open_plain(root, path) as file:
            return file.read().decode("utf-8", "replace")
    except OSError:
        return None


def texts(path: str, ours: str, theirs: str, lines: Sequence[str]) -> Iterator[Question]:
    """A question for each passage that the text of a file and that of a document have not alike; `lines` are
    those of the file."""
    old = [line.strip() for line in ours.split("\n") if line.strip()]
    new = [line.strip() for line in theirs.split("\n") if line.strip()]
    for sort, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if sort == "equal":
            continue
        here, there = " / ".join(old[first:last]) or NOTHING, " / ".join(new[start:end]) or NOTHING
        line = next(
            (n for n, one in enumerate(lines, 1) if first < len(old) and one.strip() == old[first]), 1
        )
        message = "Le texte : ce fichier dit « {} », le document « {} »."
        yield Question(path, line, message.format(*apart(here, there)))


def apart(one: str, other: str) -> tuple[str, str]:
    """Two values, from some words before what they have not alike, and no longer than `SHOWN`."""
    differing = (index for index, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1)
    alike = next(differing, min(len(one), len(other)))
    start = max(0, one[: max(0, alike - BEFORE)].rfind(" ") + 1) if alike > SHOWN // 2 else 0
    return _cut(one, start), _cut(other, start)


def _cut(words: str, start: int) -> str:
    end = start + SHOWN
    return f"{'…' if start else ''}{words[start:end].rstrip()}{'…' if len(words) > end else ''}"
