"""The anchors of headings."""

from __future__ import annotations

import re

from hub.model.names import fold


def anchor(title: str) -> str:
    """An anchor in ASCII, as a clerk would guess it: « Élection » -> `election`."""
    return fold(re.sub(r"['’\-·]", " ", title)).replace(" ", "-") or "section"
