"""Paths -> outcomes, all or nothing; then the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from hub.importing.kinds import Importer, guessed, importer
from hub.importing.opening import Source, opened
from hub.importing.outcome import Asked, ImportingError, Outcome, Written
from hub.importing.trying import questioned
from hub.inspection import inspect
from hub.sources.opening import is_link, open_plain
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS


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
    sources, refused = _all(paths)
    before = inspect(asked.root, asked.today)
    outcomes = []
    for source in sources:
        try:
            outcomes.append(_one(source, kind).bring(source, before.hub, asked))
        except ImportingError as error:
            refused.append(str(error))
    if refused:
        raise ImportingError("\n".join(refused))
    _agree(outcomes)
    same = frozenset(one.path for one in _written(outcomes) if _held(asked.root, one.path) == one.data)
    tried = questioned(outcomes, same, before, asked, [source.name for source in sources])
    return tuple(_apart(source, outcome, same) for source, outcome in zip(sources, tried, strict=True))


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


def _one(source: Source, kind: str) -> Importer:
    return importer(kind or guessed(source))


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
        (root / one.path).parent.mkdir(parents=True, exist_ok=True)
        (root / one.path).write_bytes(one.data)
