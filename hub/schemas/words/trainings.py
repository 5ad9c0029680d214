"""The words of the programme of trainings."""

from __future__ import annotations

from hub.model.fields import Entity
from hub.model.training import Session, Training
from hub.schemas.words.publications import DOCUMENTS, SOURCE
from hub.schemas.words.words import Group, Words

GROUPS: dict[type[Entity], Group] = {
    Session: Group(
        "Séance",
        {
            "debut": Words("Début", "Quand elle commence, avec l’heure si elle est connue."),
            "fin": Words("Fin", "Quand elle finit."),
            "lieu": Words("Lieu", "Où elle a lieu."),
            "annule": Words(
                "Annulée", "Pourquoi elle n’a pas lieu.", ("La salle est prise", "La formatrice est malade")
            ),
            "modifie_le": Words(
                "Modifiée le", "Quand son heure, son lieu ou son état a changé, une fois publiée."
            ),
        },
    ),
    Training: Group(
        "Formation",
        {
            "theme": Words(
                "Thème",
                "De quoi il s’agit, en un mot ou deux : le programme réunit celles du même thème.",
                ("Comptes et trésorerie", "Communication"),
            ),
            "seances": Words("Séances", "Quand elle a lieu : chaque séance est aussi une date de l’agenda."),
            "periode": Words(
                "Période", "Le mois ou l’année où elle aurait lieu, tant qu’aucun jour n’est fixé."
            ),
            "intervenants": Words(
                "Qui enseigne",
                "Des associations de l’annuaire ou des fonctions, jamais des noms.",
                ("Un expert-comptable bénévole", "le-jardin-des-voisins"),
            ),
            "organisateurs": Words(
                "Qui organise",
                "Les associations qui l’organisent, ou « ville ».",
                ("ville", "le-jardin-des-voisins"),
            ),
            "public": Words("Public", "Qui peut venir."),
            "tarif": Words("Tarif", "Le prix, en une phrase.", ("Gratuit", "5 € par personne")),
            "inscription": Words(
                "Inscription",
                "Comment s’inscrire, et auprès de qui.",
                ("vie-associative@ma-ville.example", "Par téléphone, au 01 99 00 00 00"),
            ),
            "places": Words("Places", "Combien de personnes en tout."),
            "restantes": Words("Places restantes", "Combien de places restent ; 0 si c’est complet."),
            "restantes_le": Words("Places comptées le", "Le jour où l’on a compté les places qui restent."),
            "annule": Words(
                "Annulée",
                "Pourquoi elle n’a pas lieu, toutes séances comprises.",
                ("Pas assez d’inscrits", "La formatrice est malade"),
            ),
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
}
"""The French words of every field, by model."""
