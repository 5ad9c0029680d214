"""Rules of `mkdocs.yml`, what a town says of itself (C)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Rule, passage, warned
from hub.catalogue.town import TOWN

SETTINGS = "mkdocs.yml"
URL = "site_url: https://mini.example/"
OWN = "identifiant: clva-mini"
DEPOT = f"{OWN}\n    depot:\n      forge: forgejo\n      adresse: https://forge.example/mini/hub"

DIRECTORY = "associations.yaml"
NO_COLLEGE = f"{OWN}\n    mots: {{college: aucun}}"
WITHOUT_COLLEGES = {
    DIRECTORY: TOWN[DIRECTORY].replace("    college: vert\n", ""),
    "bureau.yaml": (
        "mandats:\n  - debut: 2025-09-20\n    fin: 2027-09-19\n"
        "    sieges:\n      - {association: licornes, role: titulaire}\n"
    ),
}
"""The registers of a town that has none."""

RULES = (
    Rule(
        "C040",
        "Le fichier de la ville ne règle pas le moteur du site.",
        "Des réglages comme « plugins », « hooks » ou « theme » lancent des programmes : qui relit une "
        "proposition doit pouvoir la construire sans crainte. Le menu, lui, suit les sections du site.",
        passage(SETTINGS, f"hooks: [menu.py]\n{URL}", URL),
    ),
    Rule(
        "C041",
        "L'adresse du site est celle d'une machine, et au besoin d'un dossier : ni « ? », ni « # », ni "
        "accent, ni nom d'utilisateur.",
        "Toutes les adresses de page commencent par elle, et les serveurs web la lisent dans leurs réglages : "
        "un signe de trop les casse toutes. Un nom accentué s'écrit comme les machines l'échangent, « xn--… » "
        "(RFC 5891).",
        passage(SETTINGS, "site_url: https://mini.example/?page=1", URL),
    ),
    Rule(
        "C042",
        "« commune_de » donne le nom de la ville avec son « de », son « du » ou son « d' ».",
        "Le programme écrit « du Mans » et « d'Hyères » ; là où l'usage est autre, ces mots-là remplacent les siens.",
        passage(
            SETTINGS,
            "commune: Mini\n    commune_de: Mini",
            "commune: Mini\n    commune_de: de Mini",
            instead_of="commune: Mini",
        ),
    ),
    Rule(
        "C051",
        "Ce que la ville appelle autrement s'écrit avec « un » ou « une ».",
        "Le programme en tire tous les articles et tous les accords : « du comité », « de l'office », « la commission "
        "élue ». Une ville sans bureau, sans collège ou sans assemblée de l'année écrit « aucun ».",
        passage(
            SETTINGS,
            f"{OWN}\n    mots: {{conseil: office}}",
            f"{OWN}\n    mots: {{conseil: un office}}",
            instead_of=OWN,
        ),
    ),
    Rule(
        "C052",
        "Le fuseau de la ville est l'un de ceux de la base de l'IANA.",
        "Les heures que l'on écrit sont celles de la ville : les agendas des abonnés, les flux et la lettre disent de "
        "quel fuseau elles sont. Sans cette ligne, c'est celui de Paris.",
        passage(
            SETTINGS, f"{OWN}\n    fuseau: La Réunion", f"{OWN}\n    fuseau: Indian/Reunion", instead_of=OWN
        ),
    ),
    warned(
        "C053",
        "Une ville sans collège n'en nomme aucun.",
        "Le site ne montre aucun collège : ce qui en est écrit serait perdu.",
        Example(
            {SETTINGS: Edit(OWN, NO_COLLEGE), DIRECTORY: Edit("college: a-confirmer", "college: vert")},
            {SETTINGS: Edit(OWN, NO_COLLEGE)},
            under=WITHOUT_COLLEGES,
        ),
    ),
    Rule(
        "C054",
        "Une instance que la ville n'a pas n'a ni compte rendu ni mandat.",
        "Le compte rendu porterait le nom d'une autre instance.",
        Example(
            {SETTINGS: Edit(OWN, f"{OWN}\n    mots: {{pleniere: aucune}}")},
            {SETTINGS: Edit(OWN, f"{OWN}\n    mots: {{pleniere: une assemblée générale}}")},
        ),
    ),
    Rule(
        "C043",
        "La branche du dépôt est un nom que git admet : des lettres, des chiffres, « - », « _ », « / » et « . ».",
        "Elle fait partie de l'adresse où l'on corrige chaque page : un signe de trop les casse toutes. Sans cette "
        "ligne, c'est « main ».",
        passage(
            SETTINGS, f"{DEPOT}\n      branche: la branche", f"{DEPOT}\n      branche: main", instead_of=OWN
        ),
    ),
    Rule(
        "C047",
        "Une couleur est un « # » suivi de six signes, de 0 à 9 et de a à f.",
        "C'est ainsi que les navigateurs la lisent. Entre guillemets : sans eux, le « # » commence une remarque.",
        passage(SETTINGS, f"{OWN}\n    couleur: vert", f'{OWN}\n    couleur: "#1f6f5c"', instead_of=OWN),
    ),
    Rule(
        "C048",
        "L'état de conformité déclaré est celui que l'audit permet.",
        "Sans audit, ou sous la moitié des critères, un site est « non conforme » ; à partir de la moitié, "
        "« partiellement conforme » ; tous les critères, « totalement conforme » (RGAA 4.1.2).",
        passage(
            SETTINGS,
            f"{OWN}\n    accessibilite: {{etat: totalement-conforme, taux: 80, audite_le: 2026-05-12}}",
            f"{OWN}\n    accessibilite: {{etat: partiellement-conforme, taux: 80, audite_le: 2026-05-12}}",
            instead_of=OWN,
        ),
    ),
    warned(
        "C049",
        "Le nom du conseil ne dit pas celui de la ville.",
        "Le site écrit la ville après lui, au bas de chaque page et dans les flux : elle y serait deux fois.",
        passage(
            SETTINGS,
            "conseil: Conseil local de la vie associative de Mini",
            "conseil: Conseil local de la vie associative",
        ),
    ),
)
