"""Rules of elections (S)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage, warned, whole
from hub.catalogue.town import TOWN

PATH = "content/scrutins/2026-01-serre.md"
BUREAU = "content/scrutins/2025-09-bureau.md"
FIRST = "{association: licornes, voix: 12, rang: 1, elu: oui}"
SECOND = "{association: coeur, voix: 8, rang: 2}"

OF_BUREAU = """\
---
titre: Le bureau
date: {date}
instance: pleniere
methode: majorite
publie_le: 2025-10-01
{mandat}votants: 21
sieges:
  - {{college: vert, titulaires: 1, suppleants: 1, non_pourvus: 1}}
candidats:
  - {{association: licornes, college: vert, voix: 20, elu: {elu}}}
---
Une urne, deux pelles.
"""

TWO_COLLEGES = {
    "bureau.yaml": TOWN["bureau.yaml"].replace(
        "mandats:\n", "  - {id: rouge, nom: Rouge, titulaires: 0, suppleants: 0}\nmandats:\n"
    )
}
ELECTED_ON = {
    "bureau.yaml": TOWN["bureau.yaml"].replace(
        "    sieges:\n", "    election: 2025-09-20\n    source: Registre\n    sieges:\n"
    )
}

OF_COLLEGES = (
    TOWN[PATH]
    .replace("{titulaires: 1}", "{college: vert, titulaires: 1}")
    .replace("licornes,", "licornes, college: vert,")
    .replace("coeur,", "coeur, college: vert,")
)
FEW = (
    TOWN[PATH]
    .replace("votants: 21\nexprimes: 20\nblancs: 1", "votants: 9\nexprimes: 9\nblancs: 0")
    .replace("voix: 12", "voix: 5")
    .replace("voix: 8", "voix: 4")
)


def of_bureau(date: str = "2025-09-20", mandat: str = "2025-2027", elu: str = "titulaire") -> str:
    """The election of the bureau of the town, so told."""
    told = f"mandat: {mandat}\n" if mandat else ""
    return OF_BUREAU.format(date=date, mandat=told, elu=elu)


def _bureau(date: str = "2025-09-20", mandat: str = "2025-2027", elu: str = "titulaire") -> dict[str, str]:
    return {BUREAU: of_bureau(date, mandat, elu)}


RULES = (
    Rule(
        "S001",
        "Il n'y a pas plus de votants que d'inscrits.",
        "Une association, une voix : la participation se calcule sur ces deux nombres.",
        passage(PATH, "inscrits: 20", "inscrits: 30"),
    ),
    Rule(
        "S002",
        "Exprimés, blancs et nuls font autant de bulletins que de votants.",
        "C'est le compte que l'on refait devant tout le monde, l'urne ouverte.",
        passage(PATH, "blancs: 3", "blancs: 1"),
    ),
    Rule(
        "S003",
        "Les voix tiennent dans les bulletins.",
        "Un bulletin donne une voix au plus à une candidate, et porte au plus autant de noms qu'il y a de sièges, "
        "ou que « choix » le dit ; dans un vote par approbation, autant que l'on veut.",
        passage(PATH, "voix: 13, rang: 1", "voix: 12, rang: 1"),
    ),
    Rule(
        "S004",
        "Les élues, et les sièges restés vides, font le nombre de sièges.",
        "Un siège que personne n'a obtenu se dit (« non_pourvus ») : un nom oublié ne s'y confond pas.",
        passage(PATH, "titulaires: 2}", "titulaires: 2, non_pourvus: 1}", instead_of="titulaires: 1}"),
    ),
    Rule(
        "S005",
        "Une association n'est candidate qu'une fois.",
        "Une association, un siège : deux lignes partageraient ses voix.",
        passage(PATH, SECOND.replace("coeur", "Les Licornes jardinières"), SECOND),
    ),
    Rule(
        "S006",
        "Une candidature est pour des sièges de ce scrutin.",
        "Chaque collège élit les siens : sans cela, ses voix ne seraient dans aucun tableau.",
        Example(
            {PATH: OF_COLLEGES.replace("coeur, college: vert", "coeur, college: rouge")},
            {PATH: OF_COLLEGES},
            under=TWO_COLLEGES,
        ),
    ),
    Rule(
        "S007",
        "De deux candidates qui ont autant de voix, une règle dit laquelle est élue.",
        "Sans la règle, on croirait à une erreur, ou à une faveur.",
        passage(
            PATH,
            FIRST.replace("12", "10") + "\n  - " + SECOND.replace("8", "10"),
            FIRST.replace("12", "10") + "\n  - " + SECOND.replace("8", "10") + "\ndepartage: Le sort.",
            instead_of=FIRST + "\n  - " + SECOND,
        ),
    ),
    warned(
        "S008",
        "Qui a moins de voix n'est pas élue avant qui en a plus.",
        "C'est le plus souvent une voix mal recopiée ; un désistement, une règle de répartition s'expliquent dans "
        "« departage ».",
        passage(
            PATH,
            FIRST.replace("12, rang: 1", "8") + "\n  - " + SECOND.replace("8, rang: 2", "12"),
            FIRST + "\n  - " + SECOND,
        ),
    ),
    Rule(
        "S009",
        "La première a plus de voix que la deuxième.",
        "Le rang et les voix disent la même chose ; de l'un des deux, une ligne a sauté.",
        passage(
            PATH,
            FIRST.replace("rang: 1", "rang: 2") + "\n  - " + SECOND.replace("rang: 2", "rang: 1"),
            FIRST + "\n  - " + SECOND,
        ),
    ),
    warned(
        "S010",
        "Sous dix bulletins, seul le résultat est écrit.",
        "Les voix y diraient qui a voté quoi. Le site n'en montre rien, ni dans les données ni dans les flux ; le "
        "fichier, lui, se lit aussi.",
        whole(PATH, FEW, FEW.replace("voix: 5, ", "").replace("voix: 4, ", "")),
    ),
    Rule(
        "S011",
        "Un scrutin n'a de résultat qu'une fois tenu.",
        "Avant, il n'a que des candidates ; l'année est souvent celle que l'on a oublié de changer.",
        passage(PATH, "date: 2027-01-24", "date: 2026-01-24"),
    ),
    Rule(
        "S012",
        "L'appel à candidatures que nomme un scrutin existe.",
        "Sa page mène au scrutin : qui a répondu y trouve le résultat.",
        passage(PATH, "appel: sere\nsieges:", "appel: serre\nsieges:", instead_of="sieges:"),
    ),
    Rule(
        "S013",
        "Le mandat que nomme un scrutin existe.",
        "Sa page dit comment il a été élu : un mandat s'appelle par ses deux années.",
        Example(_bureau(mandat="2025-2028"), _bureau()),
    ),
    Rule(
        "S014",
        "Un scrutin est du jour où son mandat se dit élu.",
        "De deux jours, l'un est faux, et les deux pages se contrediraient.",
        Example(_bureau("2025-09-13"), _bureau(), under=ELECTED_ON),
    ),
    Rule(
        "S015",
        "Qui est élu a son siège, du même collège et au même titre ; qui siège dès le début a été élu.",
        "Le scrutin et la composition disent la même chose, nom par nom.",
        Example(_bureau(elu="suppleant"), _bureau()),
    ),
    warned(
        "S016",
        "Le scrutin du jour où un mandat a été élu dit que c'est le sien.",
        "Sans « mandat », leurs pages ne mènent pas l'une à l'autre, et rien ne les compare.",
        Example(_bureau(mandat=""), _bureau(), under=ELECTED_ON),
    ),
)
