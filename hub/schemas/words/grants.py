"""The words of `subventions.yaml`."""

from __future__ import annotations

from hub.model.campaign import Campaign
from hub.model.fields import Entity
from hub.model.grant import Grant
from hub.schemas.words.publications import DOCUMENTS, SOURCE
from hub.schemas.words.words import CONSENT, Group, Words

_AMOUNTS = ("23000", "1 200,50")

GROUPS: dict[type[Entity], Group] = {
    Campaign: Group(
        "Campagne de subventions",
        {
            "annee": Words(
                "Année", "L’année pour laquelle les subventions sont données, en chiffres.", (2026, 2027)
            ),
            "appels": Words(
                "Appels",
                "Les appels par lesquels on demande : la fin de leur adresse, après « /appels/ ».",
                ("subventions-de-fonctionnement-2027", "fonds-de-projets-2027"),
            ),
            "dates": Words(
                "Dates",
                "Les dates de la campagne dans l’agenda : la fin de leur adresse, après « /agenda/ ».",
                ("date-limite-subventions", "commission-subventions-2027"),
            ),
            "guide": Words(
                "Guide",
                "Le guide qui explique comment demander : la fin de son adresse, après « /guides/ ».",
                ("demander-une-subvention", "monter-un-dossier"),
            ),
            "contact": Words(
                "Contact",
                "À qui poser une question : un service, une fonction.",
                ("vie-associative@ma-ville.example", "Le service de la vie associative"),
            ),
            "commission": Words(
                "Commission",
                "Qui donne un avis sur les demandes : des associations, des fonctions, jamais des noms.",
                ("L’adjointe à la vie associative", "le-jardin-des-voisins"),
            ),
            "reponses": Words(
                "Réponses",
                "Quand et comment les associations ont leur réponse.",
                ("Une lettre motivée, en avril.", "Un courriel dans le mois qui suit le vote."),
            ),
            "enveloppe": Words("Enveloppe", "Ce que le budget prévoit en tout, en euros.", _AMOUNTS),
            "demandes": Words("Demandes", "Combien de demandes ont été reçues."),
            "attributions": Words("Attributions", "Ce qui a été attribué, une subvention par ligne."),
            "documents": DOCUMENTS,
            "consentement": CONSENT,
            "publie_le": Words("Publié le", "Le jour où ces montants ont paru sur ce site."),
            "source": SOURCE,
        },
    ),
    Grant: Group(
        "Subvention",
        {
            "association": Words(
                "Association",
                "Qui la reçoit : un identifiant ou un nom de l’annuaire.",
                ("le-jardin-des-voisins", "Cœur de chœur"),
            ),
            "montant": Words("Montant", "En euros ; d’une aide en nature, ce qu’elle vaut.", _AMOUNTS),
            "objet": Words(
                "Objet",
                "Ce qu’elle soutient, en une ligne.",
                ("Fonctionnement général", "Fête des jardins, édition 2027"),
            ),
            "decision": Words("Décision", "Le jour où elle a été votée ou décidée."),
            "type": Words("Type", "Ce qu’elle soutient : le fonctionnement, un projet…"),
            "nature": Words("Nature", "En argent, en nature (une salle, du matériel), ou les deux."),
            "deliberation": Words(
                "Délibération", "Le numéro de la délibération ou de la décision.", ("2027-03-12", "D27-41")
            ),
            "convention": Words(
                "Convention",
                "Le jour où la convention a été signée. Il en faut une au-delà de 23 000 € par an.",
            ),
            "versement": Words("Versement", "En une fois, ou en plusieurs."),
            "verse_du": Words("Versée le, ou du", "Le jour du versement, ou du premier."),
            "verse_au": Words("Versée jusqu’au", "Le jour du dernier versement, s’il y en a plusieurs."),
            "dispositif": Words(
                "Dispositif",
                "Le fonds ou le programme dont elle relève, s’il a un nom.",
                ("Fonds de projets", "Quartiers d’été"),
            ),
        },
    ),
}
"""The French words of every field, by model."""
