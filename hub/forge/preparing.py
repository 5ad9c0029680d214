"""In the job of a proposal, without a token: find what it does, and leave it as a file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hub.forge.announcement import NAME, Announcement, read, written
from hub.forge.nouns import ForgeError
from hub.forge.programs import build_py, git
from hub.forge.saying import comment, in_text

_REVISION = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./^~-]{0,200}")


def prepare(base: str, folder: Path, today: str = "") -> Announcement:
    """Write `annonce.json` in `folder`: the problems, and what changes since the revision `base`.

    `today` is the day to suppose, '' for the clock's. Raises ForgeError.
    """
    day = ("--today", today) if today else ()
    checked = build_py("check", "--format", "json", *day)
    try:
        problems = json.loads(checked.stdout)["problems"]
    except (ValueError, KeyError):
        raise ForgeError(f"La vérification n'a pas pu se faire : {checked.stderr.strip()[:300]}") from None
    text = written(problems, _changes(base, day))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(text, encoding="utf-8")
    return read(text.encode())


def _changes(base: str, day: tuple[str, ...]) -> Any:
    """What `build.py changes` says; None where it cannot."""
    if not (revision := _common(base)):
        return None
    changed = build_py("changes", "--base", revision, "--format", "brief", *day)
    try:
        return json.loads(changed.stdout) if changed.returncode == 0 else None
    except ValueError:
        return None


def _common(base: str) -> str:
    """The commit from which the proposal grew: what others did since on the main branch is not its doing."""
    if not _REVISION.fullmatch(base):
        return ""
    try:
        return git("merge-base", base, "HEAD")
    except ForgeError:
        return ""


def show(one: Announcement) -> None:
    """Say it on the page of the job, where the forge has one; it is said in its log as well."""
    for line in _quiet(in_text(one)):
        print(line)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(comment(one, ""))


def _quiet(lines: Iterator[str]) -> Iterator[str]:
    """Lines that no forge takes for a command (`::error`, `##[group]`)."""
    for line in lines:
        yield f"  {line.replace('::', ': :').replace('##[', '## [')}"
