"""The nouns of this step: what a change of the sources does to the site, and to those who follow it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from hub.changes.followers import Dated, Mail, Message, Place, When
from hub.changes.thing import Thing
from hub.checks import Problem
from hub.model.wording import DEFAULT, Wording


class How(StrEnum):
    """In which way a value is another."""

    SET = "set"
    UNSET = "unset"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    ORDER = "order"
    FORM = "form"
    HIDDEN = "hidden"


class Difference(NamedTuple):
    """A value that is another: of the field `field`, `suivi.etat`, whose French words are `label`.

    `item` says in which row of a list, and `row` what such a row is ('' where it is none). `before` and
    `after` are words, '' where there is nothing to say; both are of a value that is `HIDDEN`, which is
    published nowhere or may be a person's."""

    field: str
    label: str
    how: How
    before: str = ""
    after: str = ""
    item: str = ""
    row: str = ""


class Changed(NamedTuple):
    """A thing that stays, of which some values are others; `former` is its address before, if that is
    another."""

    thing: Thing
    differences: tuple[Difference, ...]
    former: str = ""


class Arrived(NamedTuple):
    """A thing that was not there; `rows` are the words for the rows of its lists, one a row, `dated` its day
    of publication in words ('' where it has none)."""

    thing: Thing
    rows: tuple[str, ...] = ()
    dated: str = ""


class Lost(NamedTuple):
    """An address where there was something, and where there is nothing any more; `line` is the row of
    `redirections.yaml` that leads to the nearest page, '' where none can."""

    address: str
    title: str
    line: str


class Citation(NamedTuple):
    """Where something that is gone is still named."""

    path: str
    line: int
    title: str


class Cited(NamedTuple):
    """A thing that is gone, and where others still name it."""

    title: str
    by: tuple[Citation, ...]


class File(NamedTuple):
    """An attached file that is `ADDED`, `REMOVED` or `CHANGED`."""

    path: str
    how: How


class Told(NamedTuple):
    """The problems that were not there, and those that are mended; `standing` is how many errors there
    are."""

    new: tuple[Problem, ...] = ()
    mended: tuple[Problem, ...] = ()
    standing: int = 0


class Unread(NamedTuple):
    """The files of which something could not be read, before and after: the rest was compared."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Changes(NamedTuple):
    """What a change does. `problems` is None where nobody looked for any; `town` has the words of the town,
    in which all this is said, and is printed nowhere (`UNSAID`)."""

    arrived: tuple[Arrived, ...] = ()
    changed: tuple[Changed, ...] = ()
    gone: tuple[Thing, ...] = ()
    settings: tuple[Difference, ...] = ()
    reordered: tuple[str, ...] = ()
    lost: tuple[Lost, ...] = ()
    messages: tuple[Message, ...] = ()
    mails: tuple[Mail, ...] = ()
    dates: tuple[Dated, ...] = ()
    cited: tuple[Cited, ...] = ()
    files: tuple[File, ...] = ()
    reformatted: tuple[str, ...] = ()
    problems: Told | None = None
    unread: Unread = Unread()
    town: Wording = DEFAULT

    @property
    def nothing(self) -> bool:
        """Whether nobody will see any difference, a file written otherwise being none."""
        plain = self._replace(reformatted=(), problems=None, unread=Unread(), town=DEFAULT)
        told = self.problems or Told()
        return plain == Changes() and not (told.new or told.mended)

    @property
    def feeds(self) -> Sequence[Place]:
        """The feeds that will have something new at once."""
        told = (place for one in self.messages if one.when is When.NOW for place in one.feeds)
        return tuple(dict.fromkeys(told))


UNSAID = frozenset(("town",))
"""What of `Changes` no program is told."""
