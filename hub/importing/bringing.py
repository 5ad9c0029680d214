"""Paths -> outcomes, all or nothing; then the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from hub.importing.gathering import files_of
from hub.importing.kinds import FIRST, guessed, importer
from hub.importing.opening import Source, opened
from hub.importing.outcome import Asked, ImportingError, Outcome, Written
from hub.importing.trying import questioned
from hub.inspection import Inspected, inspect
from hub.model.wording import Wording
from hub.rewriting import put
from hub.sources.opening import is_link, open_plain
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS
from hub.trial import tried


@dataclass(frozen=True, slots=True)
class Brought:
    """A file and what came of it; `same` are the paths that hold already what would be written."""

    source: Source
    outcome: Outcome
    same: tuple[str, ...] = ()


def brought(paths: Sequence[Path], kind: str, asked: Asked) -> tuple[Brought, ...]:
    """What is made of the files at `paths`; `kind` is '' to guess it of each. Nothing is written.

    Raises ImportingError with every reason why not.
    """
    sources, refused = _all(files_of(paths))
    before = inspect(asked.root, asked.today)
    sources, outcomes = _outcomes(sources, kind, before, asked, refused)
    if refused:
        raise ImportingError("\n".join(refused))
    _agree(outcomes)
    same = frozenset(one.path for one in _written(outcomes) if _held(asked.root, one.path) == one.data)
    drafts = questioned(outcomes, same, before, asked, [source.name for source in sources])
    return tuple(_apart(source, outcome, same) for source, outcome in zip(sources, drafts, strict=True))


def _apart(source: Source, outcome: Outcome, same: frozenset[str]) -> Brought:
    """What is to be written, apart from what the sources hold already."""
    changing = tuple(one for one in outcome.written if one.path not in same)
    unchanged = tuple(one.path for one in outcome.written if one.path in same)
    return Brought(source, replace(outcome, written=changing), unchanged)


def _all(paths: Sequence[Path]) -> tuple[list[Source], list[str]]:
    """The files that open, and why the others do not."""
    found, refused = [], []
    for path in paths:
        try:
            found.append(opened(path))
        except ImportingError as error:
            refused.append(str(error))
    return found, refused


def _outcomes(
    sources: Sequence[Source], kind: str, before: Inspected, asked: Asked, refused: list[str]
) -> tuple[list[Source], list[Outcome]]:
    """The files and what comes of each, the directories first: the others know their associations. Why one
    cannot be taken is added to `refused`."""
    found: list[tuple[Source, Outcome]] = []
    hub = before.hub
    kinds = [(one, _kind(one, kind, hub.site.mots, refused)) for one in sources]
    for first in (True, False):
        for source, its in kinds:
            if its and (its == FIRST) is first:
                try:
                    found.append((source, importer(its).bring(source, hub, asked)))
                except ImportingError as error:
                    refused.append(str(error))
        files = {one.path: one.data for _, outcome in found for one in outcome.written}
        if first and files and len(found) < len(kinds):
            hub = tried(files, asked.root, asked.today).hub
    return [source for source, _ in found], [outcome for _, outcome in found]


def _kind(source: Source, kind: str, town: Wording, refused: list[str]) -> str:
    """The kind of a file, guessed where `kind` is ''; '' where it cannot be."""
    try:
        return kind or guessed(source, town)
    except ImportingError as error:
        refused.append(str(error))
        return ""


def _agree(outcomes: Sequence[Outcome]) -> None:
    """Two files may not give two contents of one."""
    held: dict[str, bytes] = {}
    for one in _written(outcomes):
        if not _is_of_the_hub(one.path):
            raise ImportingError(f"« {one.path} » n'est pas un fichier de la ville.")
        if held.setdefault(one.path, one.data) != one.data:
            raise ImportingError(
                f"deux de ces fichiers donnent chacun « {one.path} » : donnez-les l'un après l'autre."
            )


def _written(outcomes: Sequence[Outcome]) -> Iterator[Written]:
    for outcome in outcomes:
        yield from outcome.written


def _is_of_the_hub(path: str) -> bool:
    steps = PurePosixPath(path).parts
    if len(steps) == 1:
        return path in (*REGISTERS, *OPTIONAL)
    return steps[0] in FOLDERS and ".." not in steps


def _held(root: Path, path: str) -> bytes | None:
    try:
        with open_plain(root, path) as file:
            return file.read()
    except OSError:
        return None


def write(root: Path, those: Sequence[Brought]) -> None:
    """Write the files. Raises ImportingError where a link stands in the way, OSError."""
    files = list(_written([one.outcome for one in those]))
    for one in files:
        if is_link(root, one.path):
            raise ImportingError(f"« {one.path} » est un lien, qui n'est pas suivi.")
    for one in files:
        put(root / one.path, one.data)
