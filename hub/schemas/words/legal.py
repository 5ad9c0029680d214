"""The words of what `mkdocs.yml` says to the law."""

from __future__ import annotations

from hub.model.fields import Entity
from hub.model.legal import Accessibility, DataOfficer, Host, Publisher, Reception
from hub.schemas.words.words import Group, Words

_ADDRESS = Words(
    "Adresse",
    "La rue, le code postal et la commune.",
    ("1 place de l’Exemple, 00000 Ma-Ville", "Hôtel de ville, 01000 Mini"),
)
_PHONE = Words("Téléphone", "Un numéro où quelqu’un répond.", ("01 99 00 00 01", "0262 00 00 00"))

GROUPS: dict[type[Entity], Group] = {
    Publisher: Group(
        "Éditeur",
        {
            "nom": Words(
                "Nom",
                "Qui publie le site, si ce n’est pas la commune.",
                ("Commune de Ma-Ville", "Communauté d’agglomération"),
            ),
            "siret": Words(
                "SIRET",
                "Quatorze chiffres : le catalogue national des données ouvertes le demande.",
                ("73282932000074",),
            ),
            "adresse": _ADDRESS,
            "telephone": _PHONE,
        },
    ),
    Host: Group(
        "Hébergeur",
        {
            "nom": Words(
                "Nom", "L’entreprise ou le service qui héberge.", ("Nuage plat", "Services de la ville")
            ),
            "adresse": _ADDRESS,
            "telephone": _PHONE,
            "journaux": Words(
                "Journaux", "Combien de temps il garde la trace des visites.", ("douze mois", "trois jours")
            ),
        },
    ),
    DataOfficer: Group(
        "Délégué à la protection des données",
        {
            "nom": Words(
                "Nom",
                "Son service ou son organisme, jamais celui d’une personne.",
                ("Centre de gestion", "Direction juridique"),
            ),
            "courriel": Words(
                "Courriel",
                "Une boîte du service.",
                ("donnees@ma-ville.example", "dpd@exemple.fr"),
            ),
            "telephone": _PHONE,
            "adresse": _ADDRESS,
        },
    ),
    Reception: Group(
        "Accueil",
        {
            "telephone": _PHONE,
            "adresse": _ADDRESS,
            "horaires": Words(
                "Horaires", "Les jours et les heures.", ("le mardi de 14 h à 17 h", "du lundi au vendredi")
            ),
        },
    ),
    Accessibility: Group(
        "Accessibilité",
        {
            "etat": Words("État", "Sans audit, ou sous la moitié des critères, « non-conforme »."),
            "taux": Words("Taux", "Le pourcentage des critères que l’audit a trouvés respectés."),
            "audite_le": Words("Audité le", "Le jour de l’audit de conformité."),
            "audite_par": Words(
                "Audité par", "Qui a fait l’audit.", ("Atelier des loupes", "Direction du numérique")
            ),
            "etablie_le": Words("Établie le", "Le jour où la déclaration a été établie, ou mise à jour."),
            "schema_pluriannuel": Words(
                "Schéma pluriannuel",
                "La page du schéma pluriannuel de mise en accessibilité.",
                ("https://www.ma-ville.example/schema/", "https://exemple.fr/schema/"),
            ),
            "plan_d_action": Words(
                "Plan d’action",
                "La page du plan d’action de l’année.",
                ("https://www.ma-ville.example/plan-2026/", "https://exemple.fr/plan/"),
            ),
            "non_conformites": Words(
                "Non-conformités",
                "Ce que l’audit a trouvé.",
                ("Des vidéos n’ont pas de sous-titres.", "- Un contraste trop faible."),
            ),
            "derogations": Words(
                "Dérogations",
                "Les contenus que l’on ne corrigera pas, et pourquoi.",
                ("Les affiches d’avant 2020.", "- Un plan de 1912."),
            ),
            "hors_obligation": Words(
                "Contenus non soumis",
                "Les contenus que la loi dispense.",
                ("Les documents d’avant le 23 septembre 2018.", "- Une carte."),
            ),
            "environnement": Words(
                "Environnement de test",
                "Les navigateurs et les lecteurs d’écran de l’audit.",
                ("Firefox et NVDA", "Safari et VoiceOver"),
            ),
            "outils": Words("Outils", "Les outils de l’audit.", ("axe-core", "Colour Contrast Analyser")),
            "pages": Words("Pages", "Les pages que l’audit a vues.", ("Accueil", "Annuaire")),
        },
    ),
}
