"""Rules of what the settings say to the law: a declaration that its audit bears out, and pages told once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.hub import Hub
from hub.model.legal import ACCESS, DATA, LEGAL, NOTICE
from hub.model.names import fold

MADE = {
    NOTICE: ("Éditeur", "Direction de la publication", "Hébergement", "Contenus et réutilisation"),
    DATA: ("Quand vous consultez le site", "Ce qui est publié", "Vos droits"),
    ACCESS: ("État de conformité", "Résultats des tests", "Contenus non accessibles", "Voies de recours"),
}
"""Headings of the pages that the program makes, by which a text that says them again is known."""

_HEADING = re.compile(r"#{1,6} +(?P<words>.+?) *#*")


def declared_as_measured(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The state of conformity is the one that the audit allows (RGAA 4.1.2)."""
    declared = hub.site.accessibilite
    if not hub.site.is_known or declared.etat is declared.measured:
        return
    audit = "aucun audit n'est dit"
    if declared.taux is not None:
        audit = f"le taux est de {declared.taux} %" + ("" if declared.audite_le else ", sans date d'audit")
    yield problem(
        "C048",
        hub.site.origin.at("accessibilite", "etat"),
        f"« etat: {declared.etat.value} » ne va pas avec l'audit : {audit}.",
        f"Écrivez « etat: {declared.measured.value} », ou complétez « taux » et « audite_le ».",
    )


def told_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The town's own text does not say again what the program makes from the settings."""
    for key in LEGAL:
        page = hub.editorials.get(key)
        made = set(map(fold, MADE[key]))
        for number, line in enumerate(page.text.split("\n") if page else (), 1):
            found = _HEADING.fullmatch(line)
            if page and found and fold(found["words"]) in made:
                yield problem(
                    "P049",
                    page.origin.document.body_position(number),
                    f"« {found['words']} » : le programme fait déjà cette partie, d'après mkdocs.yml. Elle "
                    "serait deux fois sur la page.",
                    "Mettez ce qu'elle dit dans mkdocs.yml (« editeur », « hebergeur », « accueil »…), et "
                    "gardez ici ce que le programme ne dit pas.",
                )
                break


CHECKS = (declared_as_measured, told_once)
