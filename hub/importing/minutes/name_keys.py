"""How two spellings of a name are compared in minutes."""

from __future__ import annotations

import re

from hub.model.names import sort_key

_POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.$")


def key_of(name: str) -> str:
    """A name as it is compared: « & » and « et » say nothing, nor the points of « A.M.A.P. »."""
    return " ".join(word for word in sort_key(_POINTS.sub("", name)).split() if word != "et")
