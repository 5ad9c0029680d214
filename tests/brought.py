"""A file brought into the miniature town, and written there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hub.importing.bringing import Brought, brought, write
from hub.importing.outcome import Asked
from hub.inspection import inspect
from hub.model import Hub
from tests import towns


class Import:
    """A file brought into the miniature town, and written."""

    def __init__(self, folder: Path, name: str, data: bytes, files: Any = None, **asked: Any) -> None:
        self.source = towns.write(folder / "town", files)
        self.file = folder / name
        self.file.write_bytes(data)
        self.asked = Asked(self.source, towns.TODAY, **asked)
        self.before = (self.source / "associations.yaml").read_bytes()
        self.brought = self.again()

    def again(self) -> Brought:
        (found,) = brought([self.file], "", self.asked)
        write(self.source, [found])
        return found

    @property
    def after(self) -> bytes:
        return (self.source / "associations.yaml").read_bytes()

    @property
    def hub(self) -> Hub:
        found = inspect(self.source, towns.TODAY)
        assert found.sound, "\n".join(map(str, found.problems))
        return found.hub
