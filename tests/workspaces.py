"""Workspaces of a miniature town, as `serve` holds one, without its server."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hub.catalogue.rule import Files
from hub.serving.state import State
from hub.serving.telling import told
from hub.serving.workspace import Workspace
from tests import towns

NEWS = "content/actualites/pluie.md"
PAGE = "actualites/pluie/index.html"


class Clerk:
    """Who writes the texts of a town, and looks at what is shown."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self.source = towns.write(folder / "sources", files)
        self.workspace = Workspace(self.source, folder / "site")
        self.look()

    def write(self, path: str, text: str) -> None:
        file = self.source / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.source / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.write(path, text.replace(old, new))

    def glance(self, today: dt.date = towns.TODAY) -> State:
        """What is shown as soon as the texts are read."""
        self.workspace.show(self.workspace.read(today))
        return self.state

    def look(self, today: dt.date = towns.TODAY) -> State:
        """What is shown once every rule has looked."""
        draft = self.workspace.read(today)
        self.workspace.show(draft)
        for _ in self.workspace.judge(draft):
            pass
        return self.state

    @property
    def state(self) -> State:
        state = self.workspace.state
        assert state
        return state

    def page(self, path: str = PAGE) -> str:
        return (self.state.edition.file(path) or b"").decode()

    def version(self, path: str = PAGE) -> str:
        """Which version the panel says that the page shows."""
        found: str = told(self.state, path, "", "")["version"]
        return found

    def codes(self) -> list[tuple[str, str]]:
        """The errors and warnings that a panel lists, by file."""
        return [(one["fichier"], one["code"]) for one in told(self.state, PAGE, "", "")["problemes"]]
