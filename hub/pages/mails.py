"""The mails by which those who have no account propose a change: the fields are in them, to be filled."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup.mailto import mailto
from hub.model.fields import Entity
from hub.model.site import Site
from hub.model.wording import Wording
from hub.schemas.headers import fields_of
from hub.schemas.words import words_of

OF_CLERKS = frozenset(
    "id graphies publie_le modifie_le verifie_le revu_le a_revoir_avant numero annule documents college "
    "recurrence suivi statut benevoles pourvu_le".split()
)
"""The fields that who keeps the files fills, whatever the kind."""

_SAID = {"consentement": "S'il y a un nom ou un portable, l'accord de la personne et sa date"}
"""What is asked in other words than those of the files."""

_ATTACH = "Les documents et les photos se joignent à ce courriel."
_BLANKS = "Ce que vous ne savez pas reste vide."


def correction(site: Site, title: str, address: str) -> str | None:
    """The mail about the page at `address`; None where it is not known whom to write to."""
    if not site.contact:
        return None
    lines = ("Ce qui ne va pas :", "", "Ce qu'il faudrait lire :", "", "D'où vient l'information :", "")
    return mailto(
        site.contact, f"Corriger : {title}", (f"Page : {site.absolute(address)}", "", *lines), (_ATTACH,)
    )


def addition(site: Site, model: type[Entity], subject: str) -> str | None:
    """The mail that asks for one more thing of that model, with its fields to fill."""
    if not site.contact:
        return None
    lines = (_BLANKS, "", *(f"{title} : " for _, title in asked(model, site.mots)))
    return mailto(site.contact, subject, lines, ("Texte : ", "", _ATTACH))


def asked(model: type[Entity], town: Wording) -> Iterator[tuple[str, str]]:
    """(name, title) of the fields that a citizen may fill, in the words of the town."""
    for field in fields_of(model):
        if field.name not in OF_CLERKS:
            yield field.name, _SAID.get(field.name) or words_of(model, field.name, town).title
