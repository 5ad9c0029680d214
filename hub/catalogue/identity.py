"""Rules of who the site says it is: its settings, its home page, its legal pages (P020 and following)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Files, Rule, passage, warned

OWN = "identifiant: clva-mini"
SETTINGS, LEGAL, DATA = "mkdocs.yml", "content/mentions-legales.md", "content/donnees-personnelles.md"
TRIAL = (
    "site_url: https://mini.example/\nsite_description: Une ville de trois associations.\nextra:\n  hub:\n"
)
REAL = TRIAL.replace("mini.example", "associations.ville-mini.fr") + "    contact: a-confirmer\n"
ONLINE: Files = {SETTINGS: Edit(TRIAL, REAL)}
"""The settings of a site whose address is a real one."""

RULES = (
    warned(
        "P020",
        "Un site à l'essai ne parle pas pour une autre ville.",
        "Qui reprend ce hub part des fichiers d'une autre ville : ses mentions légales, son délégué à la protection "
        "des données, son téléphone seraient publiés comme les vôtres.",
        passage(
            LEGAL,
            "Commune de Ville-Exemple, 1 place de l'Exemple.",
            "Commune de Mini, adresse à confirmer.",
            instead_of="À confirmer.",
        ),
    ),
    Rule(
        "P021",
        "Un site publié ne parle pas pour une autre ville.",
        "Les mentions légales disent qui répond du site : les lire fausses, c'est écrire à la mauvaise mairie. (Loi "
        "n° 2004-575 du 21 juin 2004, article 1-1.)",
        Example(
            {**ONLINE, DATA: Edit("Aucune.", "Le délégué est à Malakoff, 92240.")},
            {**ONLINE, DATA: Edit("Aucune.", "Le délégué est à confirmer.")},
        ),
    ),
    warned(
        "P022",
        "À l'essai aussi, une page légale donne des adresses et des numéros où quelqu'un répond.",
        "« 00000 », « 01 00 00 00 00 » et les adresses en « .example » servent aux exemples ; ce qu'on ne sait pas est "
        "« à confirmer ».",
        passage(LEGAL, "Mairie, 00000 Mini.", "Mairie, code postal à confirmer.", instead_of="À confirmer."),
    ),
    Rule(
        "P023",
        "Une page légale publiée donne des adresses et des numéros où quelqu'un répond.",
        "Qui veut faire valoir un droit doit pouvoir vous joindre.",
        Example(
            {**ONLINE, LEGAL: Edit("À confirmer.", "Téléphone : 01 00 00 00 00.")},
            {**ONLINE, LEGAL: Edit("À confirmer.", "Téléphone : à confirmer.")},
        ),
    ),
    warned(
        "P024",
        "Quelqu'un répond du site.",
        "Sans contact, qui voit une erreur ne sait à qui la dire, et la lettre n'a pas d'expéditeur.",
        passage(
            SETTINGS,
            "    contact:\n    commune: Mini",
            "    contact: a-confirmer\n    commune: Mini",
            instead_of="    commune: Mini",
        ),
    ),
    warned(
        "P025",
        "Un site qui a un vrai contact a une vraie adresse.",
        "L'adresse du site est dans chaque flux, chaque agenda, chaque courriel : ceux qui les ont reçus la gardent.",
        passage(
            SETTINGS,
            "    contact: associations@ville-mini.fr\n    commune: Mini",
            "    contact: associations@mini.example\n    commune: Mini",
            instead_of="    commune: Mini",
        ),
    ),
    warned(
        "P049",
        "Un texte de la ville ne redit pas ce que le programme écrit dans une page que la loi demande.",
        "Ces pages se font des réglages (« editeur », « hebergeur », « accueil »…) : dites deux fois, leurs réponses "
        "finiraient par différer. Le texte de la ville, lui, vient au-dessus.",
        passage(
            LEGAL,
            "## Hébergement\n\nÀ confirmer.",
            "Les photographies sont de la ville.",
            instead_of="À confirmer.",
        ),
    ),
    Rule(
        "P053",
        "La forge du dépôt est celle de son adresse.",
        "Chaque forge a ses propres adresses pour corriger un fichier : celles d'une autre ne mènent nulle part.",
        passage(
            SETTINGS,
            f"{OWN}\n    depot: {{forge: gitlab, adresse: https://github.com/mini/hub}}",
            f"{OWN}\n    depot: {{forge: github, adresse: https://github.com/mini/hub}}",
            instead_of=OWN,
        ),
    ),
)
