"""The six questions, in French: their words, and what each takes where nothing is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from hub.founding import replies
from hub.founding.answers import Keeping
from hub.founding.naming import USUAL, called
from hub.founding.replies import Known
from hub.markup.town import of
from hub.model.noun import noun_of


class Question(NamedTuple):
    """What is asked for the field `name`: the words, made of what is known; what is taken where nothing is
    answered, which may be None; what an answer becomes; whether it is asked at all; whether it is asked again
    for more, until nothing is answered."""

    name: str
    words: Callable[[Known], str]
    usual: Callable[[Known], Any]
    read: Callable[[str, Known], Any]
    asked: Callable[[Known], bool] = lambda known: True
    many: bool = False


def _the_council(known: Known) -> str:
    """« l’office »: how a sentence will call it."""
    return noun_of(called(known["conseil"]) or USUAL).after("le")


def _asked_of_forge(known: Known) -> bool:
    return known["forge"] is not Keeping.aucune


QUESTIONS: tuple[Question, ...] = (
    Question("commune", lambda known: "1/6  Quelle est la commune ?", lambda known: "", replies.commune),
    Question(
        "commune_de",
        lambda known: (
            f"     Le site dira « le conseil {of(known['commune'])} ». Est-ce juste ? "
            "Entrée, ou écrivez comment on dit (du Havre, d'Hyères) :"
        ),
        lambda known: None,
        replies.field("commune_de"),
    ),
    Question(
        "conseil",
        lambda known: (
            "2/6  Comment s'appelle son conseil, sans le nom de la ville ?\n"
            "     Entrée : Conseil local de la vie associative"
        ),
        lambda known: "Conseil local de la vie associative",
        replies.council,
    ),
    Question(
        "conseil_un",
        lambda known: (
            f"     Dans une phrase, le site dira « {_the_council(known)} ». Est-ce juste ?\n"
            "     Entrée, ou écrivez-le avec « un » ou « une » (un office, une commission) :"
        ),
        lambda known: None,
        replies.field("conseil_un"),
        asked=lambda known: called(known["conseil"]) != USUAL,
    ),
    Question(
        "colleges",
        lambda known: (
            "     Un autre ? Entrée s'il n'y en a plus."
            if known.get("colleges")
            else "3/6  Quels collèges élisent le bureau, et combien de sièges ? Un par ligne : son nom, ses\n"
            "     titulaires, ses suppléants (Sports et loisirs, 4, 4). Entrée s'il n'y en a pas."
        ),
        lambda known: None,
        replies.college,
        many=True,
    ),
    Question(
        "couleur",
        lambda known: (
            "4/6  Quelle est la couleur de la ville ? Un « # » et six signes, comme #1f6f5c.\n"
            "     Entrée : celle du programme"
        ),
        lambda known: None,
        replies.field("couleur"),
    ),
    Question(
        "courriel",
        lambda known: (
            "5/6  À quelle adresse électronique écrire au service qui répond du site ?\n"
            "     Entrée : à confirmer"
        ),
        lambda known: None,
        replies.service("courriel"),
    ),
    Question(
        "telephone",
        lambda known: "     Et à quel numéro l'appeler ? Entrée : à confirmer",
        lambda known: None,
        replies.service("telephone"),
    ),
    Question(
        "forge",
        lambda known: (
            "6/6  Où seront gardés les fichiers ? github, gitlab, forgejo (Codeberg en est un), ou aucune.\n"
            "     Entrée : aucune, pour l'instant"
        ),
        lambda known: Keeping.aucune,
        replies.keeping,
    ),
    Question(
        "depot",
        lambda known: "     À quelle adresse, si elle existe déjà ? Entrée : plus tard",
        lambda known: None,
        replies.depot,
        asked=_asked_of_forge,
    ),
)
