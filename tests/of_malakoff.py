"""The tests that are about Malakoff's own files (`@pytest.mark.malakoff`), and whoever else opens them.

This repository holds a program and a town. Another town that takes it over has other files at these places,
and the other tests say the same of the program: they read the miniature or the example town.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from tests import towns

MARK = "malakoff"

MALAKOFF = pytest.param(towns.ROOT, id=MARK, marks=pytest.mark.malakoff)
SITES = (pytest.param("malakoff_site", id=MARK, marks=pytest.mark.malakoff), "example_site")
"""Fixtures of both sites."""

BOTH_TOWNS = (MALAKOFF, pytest.param(towns.EXAMPLE, id="exemple"))

_FILES = ("associations.yaml", "bureau.yaml", "mkdocs.yml", "redirections.yaml", "subventions.yaml")
_FOLDERS = ("content", "minutes")
_EVENTS = ("open", "os.scandir", "os.listdir")
"""What Python tells of a file that it opens and of a folder that it looks into (PEP 578)."""


class Watch:
    """Notes where this process opens a file of Malakoff, or the folder they stand in, as it reads a town."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self._root = f"{towns.ROOT}"
        self._files = {f"{self._root}/{name}" for name in _FILES}
        self._inside = tuple(f"{self._root}/{name}/" for name in _FOLDERS)
        sys.addaudithook(self._told)

    def _told(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS and isinstance(path := arguments[0], (str, os.PathLike)):
            path = os.fspath(path)
            if isinstance(path, str) and path.startswith(self._root) and self._is_of_the_town(path, event):
                self.opened.append(path)

    def _is_of_the_town(self, path: str, event: str) -> bool:
        if path == self._root:
            return event == "open"  # as `hub.sources` opens the folder of a town
        return path in self._files or f"{path}/".startswith(self._inside)


WATCH = Watch()
"""That of this process: `tests.conftest` asks it after each test."""
