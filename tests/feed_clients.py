"""Two readers of feeds that are not ours, each in a process and a folder of its own."""

from __future__ import annotations

import email
import email.policy
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path


class Newsboat:
    """newsboat, which reads feeds in a terminal, subscribed to `addresses`; what it knows is in `folder`."""

    def __init__(self, folder: Path, *addresses: str) -> None:
        folder.mkdir()
        self._folder = folder
        self._file("urls").write_text("".join(f"{one}\n" for one in addresses), encoding="utf-8")
        self._file("config").write_text("", encoding="utf-8")

    def _file(self, name: str) -> Path:
        return self._folder / name

    def reload(self) -> Counter[str]:
        """Fetch the feeds; returns the titles it shows, older ones included, with how often."""
        newsboat = shutil.which("newsboat")
        assert newsboat, "newsboat manque : sudo apt-get install newsboat"
        files = ("-u", "urls", "-c", "cache.db", "-C", "config")
        _run([newsboat, "-q", *files, "-x", "reload"], self._folder)
        with closing(sqlite3.connect(self._file("cache.db"))) as cache:
            return Counter(title for (title,) in cache.execute("select title from rss_item"))


class Rss2email:
    """rss2email, which sends feeds to a mailbox of this machine, subscribed to `address`."""

    def __init__(self, folder: Path, address: str) -> None:
        (folder / "courrier").mkdir(parents=True)
        self._folder = folder
        (folder / "rss2email.cfg").write_text(
            "[DEFAULT]\nfrom = hub@exemple.example\nto = lectrice@exemple.example\nforce-from = True\n"
            f"email-protocol = maildir\nmaildir-path = {folder / 'courrier'}\nmaildir-mailbox = recu\n",
            encoding="utf-8",
        )
        self._do("add", "hub", address)

    def run(self) -> list[EmailMessage]:
        """Fetch the feed; returns the messages of the mailbox, older ones included."""
        self._do("run")
        files = sorted((self._folder / "courrier").rglob("new/*"))
        return [_message(file) for file in files]

    def _do(self, *words: str) -> None:
        program = Path(sys.executable).with_name("r2e")
        assert program.exists(), "rss2email manque : make test l'installe"
        _run([str(program), "-c", "rss2email.cfg", "-d", "rss2email.json", *words], self._folder)


def _message(file: Path) -> EmailMessage:
    return email.message_from_bytes(file.read_bytes(), policy=email.policy.default)  # type: ignore[return-value]


HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
"""Where clients keep their own: in the last one rss2email has a lock, else in /tmp for the whole machine."""


def _run(command: list[str], folder: Path) -> None:
    """Run a client in its folder, also its home: it touches nobody's settings, and waits for nobody."""
    own = {name: str(folder) for name in HOMES}
    environment = {**os.environ, **own, "no_proxy": "127.0.0.1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, f"{command[0]} : {done.stdout}{done.stderr}"
