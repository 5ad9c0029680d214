"""The words of questionnaires."""

from __future__ import annotations

from hub.model.fields import Entity
from hub.model.questionnaire import Outcome, Question, Questionnaire
from hub.schemas.words.publications import DOCUMENTS
from hub.schemas.words.words import Group, Words

GROUPS: dict[type[Entity], Group] = {
    Question: Group(
        "Question",
        {
            "question": Words(
                "Question",
                "La question, telle qu’elle a été posée.",
                ("Comment avez-vous connu le Forum ?", "Que faudrait-il changer ?"),
            ),
            "type": Words("Type", "Comment on y répond."),
            "colonne": Words(
                "Colonne",
                "Le titre de sa colonne dans le fichier des réponses, s’il n’est pas la question elle-même.",
                ("Q1", "Venue"),
            ),
            "options": Words(
                "Réponses proposées",
                "Les réponses que l’on pouvait choisir, toutes, dans l’ordre où elles se montrent.",
                ("Par une affiche", "Par une amie ou un ami"),
            ),
            "minimum": Words("Note la plus basse", "0 ou 1 ; 1 si rien n’est écrit.", (0, 1)),
            "maximum": Words("Note la plus haute", "De 2 à 10 ; 5 si rien n’est écrit.", (5, 10)),
            "unite": Words("Unité", "Ce que compte le nombre, au pluriel.", ("heures", "enfants")),
            "gardees": Words(
                "Réponses gardées",
                "Les réponses libres que quelqu’un a lues et choisies, une à une : elles ne disent rien de "
                "qui les a écrites. « (…) » remplace ce qui en est retiré.",
                ("Plus de bancs à l’ombre.", "Une buvette (…) jusqu’à 19 h."),
            ),
        },
    ),
    Outcome: Group(
        "Suite",
        {
            "quoi": Words(
                "Quoi",
                "Ce qui a été décidé d’après les réponses.",
                ("Le prochain Forum aura des bancs.", "Un groupe de travail est créé."),
            ),
            "compte_rendu": Words(
                "Compte rendu",
                "Le nom du compte rendu où c’est écrit, sans « .md ».",
                ("2026-11-14-pleniere", "2026-10-15-commission"),
            ),
            "projet": Words(
                "Projet",
                "Le projet que cela concerne, écrit comme dans le suivi des comptes rendus.",
                ("Forum", "Site du conseil"),
            ),
        },
    ),
    Questionnaire: Group(
        "Questionnaire",
        {
            "aupres_de": Words(
                "Auprès de",
                "À qui il a été posé.",
                ("Les visiteurs du Forum", "Les associations de l’annuaire"),
            ),
            "comment": Words(
                "Comment",
                "Comment les réponses ont été recueillies.",
                ("En ligne, et sur papier au Forum.", "Par téléphone."),
            ),
            "debut": Words("Début", "Le premier jour pour répondre."),
            "fin": Words("Fin", "Le dernier jour pour répondre."),
            "depouille_le": Words(
                "Dépouillé le",
                "Le jour où les réponses ont été comptées, après la fin : les résultats sont alors publiés.",
            ),
            "lien": Words(
                "Lien",
                "L’adresse du formulaire, montrée tant que l’on peut répondre.",
                ("https://formulaires.exemple.fr/forum-2026", "https://enquetes.exemple.fr/57"),
            ),
            "contact": Words(
                "Contact",
                "À qui s’adresser : un service, une fonction.",
                ("vie-associative@ma-ville.example", "Le service de la vie associative"),
            ),
            "associations": Words(
                "Associations",
                "Celles qui l’ont mené, ou qu’il concerne : identifiants ou noms de l’annuaire.",
                ("le-jardin-des-voisins", "Cœur de chœur"),
            ),
            "questions": Words("Questions", "Les questions, dans l’ordre où elles se montrent."),
            "suites": Words("Suites", "Ce qui a été décidé d’après les réponses."),
            "documents": DOCUMENTS,
        },
    ),
}
