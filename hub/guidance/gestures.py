"""The gestures of who fills the town's files: what one does, in ten lines and a picture.

Each is a text of `theme/contribuer/`, whose name is its address: the name without its number is its key, the
number its place.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

BASE = "/contribuer/"
"""The page that lists them."""

FIELDS = f"{BASE}champs/"
"""The page of the fields of everything."""

PICTURES = "/assets/gestes/"
"""Where the site has their pictures: WebP, of `WIDTH` by `HEIGHT` pixels."""

WIDTH, HEIGHT = 960, 600


class Gesture(NamedTuple):
    """One gesture: `text` is Markdown, `picture` what its picture shows ('' where there is none), for who
    does not see it, `kind` the attribute of the kind of thing that it fills in, '' for none."""

    key: str
    title: str
    summary: str
    picture: str
    kind: str
    text: str

    @property
    def address(self) -> str:
        """Its page."""
        return f"{BASE}{self.key}/"

    @property
    def image(self) -> str:
        """The address of its picture."""
        return f"{PICTURES}{self.key}.webp"


def gestures(folder: Path) -> tuple[Gesture, ...]:
    """The gestures of `folder` (`theme/contribuer/`), in the order of their numbers."""
    return tuple(map(_gesture, sorted(folder.glob("*.md"))))


def _gesture(path: Path) -> Gesture:
    _, head, text = path.read_text(encoding="utf-8").split("---\n", 2)
    said = yaml.safe_load(head)
    return Gesture(
        path.stem.partition("-")[2],
        said["titre"],
        said["resume"],
        said.get("image", ""),
        said.get("sorte", ""),
        text.strip() + "\n",
    )
