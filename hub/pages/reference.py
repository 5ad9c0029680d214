"""Figures, open data, subscriptions, site map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hub.model.association import AssociationStatus
from hub.model.channels import CALENDARS, DATA_SETS, FEEDS
from hub.model.minutes import ActionState
from hub.model.sections import BY_ADDRESS, SECTIONS
from hub.pages.page import Page, Pages


def pages(tools: Pages) -> Iterator[Page]:
    """Figures, data, subscriptions, site map."""
    hub = tools.hub
    yield tools.section_page("/chiffres/", "chiffres.html", tables=_tables(tools))
    yield tools.section_page("/donnees/", "donnees.html", data_sets=DATA_SETS)
    yield tools.section_page("/abonnements/", "abonnements.html", feeds=FEEDS, calendars=CALENDARS)
    others = [e for e in hub.editorials.values() if e.address not in BY_ADDRESS]
    yield tools.section_page(
        "/plan-du-site/",
        "plan.html",
        sections=SECTIONS,
        others=others,
        terms=hub.bureau.mandats,
        categories=CALENDARS[1:],
    )


def _tables(tools: Pages) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """(title, what is counted, rows) of each table of figures."""
    hub = tools.hub
    statuses = Counter(a.statut for a in hub.associations)
    themes = Counter(theme for a in hub.associations for theme in a.themes)
    meetings = Counter(str(m.date.year) for m in hub.minutes)
    actions = Counter(action.etat for m in hub.minutes for action in m.suivi)
    tables = [
        ("Associations de l’annuaire", "Situation", _rows(statuses, AssociationStatus)),
        ("Associations par thème", "Thème", [(t.nom, themes[t.id]) for t in hub.themes if themes[t.id]]),
        ("Réunions du conseil par année", "Année", sorted(meetings.items())),
        ("Actions décidées, par état", "État", _rows(actions, ActionState)),
    ]
    return [table for table in tables if table[2]]


def _rows(
    counts: Counter[AssociationStatus] | Counter[ActionState],
    choices: type[AssociationStatus] | type[ActionState],
) -> list[tuple[str, int]]:
    return [(choice.libelle, counts[choice]) for choice in choices if counts[choice]]  # type: ignore[index]
