"""Grants: the campaign, what was given year by year, and what an association was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from hub.markup import dates, rhythm
from hub.markup.money import euros
from hub.markup.titles import event_title, named
from hub.model.amount import cents
from hub.model.association import Association
from hub.model.call import Call
from hub.model.event import Event
from hub.model.grant import CAMPAIGN, THRESHOLD, Campaign, Grant, GrantNature, above
from hub.model.names import sort_key
from hub.pages.figures import WIDTH, Figure, drawn
from hub.pages.links import Link
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.portions import Portion, numbered, portions
from hub.pages.sheet import Sheet

KIND = CAMPAIGN

YEARS_SHOWN = 5
"""How many years of grants the page of an association shows; the others are folded."""


LONGEST = dt.timedelta(days=500)
"""How long a campaign takes, from its first call to the last vote."""


class Step(NamedTuple):
    """A day of a campaign: when, what, and the page that says more; `over` once it is past."""

    when: str
    what: str
    address: str
    state: str
    over: bool


class Row(NamedTuple):
    """A grant as a page shows it."""

    name: str
    association: Association | None
    grant: Grant
    amount: str
    about: list[str]


class Sum(NamedTuple):
    """The grants of a year: how many, for how many associations, how much in money and in kind."""

    campaign: Campaign
    grants: int
    associations: int
    money: str
    kind: str


class Given(NamedTuple):
    """What an association was given for a year."""

    year: str
    address: str
    total: str
    rows: list[Row]


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The section, then each campaign, whose list may take several pages."""
    campaigns = tools.hub.of(CAMPAIGN)
    if campaigns:
        yield Sheet(KIND.base, _section)
    for campaign in campaigns:
        for part in portions(campaign.address, tools.once(_rows)[campaign.id]):
            yield Sheet(part.address, _page, (campaign, part))


def _section(tools: Pages) -> Page:
    """The latest campaign, and what was given each year."""
    campaigns = tools.hub.of(CAMPAIGN)
    sums = [_sum(tools, one) for one in campaigns if one.attributions]
    return tools.section_page(
        KIND.base,
        "subventions.html",
        campaign=campaigns[0],
        **_asking(tools, campaigns[0]),
        sums=sums,
        figure=_by_year(sums),
        width=WIDTH,
    )


def _page(tools: Pages, campaign: Campaign, part: Portion[Row]) -> Page:
    """A campaign and what it gave; the pages that follow go on with the list."""
    total, first = _sum(tools, campaign), part.number == 1
    words = f"{total.grants} subventions attribuées, {total.money} en tout." if total.grants > 1 else ""
    return tools.page(
        "subventions-annee.html",
        part.address,
        f"{campaign.titre}{part.words}",
        f"La campagne de subventions {campaign.annee}{part.words}. {words}",
        KIND.base,
        shell=KIND.shell if first else "subventions-suite",
        clues=Clues(when=campaign.id, years=(campaign.annee,)),
        thing=campaign,
        campaign=campaign,
        first=first,
        filters=[Link(_address(year), year, year == campaign.id) for year in tools.once(_years)],
        parts=numbered(part),
        **(_asking(tools, campaign) if first else {}),
        total=total,
        budget=euros(cents(campaign.enveloppe)) if campaign.enveloppe else "",
        rows=part.things,
        signed=[_signed(tools, campaign, places, amount) for places, amount in _above(tools, campaign)],
    )


def _address(year: str) -> str:
    return f"{KIND.base}{year}/"


@shared
def _years(tools: Pages) -> list[str]:
    """The years that have a page: all that the page of one tells of the others."""
    return [campaign.id for campaign in tools.hub.of(CAMPAIGN)]


@shared
def _rows(tools: Pages) -> dict[str, list[Row]]:
    """What each campaign gave, by the names of the associations."""
    return {one.id: sorted(_each(tools, one.attributions), key=_order) for one in tools.hub.of(CAMPAIGN)}


def _order(row: Row) -> tuple[str, int]:
    return sort_key(row.name), -row.grant.cents


def _each(tools: Pages, grants: Iterable[Grant]) -> Iterator[Row]:
    for grant in grants:
        name, association = named(tools.hub, (grant.association,))[0]
        yield Row(name, association, grant, euros(grant.cents), list(_about(grant)))


def _about(grant: Grant) -> Iterator[str]:
    """What is known of a grant beside its amount and its purpose."""
    if grant.type:
        yield grant.type.libelle
    if grant.nature is not GrantNature.numeraire:
        yield grant.nature.libelle
    if grant.dispositif:
        yield grant.dispositif
    number = f"délibération {grant.deliberation}" if grant.deliberation else "décision"
    yield f"{number} du {dates.date(grant.decision)}"
    if grant.convention:
        yield f"convention signée {dates.on(grant.convention)}"
    if grant.versement:
        yield f"versée {grant.versement.libelle}"


def _sum(tools: Pages, campaign: Campaign) -> Sum:
    rows = tools.once(_rows)[campaign.id]
    kind = sum(row.grant.cents for row in rows if row.grant.nature is GrantNature.nature)
    money = sum(row.grant.cents for row in rows) - kind
    return Sum(
        campaign, len(rows), len({row.name for row in rows}), euros(money), euros(kind) if kind else ""
    )


def _by_year(sums: Sequence[Sum]) -> Figure | None:
    """The amounts of each year as bars, oldest first; None where there is nothing to compare."""
    told = [(one.campaign.id, _money(one.campaign), one.money) for one in reversed(sums)]
    return drawn("montants", "Ce que la ville a attribué en argent", told) if len(told) > 1 else None


def _money(campaign: Campaign) -> int:
    return sum(one.cents for one in campaign.attributions if one.nature is not GrantNature.nature)


def _above(tools: Pages, campaign: Campaign) -> Iterator[tuple[list[int], int]]:
    bearers = {}
    for one in campaign.attributions:
        association = tools.hub.named(one.association)
        bearers[one.association] = association.id if association else one.association
    return above(campaign, bearers)


def _signed(tools: Pages, campaign: Campaign, places: Sequence[int], amount: int) -> dict[str, Any]:
    """An association that was given more than the threshold, and when its convention was signed."""
    grants = [campaign.attributions[index] for index in places]
    name, association = named(tools.hub, (grants[0].association,))[0]
    signed = min((one.convention for one in grants if one.convention), default=None)
    return {"name": name, "association": association, "amount": euros(amount), "signed": signed}


def _asking(tools: Pages, campaign: Campaign) -> dict[str, Any]:
    """How one asks for a grant: the steps of the campaign, its guide, who sits. What is not known of one that
    is over is `silent`: nobody waits for it."""
    later = any(one.annee > campaign.annee for one in tools.hub.of(CAMPAIGN))
    return {
        "silent": later or tools.reached(dt.date(campaign.annee + 1, 1, 1)),
        "steps": list(_steps(tools, campaign)),
        "guide": tools.hub.keys["guide"].get(campaign.guide) if campaign.guide else None,
        "sitting": named(tools.hub, campaign.commission),
        "threshold": euros(THRESHOLD),
    }


def _steps(tools: Pages, campaign: Campaign) -> Iterator[Step]:
    """The days of a campaign, in order; what has no day comes last."""
    keys = tools.hub.keys
    calls = [call for key in campaign.appels if (call := keys["appel"].get(key))]
    events = [event for key in campaign.dates if (event := keys["agenda"].get(key))]
    rows = [row for call in calls for row in _of_call(tools, call)]
    opened = min((call.ouverture.first for call in calls if call.ouverture), default=None)
    since = opened or dt.date(campaign.annee - 1, 9, 1)
    rows += [_of_event(tools, event, since) for event in events]
    yield from (step for _, step in sorted(rows, key=lambda row: row[0]))


def _of_call(tools: Pages, call: Call) -> Iterator[tuple[str, Step]]:
    for day, words in ((call.ouverture, "ouverture"), (call.cloture, "clôture")):
        if day:
            over = _is_over(tools, day.last)
            yield str(day), Step(dates.date(day), f"{call.titre} : {words}", call.address, "", over)


def _of_event(tools: Pages, event: Event, since: dt.date) -> tuple[str, Step]:
    """A date of the calendar: of what comes back every year, the first time after the campaign begins."""
    once = next(event.occurrences(since, since + LONGEST), event.first)
    over = _is_over(tools, once.last_day)
    state = "annulé" if event.annule or once.annule else ""
    return str(once.debut), Step(rhythm.when(once), event_title(event), event.address, state, over)


def _is_over(tools: Pages, day: dt.date) -> bool:
    return tools.reached(day + dt.timedelta(days=1))


def of_association(tools: Pages, association: Association) -> dict[str, Any]:
    """What an association was given, for its page (`fiche-subventions.html`)."""
    given = tools.once(_given).get(association.id, [])
    return {"given": given[:YEARS_SHOWN], "given_before": given[YEARS_SHOWN:]}


@shared
def _given(tools: Pages) -> dict[str, list[Given]]:
    """What each association was given, the last year first."""
    found: dict[str, list[Given]] = {}
    for campaign in tools.hub.of(CAMPAIGN):
        by_id: dict[str, list[Row]] = {}
        for row in tools.once(_rows)[campaign.id]:
            if row.association:
                by_id.setdefault(row.association.id, []).append(row)
        for key, rows in by_id.items():
            total = euros(sum(row.grant.cents for row in rows)) if len(rows) > 1 else ""
            found.setdefault(key, []).append(Given(campaign.id, campaign.address, total, rows))
    return found
