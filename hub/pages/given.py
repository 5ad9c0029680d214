"""What was given, grant by grant: to all in a campaign, to an association on its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from hub.markup import dates
from hub.markup.money import euros
from hub.markup.titles import named
from hub.model.association import Association
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.grant import Grant, GrantNature
from hub.model.names import sort_key
from hub.pages.page import Pages, shared

YEARS_SHOWN = 5
"""How many years of grants the page of an association shows; the others are folded."""


class Row(NamedTuple):
    """A grant as a page shows it."""

    name: str
    association: Association | None
    grant: Grant
    amount: str
    about: list[str]


class Given(NamedTuple):
    """What an association was given for a year."""

    year: str
    address: str
    total: str
    rows: list[Row]


@shared
def rows(tools: Pages) -> dict[str, list[Row]]:
    """What each campaign gave, the largest amounts first."""
    return {one.id: sorted(_each(tools, one.attributions), key=_order) for one in tools.hub.of(CAMPAIGN)}


def _order(row: Row) -> tuple[int, str]:
    return -row.grant.cents, sort_key(row.name)


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


def in_money(campaign: Campaign) -> int:
    """What a campaign gave in money, in cents."""
    return sum(one.cents for one in campaign.attributions if one.nature is not GrantNature.nature)


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
        for row in tools.once(rows)[campaign.id]:
            if row.association:
                by_id.setdefault(row.association.id, []).append(row)
        for key, own in by_id.items():
            total = euros(sum(row.grant.cents for row in own)) if len(own) > 1 else ""
            found.setdefault(key, []).append(Given(campaign.id, campaign.address, total, own))
    return found
