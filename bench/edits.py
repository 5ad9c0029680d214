"""What a clerk changes: one word more in the minutes of a meeting, another each time."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Edit(NamedTuple):
    """A text that was changed: the word that is new in it, and the address of its page."""

    word: str
    address: str


def texts(folder: Path) -> list[Path]:
    """The minutes in a folder, the oldest first: those that nothing shows on the home page."""
    return sorted(one for one in folder.glob("*.md") if one.stem[0].isdigit())


def edit(folder: Path, number: int) -> Edit:
    """Add a word that stands nowhere else to one of the minutes in `folder`, the `number`-th and so on."""
    files = texts(folder)
    file, word = files[number % len(files)], f"Mot{number:04}nouveau"
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{word} : c'est tout.\n")
    return Edit(word, f"/comptes-rendus/{file.stem}/")
