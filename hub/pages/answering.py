"""Who answers a question about associations: what is known of the service of the town, and what is not."""

from __future__ import annotations

from typing import NamedTuple

from hub.markup.plain import capital
from hub.markup.town import of_town
from hub.model.french import joined
from hub.model.site import Site


class Service(NamedTuple):
    """How the service is reached, '' for what is not known; `missing` says in a sentence what that is. `post`
    is where a letter finds it, `place` where it receives."""

    name: str
    phone: str
    mail: str
    place: str
    post: str
    hours: tuple[str, ...]
    missing: str


def service(site: Site) -> Service:
    """That of the town; without a desk of its own, the town hall takes its calls and its letters."""
    desk, hall = site.accueil, site.editeur
    phone, place = desk.telephone or hall.telephone or "", desk.adresse or ""
    known = {
        "son téléphone": phone,
        "son adresse électronique": site.contact,
        "le lieu où il reçoit": place,
        "ses horaires": desk.horaires,
    }
    lacking = [words for words, value in known.items() if not value]
    name = f"service de la vie associative {of_town(site)}"
    post = "" if place else hall.adresse or ""
    return Service(name, phone, site.contact or "", place, post, tuple(desk.horaires), _missing(lacking))


def _missing(lacking: list[str]) -> str:
    """« Son téléphone et ses horaires sont à confirmer. »; '' where nothing is."""
    if not lacking:
        return ""
    verb = "sont" if len(lacking) > 1 or lacking[0].startswith("ses ") else "est"
    return f"{capital(joined(lacking))} {verb} à confirmer."
