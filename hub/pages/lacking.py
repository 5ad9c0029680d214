"""What nobody has confirmed yet, of every kind, and how to help: a town may leave this page out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple, get_type_hints

from hub.markup import states
from hub.markup.plain import capital
from hub.markup.titles import title_of
from hub.model.answers import Answer, unanswered
from hub.model.hub import Hub
from hub.model.kinds import kind_of
from hub.model.legal import NOTICE
from hub.model.sections import BY_ADDRESS, GOING_ON, LACKING
from hub.model.unknown import Unknown
from hub.model.walk import parts
from hub.model.wording import Wording
from hub.pages.page import Page, Pages
from hub.pages.portions import Portion, numbered, portions
from hub.pages.reporting import reporting
from hub.pages.sheet import Sheet
from hub.schemas.words import words_of

SITE = "Le site"
TOLD = "Ce que je sais, et d’où je le sais :\n"


class Row(NamedTuple):
    """A thing of which something is not known: under which heading, where it is read ('' for no page), what
    is asked in words, and how many answers are awaited."""

    group: str
    title: str
    address: str
    asked: str
    number: int


class Group(NamedTuple):
    """The rows of a kind on a page."""

    title: str
    rows: list[Row]


class Count(NamedTuple):
    """How many things of a kind lack something, and how many answers are awaited of them."""

    title: str
    things: int
    answers: int


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page, and those that go on with it where the list is long; none where the town leaves it out."""
    if tools.section(LACKING) in tools.hub.sections:
        for part in portions(LACKING, tools.once(_rows)):
            yield Sheet(part.address, _page, (part,))


def _page(tools: Pages, part: Portion[Row]) -> Page:
    values: dict[str, Any] = {
        "parts": numbered(part),
        "groups": [Group(title, list(rows)) for title, rows in groupby(part.things, lambda row: row.group)],
        "way": reporting(tools.hub.site, "Une réponse pour le site", TOLD),
    }
    if part.number == 1:
        return tools.section_page(LACKING, "manques.html", counts=_counts(tools.once(_rows)), **values)
    section = tools.section(LACKING)
    return tools.page(
        "manques.html",
        part.address,
        f"{section.title}{part.words}",
        f"{section.description.rstrip('.')}{part.words}.",
        LACKING,
        shell=GOING_ON,
        introduction="",
        counts=[],
        **values,
    )


def _counts(rows: Sequence[Row]) -> list[Count]:
    things = Counter(row.group for row in rows)
    answers = Counter(group for row in rows for group in (row.group,) * row.number)
    return [Count(group, number, answers[group]) for group, number in things.items()]


def _rows(tools: Pages) -> list[Row]:
    """What is not known of the site, then kind by kind."""
    hub = tools.hub
    return [*_of_site(hub), *(_row(one, tools.today, hub.site.mots) for one in hub.unknown)]


def _of_site(hub: Hub) -> Iterator[Row]:
    if not hub.site.contact:
        yield Row(SITE, hub.site.site_name, f"/{NOTICE}/", "l’adresse du service qui répond du site", 1)
    for page, those in groupby(sorted(unanswered(hub.site), key=_page_of), _page_of):
        address, words = f"/{page}/", [one.words for one in those]
        yield Row(SITE, BY_ADDRESS[address].said(hub.site.mots).title, address, ", ".join(words), len(words))


def _page_of(one: Answer) -> str:
    return one.page


def _row(one: Unknown, today: dt.date, town: Wording) -> Row:
    kind = kind_of(one.thing)
    named = Counter((*map(_asked(type(one.thing), town), one.fields), *map(town.say, one.awaited)))
    words = [f"{name} ({number})" if number > 1 else name for name, number in named.items()]
    if passages := len(one.lines):
        words.append(f"{passages} passages du texte" if passages > 1 else "1 passage du texte")
    section = town.say(kind.section.title) if kind.section else capital(town.say(kind.many))
    address: str = getattr(one.thing, "address", "")
    title = states.said(title_of(one.thing), states.of_thing(one.thing, today))
    return Row(section, title, address, ", ".join(words), named.total() + passages)


def _asked(model: type[Any], town: Wording) -> Any:
    """What gives the French name of the field that stands at a place under a thing of `model`."""

    def name(loc: tuple[str | int, ...]) -> str:
        owner, steps = model, [step for step in loc if isinstance(step, str)]
        for step in steps[:-1]:
            owner = next(parts(get_type_hints(owner, include_extras=True)[step]))
        title = words_of(owner, steps[-1], town).title
        return title if title[1:2].isupper() else title[:1].lower() + title[1:]

    return name
