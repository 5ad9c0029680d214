"""With what the sources are compared: a folder, a revision, or what the published branch had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import ValidationError

from hub.changes.addresses import titles
from hub.changes.comparing import Comparison, Side
from hub.changes.dates import announced_before
from hub.changes.nouns import Changes
from hub.changes.revision import Repository
from hub.changes.unpacking import BaseError
from hub.inspection import Inspected, found, found_beside, inspected
from hub.model import Hub
from hub.model.depot import Depot
from hub.model.published import Published
from hub.model.site import Site
from hub.scratch import scratch
from hub.sources import Fault
from hub.sources.reading import parsed
from hub.sources.text import Unreadable, decoded, read_bytes

Before = Callable[[str], Published]

SETTINGS = "mkdocs.yml"

BRANCH: str = Depot.model_fields["branche"].default
"""The branch that is published where the settings do not say."""


def branch_of(source: Path) -> str:
    """The branch that the settings of `source` say is published, read from them alone."""
    with suppress(OSError, Unreadable, ValidationError):
        document, _ = parsed(decoded(read_bytes(source, SETTINGS)[1], SETTINGS), SETTINGS)
        told = Site.fields_of(document.data).get("depot") if document else None
        return Depot.model_validate(told).branche if told else BRANCH
    return BRANCH


@contextmanager
def base(source: Path, asked: str | None, branch: str = BRANCH) -> Iterator[Path]:
    """The folder that `asked` means: itself, or files of that revision, which leave at the end; of None,
    those of the branch `branch` where what is done in `source` left it. Raises `BaseError`."""
    if asked and Path(asked).is_dir():
        yield Path(asked)
        return
    if asked is not None and ("/" in asked.rstrip("/") and asked.startswith((".", "/", "~"))):
        raise BaseError(f"le dossier « {asked} » n'existe pas.")
    repository = Repository(source)
    commit = repository.published(branch) if asked is None else repository.commit(asked)
    with scratch() as folder:
        yield repository.write(commit, folder)


def changes(source: Path, before: Path, today: dt.date, published: Before = lambda _: Published()) -> Changes:
    """What becomes of the site of the folder `before` in that of `source`.

    What `before` would publish is published for `source`: addresses that are lost, dates that move are told.
    What `published` says was so before both."""
    old = found(before)
    was = inspected(old, today, published)
    new = found_beside(was, source)
    is_ = inspected(new, today, lambda town: _with(was.hub, new.hub, published(town)))
    return Comparison(_side(was, old.faults), _side(is_, new.faults), today).whole()


def _side(one: Inspected, faults: list[Fault]) -> Side:
    return Side(one.hub, one.reading.sources, faults, one.problems)


def _with(before: Hub, after: Hub, known: Published) -> Published:
    """What the hub `before` would publish, and what is known to be published besides, where it is not the
    same any more."""
    lost = {address: known.titles[address] for address in known.titles.keys() - after.addresses}
    found = lost | titles(before, after.addresses)
    return Published(found, {**known.events, **announced_before(before, after)}, known.unread)
