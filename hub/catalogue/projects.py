"""Rules of the projects that are followed from one meeting to the next (M)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Rule, passage, warned

PATH, PROJECT = "minutes/2026-03-10-bureau.md", "content/projets/arrosage.md"
ACTION = "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}"
BEFORE = """\
---
instance: commission
date: 2026-02-10
statut: adopte
ordre_du_jour: [Pelles]
suivi:
  - {{projet: Arrosoirs, quoi: {quoi}, qui: [Licornes], echeance: 2027-04, etat: {etat}}}
publie_le: 2026-02-12
---
"""
EARLIER = "minutes/2026-02-10-commission.md"

WHAT = "Acheter deux arrosoirs vert"
SHOVELS = "---\ntitre: Pelles\nalias: [{other}]\nporteurs: [Licornes]\n---\nPour creuser.\n"
AGAIN = Edit(
    ACTION, ACTION.replace("En acheter un", f"{WHAT}s").replace("-04, etat: fait", "-12, etat: a-faire")
)
OVER = Edit("porteurs", "etat: termine\nporteurs")

RULES = (
    Rule(
        "M030",
        "Un projet ne s'appelle ni par une année, ni comme une autre page du suivi.",
        "Deux pages ne peuvent pas être à la même adresse : /suivi/2026/ est celle de l'année.",
        Example(
            {"content/projets/2026.md": SHOVELS.format(other="Bêches")},
            {"content/projets/pelles-2026.md": SHOVELS.format(other="Bêches")},
        ),
    ),
    Rule(
        "M031",
        "Un nom de projet n'est qu'à un projet.",
        "Les comptes rendus ne donnent que le nom : de deux projets qui le portent, on ne saurait pas duquel est l'action.",
        Example(
            {"content/projets/pelles.md": SHOVELS.format(other="Arrosoirs")},
            {"content/projets/pelles.md": SHOVELS.format(other="Bêches")},
        ),
    ),
    warned(
        "M032",
        "Un projet garde son nom d'une réunion à l'autre.",
        "Ses actions se suivent par ce nom : sous un autre, elles seraient celles d'un autre projet. S'il a changé de "
        "nom, ou s'il en a plusieurs, son fichier de content/projets/ les dit (« alias »).",
        passage(
            PATH,
            "{projet: Arrosoire, quoi",
            "{projet: Arrosoirs, quoi",
            instead_of="{projet: Arrosoirs, quoi",
        ),
    ),
    warned(
        "M033",
        "D'un projet terminé ou abandonné, aucune action n'est ouverte.",
        "Sa page dirait à la fois qu'il est fini et qu'il reste à faire.",
        Example(
            {PROJECT: OVER, EARLIER: BEFORE.format(quoi="Compter les trous", etat="en-cours")},
            {PROJECT: OVER, EARLIER: BEFORE.format(quoi="Compter les trous", etat="fait")},
        ),
    ),
    warned(
        "M034",
        "Une action qui revient s'écrit dans les mêmes mots.",
        "C'est par eux que le suivi sait qu'elle est la même, et dit où elle en est : autrement écrite, elle en serait "
        "une seconde, et la première resterait ouverte.",
        Example(
            {PATH: AGAIN, EARLIER: BEFORE.format(quoi=WHAT, etat="en-cours")},
            {PATH: AGAIN, EARLIER: BEFORE.format(quoi=f"{WHAT}s", etat="en-cours")},
        ),
    ),
    warned(
        "M035",
        "Une association chargée d'une action porte le nom que lui donne l'annuaire.",
        "Une lettre de travers, et l'action n'est plus sur sa page. Une fonction, un service s'écrivent comme on veut.",
        passage(PATH, "qui: [Licorrnes]", "qui: [Licornes]"),
    ),
)
