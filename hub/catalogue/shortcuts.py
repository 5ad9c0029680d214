"""Rules of the shortcuts of the home page (P)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage

HOME = "content/index.md"
TITLE = "titre: Bienvenue"


def shortcut(wrong: str, right: str) -> Example:
    """A shortcut that leads there, and one that leads elsewhere."""
    written = f"{TITLE}\nraccourcis:\n  - titre: Trouver une association\n    vers: "
    return passage(HOME, f"{written}{wrong}", f"{written}{right}", instead_of=TITLE)


RULES = (
    Rule(
        "P057",
        "Un raccourci de l'accueil mène à une page qui existe.",
        "C'est par lui que l'on commence : il ne peut pas finir sur une page introuvable.",
        shortcut("/annuaire/", "/associations/"),
    ),
    Rule(
        "P058",
        "Un raccourci vers le courriel ou le téléphone du service demande que les réglages le disent.",
        "Le bouton « Écrire au service » n'écrirait à personne.",
        shortcut("telephone", "/associations/"),
    ),
    Rule(
        "P059",
        "Seule la page d'accueil a des raccourcis.",
        "Sur une autre page, ils ne se verraient nulle part.",
        passage(
            "content/mentions-legales.md",
            "titre: Mentions légales\nraccourcis:\n  - {titre: Trouver une association, vers: /associations/}",
            "titre: Mentions légales",
            instead_of="titre: Mentions légales",
        ),
    ),
)
