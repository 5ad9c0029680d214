"""Rules of texts: links, headings, images (L)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage, warned

PATH = "content/guides/semer.md"
EARTH = "De la terre."


def _text(wrong: str, right: str) -> Example:
    return passage(PATH, wrong, right, instead_of=EARTH)


RULES = (
    Rule(
        "L001",
        "Un texte s'écrit en Markdown, sans HTML (sauf « <br> » dans une case de tableau).",
        "Le HTML peut cacher un programme, et se lit mal à voix haute.",
        _text("De la <b>terre</b>.", "De la **terre**."),
    ),
    Rule(
        "L002",
        "Un lien par clé mène à une chose qui existe.",
        "Le programme écrit l'adresse à votre place, s'il connaît la chose.",
        _text("Voir [eux](asso:licorne).", "Voir [eux](asso:licornes)."),
    ),
    Rule(
        "L003",
        "Un lien est d'une sorte permise : https, mailto, tel, une page du site ou une clé.",
        "Les autres sortes peuvent lancer un programme chez qui clique.",
        _text("[Ouvrir](javascript:alert)", "[Ouvrir](https://licornes.example/)"),
    ),
    Rule(
        "L004",
        "Un lien vers le site mène à une page qui existe.",
        "Une page introuvable fait croire que la ville a effacé quelque chose.",
        _text("Voir [l'agenda](/calendrier/).", "Voir [l'agenda](/agenda/)."),
    ),
    Rule(
        "L005",
        "Une image ne vient pas d'un autre site.",
        "L'afficher dirait à cet autre site qui lit la page.",
        _text(
            "![Un semis](https://graines.example/semis.jpg)", "[Un semis](https://graines.example/semis.jpg)"
        ),
    ),
    Rule(
        "L006",
        "Une adresse ne contient pas d'espace.",
        "Le lien s'arrêterait à l'espace.",
        _text("[Le livre](https://graines.example/le livre)", "[Le livre](https://graines.example/le-livre)"),
    ),
    Rule(
        "L007",
        "Un titre n'est pas vide.",
        "Un lecteur d'écran annonce les titres : celui-ci n'annoncerait rien. (RGAA 9.1.)",
        passage(PATH, "##\n\nDe l'eau.", "## Après\n\nDe l'eau."),
    ),
    Rule(
        "L008",
        "Les titres d'un texte commencent à « ## » et descendent d'un niveau à la fois.",
        "Qui n'y voit pas parcourt une page par ses titres, comme un sommaire. (RGAA 9.1.)",
        passage(PATH, "#### Après", "## Après"),
    ),
    warned(
        "L009",
        "Les mots d'un lien disent où il mène.",
        "Un lecteur d'écran lit les liens l'un après l'autre : « ici, ici, ici ». (RGAA 6.1.)",
        _text("Pour l'agenda, [cliquez ici](/agenda/).", "Voyez [l'agenda](/agenda/)."),
    ),
    Rule(
        "L010",
        "Un lien vers une partie de page mène à une partie qui existe.",
        "Sinon il arrive en haut de la page, et l'on cherche.",
        _text("Voir [la suite](#apres-tout).", "Voir [la suite](#apres)."),
    ),
    Rule(
        "L011",
        "Une image dit en mots ce qu'elle montre.",
        "Qui ne la voit pas doit savoir ce qu'il manque. (RGAA 1.1.)",
        _text("![](/agenda/)", "[Un semis dans l'agenda](/agenda/)"),
    ),
    Rule(
        "L012",
        "Une adresse web est un lien posé sur des mots.",
        "Nue, elle ne se suit pas, et se lit lettre par lettre à voix haute.",
        _text(
            "Voir https://graines.example/livre.",
            "Voir [le livre des graines](https://graines.example/livre).",
        ),
    ),
    warned(
        "L013",
        "L'écriture inclusive emploie le point médian, pas le point.",
        "Les messageries des abonnés prennent « habitant.es » pour l'adresse d'un site espagnol.",
        _text("Pour les habitant.es.", "Pour les habitant·es."),
    ),
    Rule(
        "L014",
        "Un lien a une adresse.",
        "Sans elle, on le touche et rien ne se passe.",
        _text("Voir [le livre]().", "Voir [le livre](https://graines.example/livre)."),
    ),
    warned(
        "L015",
        "Une liste s'écrit avec des tirets, suivis d'un espace.",
        "Les autres puces, venues d'un traitement de texte, mettent toutes les lignes dans un seul paragraphe.",
        _text("• De la terre.\n• Du terreau.", "- De la terre.\n- Du terreau."),
    ),
    warned(
        "L016",
        "Une ligne de tirets a une ligne vide au-dessus d'elle.",
        "Collée à un paragraphe, elle en fait un titre.",
        _text("De la terre.\n---", "De la terre.\n\n---"),
    ),
    warned(
        "L017",
        "Les colonnes d'un tableau sont séparées par des barres, pas par des tabulations.",
        "Collé depuis un tableur, un tableau devient un paragraphe où l'on ne sait plus quel nombre va avec quel mot.",
        _text(
            "Graine\tMois\nTomate\tMars\nPois\tAvril",
            "| Graine | Mois |\n| --- | --- |\n| Tomate | Mars |\n| Pois | Avril |",
        ),
    ),
    Rule(
        "L018",
        "Une note a son appel, et un appel sa note.",
        "Sans appel, la note serait perdue ; sans note, l'appel s'afficherait tel quel.",
        _text("De la terre[^1].", "De la terre[^1].\n\n[^1]: Ou du terreau."),
    ),
    Rule(
        "L019",
        "Du code ouvert par une ligne « ``` » est refermé par une autre.",
        "Sinon toute la suite du texte, titres et liens compris, s'affiche comme du code.",
        _text("```\nDe la terre.", "```\nDe la terre.\n```"),
    ),
    warned(
        "L020",
        "Une ligne de texte ne commence pas par quatre espaces ni par une tabulation.",
        "Après une ligne vide, c'est ainsi que Markdown reconnaît du code : lettres étroites, ni gras ni lien.",
        _text("Il faut :\n\n    De la terre.", "Il faut :\n\nDe la terre."),
    ),
    warned(
        "L021",
        "Un espace sépare les « # » d'un titre de ses mots.",
        "Sans lui, ce n'est pas un titre : les « # » s'affichent.",
        _text("##De la terre", "## De la terre"),
    ),
    Rule(
        "L022",
        "Une ligne de tableau n'a pas plus de cases que l'en-tête.",
        "Les cases de trop ne s'affichent pas.",
        _text(
            "| Graine | Mois |\n| --- | --- |\n| Tomate | Mars | 2 € |",
            "| Graine | Mois | Prix |\n| --- | --- | --- |\n| Tomate | Mars | 2 € |",
        ),
    ),
    warned(
        "L023",
        "Un lien par référence, « [texte][nom] », a sa ligne « [nom]: adresse ».",
        "Sinon les crochets s'affichent, et rien ne mène nulle part.",
        _text("Voir [l'agenda][a].", "Voir [l'agenda][a].\n\n[a]: /agenda/"),
    ),
    warned(
        "L024",
        "Le numéro écrit devant un point de liste est celui qui s'affiche.",
        "Une liste se compte à partir de son premier numéro : « 1986. » en tête de phrase devient un numéro, et un "
        "numéro sauté disparaît.",
        _text("1. De la terre\n3. Du terreau", "1. De la terre\n2. Du terreau"),
    ),
    warned(
        "L025",
        "Un texte ne contient pas de remarque « <!-- … --> ».",
        "Elle n'est pas sur le site, mais tout le monde la lit dans le dépôt, qui est public.",
        _text("De la terre. <!-- à revoir -->", "De la terre."),
    ),
    warned(
        "L026",
        "Un paragraphe ne commence pas par une puce.",
        "Collée d'un traitement de texte, la puce est un signe parmi d'autres : un lecteur d'écran n'annonce "
        "aucune liste. (RGAA 9.3.)",
        _text("•\u00a0 De la terre.\n\n•\u00a0 Du terreau.", "- De la terre.\n- Du terreau."),
    ),
    warned(
        "L027",
        "Deux étoiles de chaque côté mettent en gras : elles ne s'affichent pas.",
        "Collé dans l'atelier, « **mot** » y devient « \\*\\*mot\\*\\* » : chacun verrait les étoiles.",
        _text("De la \\*\\*terre\\*\\*.", "De la **terre**."),
    ),
    warned(
        "L028",
        "Un mot n'a ni exposant abîmé, ni trait d'union invisible.",
        "« 1^{er} » se lit tel quel ; un mot coupé par un signe que l'on ne voit pas ne se trouve plus.",
        _text("Le 1^{er} mars.", "Le 1er mars."),
    ),
)
