"""Rules of the directory, and of the references to it (A)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Rule, passage, warned

PATH, MINUTES, GUIDE = "associations.yaml", "minutes/2026-03-10-bureau.md", "content/guides/semer.md"
MAIL = "courriel: contact@licornes.example"

RULES = (
    Rule(
        "A001",
        "Un identifiant n'appartient qu'à une association, un thème ou un collège.",
        "C'est l'adresse de sa page : deux associations ne peuvent pas habiter la même.",
        passage(PATH, "  - id: coeur\n    nom: L'Amicale", "  - id: dragons\n    nom: L'Amicale"),
    ),
    Rule(
        "A002",
        "Un nom, un alias ou une graphie ne désigne qu'une association.",
        "Un compte rendu nomme les associations : il faut savoir laquelle était là.",
        passage(PATH, "alias: [Licornes, Cœur de chœur]", "alias: [Licornes]"),
    ),
    warned(
        "A003",
        "Deux associations n'ont pas presque le même nom.",
        "C'est souvent la même, écrite deux fois ; quand ce sont bien deux associations, il n'y a rien à faire.",
        passage(PATH, "nom: Les Licornes jardinière", "nom: L'Amicale <des> dragons & co"),
    ),
    warned(
        "A004",
        "Une association active a un thème.",
        "C'est par les thèmes que l'on trouve une association dont on ne connaît pas le nom.",
        passage(PATH, "    college: vert\n    objet:", "    college: vert\n    themes: [jardin]\n    objet:"),
    ),
    warned(
        "A005",
        "Une fiche est relue chaque année par l'association.",
        "Un annuaire périmé envoie les gens à des numéros qui ne répondent plus.",
        passage(PATH, "verifie_le: 2025-03-01", "verifie_le: 2026-03-01", instead_of=MAIL),
    ),
    Rule(
        "A006",
        "Une association dissoute ne siège plus au bureau.",
        "Son siège est à remplacer, ou son statut à corriger.",
        passage("bureau.yaml", "association: dragons", "association: licornes"),
    ),
    Rule(
        "A007",
        "L'identifiant d'une association publiée ne change plus.",
        "Sa page est citée, imprimée, mise en favori : l'adresse doit continuer de mener à elle.",
        Example(
            {PATH: Edit("  - id: coeur", "  - id: coeur-de-choeur")},
            {PATH: Edit("  - id: coeur", "  - id: coeur")},
            {"/associations/coeur/": "Cœur de chœur"},
        ),
    ),
    warned(
        "A008",
        "Une association publiée reste dans l'annuaire, même dissoute.",
        "L'annuaire est la mémoire de la ville : une association qui a compté ne s'efface pas.",
        Example(
            {},
            {
                PATH: Edit(
                    "  - id: dragons",
                    "  - {id: sirenes, nom: Sirènes, statut: dissoute, college: vert}\n  - id: dragons",
                )
            },
            {"/associations/sirenes/": "Sirènes"},
        ),
    ),
    Rule(
        "A009",
        "Le SIRET d'une association commence par son SIREN.",
        "Sinon l'un des deux est à quelqu'un d'autre.",
        passage(
            PATH,
            'siren: "000000026"\n    siret: "00000001800010"',
            'siren: "000000018"\n    siret: "00000001800010"',
            instead_of=MAIL,
        ),
    ),
    Rule(
        "A010",
        "Un thème est dans la liste « themes », en tête de l'annuaire.",
        "Un thème mal écrit ferait une rubrique à lui seul.",
        passage(GUIDE, "themes: [jardins]", "themes: [jardin]"),
    ),
    Rule(
        "A011",
        "Un collège est l'un de ceux de `bureau.yaml`, ou « a-confirmer ».",
        "Les sièges se comptent par collège.",
        passage(PATH, "statut: dissoute\n    college: verre", "statut: dissoute\n    college: vert"),
    ),
    Rule(
        "A012",
        "Une association citée est dans l'annuaire, sous son nom, un alias, une graphie ou son identifiant.",
        "Sa page liste les réunions où elle était : une orthographe inconnue ferait perdre cette mémoire.",
        passage(MINUTES, "presents: [Lycornes]", "presents: [Licornes]"),
    ),
    Rule(
        "A013",
        "Une fiche n'a pas été vérifiée dans l'avenir.",
        "La date dit aux gens à quel point ils peuvent s'y fier.",
        passage(PATH, "verifie_le: 2027-03-01", "verifie_le: 2026-03-01", instead_of=MAIL),
    ),
    warned(
        "A014",
        "Un alias ou une graphie dit autre chose que le nom de l'association.",
        "Accents, majuscules et apostrophes ne comptent pas : « Mala'Cafe » se lit comme « Malacafé ».",
        passage(
            PATH,
            "alias: [Licornes]\n    graphies: [LICORNES]",
            "alias: [Licornes]\n    graphies: [Lycornes]",
            instead_of="alias: [Licornes]",
        ),
    ),
)
