"""The forms, as anybody reads them: correct a card, announce a date, offer or look for equipment."""

from __future__ import annotations

from hub.model.event import Category, EventAudience
from hub.proposal.form import Field, Form

_PUBLIC = (
    "Ce que vous écrivez ici est public, et le reste. N'écrivez ni le nom, ni le portable, ni l'adresse "
    "d'une personne sans son accord écrit. Une personne {du conseil} relira avant que rien ne paraisse."
)

CARD = Form(
    "corriger-une-fiche",
    "Corriger une fiche de l'annuaire",
    "Un téléphone, une adresse, un site qui a changé.",
    "Fiche : ",
    _PUBLIC,
    (
        Field("association", "Association", "Son nom, comme dans l'annuaire.", "Le Jardin des voisins", True),
        Field(
            "champ",
            "Ce qui change",
            required=True,
            choices={
                "telephone": "Le téléphone",
                "courriel": "Le courriel",
                "site": "Le site web",
                "adresse": "L'adresse",
                "objet": "L'objet",
                "rna": "Le numéro RNA",
                "siret": "Le numéro SIRET",
            },
        ),
        Field(
            "valeur",
            "Ce qu'il faut écrire",
            "Une adresse : la rue, puis une virgule, le code postal et la commune. Pour retirer ce qui est écrit "
            "sans rien mettre à la place, écrivez « à retirer ».",
            "01 46 75 60 00",
            True,
        ),
        Field(
            "source", "Comment le sait-on ?", "« C'est mon association », « vu sur leur site »…", long=True
        ),
    ),
)

EVENT = Form(
    "annoncer-une-date",
    "Annoncer une date",
    "Une fête, une formation, une réunion, une échéance.",
    "Date : ",
    _PUBLIC,
    (
        Field("titre", "Titre", "Court, sans la date.", "Fête des associations", True),
        Field("debut", "Début", "Le jour, et l'heure si elle est connue.", "2027-06-05 14:00", True),
        Field("fin", "Fin", "Laissez vide si vous ne savez pas.", "2027-06-05 18:00"),
        Field(
            "lieu",
            "Lieu",
            "Le nom du lieu, puis une virgule et la rue.",
            "Salle des fêtes, 2 place du Marché",
        ),
        Field(
            "organisateurs",
            "Qui organise",
            "Une association par ligne, comme dans l'annuaire ; « ville » pour la ville.",
            "Le Jardin des voisins",
            long=True,
        ),
        Field(
            "categorie",
            "Sorte de date",
            required=True,
            choices={one.value: one.libelle.capitalize() for one in Category},
        ),
        Field(
            "public",
            "Qui peut venir",
            choices={one.value: one.libelle.capitalize() for one in EventAudience},
        ),
        Field("tarif", "Prix", example="Gratuit"),
        Field(
            "inscription",
            "Inscription",
            "Comment on s'inscrit, s'il le faut.",
            "Par courriel à l'association",
        ),
        Field("texte", "Ce qu'il faut savoir", "Quelques phrases.", long=True),
    ),
)

EQUIPMENT = Form(
    "materiel",
    "Proposer ou chercher du matériel",
    "Un prêt entre associations : des tables, une sono, un barnum.",
    "Matériel : ",
    _PUBLIC,
    (
        Field("association", "Association", "Son nom, comme dans l'annuaire.", "Le Jardin des voisins", True),
        Field(
            "sens", "Votre association", required=True, choices={"propose": "Propose", "cherche": "Cherche"}
        ),
        Field("quoi", "Quel matériel", "En quelques mots.", "Dix tables pliantes", True),
        Field("quand", "Pour quand", "Les jours, ou « toute l'année ».", "Du 4 au 6 juin"),
        Field("texte", "Précisions", "L'état, le transport, la caution.", long=True),
        Field("contact", "Comment répondre", "Le courriel ou le téléphone de l'association.", required=True),
    ),
)

FORMS = (CARD, EVENT, EQUIPMENT)
"""Every form, in the order in which the forges list them."""
