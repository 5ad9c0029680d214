"""Minutes: the list, whole or by year, and a page a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from hub.markup import dates
from hub.markup.elections import plural
from hub.markup.markdown import LISTED, Heading, Rendered
from hub.markup.titles import minutes_title
from hub.model.fields import Moment
from hub.model.media import pdf_of
from hub.model.minutes import MINUTES, Action, ActionState, Minutes, MinutesStatus
from hub.model.thread import Entry
from hub.model.vote import ADOPTED
from hub.pages import elections, questionnaires, votes
from hub.pages.actions import Row, Who, row, whos
from hub.pages.links import Link
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.portions import Portion, numbered, portions
from hub.pages.sheet import Sheet

WHOLE = 150
"""Minutes that one page lists, ten years of most councils; beyond, each year has its own. They are not
withdrawn: a list by year stays so, and the addresses of its years with it."""

LATEST_SHOWN = 40
"""Of a longer list, on the page of the section."""

TWO_YEARS = dt.timedelta(days=730)
"""After which a page says that what it announces may have changed."""

A_YEAR = dt.timedelta(days=365)
"""After which a search gives those of others first: the present comes before the past."""

LATEST = "dernier dernière récent récente"
"""What people call the newest minutes of each body."""

KIND = MINUTES


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The minutes, and each meeting."""
    minutes = tools.hub.minutes
    yield Sheet(KIND.base, _list)
    for year, those in tools.once(_years).items():
        for part in portions(year_address(KIND.base, year), those):
            yield Sheet(part.address, _year_page, (year, part))
    latest = {one.instance: one for one in reversed(minutes)}
    for index, one in enumerate(minutes):
        newer = minutes[index - 1] if index else None
        older = minutes[index + 1] if index + 1 < len(minutes) else None
        words = LATEST if one is latest[one.instance] else ""
        yield Sheet(one.address, _page, (one, older, newer, words))


def _years(tools: Pages) -> dict[int, list[Minutes]]:
    """The minutes of each year, where each year has a page."""
    minutes = tools.hub.minutes
    return by_year(minutes) if len(minutes) > WHOLE else {}


@shared
def _numbers(tools: Pages) -> list[int]:
    """The years that have a page: all that the page of one tells of the others."""
    return list(tools.once(_years))


def _list(tools: Pages) -> Page:
    """All the minutes, or the latest, and links to the years."""
    minutes, years = tools.hub.minutes, tools.once(_years)
    listed = by_year(minutes[:LATEST_SHOWN] if years else minutes)
    shown = {year: list(map(in_short, those)) for year, those in listed.items()}
    return tools.section_page(
        MINUTES.base, "comptes-rendus.html", years=shown, others=year_links(MINUTES.base, years)
    )


class Short(NamedTuple):
    """A meeting in a list: `title` says what `words` are, « Décidé » or « À l’ordre du jour », of which
    `left` are not shown; how many votes and actions it has."""

    minutes: Minutes
    title: str
    words: list[str]
    left: int
    counts: list[str]

    @property
    def status(self) -> str:
        """How far its minutes are, '' where nobody has said it."""
        return _STATUSES.get(self.minutes.statut, "")


_STATUSES = {MinutesStatus.projet: "à approuver", MinutesStatus.adopte: "adopté"}

SHOWN = 2
"""Of what a meeting decided, in a list: as much as one reads in passing."""


def in_short(minutes: Minutes) -> Short:
    """A meeting by what it decided: what was voted, else what is to be done; by its agenda where neither is
    known."""
    voted = [vote.objet for vote in minutes.votes if vote.outcome in ADOPTED]
    kept = [action.quoi for action in minutes.suivi if action.etat is not ActionState.abandonne]
    title = "Décidé" if voted or kept else "À l’ordre du jour" if minutes.ordre_du_jour else ""
    words = voted or kept or minutes.ordre_du_jour
    counts = [
        plural(len(those), one)
        for one, those in (("vote", minutes.votes), ("action", minutes.suivi))
        if those
    ]
    told = [one.rstrip(" .;") for one in words[:SHOWN]]
    return Short(minutes, title, told, len(words) - len(told), counts)


def by_year(minutes: Sequence[Minutes]) -> dict[int, list[Minutes]]:
    """Minutes, which are newest first, by the year of the meeting."""
    return {year: list(group) for year, group in groupby(minutes, lambda one: one.date.year)}


def year_address(section: str, year: int) -> str:
    """The address of a year: no file of minutes has the name of one (M001)."""
    return f"{section}{year:04}/"


def year_links(section: str, years: dict[int, list[Minutes]]) -> list[Link]:
    """A link a year, with how many meetings it had."""
    return [Link(year_address(section, year), f"{year} ({len(those)})") for year, those in years.items()]


def _year_page(tools: Pages, year: int, part: Portion[Minutes]) -> Page:
    return tools.page(
        "comptes-rendus-annee.html",
        part.address,
        f"Comptes rendus de {year}{part.words}",
        f"Les réunions de {year} dont le compte rendu est publié{part.words}.",
        MINUTES.base,
        shell="comptes-rendus" if part.number == 1 else "comptes-rendus-suite",
        filters=[
            Link(year_address(MINUTES.base, one), str(one), one == year) for one in tools.once(_numbers)
        ],
        parts=numbered(part),
        minutes=list(map(in_short, part.things)),
    )


def _page(tools: Pages, minutes: Minutes, older: Minutes | None, newer: Minutes | None, words: str) -> Page:
    agenda = ", ".join(minutes.ordre_du_jour)
    published = minutes.publie_le
    text = tools.renderer.render(minutes.text).lowered()
    shown = {
        **votes.of_minutes(tools, minutes),
        "elections": tools.once(elections.of_meetings).get(f"{minutes.date}-{minutes.instance}", ()),
        "actions": [_said(tools, minutes, entry) for entry in tools.hub.entries_of.get(minutes.id, ())],
        "questionnaires": questionnaires.of_minutes(tools, minutes),
    }
    return tools.page(
        "compte-rendu.html",
        minutes.address,
        minutes_title(minutes),
        f"{minutes_title(minutes)} : {agenda}" if agenda else minutes_title(minutes),
        "/comptes-rendus/",
        shell="compte-rendu",
        modified=published.first if published else None,
        clues=Clues(
            when=dates.date(minutes.date),
            years=(minutes.date.year,),
            over=tools.reached(minutes.date.last + A_YEAR),
            words=words,
        ),
        thing=minutes,
        minutes=minutes,
        next=minutes.prochaine and _announced(tools, minutes.prochaine),
        present=tools.named(minutes.presents),
        excused=tools.named(minutes.excuses),
        **shown,
        text=text,
        contents=_contents(minutes, text, decided=any(shown[one] for one in DECIDED)),
        projects=_projects(shown),
        older=older,
        newer=newer,
        pdf=tools.download(pdf_of(minutes)),
        aged=tools.reached(minutes.date.last + TWO_YEARS),
    )


def _announced(tools: Pages, following: Moment) -> str:
    """When the meeting after is, or was to be: of a month that is past, no day is to come."""
    past = not following.whole and tools.reached(following.last)
    return dates.date(following) if past else dates.moment(following)


DECIDED = ("votes", "elections", "actions", "questionnaires")
"""What a meeting decided, by what the template calls it."""


def _contents(minutes: Minutes, text: Rendered, *, decided: bool) -> Rendered:
    """The headings of the page, those of its text below « Déroulé »."""
    told = [Heading("_decide", "Ce qui a été décidé", 2)] if decided else []
    if minutes.ordre_du_jour:
        told.append(Heading("_ordre-du-jour", "Ordre du jour", 2))
    if text.html:
        told.append(Heading("_deroule", "Déroulé", 2))
    told += [one for one in text.headings if one.level <= LISTED]
    if minutes.documents:
        told.append(Heading("_documents", "Documents" if len(minutes.documents) > 1 else "Document", 2))
    return Rendered("", tuple(told))


def _projects(shown: dict[str, Any]) -> list[Link]:
    """The projects that a meeting voted on or followed, each once, in the order of the page."""
    voted = [Link(one.project, one.vote.projet) for one in shown["votes"] if one.vote.projet]
    followed = [Link(one.address, one.project) for one in shown["actions"]]
    return list({one.address or one.words: one for one in (*voted, *followed)}.values())


class Said(NamedTuple):
    """An action as a meeting left it: the project that it is of, and what a later one said, if one did."""

    project: str
    address: str
    action: Action
    who: list[Who]
    since: Row | None


def _said(tools: Pages, minutes: Minutes, entry: Entry) -> Said:
    step = next(one for one in entry.action.steps if one.minutes.id == minutes.id)
    later = entry.action.last.minutes.id != minutes.id
    return Said(
        step.action.projet,
        entry.address,
        step.action,
        whos(tools, step.action.qui, minutes.date.first),
        row(tools, entry) if later else None,
    )
