"""Rules of addresses that changed (R): from where no page is any more, straight to one that is there."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.model.hub import Hub
from hub.model.kinds import home_of
from hub.model.sections import FILES

_LISTS = re.compile(
    r"/(?:agenda|comptes-rendus|suivi)/\d{4}/(?:\d{1,4}/){0,3}"
    r"|/associations/(?:lettre|theme)/[a-z0-9-]{1,80}/(?:\d{1,4}/)?"
)
"""The years and months of the calendar, the years of other lists, the letters and themes of the directory:
they come and go with what is in them."""

_FOLDERS = {
    "/associations/lettre/": "les pages de l'annuaire par lettre",
    "/associations/theme/": "les pages de l'annuaire par thème",
}
"""What stands below an address leads away with it: the lists of a long directory would."""


def from_where_no_page_is(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A page that is there is not led away from."""
    for one in hub.redirections:
        if one.ancienne in hub.addresses or _LISTS.fullmatch(one.ancienne):
            yield problem(
                "R001",
                one.origin.at("ancienne"),
                f"Il y a une page à l'adresse {one.ancienne} : personne ne la verrait plus.",
                "Retirez cette redirection, ou donnez l'adresse qui n'existe plus.",
            )
        elif stands := _FOLDERS.get(one.ancienne):
            yield problem(
                "R001",
                one.origin.at("ancienne"),
                f"Sous {one.ancienne} se tiennent {stands} : cette redirection les emporterait.",
                "Retirez cette redirection : une association qui a eu cet identifiant le garde.",
            )


def from_where_pages_stand(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An address led away from was that of a page: a folder of files stays where every page looks for it."""
    for one in hub.redirections:
        if one.ancienne.startswith(FILES) and one.ancienne not in hub.addresses:
            folder = next(folder for folder in FILES if one.ancienne.startswith(folder))
            yield problem(
                "R005",
                one.origin.at("ancienne"),
                f"{folder} est un dossier de fichiers du site : aucune page n'a jamais été à {one.ancienne}.",
                "Retirez cette redirection : les pages perdraient leurs feuilles de style ou leurs images.",
            )


def to_where_a_page_is(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A redirection leads to a page at once: not to one that is not there, nor to another redirection."""
    next_ = {one.ancienne: one.nouvelle for one in hub.redirections}
    for one in hub.redirections:
        at = one.origin.at("nouvelle")
        if one.nouvelle in next_:
            end = _end(one.nouvelle, next_)
            yield problem(
                "R003",
                at,
                f"{one.nouvelle} est elle-même redirigée"
                + (f", vers {end}." if end else " : on tourne en rond."),
                f"Menez directement au bout : « nouvelle: {end} »."
                if end
                else "Donnez l'adresse d'une page qui existe.",
            )
        elif one.nouvelle not in hub.addresses and not is_unread(one.nouvelle, hub):
            section = one.nouvelle.rstrip("/").rpartition("/")[0] + "/"
            near = sorted(address for address in hub.addresses if address.startswith(section))
            yield problem(
                "R002",
                at,
                f"Il n'y a pas de page à l'adresse {one.nouvelle}.",
                did_you_mean(one.nouvelle, near, "Recopiez l'adresse de la page qui remplace l'ancienne."),
            )


def _end(address: str, next_: dict[str, str]) -> str:
    """Where redirections lead from `address` in the end; '' when they turn in circles."""
    met = {address}
    while address in next_:
        address = next_[address]
        if address in met:
            return ""
        met.add(address)
    return address


def is_unread(address: str, hub: Hub) -> bool:
    """Whether a page of that address exists, whose file cannot be read today."""
    kind, key = home_of(address)
    return kind is not None and hub.spoiled.has(kind.attribute, key)


def once_each(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An address is redirected once."""
    counts = Counter(one.ancienne for one in hub.redirections)
    met: set[str] = set()
    for one in hub.redirections:
        if counts[one.ancienne] > 1 and one.ancienne in met:
            yield problem(
                "R004",
                one.origin.at("ancienne"),
                f"L'adresse {one.ancienne} est déjà redirigée plus haut.",
                "Gardez l'une des deux lignes.",
            )
        met.add(one.ancienne)


CHECKS = (from_where_no_page_is, from_where_pages_stand, to_where_a_page_is, once_each)
