"""The files that the program gives to a town of contents alone, beside its texts: how it is installed and
called, and what its forge does. `hub new` lays them down, `hub upgrade` renews them.

They are those of this repository, whose jobs are tested one by one; but for what is about the program itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from hub.given.jobs import of_a_town, of_gitlab
from hub.places import own
from hub.rewriting import Changed

MARK = "# Donné par le programme : « hub upgrade » le renouvelle, tant que cette ligne est la première.\n"
"""The first line of a file that is renewed, for as long as it is there."""

FORGES = ("github", "forgejo", "gitlab")

_HERE = Path(__file__).parent
_OF_THE_PROGRAM = ("programme.yml", "programme.md")
"""Jobs and templates of proposals that change the program, and not a town."""


def files(forge: str | None) -> Mapping[str, str]:
    """Path from the top of a town's folder -> text. `forge` is one of `FORGES`; None for a town without."""
    given: dict[str, str] = {
        "Makefile": MARK + _read(_HERE / "Makefile"),
        ".gitignore": MARK + _read(_HERE / "gitignore"),
        "requirements.txt": MARK + _read(own("requirements.txt")),
        "requirements-import.txt": MARK + _read(own("requirements-import.txt")),
        "scripts/make_venv.sh": MARK + _read(own("scripts/make_venv.sh")),
        **_of_editors(),
    }
    if forge in ("github", "forgejo"):
        given |= {path: text for path, text in _forms(".github") if not path.endswith("dependabot.yml")}
        given |= {path: MARK + of_a_town(text) for path, text in _jobs(f".{forge}/workflows")}
    if forge == "github":
        given[".github/dependabot.yml"] = MARK + _read(_HERE / "dependabot.yml")
    if forge == "gitlab":
        given |= _forms(".gitlab")
        given[".gitlab-ci.yml"] = MARK + of_gitlab(_read(own(".gitlab-ci.yml")))
    return given


def renewed(source: Path) -> Iterator[Changed]:
    """Each given file of the folder of a town that is not the one that this version gives.

    A file that lost its mark is the town's own; so is one that it took away. The schemas of editors, which
    bear none, are in the words of the town: `hub.upgrading.editors` renews them.
    """
    given = {path: text for forge in FORGES for path, text in files(forge).items()}
    for path, text in sorted(given.items()):
        file = source / path
        if file.is_symlink() or not file.is_file():
            continue
        theirs, ours = file.read_bytes(), text.encode()
        as_ours = theirs.replace(b"\r\n", b"\n")
        if as_ours != ours and as_ours.startswith(MARK.encode()):
            yield Changed(path, theirs, ours)


def _of_editors() -> Mapping[str, str]:
    paths = [*own("schemas").glob("*.json"), *own(".vscode").iterdir()]
    return {file.relative_to(own("")).as_posix(): _read(file) for file in sorted(paths)}


def _forms(folder: str) -> Iterator[tuple[str, str]]:
    """The forms and the templates of a forge."""
    for file in sorted(own(folder).rglob("*.*")):
        if file.parent.name != "workflows" and file.name not in _OF_THE_PROGRAM:
            yield file.relative_to(own("")).as_posix(), _read(file)


def _jobs(folder: str) -> Iterator[tuple[str, str]]:
    for file in sorted(own(folder).glob("*.yml")):
        if file.name not in _OF_THE_PROGRAM:
            yield f"{folder}/{file.name}", _read(file)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")
