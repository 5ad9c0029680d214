"""Which feeds and data files a town publishes, and at which addresses; its calendars are in `calendars`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from hub.model.french import joined
from hub.model.kind import DataSet, Kind
from hub.model.kinds import ANNOUNCED, KINDS
from hub.model.wording import Wording


class Form(NamedTuple):
    """A format of feeds: its name, its media type, and the file it is in."""

    name: str
    media_type: str
    stem: str
    extension: str

    @property
    def file(self) -> str:
        """The file that people subscribe to: `atom.xml`."""
        return f"{self.stem}.{self.extension}"


RSS = Form("RSS", "application/rss+xml", "rss", "xml")
ATOM = Form("Atom", "application/atom+xml", "atom", "xml")
JSON = Form("JSON Feed", "application/feed+json", "feed", "json")
FORMS = (RSS, ATOM, JSON)
"""The formats that the feeds of the town are published in, the one that most people know first."""

FORMER = (ATOM, JSON)
"""Those that the feed of an association was published in besides: its readers are led to the first."""


SUBSCRIBING = "/abonnements/"
"""The page that says, step by step, what to do with the address of a feed."""


def _all(thing: Any) -> bool:
    return True


class Channel(NamedTuple):
    """A feed: its folder, what it is called, and what it announces.

    It announces the things of the hub's attributes `kinds` that it `holds`. `page` is where the same news
    can be read on the site: the folder itself, where not given. A feed that `cites` gives no more
    than the address of those that their kind says are `cited`. `forms` are the formats it is published in.
    """

    folder: str
    title: str
    kinds: tuple[str, ...]
    explanation: str
    holds: Callable[[Any], bool] = _all
    page: str = ""
    cites: bool = False
    forms: tuple[Form, ...] = FORMS

    @property
    def home(self) -> str:
        """The address of the page that shows the same news."""
        return self.page or self.folder

    @property
    def anchor(self) -> str:
        """Where the page of subscriptions speaks of it: `flux-agenda`."""
        return "-".join(("flux", *self.folder.strip("/").split("/"))).rstrip("-")

    @property
    def address(self) -> str:
        """Where people subscribe, in RSS."""
        return self.at(RSS)

    def at(self, form: Form, archive: str = "") -> str:
        """The address of the feed, or of one of its archives, in a format: `/agenda/atom-2024.xml`."""
        return f"{self.folder}{form.stem}{archive and f'-{archive}'}.{form.extension}"


def _town() -> Iterator[Channel]:
    """The feed of each kind, with those of a part of it."""
    for kind in ANNOUNCED:
        assert kind.feed and kind.section
        home = kind.section.address
        yield Channel(home, kind.feed.title, (kind.attribute,), kind.feed.explanation)
        for part in kind.feed.parts:
            yield Channel(part.folder, part.title, (kind.attribute,), part.explanation, part.holds, home)


def _named(kinds: Iterable[Kind[Any]]) -> str:
    """« Comptes rendus, dates et guides. »"""
    words = [kind.many for kind in kinds if kind.feed]
    listed = f"{joined(words)}."
    return listed[0].upper() + listed[1:]


EVERYTHING = Channel(
    "/", "Tout ce qui est publié", tuple(kind.attribute for kind in ANNOUNCED), _named(ANNOUNCED)
)

FEEDS: tuple[Channel, ...] = (EVERYTHING, *_town())
"""The feeds that a town may have; each association has its own besides."""


def feeds_of(kinds: Iterable[Kind[Any]]) -> tuple[Channel, ...]:
    """Those of a town whose site shows these `kinds` (`Hub.kinds`)."""
    shown = tuple(kinds)
    silent = {kind.attribute for kind in ANNOUNCED if kind not in shown}
    first = EVERYTHING._replace(explanation=_named(shown))
    return (first, *(one for one in FEEDS[1:] if silent.isdisjoint(one.kinds)))


def association_channel(address: str, name: str, state: str = "") -> Channel:
    """The feed of the association so named, beside its page; it says its `state`, if it has one.

    In RSS alone, which every reader reads: three formats would be the half of the files of a site.
    """
    told = "Ses dates, ses actualités, et les réunions qui la citent."
    words = f"Association {state}. {told}" if state else told
    return Channel(address, name, (), words, cites=True, forms=(RSS,))


def project_channel(address: str, name: str) -> Channel:
    """The feed of the project so named, beside its page: what each meeting says of it."""
    return Channel(address, name, (), "Ce que chaque réunion dit de ce projet.", forms=(RSS,))


def followed_from(section: str, own: Channel | None = None) -> tuple[Channel, ...]:
    """The feeds that a page announces, the one that tells its own news first.

    `section` is the address of the page's section, `own` the feed of the association or the project that it
    presents.
    """
    if own:
        return (own,)
    if section == SUBSCRIBING:
        return FEEDS  # a page leaves out those that its town does not have (`Page.silent`)
    return tuple(channel for channel in FEEDS if channel.home == section) or (EVERYTHING,)


def code_of(anchor: str) -> str:
    """The address of the QR code that leads to that place of the page of subscriptions."""
    return f"{SUBSCRIBING}{anchor}.svg"


def vcard_of(association: str) -> str:
    """The address of the vCard of an association, by its id."""
    return f"/associations/{association}.vcf"


DATA_SETS = tuple(one for kind in KINDS for one in kind.data or ())
"""The open data that may stand on `/donnees/`."""


def data_sets_of(words: Wording, kinds: Iterable[Kind[Any]]) -> tuple[DataSet, ...]:
    """Those of a town whose site shows these `kinds` (`Hub.kinds`), in its words."""
    return tuple(
        one._replace(explanation=words.say(one.explanation)) for kind in kinds for one in kind.data or ()
    )


CATALOGUE = "/donnees/jeux.json"
"""The file that lists them, and says on which day they were made."""

PACKAGE = "/donnees/datapackage.json"
"""The same for programs that verify them: a Data Package."""

DCAT = "/donnees/catalogue.jsonld"
"""The same for portals: DCAT-AP."""

NATIONAL = "/donnees/catalogue.csv"
"""The same in the columns of the French towns (SCDL)."""
