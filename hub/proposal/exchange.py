"""Offer or look for something: an exchange, told to nobody until it is reviewed."""

from __future__ import annotations

from hub.checks.french_dates import iso_form
from hub.model.exchange import EXCHANGE
from hub.model.hub import Hub
from hub.model.names import slug
from hub.proposal.card import known
from hub.proposal.form import Answers, Draft
from hub.proposal.forms import EXCHANGE as FORM
from hub.proposal.naming import free, plain
from hub.proposal.written import front_matter


def told(answers: Answers, hub: Hub, taken: frozenset[str]) -> Draft:
    """The exchange: whoever reviews it adds `publie_le`. Raises AnswerError."""
    association = known(answers["association"], hub)
    fields = {
        "titre": answers["titre"],
        "sens": answers["sens"],
        "quoi": answers["quoi"],
        "association": association.id,
        "conditions": answers["conditions"],
        "delai": answers["delai"],
        "jusqu_a": iso_form(answers["jusqu_a"]) or answers["jusqu_a"],
        "contact": answers["contact"],
    }
    path = free(EXCHANGE.folder, plain(slug(answers["titre"])) or "echange", taken)
    text = f"{front_matter(fields)}\n{answers['texte']}\n" if answers["texte"] else front_matter(fields)
    keys = {key: FORM.label(key) for key in fields}
    return Draft(path, text, f"{association.nom} : {answers['titre']}.", keys)
