"""What people call things that a page calls otherwise: « chorale » finds a choir that says « chœur ».

Found in its title, its names or what it says of itself, one word of a group brings the others: they are
searched, weigh little, and are shown nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hub.model.names import fold

GROUPS = tuple(
    tuple(line.split())
    for line in (
        "choeur chorale chant chanter choriste",
        "theatre comedie scene spectacle",
        "cinema film projection",
        "musique concert instrument orchestre fanfare",
        "danse danser bal",
        "potager jardin jardinage jardiner",
        "compost compostage biodechets epluchures",
        "graine semence semis",
        "reparation reparer repare bricolage depannage",
        "don donner recuperer reemploi ressourcerie occasion",
        "lecture livre bibliotheque lire roman",
        "ecrivain courrier demarche papiers formulaire administratif",
        "langue conversation cours apprendre",
        "velo bicyclette cyclisme",
        "yoga relaxation detente souplesse stretching",
        "petanque boules bouliste",
        "plongee piscine nage natation",
        "escalade grimper",
        "echecs jeux tournoi",
        "tricot laine couture crochet",
        "cuisine soupe repas manger",
        "fete festivites kermesse",
        "benevole benevolat volontaire",
        "subvention financement argent",
        "salle local reserver reservation",
        "materiel pret preter emprunter louer location",
        "formation stage apprendre",
        "handicap accessible fauteuil mobilite",
        "senior aine retraite age",
        "enfant jeune famille parent",
        "memoire histoire patrimoine archives",
        "assurance responsabilite",
        "secours secourisme",
        "animal chien chat bete",
        "photo photographie image",
        "dessin peinture arts",
    )
)
"""Folded words; a page says one when a word of it begins so."""

_SHORTEST = 4
"""Letters from which a word is taken for the beginning of another."""

_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")


def besides(texts: Iterable[str]) -> str:
    """The other words of the groups that these texts speak of, in their order."""
    met = set(_WORD.findall(fold(" ".join(texts))))
    found: dict[str, None] = {}
    for group in GROUPS:
        if any(_says(word, met) for word in group):
            found.update(dict.fromkeys(word for word in group if not _says(word, met)))
    return " ".join(found)


def _says(word: str, met: set[str]) -> bool:
    """Whether one of the words that are met is `word`, or begins with it."""
    return word in met or (len(word) >= _SHORTEST and any(one.startswith(word) for one in met))
