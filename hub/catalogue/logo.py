"""Rules of a town's logo: what the settings say of it (C), and its file (D)."""

from __future__ import annotations

from hub.catalogue.attachments import PNG
from hub.catalogue.rule import Content, Edit, Example, Made, Rule, warned
from hub.catalogue.settings import OWN, SETTINGS

LOGO = "content/images/logo.svg"
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12">\n  <path fill="#1f6f5c" d="M1 11 6 1l5 10z"/>\n</svg>\n'
"""A triangle."""


def _logo(wrong: Content, right: Content) -> Example:
    """A town whose logo is a file, wrong then right."""
    named = Edit(OWN, f"{OWN}\n    logo: {LOGO}")
    return Example({SETTINGS: named, LOGO: wrong}, {SETTINGS: named, LOGO: right})


SETTING_RULES = (
    Rule(
        "C055",
        "Le logo est un fichier de content/images/, en SVG ou en PNG.",
        "Un dessin SVG est net à toute taille ; un PNG se montre partout. Les autres sortes perdent leurs bords, ou leur fond.",
        Example(
            {SETTINGS: Edit(OWN, f"{OWN}\n    logo: logo.jpg")},
            {SETTINGS: Edit(OWN, f"{OWN}\n    logo: {LOGO}"), LOGO: DRAWN},
        ),
    ),
    Rule(
        "C056",
        "Le logo que disent les réglages est dans son dossier.",
        "Sans lui, chaque page montrerait une image absente à côté du nom de la ville.",
        Example(
            {SETTINGS: Edit(OWN, f"{OWN}\n    logo: content/images/logo.png")},
            {SETTINGS: Edit(OWN, f"{OWN}\n    logo: {LOGO}"), LOGO: DRAWN},
        ),
    ),
    warned(
        "C057",
        "Un logo SVG ne contient pas de texte à composer.",
        "Les lettres d'un logo sont des dessins : écrites comme un texte, elles changent de forme là où leur police manque.",
        _logo(DRAWN.replace("<path", '<text x="2" y="9">Mini</text><path'), DRAWN),
    ),
    warned(
        "C058",
        "Un logo PNG a au moins 72 points de haut.",
        "Un écran de téléphone montre deux ou trois points là où la page en demande un.",
        Example(
            {
                SETTINGS: Edit(OWN, f"{OWN}\n    logo: content/images/logo.png"),
                "content/images/logo.png": PNG,
            },
            {SETTINGS: Edit(OWN, f"{OWN}\n    logo: {LOGO}"), LOGO: DRAWN},
        ),
    ),
)

FILE_RULES = (
    Rule(
        "D013",
        "Un logo SVG n'est qu'un dessin : ni programme, ni mouvement, ni appel à un autre fichier.",
        "Un dessin peut lancer un programme chez qui le regarde, ou dire à un autre site que la page est lue.",
        _logo(DRAWN.replace("<path", "<script>alert(1)</script><path"), DRAWN),
    ),
    Rule(
        "D014",
        "Un logo est un dessin entier, qui dit sa taille, ni trop long ni trop haut.",
        "Il se montre à côté du nom de la ville, en tête de page, de courriel et de papier : il lui faut une place connue.",
        _logo(DRAWN.replace(' viewBox="0 0 12 12"', ""), DRAWN),
    ),
    Rule(
        "D015",
        "Un logo SVG pèse au plus 300 ko.",
        "Il vient avec chaque page : plus lourd, il ferait attendre un téléphone mal capté.",
        _logo(Made(lambda: DRAWN.replace("</svg>", " " * 300_000 + "</svg>").encode()), DRAWN),
    ),
)
