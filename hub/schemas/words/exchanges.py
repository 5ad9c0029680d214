"""The words of exchanges, of rooms and of what associations need volunteers for."""

from __future__ import annotations

from hub.model.exchange import Exchange
from hub.model.fields import Entity
from hub.model.room import Room
from hub.model.volunteering import Need
from hub.schemas.words.publications import DOCUMENTS, SOURCE
from hub.schemas.words.words import IMAGE, Group, Words

_CONTACT = Words(
    "Contact",
    "À qui écrire : une association, un service, une fonction, jamais un particulier.",
    ("contact@jardin.example", "Le service de la vie associative, vie-associative@ma-ville.example"),
)

_DELAY = Words("Délai", "Combien de temps avant il faut demander.", ("Deux semaines avant", "La veille"))

GROUPS: dict[type[Entity], Group] = {
    Exchange: Group(
        "Échange",
        {
            "sens": Words("Sens", "Si l’on propose, ou si l’on cherche."),
            "quoi": Words("Quoi", "Ce dont il s’agit : du matériel, une salle, un savoir-faire…"),
            "quantite": Words("Quantité", "Combien, en quelques mots.", ("Vingt tables", "Deux places")),
            "association": Words(
                "Association",
                "Qui propose ou cherche : une association de l’annuaire, ou « ville ».",
                ("le-jardin-des-voisins", "ville"),
            ),
            "lieu": Words("Lieu", "Où cela se prend ou se passe.", ("Local du jardin", "Place du marché")),
            "conditions": Words(
                "Conditions",
                "Ce qui est demandé en échange : une caution, un retour propre, rien.",
                ("Prêt gratuit, retour le lundi", "Caution de 50 €"),
            ),
            "delai": _DELAY,
            "jusqu_a": Words(
                "Jusqu’à", "Le dernier jour : passé ce jour, l’annonce quitte la liste d’elle-même."
            ),
            "pourvu_le": Words("Pourvu le", "Le jour où quelqu’un a répondu : l’annonce quitte la liste."),
            "contact": _CONTACT,
            "image": IMAGE,
        },
    ),
    Room: Group(
        "Salle ou matériel",
        {
            "type": Words("Type", "Une salle, où l’on va ; du matériel, que l’on emporte."),
            "capacite": Words("Capacité", "Combien de personnes la salle peut recevoir, en chiffres."),
            "quantite": Words(
                "Quantité", "Combien il y en a, pour du matériel.", ("Quarante tables", "Deux")
            ),
            "adresse": Words("Adresse", "Où est la salle, où se prend le matériel."),
            "latitude": Words("Latitude", "En degrés, avec un point : les cartes la placent d’après elle."),
            "longitude": Words("Longitude", "En degrés, avec un point."),
            "acces": Words(
                "Accès",
                "Comment on y entre : marches, ascenseur, boucle magnétique, bus.",
                ("De plain-pied", "Premier étage sans ascenseur"),
            ),
            "horaires": Words(
                "Horaires",
                "Quand elle est ouverte : les jours et les heures.",
                ("le mardi de 14 h à 17 h", "du lundi au vendredi"),
            ),
            "equipements": Words(
                "Ce qui s’y trouve", "Une chose par ligne.", ("Cinquante chaises", "Un vidéoprojecteur")
            ),
            "pour_qui": Words(
                "Pour qui", "Qui peut demander.", ("Les associations de la ville", "Tout le monde")
            ),
            "tarif": Words(
                "Tarif", "Le prix, ou « Gratuit ».", ("Gratuit", "30 € la soirée, caution de 100 €")
            ),
            "delai": _DELAY,
            "contact": _CONTACT,
            "numero_national": Words(
                "Numéro national",
                "Celui du schéma national, si la ville le tient : code INSEE, nomenclature, rang.",
                ("00000-04010101-001",),
            ),
            "image": IMAGE,
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
    Need: Group(
        "Besoin de bénévoles",
        {
            "quoi": Words("Quoi", "Ce qu’il y a à faire.", ("Tenir la buvette", "Aider aux devoirs")),
            "date": Words("Date", "Le jour, si c’est pour un seul jour."),
            "rythme": Words(
                "Rythme",
                "Tous les combien, ou quand dans la journée.",
                ("Un samedi sur deux", "De 14 h à 18 h"),
            ),
            "jusqu_a": Words("Jusqu’à", "Le dernier jour, si ce n’est pas pour toujours."),
            "nombre": Words("Nombre", "Combien de personnes sont cherchées, en chiffres."),
            "details": Words(
                "Détails", "Ce qu’il faut savoir avant de dire oui.", ("Aucune expérience demandée.",)
            ),
            "contact": Words(
                "Contact",
                "À qui écrire, si ce n’est pas à l’association comme le dit sa fiche.",
                ("benevoles@jardin.example",),
            ),
        },
    ),
}
