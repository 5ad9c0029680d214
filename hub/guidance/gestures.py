"""The gestures of who fills the town's files: what one does, in ten lines and a picture.

Each is a text of `theme/contribuer/`, whose name is its address: the name without its number is its key, the
number its place. Its header, of a `key: text` a line, says how one begins it by each way that a town may
offer.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from hub.guidance.ways import Way
from hub.model.kinds import BY_ATTRIBUTE
from hub.model.wording import DEFAULT, Wording

BASE = "/contribuer/"
"""The page that lists them."""

FIELDS = f"{BASE}champs/"
"""The page of the fields of everything."""

PICTURES = "/assets/gestes/"
"""Where the site has their pictures, as WebP."""

WIDTH, HEIGHT = 960, 600
"""Of a picture, in pixels; the small one, for a list, is half as wide and half as high."""

SMALL = 2
"""How many times smaller that one is."""


class Gesture(NamedTuple):
    """One gesture: `picture` says what its picture shows, for who does not see it, `of_workshop` whether that
    is the workshop, which not every site has; `kind` is the attribute of the kind of thing that it fills in,
    '' for none; `begun` how it begins by each way, nothing where it only explains; `steps` are what comes
    next, `notes` what is good to know (Markdown)."""

    key: str
    title: str
    summary: str
    picture: str
    of_workshop: bool
    kind: str
    begun: Mapping[Way, str]
    steps: tuple[str, ...]
    notes: str

    @property
    def address(self) -> str:
        """Its page."""
        return f"{BASE}{self.key}/"

    @property
    def image(self) -> str:
        """The address of its picture."""
        return f"{PICTURES}{self.key}.webp"

    @property
    def small(self) -> str:
        """The address of its small picture."""
        return f"{PICTURES}{self.key}-petit.webp"


def gestures(folder: Path, town: Wording = DEFAULT) -> tuple[Gesture, ...]:
    """The gestures of `folder` (`theme/contribuer/`), in the order of their numbers and in the words of a
    town: those that it has something to do with."""
    made = (_gesture(path, town) for path in sorted(folder.glob("*.md")))
    return tuple(one for one in made if _is_of(one, town))


def _is_of(gesture: Gesture, town: Wording) -> bool:
    """Whether a town has things such as those that a gesture fills in."""
    kind = BY_ATTRIBUTE.get(gesture.kind)
    return kind is None or kind.is_of(town)


def _gesture(path: Path, town: Wording) -> Gesture:
    _, head, text = town.say(path.read_text(encoding="utf-8")).split("---\n", 2)
    said = dict(line.split(": ", 1) for line in head.splitlines())
    first, _, rest = text.strip().partition("\n\n")
    return Gesture(
        path.stem.partition("-")[2],
        said["titre"],
        said["resume"],
        said.get("image") or said["image-atelier"],
        "image-atelier" in said,
        said.get("sorte", ""),
        {way: said[way.value] for way in Way if way.value in said},
        tuple(line.partition(" ")[2] for line in first.splitlines()),
        rest,
    )
