"""The workshop as its program sees it: what it reads of a file, what it writes of a form."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hub.atelier.settings import config
from hub.catalogue.rule import Content, Edit
from hub.model import Hub
from tests import towns

DEPOT = "    depot: {forge: forgejo, adresse: https://forge.example/mini/hub}\n"
SETTINGS: Mapping[str, Content] = {
    "mkdocs.yml": Edit("    identifiant: clva-mini\n", f"    identifiant: clva-mini\n{DEPOT}")
}
"""The miniature, with the place where its files are kept."""

SOURCE = "_fichier"


def node() -> str:
    """Where Node is; its absence is a failure, `make test` installs it."""
    path = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    assert path, "Node manque : make test l'installe"
    return path


class Formats:
    """The formats of a hub in a Node of their own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        assert "error" not in answer, (question, answer)
        return answer

    def form(self, kind: str, text: str) -> dict[str, Any]:
        """The values that the form of a file shows; Sveltia gives a text without what surrounds it."""
        values: dict[str, Any] = self._ask({"kind": kind, "text": text.strip().replace("\r\n", "\n")})[
            "values"
        ]
        return values

    def file(self, kind: str, values: Mapping[str, Any]) -> str:
        """The text of a file as it is saved: Sveltia ends it with one line feed."""
        text: str = self._ask({"kind": kind, "values": dict(values)})["text"]
        return text.strip() + "\n"

    def saved(self, kind: str, text: str, **changes: Any) -> str:
        """A file opened, changed and saved."""
        return self.file(kind, {**self.form(kind, text), **changes})


@contextmanager
def formats_of(hub: Hub, folder: Path) -> Iterator[Formats]:
    """The formats of a hub that says where its files are kept."""
    file = folder / "config.json"
    file.write_bytes(config(hub))
    script = towns.ROOT / "tests" / "workshop" / "formats.js"
    with subprocess.Popen(
        [node(), str(script), str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield Formats(process)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=60)


def kind_of(path: str) -> str:
    """The name of the part of the workshop where the file `path` is."""
    folder, _, name = path.rpartition("/")
    if not folder:
        return name.partition(".")[0]
    return "page" if folder == "content" else folder.rpartition("/")[2]


def texts(town: Path) -> dict[str, str]:
    """The files of a town that the workshop opens, by path."""
    found = [*town.glob("[!.]*.y*ml"), *town.glob("minutes/*.md"), *town.glob("content/**/*.md")]
    return {file.relative_to(town).as_posix(): file.read_text(encoding="utf-8") for file in sorted(found)}
