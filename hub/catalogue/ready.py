"""What a town does before its site is published (P040 and following), which `build.py ready` alone asks."""

from __future__ import annotations

from collections.abc import Mapping

from hub.catalogue.identity import LEGAL, REAL, SETTINGS, TRIAL
from hub.catalogue.rule import Content, Edit, Example, Rule, Severity
from hub.catalogue.town import TOWN

CONTACT = "contact: associations@ville-mini.fr"
TOLD = """
    editeur:
      adresse: "Place de la Mairie, 92320 Mini"
      telephone: 01 46 55 00 00
    directeur_de_publication: Le maire de Mini
    hebergeur:
      nom: L'agence du numérique
      adresse: 92320 Mini
      telephone: 01 46 55 00 01
      journaux: douze mois
    delegue_protection_donnees:
      courriel: donnees@ville-mini.fr
    accueil:
      telephone: 01 46 55 00 02
      adresse: "Place de la Mairie, 92320 Mini"
      horaires: le mardi de 14 h à 17 h
    accessibilite:
      etablie_le: 2026-11-02
      schema_pluriannuel: https://ville-mini.fr/schema/
      plan_d_action: https://ville-mini.fr/plan-2026/
"""
"""What the pages of the law are made of."""

NOTICE = """\
---
titre: Mentions légales
---
Les photographies sont de la ville.
"""
READ = "verifie_le: 2026-10-01"
_CARD = "    college: a-confirmer\n"

READY: Mapping[str, str] = {
    SETTINGS: TOWN[SETTINGS].replace(TRIAL, REAL).replace("contact: a-confirmer", CONTACT).rstrip() + TOLD,
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
        _passage(LEGAL, "L'auteur des photographies est à confirmer.", "Les photographies sont de la ville."),
    ),
    _asked(
        "P043",
        "Les mentions légales disent qui publie le site, qui dirige la publication et qui héberge.",
        "Loi n° 2004-575 du 21 juin 2004, article 1-1.",
        _passage(
            SETTINGS, "directeur_de_publication: a-confirmer", "directeur_de_publication: Le maire de Mini"
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
        "Chaque fiche de l'annuaire dit de qui elle tient ce qu'elle dit.",
        "Sans « verifie_le » ni « source », personne n'en répond : qui la lit ne sait ni si son association l'a lue, "
        "ni à quel document s'en prendre. Une association dissoute n'a rien à confirmer.",
        _passage(
            "associations.yaml",
            "college: a-confirmer",
            f"college: a-confirmer\n    {READ}",
        ),
    ),
    _asked(
        "P054",
        "Chaque fiche de l'annuaire a été confirmée par son association.",
        "Une fiche reprise d'un registre ou d'un tableau peut donner un ancien numéro. Elle paraît quand même, et sa "
        "page dit d'où elle vient et que rien n'est confirmé : attendre trois cents réponses priverait la ville de "
        "son site. « remind » les rappelle chaque semaine.",
        Example(
            {"associations.yaml": Edit(f"{_CARD}    {READ}", f"{_CARD}    source: Registre national")},
            {
                "associations.yaml": Edit(
                    f"{_CARD}    {READ}", f"{_CARD}    source: Registre national\n    {READ}"
                )
            },
            under=READY,
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
    _asked(
        "P050",
        "La page des données personnelles dit à qui s'adresser, et combien de temps l'hébergeur garde ses journaux.",
        "Règlement (UE) 2016/679, articles 13 et 37. Un service suffit : le délégué n'a pas à être nommé.",
        _passage(SETTINGS, "courriel: a-confirmer", "courriel: donnees@ville-mini.fr"),
    ),
    _asked(
        "P051",
        "La déclaration d'accessibilité dit quand elle a été établie, où sont les plans, et qui appeler.",
        "Loi n° 2005-102 du 11 février 2005, article 47 ; la forme de la déclaration est fixée (RGAA 4.1.2).",
        _passage(SETTINGS, "etablie_le: a-confirmer", "etablie_le: 2026-11-02"),
    ),
    _asked(
        "P052",
        "Aucune page n'attend les mots de la ville.",
        "« build.py new » laisse, dans les pages d'une nouvelle ville, des lignes qui commencent par « À "
        "compléter : » : elles disent quoi écrire, et seraient publiées telles quelles.",
        _passage(
            "content/index.md",
            "À compléter : qui fait partie du conseil.",
            "Bonjour !",
        ),
    ),
)
