"""Mistakes of texts, and of persons named in them (L, V)."""

from __future__ import annotations

from tests.mistakes.case import ASSOCIATIONS, CALL, GUIDE, MINUTES, YOGA, Case
from tests.towns import edited

CASES: list[Case] = [
    (
        "raw HTML",
        edited(GUIDE, "De la terre.", "De la <b onclick='x()'>terre</b>."),
        [("L001", GUIDE, 11, 7)],
    ),
    (
        "a script",
        edited(GUIDE, "De la terre.", "<script>alert(1)</script>"),
        [("L001", GUIDE, 11, 1)],
    ),
    (
        "a comment, lost to the reader",
        edited(GUIDE, "De la terre.", "<!-- à revoir -->"),
        [("L025", GUIDE, 11, 1)],
    ),
    (
        "a key that leads nowhere",
        edited(GUIDE, "De la terre.", "Voir [eux](asso:licorne)."),
        [("L002", GUIDE, 11, 12)],
    ),
    (
        "a dangerous link",
        edited(GUIDE, "De la terre.", "[eux](java&#115;cript:alert%281%29)"),
        [("L003", GUIDE, 11, 7)],
    ),
    (
        "a link out of the site in disguise",
        edited(GUIDE, "De la terre.", "[eux](//ailleurs.example/)"),
        [("L003", GUIDE, 11, 7)],
    ),
    (
        "an address that the site does not have",
        edited(GUIDE, "De la terre.", "[eux](/licornes/)"),
        [("L004", GUIDE, 11, 7)],
    ),
    (
        "an image of another site",
        edited(GUIDE, "De la terre.", "![a](https://b.example/c.jpg)"),
        [("L005", GUIDE, 11, 6)],
    ),
    (
        "an address with a space",
        edited(GUIDE, "De la terre.", "[a](https://b.ex ample/)"),
        [("L006", GUIDE, 11, 5)],
    ),
    (
        "a link that names another machine",
        edited(GUIDE, "De la terre.", "[a](https://ville.example@autre.example/)"),
        [("L003", GUIDE, 11, 5)],
    ),
    (
        "an address whose user stands after a slash, which is none",
        edited(GUIDE, "De la terre.", "[a](https://ville.example/@autre)"),
        [],
    ),
    ("an address of nothing", edited(GUIDE, "De la terre.", "[a](https://)"), [("L003", GUIDE, 11, 5)]),
    ("an empty heading", edited(GUIDE, "## Après", "##"), [("L007", GUIDE, 13, 1)]),
    ("a second title of the page", edited(GUIDE, "## Après", "# Après"), [("L008", GUIDE, 13, 1)]),
    ("a heading that skips a level", edited(GUIDE, "## Après", "#### Après"), [("L008", GUIDE, 13, 1)]),
    (
        "a link that says nothing",
        edited(GUIDE, "De la terre.", "Voir [ici](/agenda/)."),
        [("L009", GUIDE, 11, 6)],
    ),
    (
        "HTML in the directory",
        edited(ASSOCIATIONS, "Planter, arroser", "<i>Planter</i>"),
        [("L001", ASSOCIATIONS, 10, 13)],
    ),
    (
        "an anchor that is no heading of the page",
        edited(GUIDE, "De la terre.", "Voir [plus bas](#ensuite)."),
        [("L010", GUIDE, 11, 17)],
    ),
    ("an anchor that is a heading", edited(GUIDE, "De la terre.", "Voir [plus bas](#apres)."), []),
    (
        "an anchor of another page, by its key",
        edited("content/index.md", "Bonjour !", "Voir [là](guide:semer#aprés)."),
        [("L010", "content/index.md", 5, 11)],
    ),
    (
        "an anchor that the template writes",
        edited(GUIDE, "De la terre.", "Voir [l'agenda](/agenda/#a-venir)."),
        [],
    ),
    ("an image that says nothing", edited(GUIDE, "De la terre.", "![ ](/agenda/)"), [("L011", GUIDE, 11, 1)]),
    (
        "a bare address",
        edited(GUIDE, "De la terre.", "Voir (www.graines.example/a)."),
        [("L012", GUIDE, 11, 7)],
    ),
    (
        "an address in code, or on words",
        edited(
            GUIDE,
            "De la terre.",
            "`https://a.example` [https://a.example](https://a.example) <https://a.example>",
        ),
        [],
    ),
    (
        "inclusive spelling with a full stop",
        edited(GUIDE, "De la terre.", "Les habitant.es et les élu.e.s."),
        [("L013", GUIDE, 11, 5)],
    ),
    (
        "a mobile number in the directory",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", 'telephone: "+33 6 12 34 56 78"'),
        [("V001", ASSOCIATIONS, 11, 16)],
    ),
    (
        "a mobile number whose owner agreed",
        edited(
            ASSOCIATIONS,
            "courriel: contact@licornes.example",
            'telephone: "06 12 34 56 78"\n    consentement: Accord écrit du 2026-11-12',
        ),
        [],
    ),
    (
        "a private mailbox in the directory",
        edited(ASSOCIATIONS, "contact@licornes.example", "Licornes92@Gmail.com"),
        [("V002", ASSOCIATIONS, 11, 15)],
    ),
    (
        "a person to write to",
        edited(CALL, "publie_le:", "contact: Claire Semeuse, contact@a.example\npublie_le:"),
        [("V003", CALL, 6, 10)],
    ),
    (
        "a street that bears a person's name",
        edited(CALL, "publie_le:", "contact: École Paul Bert, 3 rue Jean Jaurès\npublie_le:"),
        [],
    ),
    (
        "an agent by name",
        edited(
            MINUTES,
            "ordre_du_jour:",
            "ville: [{fonction: Chargée de mission, nom: Claire Semeuse}]\nordre_du_jour:",
        ),
        [("V004", MINUTES, 8, 45)],
    ),
    (
        "elected officials by name",
        edited(
            MINUTES,
            "ordre_du_jour:",
            "ville: [{fonction: Maire, nom: A. B.}, {fonction: Première adjointe au maire, nom: C. D.}, {fonction: Conseillère municipale déléguée, nom: E. F.}]\nordre_du_jour:",
        ),
        [],
    ),
    (
        "a mobile number in a text",
        edited(GUIDE, "De la terre.", "Au 06.12.34.56.78."),
        [("V005", GUIDE, 11, 4)],
    ),
    (
        "a private mailbox in a text",
        edited(GUIDE, "De la terre.", "À moi@orange.fr."),
        [("V006", GUIDE, 11, 3)],
    ),
    (
        "a person in a text",
        edited(GUIDE, "De la terre.", "Monsieur Semeur, ou Claire Semeuse."),
        [("V007", GUIDE, 11, 1), ("V007", GUIDE, 11, 21)],
    ),
    (
        "a person in a function",
        edited(
            MINUTES,
            "ordre_du_jour:",
            "ville: [{fonction: 'Claire Semeuse, chargée de mission'}]\nordre_du_jour:",
        ),
        [("V004", MINUTES, 8, 20)],
    ),
    (
        "a person in the follow-up",
        edited(MINUTES, "quoi: En acheter un,", "quoi: Appeler Claire Semeuse,"),
        [("V007", MINUTES, 10, 31)],
    ),
    (
        "a mobile number in a summary",
        edited(GUIDE, "resume: Mettre une graine en terre.", "resume: Au 06 12 34 56 78."),
        [("V005", GUIDE, 3, 9)],
    ),
    (
        "a person's mailbox at work",
        edited(GUIDE, "De la terre.", "À claire.semeuse@mini.example."),
        [("V006", GUIDE, 11, 3)],
    ),
    ("a surname first", edited(GUIDE, "De la terre.", "SEMEUSE Claire."), [("V007", GUIDE, 11, 1)]),
    (
        "a school of somebody famous",
        edited(YOGA, "publie_le:", "inscription: Louise Michel, salle 2\npublie_le:"),
        [],
    ),
    (
        "a number of the state, which no agreement covers",
        edited(
            GUIDE,
            "---\n## Avant\n\nDe la terre.",
            "consentement: Accord du 2026-11-12\n---\n## Avant\n\n295117823456784",
        ),
        [("V008", GUIDE, 12, 1)],
    ),
    (
        "the account of a person in the price",
        edited(YOGA, "publie_le:", "tarif: 5 € sur FR76 3000 6000 0112 3456 7890 189\npublie_le:"),
        [("V009", YOGA, 7, 8)],
    ),
    (
        "the account of an association that agreed",
        edited(
            GUIDE,
            "---\n## Avant\n\nDe la terre.",
            "consentement: Compte de l'association, accord du 2026-11-12\n---\n"
            "## Avant\n\nFR76 3000 6000 0112 3456 7890 189",
        ),
        [],
    ),
    (
        "numbers whose key is wrong, which are others",
        edited(GUIDE, "De la terre.", "Dossier 295117823456785, facture FR76 3000 6000 0112 3456 7890 188."),
        [],
    ),
    (
        "accents in two signs",
        edited(GUIDE, "De la terre.", "Ve\u0301ronique Semeuse, et Loi\u0308c Semeur."),
        [("V007", GUIDE, 11, 1), ("V007", GUIDE, 11, 24)],
    ),
    (
        "functions after a title",
        edited(
            GUIDE, "De la terre.", "Mme La Présidente, M. Le Maire, Mme Trésorière, Madame la Secrétaire."
        ),
        [],
    ),
    (
        "a street and places that bear names, shortened",
        {
            **edited(
                ASSOCIATIONS,
                "courriel: contact@licornes.example",
                "adresse: {voie: 12 Claire Semeuse, commune: Mini}",
            ),
            **edited(YOGA, "publie_le:", "lieu: {nom: Claire Semeuse, adresse: R. Paul Semeur}\npublie_le:"),
            **edited(MINUTES, "statut: adopte", "statut: adopte\nlieu: Foyer Pierre Semeur"),
        },
        [],
    ),
    (
        "somebody's home",
        edited(YOGA, "publie_le:", "lieu: {nom: Chez Mme Semeuse, adresse: chez Paul Semeur}\npublie_le:"),
        [("V007", YOGA, 7, 13), ("V007", YOGA, 7, 40)],
    ),
    (
        "a mobile number in a function",
        edited(MINUTES, "ordre_du_jour:", "ville: [{fonction: Maire au 06 12 34 56 78}]\nordre_du_jour:"),
        [("V005", MINUTES, 8, 20)],
    ),
    (
        "a mailbox in words",
        edited(GUIDE, "De la terre.", "À moi [at] orange [point] fr."),
        [("V006", GUIDE, 11, 3)],
    ),
    (
        "a picture of this folder",
        edited(GUIDE, "De la terre.", "[Affiche](affiche.pdf)"),
        [("L004", GUIDE, 11, 11)],
    ),
    (
        "a link in HTML",
        edited(GUIDE, "De la terre.", '<a href="https://a.example">a</a>'),
        [("L001", GUIDE, 11, 1)],
    ),
    (
        "a link without an address",
        edited(GUIDE, "De la terre.", "Voir [le livre]()."),
        [("L014", GUIDE, 11, 6)],
    ),
    (
        "bullets in a text",
        edited(GUIDE, "De la terre.", "• De la terre.\n• Du terreau."),
        [("L015", GUIDE, 11, 1)],
    ),
    *(
        (
            f"lines that begin with {first!a}",
            edited(
                GUIDE,
                "De la terre.",
                f"Il faut :\n\n{first}De la terre.\n{second}Du terreau.\n{second}De l'eau.",
            ),
            [("L015", GUIDE, 13, 1)],
        )
        for first, second in (
            ("\uf0b7 ", "\uf0b7 "),
            ("\uf0a7\t", "\uf0a7\t"),
            ("\u2192 ", "\u2192 "),
            ("\u27a2 ", "\u27a2 "),
            ("\u2713 ", "\u2713 "),
            ("\u2705 ", "\u2705 "),
            ("\u2714\ufe0f ", "\u2714\ufe0f "),
            ("\U0001f4c5 ", "\U0001f4cd "),
            ("-\u00a0", "-\u00a0"),
            ("\u2013\u00a0", "\u2013\u00a0"),
            ("\u2014 ", "\u2014 "),
            ("\u2023", "\u2023"),
            ("1\u00b0 ", "2\u00b0 "),
            ("1\u00b0) ", "2\u00b0) "),
            ("a) ", "b) "),
            ("1/ ", "2/ "),
            ("1.\u00a0", "2.\u00a0"),
            ("o\t", "o\t"),
            ("\u00d8 ", "\u00d8 "),
        )
    ),
    *(
        (f"what is no list: {name}", edited(GUIDE, "De la terre.", text), [])
        for name, text in (
            ("one line of a dialogue", "\u2014 De la terre, dit-elle.\nEt du terreau."),
            ("one arrow", "\u2192 De la terre."),
            ("a dash inside a line", "De la terre \u2014\net du terreau \u2014\net de l'eau."),
            ("two different signs", "\u2014 De la terre.\n\u2192 Du terreau."),
            ("hours", "9h/12h : terre\n14h/18h : terreau"),
            ("decades", "1/2 de terre\n1/3 de terreau"),
            ("a list", "- De la terre\n- Du terreau"),
            ("a numbered list", "1. De la terre\n2. Du terreau"),
            ("a tab in one line", "Terre\tTerreau"),
            ("a list with tabs", "-\tTerre\n-\tTerreau"),
            ("a numbered list with tabs", "1.\tTerre\n2.\tTerreau"),
        )
    ),
    (
        "a table pasted from a spreadsheet",
        edited(GUIDE, "De la terre.", "Il faut :\n\nGraine\tMois\tPrix\nPois\t\t2\nNavet\tMars\t1\n\nVoilà."),
        [("L017", GUIDE, 13, 1)],
    ),
    (
        "dashes glued to their words",
        edited(GUIDE, "De la terre.", "-terre\n-terreau"),
        [("L015", GUIDE, 11, 1)],
    ),
    (
        "a line of dashes under a paragraph",
        edited(GUIDE, "De la terre.", "De la terre.\n---"),
        [("L016", GUIDE, 12, 1)],
    ),
    ("a table", edited(GUIDE, "De la terre.", "| a | b |\n|---|---|\n| c | d |"), []),
    ("a dialogue of one line", edited(GUIDE, "De la terre.", "– Bonjour."), []),
]
