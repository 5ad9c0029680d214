"""« Être dans l'annuaire »: what a card says, what is published of it, and how to ask for one.

What the town decides (who may, for how long, whom to ask) is its text; what this program knows is told from
the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_type_hints

from hub.markup.mailto import mailto
from hub.model.association import ASSOCIATION, Association
from hub.model.fields import Meaning
from hub.model.sections import JOINING
from hub.model.site import Site
from hub.model.walk import meaning_of
from hub.model.wording import Wording
from hub.pages import mails
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet
from hub.schemas.headers import entry, fields_of
from hub.schemas.words import Words, words_of


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page."""
    yield Sheet(JOINING, _page)


def _page(tools: Pages) -> Page:
    depot, town = tools.hub.site.depot, tools.hub.site.mots
    return tools.section_page(
        JOINING,
        "etre-dans-l-annuaire.html",
        required=_words(town, lambda name, required: required and name not in mails.OF_CLERKS),
        asked=_words(town, lambda name, required: not required and name not in mails.OF_CLERKS),
        filled=_words(town, lambda name, required: name in mails.OF_CLERKS and name not in _UNSHOWN),
        kept=_words(town, lambda name, required: name in _UNSHOWN - {"id"}),
        asking=asking(tools),
        register=depot.edit(ASSOCIATION.register) if depot else None,
        entry=entry(Association),
    )


def _unshown() -> frozenset[str]:
    """The fields of a card that the site does not show: agreements, and what serves to find the card."""
    hints = get_type_hints(Association, include_extras=True)
    agreed = (name for name, hint in hints.items() if meaning_of(hint) is Meaning.CONSENT)
    return frozenset(("id", "graphies", *agreed))


_UNSHOWN = _unshown()


def _words(town: Wording, wanted: Callable[[str, bool], bool]) -> list[Words]:
    """The words of the fields that are wanted, by their names and whether they are required."""
    found = (field for field in fields_of(Association) if wanted(field.name, field.required))
    return [words_of(Association, field.name, town) for field in found if town.names(field.name)]


def asking(tools: Pages) -> str | None:
    """Where an association asks to be listed: a mail, or the page that the town names; None where there is
    neither."""
    site = tools.hub.site
    return mails.addition(site, Association, "Ajouter mon association") or site.signalement


def correcting(tools: Pages, association: Association) -> str:
    """Where an association corrects its card; the page that says how, where no way is known."""
    return _card(tools.hub.site, association) or tools.hub.site.signalement or JOINING


def _card(site: Site, association: Association) -> str | None:
    """The mail that corrects the card of an association, whose fields say what they hold today."""
    if not site.contact:
        return None
    asked = mails.asked(type(association), site.mots)
    lines = (
        f"Fiche : {site.absolute(association.address)}",
        "Écrivez après « : » ce qui change, et laissez le reste vide.",
        "",
        *(f"{title}{_today(association, name)} : " for name, title in asked),
        "Si elle est en sommeil ou dissoute, depuis quand : ",
    )
    last = ("Votre fonction dans l'association : ",)
    return mailto(site.contact, f"Corriger la fiche : {association.nom}", lines, last)


def _today(association: Association, name: str) -> str:
    """What a field that is a few words holds today."""
    value = getattr(association, name)
    return f" (aujourd'hui {value})" if isinstance(value, str) and len(value) <= _SHOWN else ""


_SHOWN = 60
"""Characters that a field may hold to be shown in a mail."""
