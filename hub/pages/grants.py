"""Grants: the campaign of each year, and what was given year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from hub.markup.money import euros
from hub.markup.titles import named
from hub.model.amount import cents
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.convention import above
from hub.model.grant import GrantNature
from hub.pages.bars import WIDTH, Figure, drawn
from hub.pages.campaign import asking
from hub.pages.given import Row, in_money, rows
from hub.pages.links import Link
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.portions import Portion, numbered, portions
from hub.pages.sheet import Sheet

KIND = CAMPAIGN


class Sum(NamedTuple):
    """The grants of a year: how many, for how many associations, how much in money and in kind."""

    campaign: Campaign
    grants: int
    associations: int
    money: str
    kind: str


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The section, then each campaign, whose list may take several pages."""
    campaigns = tools.hub.of(CAMPAIGN)
    if campaigns:
        yield Sheet(KIND.base, _section)
    for campaign in campaigns:
        for part in portions(campaign.address, tools.once(rows)[campaign.id]):
            yield Sheet(part.address, _page, (campaign, part))


def _section(tools: Pages) -> Page:
    """The latest campaign, and what was given each year."""
    campaigns = tools.hub.of(CAMPAIGN)
    sums = [_sum(tools, one) for one in campaigns if one.attributions]
    return tools.section_page(
        KIND.base,
        "subventions.html",
        campaign=campaigns[0],
        **asking(tools, campaigns[0]),
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
        clues=Clues(
            when=campaign.id,
            years=(campaign.annee,),
            over=tools.reached(dt.date(campaign.annee + 1, 1, 1)),
        ),
        thing=campaign,
        campaign=campaign,
        first=first,
        filters=[Link(_address(year), year, year == campaign.id) for year in tools.once(_years)],
        parts=numbered(part),
        **(asking(tools, campaign) if first else {}),
        total=total,
        budget=euros(cents(campaign.enveloppe)) if campaign.enveloppe else "",
        spent=_spent(campaign),
        rows=part.things,
        signed=[_signed(tools, campaign, places, amount) for places, amount in _above(tools, campaign)],
    )


def _address(year: str) -> str:
    return f"{KIND.base}{year}/"


@shared
def _years(tools: Pages) -> list[str]:
    """The years that have a page: all that the page of one tells of the others."""
    return [campaign.id for campaign in tools.hub.of(CAMPAIGN)]


def _sum(tools: Pages, campaign: Campaign) -> Sum:
    given = tools.once(rows)[campaign.id]
    kind = sum(row.grant.cents for row in given if row.grant.nature is GrantNature.nature)
    money = sum(row.grant.cents for row in given) - kind
    return Sum(
        campaign, len(given), len({row.name for row in given}), euros(money), euros(kind) if kind else ""
    )


def _spent(campaign: Campaign) -> float:
    """How much of what was planned was given, in hundredths; 0 where nothing says."""
    planned = cents(campaign.enveloppe) if campaign.enveloppe else 0
    return round(min(100, 100 * in_money(campaign) / planned), 1) if planned else 0


def _by_year(sums: Sequence[Sum]) -> Figure | None:
    """The amounts of each year as bars, in the order of their table; None where nothing is to be compared."""
    told = [(one.campaign.id, in_money(one.campaign), one.money) for one in sums]
    return drawn("montants", "Ce que la ville a attribué en argent", told) if len(told) > 1 else None


def _above(tools: Pages, campaign: Campaign) -> Iterator[tuple[list[int], int]]:
    bearers = {}
    for one in campaign.attributions:
        association = tools.hub.named(one.association)
        bearers[one.association] = association.id if association else one.association
    return above(campaign.attributions, bearers)


def _signed(tools: Pages, campaign: Campaign, places: Sequence[int], amount: int) -> dict[str, Any]:
    """An association that was given more than the threshold, and when its convention was signed."""
    grants = [campaign.attributions[index] for index in places]
    name, association = named(tools.hub, (grants[0].association,))[0]
    signed = min((one.convention for one in grants if one.convention), default=None)
    return {"name": name, "association": association, "amount": euros(amount), "signed": signed}
