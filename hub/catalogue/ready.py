"""What a town does before its site is published (P040 and following), which `build.py ready` alone asks."""

from __future__ import annotations

from collections.abc import Mapping

from hub.catalogue.identity import LEGAL, REAL, SETTINGS, TRIAL
from hub.catalogue.rule import Content, Edit, Example, Rule, Severity
from hub.catalogue.town import TOWN

CONTACT = "contact: associations@ville-mini.fr"
NOTICE = """\
---
titre: Mentions légales
---
Commune de Mini, place de la Mairie, 92320 Mini. Direction de la publication : le maire.

Hébergement : l'agence du numérique, 92320 Mini, 01 46 55 00 00.
"""
READ = "verifie_le: 2026-10-01"

READY: Mapping[str, str] = {
    SETTINGS: TOWN[SETTINGS].replace(TRIAL, REAL).replace("contact: a-confirmer", CONTACT),
    LEGAL: NOTICE,
    "associations.yaml": TOWN["associations.yaml"]
    .replace("    college: vert\n    themes", f"    college: vert\n    {READ}\n    themes")
    .replace("    college: a-confirmer\n", f"    college: a-confirmer\n    {READ}\n"),
}
"""The town of the examples, about to be published."""


def _asked(code: str, title: str, reason: str, example: Example) -> Rule:
    return Rule(code, title, reason, example, Severity.WARNING, "ready")


def _passage(path: str, wrong: str, right: str) -> Example:
    return Example({path: Edit(right, wrong)}, {path: Edit(right, right)}, under=READY)


def _whole(path: str, wrong: Content, right: Content) -> Example:
    return Example({path: wrong}, {path: right}, under=READY)


_NEWS = "content/actualites/2019-05-fete.md"
_OLD = "---\ntitre: La fête de 2019\npublie_le: {day}\n---\nIl a fait beau.\n"

RULES = (
    _asked(
        "P040",
        "Un site publié a une adresse qui mène quelque part.",
        "Elle est dans chaque flux, chaque agenda, chaque courriel, et ceux qui les ont reçus la gardent.",
        _passage(
            SETTINGS, "site_url: https://mini.example/", "site_url: https://associations.ville-mini.fr/"
        ),
    ),
    _asked(
        "P041",
        "Un service répond du site publié.",
        "Qui voit une erreur, qui veut être retiré d'une page, écrit là.",
        _passage(SETTINGS, "contact: a-confirmer", CONTACT),
    ),
    _asked(
        "P042",
        "Rien n'est « à confirmer » dans une page que la loi demande.",
        "Une déclaration d'accessibilité, des mentions légales ou une page sur les données personnelles dont une "
        "réponse manque ne disent pas à qui s'adresser.",
        _passage(
            LEGAL, "Direction de la publication : à confirmer.", "Direction de la publication : le maire."
        ),
    ),
    _asked(
        "P043",
        "Les mentions légales disent qui publie le site, qui dirige la publication et qui héberge.",
        "Loi n° 2004-575 du 21 juin 2004, article 1-1.",
        _passage(
            LEGAL,
            "Merci à l'agence du numérique.",
            "Hébergement : l'agence du numérique, 92320 Mini, 01 46 55 00 00.",
        ),
    ),
    _asked(
        "P044",
        "Un site publié n'est pas celui de la ville des exemples.",
        "Tout y est inventé : associations, dates, numéros.",
        _passage(SETTINGS, "commune: Ville-Exemple", "commune: Mini"),
    ),
    _asked(
        "P045",
        "Les flux n'annoncent pas une ancienne nouvelle comme si elle était d'aujourd'hui.",
        "Qui s'est abonné croirait que la fête est pour bientôt. Sans « publie_le », la page existe, et n'est annoncée "
        "nulle part.",
        _whole(_NEWS, _OLD.format(day="2026-11-20"), _OLD.format(day="2019-05-20")),
    ),
    _asked(
        "P046",
        "Un même jour n'envoie pas des dizaines de messages à chaque abonné.",
        "Cela arrive quand on reprend d'un coup les pages d'un ancien site, toutes datées du jour. Plus de trente dans "
        "le mois qui vient de passer.",
        Example(
            {f"content/actualites/reprise-{n:02}.md": _OLD.format(day="2026-11-20") for n in range(31)},
            {f"content/actualites/reprise-{n:02}.md": _OLD.format(day="2019-05-20") for n in range(31)},
            under=READY,
        ),
    ),
    _asked(
        "P047",
        "Chaque fiche de l'annuaire a été confirmée par son association.",
        "Une fiche recopiée d'un vieux fichier donne un ancien numéro, ou publie ce que l'association ne veut pas "
        "dire. Une association dissoute n'a rien à confirmer.",
        _passage(
            "associations.yaml",
            "college: a-confirmer",
            f"college: a-confirmer\n    {READ}",
        ),
    ),
    _asked(
        "P048",
        "Le site garde l'identifiant sous lequel il a été publié.",
        "Les abonnés reconnaissent les messages par lui : sous un autre, ils les recevraient tous de nouveau.",
        Example(
            {SETTINGS: Edit("identifiant: clva-mini", "identifiant: clva-mini-2")},
            {SETTINGS: Edit("identifiant: clva-mini", "identifiant: clva-mini")},
            former="clva-mini",
            under=READY,
        ),
    ),
)
