"""Rules of grants (G): a campaign a year, grants written once, what they cite, what the law asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.markup.money import euros
from hub.model.amount import cents
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.convention import above
from hub.model.grant import Grant, GrantNature
from hub.model.hub import Hub
from hub.model.kinds import BY_LINK
from hub.model.names import fold

CITED = {"appels": ("appel", "L'appel"), "dates": ("agenda", "La date"), "guide": ("guide", "Le guide")}
"""The fields of a campaign that hold keys: of what, by its scheme, and what that is called."""


def _bearer(hub: Hub, grant: Grant) -> str:
    """Which association a grant is for, however it is named."""
    found = hub.named(grant.association)
    return found.id if found else fold(grant.association)


def _each(hub: Hub) -> Iterator[tuple[Campaign, int, Grant]]:
    for campaign in hub.of(CAMPAIGN):
        for index, grant in enumerate(campaign.attributions):
            yield campaign, index, grant


def a_campaign_a_year(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A year has one campaign: it is in the address of its page."""
    met: set[int] = set()
    for one in sorted(hub.of(CAMPAIGN), key=lambda campaign: campaign.origin.loc):
        if one.annee in met:
            yield problem(
                "G002",
                one.origin.at("annee"),
                f"L'année {one.annee} a déjà une campagne plus haut.",
                "Réunissez-les : une seule campagne par année, avec toutes ses attributions.",
            )
        met.add(one.annee)


def written_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A grant is written once: same association, same purpose, same amount, same day."""
    met: set[tuple[Any, ...]] = set()
    for campaign, index, one in sorted(_each(hub), key=lambda row: (row[0].origin.loc, row[1])):
        known = (_bearer(hub, one), fold(one.objet), one.montant, str(one.day))
        if known in met:
            yield problem(
                "G003",
                campaign.origin.at("attributions", index, "objet"),
                f"« {one.association} » a déjà cette subvention : même objet, même montant, même jour.",
                "Effacez l'une des deux, ou dites dans « objet » ce qui les distingue.",
            )
        met.add(known)


def what_is_cited_is_there(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The calls, the dates and the guide that a campaign cites exist."""
    for campaign in hub.of(CAMPAIGN):
        for field, (scheme, words) in CITED.items():
            value = getattr(campaign, field)
            for index, key in enumerate(value if isinstance(value, tuple) else filter(None, (value,))):
                if key in hub.keys[scheme] or hub.spoiled.has(BY_LINK[scheme].attribute, key):
                    continue
                loc = (field, index) if isinstance(value, tuple) else (field,)
                yield problem(
                    "G004",
                    campaign.origin.at(*loc),
                    f"{words} « {key} » n'existe pas.",
                    did_you_mean(key, sorted(hub.keys[scheme]), "Écrivez la fin de l'adresse de sa page."),
                )


def a_convention_above_the_threshold(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Above 23,000 euros a year, what an association is given has a convention (décret n° 2001-495)."""
    for campaign in hub.of(CAMPAIGN):
        named = {one.association: _bearer(hub, one) for one in campaign.attributions}
        for places, total in above(campaign.attributions, named):
            grants = [campaign.attributions[index] for index in places]
            if any(one.convention for one in grants):
                continue
            index = max(zip(grants, places, strict=True), key=lambda pair: pair[0].cents)[1]
            yield problem(
                "G005",
                campaign.origin.at("attributions", index),
                f"« {campaign.attributions[index].association} » reçoit {euros(total)} en {campaign.annee}, "
                "et aucune convention n'est datée.",
                "Au-delà de 23 000 € par an, il en faut une (décret n° 2001-495) : écrivez le jour de sa "
                "signature, « convention: 2027-04-02 ».",
            )


def decided_by_now(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What was given was decided, and a convention signed, by today."""
    for campaign, index, one in _each(hub):
        for field, words in (("decision", "a été décidée"), ("convention", "a sa convention signée")):
            day = getattr(one, field)
            if day and day.first > today:
                yield problem(
                    "G006",
                    campaign.origin.at("attributions", index, field),
                    f"Cette subvention {words} le {day}, qui est à venir.",
                    "Corrigez la date ; ce qui n'est pas encore décidé ne s'écrit pas.",
                )


def paid_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The last payment is not before the first, and has one before it."""
    for campaign, index, one in _each(hub):
        if one.verse_au and (one.verse_du is None or one.verse_au.last < one.verse_du.first):
            first = f"au premier, le {one.verse_du}" if one.verse_du else "à un premier, que rien ne dit"
            yield problem(
                "G007",
                campaign.origin.at("attributions", index, "verse_au"),
                f"Le dernier versement, le {one.verse_au}, ne fait pas suite {first}.",
                "Écrivez « verse_du » et « verse_au » dans l'ordre ; un seul versement n'a que « verse_du ».",
            )


def within_what_was_planned(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What was given in money is no more than what the budget has for it."""
    for campaign in hub.of(CAMPAIGN):
        given = sum(one.cents for one in campaign.attributions if one.nature is not GrantNature.nature)
        if campaign.enveloppe and given > cents(campaign.enveloppe):
            yield problem(
                "G008",
                campaign.origin.at("enveloppe"),
                f"Les subventions de {campaign.annee} font {euros(given)} en tout, plus que l'enveloppe "
                f"({euros(cents(campaign.enveloppe))}).",
                "Vérifiez les montants ; si le budget a été augmenté, écrivez la nouvelle enveloppe.",
            )


CHECKS = (
    a_campaign_a_year,
    written_once,
    what_is_cited_is_there,
    a_convention_above_the_threshold,
    decided_by_now,
    paid_in_order,
    within_what_was_planned,
)
