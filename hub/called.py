"""How the person called the program: what messages and help name, to be typed again as it was."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import NamedTuple

from hub.places import INSTALLED


class Called(NamedTuple):
    """`name` begins a message, `command` is typed before a command's name, `mended` says how to install again
    what the program needs."""

    name: str
    command: str
    mended: str


BUILD_PY = Called("build.py", "python build.py", "Lancez « make site », qui réinstalle ce qu’il faut.")
HUB = Called("hub", "hub", "Réinstallez le programme, et ce dont il dépend.")
MODULE = HUB._replace(command="python -m hub")


def called(program: str | None = None) -> Called:
    """By what name the program was called, from the path of what was run (default: of this process)."""
    run = PurePath(sys.argv[0] if program is None else program)
    if run.parts[-2:] == ("hub", "__main__.py"):
        return MODULE
    if run.name == "build.py":
        return BUILD_PY
    return HUB if INSTALLED or run.stem == "hub" else BUILD_PY
