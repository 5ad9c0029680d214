"""The forms, as anybody reads them: correct a card, announce a date, offer or look for something."""

from __future__ import annotations

from hub.model.event import Category, EventAudience
from hub.model.exchange import Matter
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

EXCHANGE = Form(
    "materiel",
    "Proposer ou chercher du matériel, une salle, un coup de main",
    "Un échange entre associations : des tables, une sono, un savoir-faire.",
    "Échange : ",
    _PUBLIC,
    (
        Field("association", "Association", "Son nom, comme dans l'annuaire.", "Le Jardin des voisins", True),
        Field("sens", "Votre association", required=True, choices={"offre": "Propose", "demande": "Cherche"}),
        Field(
            "quoi",
            "De quoi s'agit-il ?",
            required=True,
            choices={one.value: one.libelle.capitalize() for one in Matter},
        ),
        Field("titre", "Titre", "En quelques mots.", "Dix tables pliantes", True),
        Field("jusqu_a", "Jusqu'à quand", "Le dernier jour de l'annonce.", "2027-06-30", True),
        Field("delai", "Délai", "Combien de temps avant il faut demander.", "Deux semaines avant"),
        Field("conditions", "Conditions", "Une caution, un retour propre, rien.", "Prêt gratuit"),
        Field("texte", "Précisions", "L'état, le transport, les dates.", long=True),
        Field("contact", "À qui écrire", "Le courriel ou le téléphone de l'association.", required=True),
    ),
)

FORMS = (CARD, EVENT, EXCHANGE)
"""Every form, in the order in which the forges list them."""
