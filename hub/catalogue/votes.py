"""Rules of the votes of meetings, and of the meeting that adopts minutes (M)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage, warned
from hub.catalogue.town import TOWN

PATH = "minutes/2026-03-10-bureau.md"
PLENARY = "minutes/2026-01-24-pleniere.md"
ADOPTED = "statut: adopte\n"
VOTED = "ordre_du_jour: [Arrosoirs]\n"
AGENDA = "ordre_du_jour: [Bilan]\n"


def _votes(fields: str) -> str:
    return f"{AGENDA}votes:\n  - {{objet: Le bilan, {fields}}}\n"


LATER = {
    "minutes/2026-06-09-bureau.md": (
        "---\ninstance: bureau\ndate: 2026-06-09\nstatut: adopte\npublie_le: 2026-06-12\n"
        "presents: [Licornes]\nordre_du_jour: [Pelles]\n---\n"
    )
}

RULES = (
    Rule(
        "M040",
        "Un compte rendu que l'on dit adopté n'est plus un projet.",
        "Qui le cite doit savoir s'il peut encore changer.",
        Example(
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: a-confirmer\nadopte_le: 2026-06-09\n")},
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: adopte\nadopte_le: 2026-06-09\n")},
            under=LATER,
        ),
    ),
    Rule(
        "M041",
        "La réunion qui adopte un compte rendu vient après celle qu'il raconte.",
        "C'est la suivante, et elle a eu lieu.",
        passage(PATH, "statut: adopte\nadopte_le: 2026-03-10", "statut: adopte", instead_of="statut: adopte"),
    ),
    Rule(
        "M042",
        "La réunion qui adopte un compte rendu a le sien.",
        "Les deux pages mènent l'une à l'autre ; « adopte_par » est le nom d'un fichier.",
        Example(
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: adopte\nadopte_par: 2026-06-08-bureau\n")},
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: adopte\nadopte_par: 2026-06-09-bureau\n")},
            under=LATER,
        ),
    ),
    warned(
        "M043",
        "Le jour où un compte rendu a été adopté, la même instance s'est réunie.",
        "« adopte_par » dit laquelle, si c'est une autre.",
        Example(
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: adopte\nadopte_le: 2026-06-10\n")},
            {PATH: TOWN[PATH].replace(ADOPTED, "statut: adopte\nadopte_le: 2026-06-09\n")},
            under=LATER,
        ),
    ),
    Rule(
        "M044",
        "Il n'y a pas plus de voix que d'associations présentes.",
        "Une association, une voix : la mairie n'en a pas, et personne ne vote pour une absente.",
        passage(
            PATH,
            VOTED + "votes:\n  - {objet: Un arrosoir, resultat: adopte, pour: 12, contre: 0}\n",
            VOTED + "votes:\n  - {objet: Un arrosoir, resultat: adopte}\n",
            instead_of=VOTED,
        ),
    ),
    Rule(
        "M045",
        "Où des voix sont comptées, celles pour et celles contre le sont.",
        "« 12 pour » ne dit pas si les autres étaient contre. Un vote à main levée qui n'est pas compté a « resultat » "
        "seul, et c'est honnête.",
        passage(
            PLENARY,
            _votes("resultat: majorite, pour: 12"),
            _votes("resultat: majorite, pour: 12, contre: 3"),
            instead_of=AGENDA,
        ),
    ),
    Rule(
        "M046",
        "Le résultat d'un vote est celui de ses voix.",
        "L'unanimité n'a pas de voix contre ; ce qui en a plus contre que pour n'est pas adopté.",
        passage(
            PLENARY,
            _votes("resultat: unanimite, pour: 12, contre: 3"),
            _votes("resultat: majorite, pour: 12, contre: 3"),
            instead_of=AGENDA,
        ),
    ),
    warned(
        "M047",
        "Le quorum est atteint où l'on vote.",
        "Un vote sans quorum peut être contesté ; s'il pouvait se tenir, le texte dit pourquoi.",
        passage(
            PATH,
            "quorum: 2\n" + VOTED + "votes:\n  - {objet: Un arrosoir, resultat: adopte}\n",
            "quorum: 1\n" + VOTED + "votes:\n  - {objet: Un arrosoir, resultat: adopte}\n",
            instead_of=VOTED,
        ),
    ),
    warned(
        "M048",
        "Sous dix voix, seul le résultat est écrit.",
        "Elles diraient qui a voté quoi. Le site n'en montre rien, ni dans les données ni dans les flux ; le fichier, "
        "lui, se lit aussi.",
        passage(
            PLENARY,
            _votes("resultat: majorite, pour: 5, contre: 3"),
            _votes("resultat: majorite"),
            instead_of=AGENDA,
        ),
    ),
)
