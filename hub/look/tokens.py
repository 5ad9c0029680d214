"""The colours of the theme, as its style sheet names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

SHEET = "overrides/assets/hub/style/10-jetons.css"
"""The style sheet that names the colours, in the folder of the theme."""

Tokens = Mapping[str, str]
"""`#rrggbb` by the name of the token."""

_LIGHT = re.compile(r":root \{(.*?)\}", re.DOTALL)
_DARK = re.compile(r':root\[data-theme="sombre"\] \{(.*?)\}', re.DOTALL)
_COLOUR = re.compile(r"(?<![\w-])--([a-z-]++): (#[0-9a-f]{6});")


@cache
def tokens(theme: Path) -> tuple[Tokens, Tokens]:
    """The colours of the light theme, and of the dark one."""
    return read((theme / SHEET).read_text(encoding="utf-8"))


def read(sheet: str) -> tuple[Tokens, Tokens]:
    """Those of the first block of each theme; none where the sheet has no such block."""
    return _of(_LIGHT, sheet), _of(_DARK, sheet)


def _of(block: re.Pattern[str], sheet: str) -> Tokens:
    found = block.search(sheet)
    return MappingProxyType(dict(_COLOUR.findall(found[1])) if found else {})
