"""Rules of the shortcuts of the home page (P): each leads where something is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.redirections import is_unread
from hub.checks.suggest import did_you_mean
from hub.model.hub import Hub
from hub.model.shortcut import MAIL, PHONE, Shortcut
from hub.sources import Position

_TO = {MAIL: "au courriel", PHONE: "au téléphone"}
_SAID = {MAIL: "contact: adresse@de-la-ville.fr", PHONE: 'accueil: {telephone: "01 …"}'}


def lead_to_a_page(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A shortcut leads to a page of the site."""
    for one, at in _shortcuts(hub):
        if not (one.vers in (MAIL, PHONE) or one.vers in hub.addresses or is_unread(one.vers, hub)):
            yield problem(
                "P057",
                at,
                f"Il n'y a pas de page à l'adresse {one.vers} : ce raccourci ne mènerait nulle part.",
                did_you_mean(
                    one.vers, sorted(hub.addresses), "Recopiez l'adresse de la page où cela se fait."
                ),
            )


def reach_the_service(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A shortcut to the mail or the telephone of the service needs one."""
    known = {MAIL: hub.site.contact, PHONE: hub.site.accueil.telephone}
    for one, at in _shortcuts(hub):
        if one.vers in known and not known[one.vers]:
            yield problem(
                "P058",
                at,
                f"Ce raccourci mène {_TO[one.vers]} du service, que les réglages ne disent pas.",
                f"Dans mkdocs.yml, sous « hub: », écrivez « {_SAID[one.vers]} », ou retirez ce raccourci.",
            )


def on_the_home_page(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Only the home page has shortcuts."""
    for page in hub.editorials.values():
        if page.raccourcis and page.id != "index":
            yield problem(
                "P059",
                page.origin.at("raccourcis"),
                "Seule la page d'accueil a des raccourcis : ceux-ci ne se verraient nulle part.",
                "Mettez-les dans content/index.md, ou retirez-les.",
            )


def _shortcuts(hub: Hub) -> Iterator[tuple[Shortcut, Position]]:
    """Those of the home page, each with the place of where it leads."""
    if page := hub.editorials.get("index"):
        for index, one in enumerate(page.raccourcis):
            yield one, page.origin.at("raccourcis", index, "vers")


CHECKS = (lead_to_a_page, reach_the_service, on_the_home_page)
