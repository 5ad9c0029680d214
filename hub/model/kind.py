"""What a kind of content declares once, beside its model: all that the steps need to know of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Generic, NamedTuple, TypeVar

from hub.model.fields import Entity
from hub.model.reminder import Reminding
from hub.model.wording import Wording

T = TypeVar("T", bound=Entity)

UNDECLARED: Any = type("Undeclared", (), {"__repr__": lambda self: "UNDECLARED"})()
"""What stands for a thing that a declaration must say and does not; None says « there is none »."""


class Section(NamedTuple):
    """A part of the site with a page of its own.

    `rank` is its place in the navigation. The menu of every page has an entry for it (`menu`), or names it in
    that of the section at the address `under`, which may itself be so named. An entry that holds several is
    called `entry`, or else like its own section. `words` are what people call it, for search; a section that
    `lists` only shows other pages; of one that is `mapped`, the site map names each thing.
    The home page may lead to it by the `task` that is done there; `drawing` is its pictogram.
    """

    address: str
    title: str
    description: str
    rank: int = 150
    menu: bool = False
    under: str = ""
    entry: str = ""
    words: str = ""
    lists: bool = True
    mapped: bool = False
    task: str = ""
    drawing: str = ""

    def said(self, words: Wording) -> Section:
        """The same in the words of a town."""
        return self._replace(
            title=words.say(self.title), description=words.say(self.description), entry=words.say(self.entry)
        )

    @property
    def id(self) -> str:
        """The key of the text in `content/` that introduces it."""
        return self.address.strip("/") or "index"


class Part(NamedTuple):
    """A feed of those things of a kind that it `holds`, beside the feed of them all."""

    folder: str
    title: str
    explanation: str
    holds: Callable[[Any], bool]


class Feed(NamedTuple):
    """The feed of a kind, in the folder of its section.

    `category` is shown with each item. `guid` is the kind in the names that items bear for ever: it never
    changes. `parts` are feeds of some of its things. In the feed of each association that they name, things
    that are `cited` give their address alone: some twenty associations attend a meeting, and its text stands
    in the town's feeds.
    """

    title: str
    explanation: str
    category: str
    guid: str
    parts: tuple[Part, ...] = ()
    cited: bool = False


class Search(NamedTuple):
    """Under which name results are grouped ('': with the rest of the site), and in which place.

    `words` are what people call such a page: they are searched and not shown.
    """

    group: str
    words: str
    rank: int = 150


class Awaited(NamedTuple):
    """What pages of a kind say « à confirmer » of where none of `fields` is given, and what they call it.

    With `each`, of each part of the thing that this field lists.
    """

    words: str
    fields: tuple[str, ...]
    each: str = ""


class DataSet(NamedTuple):
    """A file of the open data: its name, and what a row is.

    It has a file of each year besides, where its things have a `date`, or the field `dated`. One that is
    `optional` is not published by a town that has no row of it.
    """

    name: str
    explanation: str
    dated: str = "date"
    optional: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Kind(Generic[T]):
    """A kind of content. What is left out of those that have pages is told by `lacking`.

    Its words may name the bodies of a town by default words, `{du conseil}` (`hub.model.wording`): whoever
    shows them says them as the town does.

    It stands in a `folder` of texts or under the key `attribute` of a `register`, else all its things are
    parts of those of another kind (`also`); `required` says that the key must be there; `needs` is the field
    of `mots` by which a town says that it has none. Of an `optional` one, a town that has written none shows
    nothing: neither section, nor feed, nor data. `attribute` is also its name in the hub. `also` makes more
    of them out of each thing of other kinds. `order` sorts them (the greatest first, with `newest`), else
    the sources do. `one` and `many` are French words, `feminine` or not; `told` says what it is to who fills
    a register. `awaited` is what their pages say is « à confirmer » where the sources are silent; `reminders`
    say what is due of them, and whose.

    A kind whose model has an `address` has pages, and says of each of these what it is, or None:
    `link`: the key of links to it, `[…](guide:semer)`;
    `section`: the page that lists them; `feed`; `search`; `data`: its open data;
    `shell`: the frame of its pages, `frames`: others that stand under its section, with their depth;
    `card`: whether each has a picture where its link is shared;
    `letter`: the title under which the newsletter tells new ones;
    `over`: whether one was over on a day: what is over when it is published is announced to nobody.
    """

    attribute: str
    model: type[T]
    one: str
    many: str
    feminine: bool = False
    told: str = ""
    folder: str = ""
    register: str = ""
    required: bool = False
    needs: str = ""
    optional: bool = False
    also: tuple[tuple[Kind[Any], Callable[[Any], Iterable[T]]], ...] = ()
    order: Callable[[T], Any] | None = None
    newest: bool = False
    awaited: tuple[Awaited, ...] = ()
    reminders: tuple[Reminding, ...] = ()
    frames: Mapping[str, int] = field(default_factory=dict)
    link: str | None = UNDECLARED
    section: Section | None = UNDECLARED
    shell: str | None = UNDECLARED
    feed: Feed | None = UNDECLARED
    search: Search | None = UNDECLARED
    card: bool | None = UNDECLARED
    letter: str | None = UNDECLARED
    data: tuple[DataSet, ...] | None = UNDECLARED
    over: Callable[[T, dt.date], bool] | None = UNDECLARED

    def __post_init__(self) -> None:
        for one in fields(self):
            if getattr(self, one.name) is UNDECLARED and not self.paged:
                object.__setattr__(self, one.name, None)

    @property
    def some(self) -> str:
        """« une date », « un appel »."""
        return f"{'une' if self.feminine else 'un'} {self.one}"

    @property
    def written(self) -> bool:
        """Whether its things have a place of their own in the sources."""
        return bool(self.folder or self.register)

    def is_of(self, words: Wording) -> bool:
        """Whether a town that so calls its bodies has such things: one without a bureau has no terms."""
        return not self.needs or words.has(self.needs)

    @property
    def paged(self) -> bool:
        """Whether each thing has a page."""
        return hasattr(self.model, "address")

    @property
    def listing(self) -> str:
        """The frame of the pages that go on with its list, where that is too long for one."""
        return f"{self.shell}-liste"

    @property
    def lists(self) -> Mapping[str, int]:
        """The frames of pages that list its things, with their depth."""
        return {**self.frames, self.listing: 3} if self.shell else self.frames

    @property
    def base(self) -> str:
        """The address that those of its pages begin with."""
        return self.section.address if self.section else "/"

    @property
    def name(self) -> str:
        """The name of its files of settings: that of its folder; `page` for the texts at the top."""
        return self.folder.rpartition("/")[2] if self.folder != "content" else "page"

    def sorted(self, things: Iterable[T]) -> tuple[T, ...]:
        """Things of the kind, in its order."""
        return tuple(sorted(things, key=self.order, reverse=self.newest) if self.order else things)
