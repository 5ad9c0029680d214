"""The mark: the drawing that stands for a town which has no logo, in its colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hub.look.tokens import Tokens

PARTS = {"a": "marque", "b": "accent", "c": "soleil", "d": "encre"}
"""The parts of the mark, by the letter of their class, and the token of each one's colour."""

_PART = re.compile(r'class="marque-([a-d])"')


@cache
def mark(theme: Path) -> str:
    """The mark, whose parts a style sheet colours; `theme` is the folder of the theme."""
    return (theme / "overrides" / ".icons" / "hub" / "marque.svg").read_text(encoding="utf-8")


def painted(theme: Path, colours: Tokens, parts: Mapping[str, str] = PARTS) -> bytes:
    """The mark with its colours in it, a picture by itself: `parts` are the token of each part."""
    drawn = _PART.sub(lambda part: f'fill="{colours[parts[part[1]]]}"', mark(theme))
    if "xmlns=" not in drawn:
        drawn = drawn.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return drawn.encode()
