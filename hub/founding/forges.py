"""The files of a forge, for a town whose program is elsewhere: those of this repository, told to call `make`.

The jobs call `make`, and `python3 -m hub.forge` where the program stands beside them: in a town of contents
alone it is `make forge`, whose Makefile says where the program is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hub.founding.answers import Keeping
from hub.places import PROGRAM

OF_FORGES: dict[Keeping, tuple[str, ...]] = {
    Keeping.github: (".github",),
    Keeping.gitlab: (".gitlab", ".gitlab-ci.yml"),
    Keeping.forgejo: (
        ".forgejo",
        ".github/ISSUE_TEMPLATE",
        ".github/PULL_REQUEST_TEMPLATE",
        ".github/pull_request_template.md",
    ),
    Keeping.aucune: (),
}
"""Where each forge looks; Forgejo reads forms and templates at GitHub's place."""

OF_THE_PROGRAM = ("programme.yml", "programme.md", "dependabot.yml")
"""What is about the program itself; the updates of a town have a file of their own."""

INSTALL = "      - name: Installer\n        run: make install\n"
"""The step that a job needs before its token is in reach: what is installed never sees it."""

_CALL = re.compile(r"python3 -m hub\.forge ([a-z]+)( [a-z]+)?")
_OF_TESTS = re.compile(r"^programme:\n(?:(?:[ #].*)?\n)+", re.MULTILINE)
"""The job of GitLab that runs the tests of the program."""

_JOBS = re.compile(r"^(?=  [a-z]+:\n)", re.MULTILINE)
_CHECKOUT = re.compile(r"^      - uses: actions/checkout@.*\n(?:        .*\n)*", re.MULTILINE)
_MADE = re.compile(r"^# Fait par « make forms ».*\n", re.MULTILINE)
_TOLD = re.compile(r" Voir docs/\w+\.md(?P<more> :)?\.?")


def files(forge: Keeping) -> Iterator[tuple[str, str]]:
    """(path, text) of each file of a forge."""
    for place in OF_FORGES[forge]:
        for file in sorted(_under(PROGRAM / place)):
            if file.name not in OF_THE_PROGRAM:
                yield file.relative_to(PROGRAM).as_posix(), adapted(file.read_text(encoding="utf-8"))


def _under(place: Path) -> list[Path]:
    return [place] if place.is_file() else [file for file in place.rglob("*") if file.is_file()]


def adapted(text: str) -> str:
    """The text of a file of this repository, where the program is not: jobs ask `make` for all of it."""
    text = _OF_TESTS.sub("", _MADE.sub("", text))
    text = _TOLD.sub(lambda found: " À régler une fois :" if found["more"] else "", text)
    text = "".join(map(_prepared, _JOBS.split(text)))
    return _CALL.sub(lambda found: f"make forge DO={_word(found[1] + (found[2] or ''))}", text)


def _prepared(job: str) -> str:
    """A job that installs the program before it calls it."""
    if "hub.forge" not in job or "make install" in job:
        return job
    return _CHECKOUT.sub(lambda found: found[0] + INSTALL, job, count=1)


def _word(words: str) -> str:
    return f'"{words}"' if " " in words else words
