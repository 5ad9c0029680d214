"""Offer or look for equipment: a piece of news of an association, told to nobody until it is reviewed."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.model.names import slug
from hub.model.news import NEWS
from hub.proposal.card import known
from hub.proposal.form import Answers, Draft
from hub.proposal.forms import EQUIPMENT
from hub.proposal.naming import free
from hub.proposal.written import front_matter

_BEGINNINGS = {"propose": "À prêter", "cherche": "Cherche"}


def told(answers: Answers, hub: Hub, taken: frozenset[str]) -> Draft:
    """The piece of news. Raises AnswerError."""
    association = known(answers["association"], hub)
    title = f"{_BEGINNINGS[answers['sens']]} : {answers['quoi']}"
    header = front_matter({"titre": title, "associations": (association.id,)})
    parts = [
        answers["texte"],
        f"**Pour quand** : {answers['quand']}" if answers["quand"] else "",
        f"**Pour répondre** : {answers['contact']}",
    ]
    text = "\n\n".join(filter(None, parts))
    path = free(NEWS.folder, slug(f"{answers['sens']} {answers['quoi']}"), taken)
    keys = {"titre": EQUIPMENT.label("quoi"), "associations": EQUIPMENT.label("association")}
    return Draft(path, f"{header}\n{text}\n", f"{association.nom} : {title}.", keys)
