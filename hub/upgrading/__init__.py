"""What this version of the program asks of a town's files, and the same files as it asks them.

A migration is a module that gives `MIGRATION`, and a line of `MIGRATIONS`: the rule that finds an older form
tells where it stands, and `edits` takes it away without touching the rest. What comes of it is checked beside
the sources before anything is written.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hub import __version__
from hub.checks import Problem, Severity
from hub.checks.version import is_version, later
from hub.given import renewed
from hub.inspection import Inspected, inspect
from hub.places import INSTALLED
from hub.rewriting import Changed
from hub.sources.opening import open_plain
from hub.sources.tree import SETTINGS
from hub.trial import tried
from hub.upgrading import editors, edits, engine_settings, given_remarks, known_names, retired_keys
from hub.upgrading.migration import Migration

MIGRATIONS: tuple[Migration, ...] = (
    engine_settings.MIGRATION,
    retired_keys.MIGRATION,
    given_remarks.MIGRATION,
    known_names.MIGRATION,
)

NOTE = "programme"
"""The key of `mkdocs.yml`, under `extra: hub:`, that says for which version the files were found right."""


class LaterError(Exception):
    """The files of a town are for a later version of the program than this one."""


class Upgrade(NamedTuple):
    """What is done: the version that the files named, a French sentence for each change, the files that
    change, and the errors that only a person can put right."""

    noted: str
    done: tuple[str, ...]
    changed: tuple[Changed, ...]
    left: tuple[Problem, ...]


def upgrade(source: Path, today: dt.date, *, given: bool = INSTALLED) -> Upgrade:
    """What the files of the folder `source` become; nothing is written. Raises LaterError.

    `given` says whether it has files of the program (`hub.given`): a town of contents alone has.
    """
    before = inspect(source, today)
    noted = before.hub.site.programme
    if is_version(noted) and later(noted, __version__):
        raise LaterError(
            f"ces fichiers sont pour la version {noted} du programme, et celui-ci est la {__version__}. "
            f"Installez la version {noted}, ou une plus récente."
        )
    texts = _Texts(source)
    done = [*_migrated(before, texts)]
    after = tried({one.path: one.after for one in texts.changed()}, source, today) if done else before
    left = tuple(one for one in after.problems if one.severity is Severity.ERROR)
    if not left and noted != __version__ and texts.note():
        done.append(f"{SETTINGS} : « {NOTE}: {__version__} » est noté.")
    ours = tuple(renewed(source)) if given else ()
    done += [f"{one.path} : la version du programme que vous avez installé." for one in ours]
    site = before.hub.site
    schemas = tuple(editors.renewed(source, site.mots)) if given and site.is_known else ()
    done += [f"{one.path} : les champs de cette version, dans les mots de la ville." for one in schemas]
    return Upgrade(noted, tuple(done), (*texts.changed(), *ours, *schemas), left)


class _Texts:
    """The registers of a folder, as they are and as they are to be."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._now: dict[str, bytes] = {}
        self._new: dict[str, str] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._new:
            with open_plain(self._source, path) as file:
                self._now[path] = file.read()
            self._new[path] = self._now[path].decode("utf-8")
        return self._new[path]

    def become(self, path: str, text: str) -> bool:
        """Whether the file at `path` is another with this text, which is henceforth its own."""
        is_other = text != self[path]
        self._new[path] = text
        return is_other

    def note(self) -> bool:
        """Note the version of this program, where the files do not say or say another."""
        return self.become(SETTINGS, edits.with_entry(self[SETTINGS], ("extra", "hub"), NOTE, __version__))

    def changed(self) -> tuple[Changed, ...]:
        pairs = ((path, self._now[path], text.encode()) for path, text in self._new.items())
        return tuple(Changed(*one) for one in pairs if one[1] != one[2])


def _migrated(before: Inspected, texts: _Texts) -> Iterator[str]:
    """Make the texts of the present form; says what is done, migration by migration."""
    cuts: dict[str, list[edits.Cut]] = defaultdict(list)
    for one in MIGRATIONS:
        wrong = [found for found in before.problems if (found.code, found.path) == (one.code, one.path)]
        if not wrong or one.path not in before.reading.sources.documents:
            continue
        text = texts[one.path]
        places = [(found.line, found.column) for found in wrong]
        if here := one.cuts(text, places):
            cuts[one.path] += here
            keys = [edits.word_at(text, place) for place in places if one.cuts(text, [place])]
            yield f"{one.path} : {one.words(keys)}."
    for path, found in cuts.items():
        texts.become(path, edits.cut(texts[path], found))


__all__ = ["MIGRATIONS", "LaterError", "Upgrade", "upgrade"]
