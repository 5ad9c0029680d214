"""Announce a date: a file of the calendar."""

from __future__ import annotations

from hub.checks.french_dates import iso_form
from hub.model.event import EVENT, TOWN
from hub.model.hub import Hub
from hub.model.names import slug
from hub.proposal.card import known
from hub.proposal.form import Answers, Draft
from hub.proposal.forms import EVENT as FORM
from hub.proposal.naming import free, plain
from hub.proposal.written import Value, front_matter


def announced(answers: Answers, hub: Hub, taken: frozenset[str]) -> Draft:
    """The date, told to nobody yet: whoever reviews it adds `publie_le`. Raises AnswerError."""
    begins = _day(answers["debut"])
    fields: dict[str, Value] = {
        "titre": answers["titre"],
        "debut": begins,
        "fin": _day(answers["fin"]),
        "categorie": answers["categorie"],
        "organisateurs": _organisers(answers["organisateurs"], hub),
        "lieu": _place(answers["lieu"]),
        "public": answers["public"],
        "tarif": answers["tarif"],
        "inscription": answers["inscription"],
    }
    path = free(EVENT.folder, f"{plain(slug(answers['titre'])) or 'date'}-{begins[:4]}", taken)
    text = f"{front_matter(fields)}\n{answers['texte']}\n" if answers["texte"] else front_matter(fields)
    keys = {key: FORM.label(key) for key in fields}
    return Draft(path, text, f"Une date : {answers['titre']}, {begins}.", keys)


def _day(said: str) -> str:
    """In the form of the files where it is a date as people write them; as it is otherwise: `check` tells."""
    return iso_form(said) or said


def _organisers(said: str, hub: Hub) -> tuple[str, ...]:
    names = [line.strip(" -*\t") for line in said.replace(";", "\n").split("\n")]
    label = FORM.label("organisateurs")
    return tuple(
        name.lower() if name.lower() == TOWN else known(name, hub, label).id for name in names if name
    )


def _place(said: str) -> dict[str, str]:
    name, _, street = said.partition(",")
    found = {"nom": name.strip(), "adresse": street.strip()}
    return {key: words for key, words in found.items() if words}
