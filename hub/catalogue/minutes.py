"""Rules of the minutes, and of the council's meetings (M)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage, warned
from hub.catalogue.town import TOWN

PATH = "minutes/2026-03-10-bureau.md"
DATE = "instance: bureau\ndate: 2026-03-10\nstatut: adopte"
ACTION = "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}"

LATER = """\
---
instance: bureau
date: {date}
statut: adopte
publie_le: {date}
presents: [Licornes]
ordre_du_jour: [Pelles]
---
"""
PLENARY = """\
---
instance: pleniere
date: {date}
statut: adopte
publie_le: {date}
ordre_du_jour: [Bilan]
---
"""

RULES = (
    Rule(
        "M001",
        "Un compte rendu s'appelle par la date et l'instance de la réunion.",
        "C'est son adresse, et l'ordre dans lequel les gens cherchent.",
        passage(PATH, "date: 2026-03-11\nstatut", "date: 2026-03-10\nstatut"),
    ),
    Rule(
        "M002",
        "Le jour d'une réunion est connu.",
        "Une réunion qui a eu lieu a eu lieu un jour.",
        Example(
            {
                PATH: None,
                "minutes/2026-03-bureau.md": TOWN[PATH].replace("date: 2026-03-10", "date: 2026-03"),
            },
            {},
        ),
    ),
    Rule(
        "M003",
        "Un compte rendu est celui d'une réunion qui a eu lieu.",
        "Une réunion à venir s'annonce dans l'agenda.",
        Example(
            {
                "minutes/2027-01-12-commission.md": LATER.format(date="2027-01-12")
                .replace("bureau", "commission")
                .replace("publie_le: 2027-01-12\n", "")
            },
            {
                "minutes/2026-10-13-commission.md": LATER.format(date="2026-10-13").replace(
                    "bureau", "commission"
                )
            },
        ),
    ),
    Rule(
        "M004",
        "Une association est présente ou excusée, pas les deux.",
        "Le compte rendu dit qui a pris part aux décisions.",
        passage(PATH, "excuses: [Licornes]", "excuses: [Cœur de chœur]"),
    ),
    Rule(
        "M005",
        "La prochaine réunion vient après celle-ci.",
        "C'est l'année que l'on oublie de changer, en janvier.",
        passage(PATH, "prochaine: 2025-05-12 18:30", "prochaine: 2026-05-12 18:30"),
    ),
    Rule(
        "M006",
        "Une réunion du bureau ou de la plénière a un seul compte rendu.",
        "De deux textes, on ne saurait pas lequel fait foi.",
        Example({"minutes/2026-03-10-bureau-bis.md": TOWN[PATH]}, {}),
    ),
    warned(
        "M007",
        "Un compte rendu a un ordre du jour.",
        "C'est ce que montrent les listes, et ce que les gens cherchent.",
        passage(
            PATH,
            "excuses: [Cœur de chœur]\nsuivi:",
            "excuses: [Cœur de chœur]\nordre_du_jour: [Arrosoirs]\nsuivi:",
        ),
    ),
    warned(
        "M008",
        "Quelqu'un est chargé d'une action à faire.",
        "Ce dont personne n'est chargé ne se fait pas.",
        passage(
            PATH,
            "{projet: Arrosoirs, quoi: En acheter un, echeance: 2026-12, etat: a-faire}",
            "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-12, etat: a-faire}",
            instead_of=ACTION,
        ),
    ),
    warned(
        "M009",
        "Un projet de compte rendu est adopté dans les six mois.",
        "La réunion suivante l'adopte ; s'il l'a été, il reste à l'écrire.",
        passage(PATH, "statut: projet", "statut: adopte"),
    ),
    warned(
        "M010",
        "Une association présente au bureau y siège, ou le texte dit pourquoi elle est venue.",
        "Qui décide doit avoir été élu ; un invité se présente.",
        passage(
            PATH,
            "presents: [Licornes, dragons]\nexcuses: [Cœur de chœur]",
            "presents: [Licornes]\nexcuses: [Cœur de chœur, dragons]",
            instead_of="presents: [Licornes]\nexcuses: [Cœur de chœur]",
        ),
    ),
    warned(
        "M011",
        "Une titulaire du bureau est présente ou excusée.",
        "La liste sert à savoir qui a voté ; si rien n'a été dit d'une absente, il n'y a rien à faire. "
        "Passé un an, rien n'est demandé.",
        passage(
            PATH,
            "presents: []\nexcuses: [Cœur de chœur]",
            "presents: [Licornes]\nexcuses: [Cœur de chœur]",
        ),
    ),
    warned(
        "M012",
        "Une action à faire a une échéance.",
        "La page de suivi range les actions par échéance : sans elle, celle-ci se perd au fond.",
        passage(
            PATH,
            "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], etat: a-faire}",
            "{projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-12, etat: a-faire}",
            instead_of=ACTION,
        ),
    ),
    warned(
        "M013",
        "Quatre mois au plus séparent deux réunions du bureau.",
        "Un trou plus long est souvent un compte rendu qui manque. Passé un an, rien n'est demandé : une "
        "archive que l'on reprend a des trous.",
        Example(
            {"minutes/2026-09-15-bureau.md": LATER.format(date="2026-09-15")},
            {"minutes/2026-06-16-bureau.md": LATER.format(date="2026-06-16")},
        ),
    ),
    Rule(
        "M015",
        "Une association n'est qu'une fois dans la liste des présentes ou des excusées.",
        "Le compte rendu compte les voix, et la page les montrerait deux fois.",
        passage(PATH, "presents: [Licornes, licornes]", "presents: [Licornes]"),
    ),
    warned(
        "M014",
        "L'assemblée plénière se réunit chaque année.",
        "C'est elle qui réunit toutes les associations, et à qui le bureau rend compte.",
        Example(
            {
                "minutes/2026-01-24-pleniere.md": None,
                "minutes/2025-10-11-pleniere.md": PLENARY.format(date="2025-10-11"),
            },
            {"minutes/2026-10-10-pleniere.md": PLENARY.format(date="2026-10-10")},
        ),
    ),
    warned(
        "M016",
        "Un compte rendu dit quel jour il est mis en ligne.",
        "Sans « publie_le », sa page existe, mais ni les flux ni la lettre n'en préviennent personne. Celui d'une "
        "réunion de plus d'un an est une archive : il n'est annoncé à personne, et peut s'en passer.",
        passage(
            PATH,
            "statut: adopte\npresents:",
            "statut: adopte\npublie_le: 2026-03-12\npresents:",
        ),
    ),
    warned(
        "M020",
        "Dans le texte, un point de l'ordre du jour est un titre.",
        "Qui n'y voit pas va de titre en titre, et un lien peut y mener : une ligne en gras n'en est pas un. (RGAA 9.1.)",
        passage(PATH, "**Arrosoirs**", "## Arrosoirs", instead_of="## Arrosoirs"),
    ),
    warned(
        "M021",
        "Le tableau « Synthèse et suivi » n'est pas répété dans le texte.",
        "La page l'écrit d'après « suivi » : écrit deux fois, il finit par dire deux choses.",
        passage(
            PATH,
            "## Synthèse et suivi\n\n| Quoi | Qui | Quand |\n| --- | --- | --- |\n| Un arrosoir | Licornes | Avril |\n",
            "Un arrosoir suffira.\n",
            instead_of="Les [Licornes](asso:licornes) en veulent un : lequel ?\n",
        ),
    ),
    warned(
        "M022",
        "Une action est confiée à une association ou à une fonction, pas à un prénom.",
        "Le suivi est public et reste en ligne : « Marie » y serait nommée sans l'avoir voulu, et personne ne saurait "
        "à qui s'adresser l'an prochain.",
        passage(PATH, "qui: [Marie D.]", "qui: [Licornes]"),
    ),
)
