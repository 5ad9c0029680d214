"""The words of the calendar and of the minutes."""

from __future__ import annotations

from hub.model.event import Event
from hub.model.fields import Entity
from hub.model.imported import Imported
from hub.model.minutes import Action, Minutes, TownAttendee
from hub.model.project import Project
from hub.model.recurrence import Change, Place, Recurrence
from hub.model.vote import Vote
from hub.schemas.words.publications import DOCUMENTS, SOURCE
from hub.schemas.words.words import CONSENT, IMAGE, Group, Words

GROUPS: dict[type[Entity], Group] = {
    Recurrence: Group(
        "Récurrence",
        {
            "frequence": Words(
                "Fréquence", "Tous les combien l’événement revient ; rien si ses dates sont dites une à une."
            ),
            "intervalle": Words("Intervalle", "2 pour « une fois sur deux » ; 1 si rien n’est écrit."),
            "jour": Words("Jour", "Le jour de la semaine, ou plusieurs : [mardi, jeudi]."),
            "rang": Words(
                "Rang", "Lequel de ces jours dans le mois, ou lesquels : premier, [premier, troisieme]…"
            ),
            "jusqu_a": Words("Jusqu’à", "Le dernier jour, compris."),
            "nombre": Words("Nombre", "Combien de fois, si le dernier jour n’est pas dit."),
            "dates": Words(
                "Dates",
                "Les autres jours, un par un, si aucune règle ne les dit ; l’heure, si ce n’est pas la même.",
            ),
            "sauf": Words("Sauf", "Les jours où l’événement n’a pas lieu."),
            "changements": Words("Changements", "Les fois déplacées, ailleurs ou annulées."),
        },
    ),
    Change: Group(
        "Changement",
        {
            "date": Words(
                "Date", "Le jour où cette fois était prévue, avec son heure si ce jour en a plusieurs."
            ),
            "debut": Words("Début", "Quand elle a lieu à la place."),
            "fin": Words("Fin", "Quand elle finit, si sa durée change."),
            "lieu": Words("Lieu", "Où elle a lieu, si ce n’est pas au lieu habituel."),
            "annule": Words(
                "Annulée", "Pourquoi elle n’a pas lieu.", ("La salle est prise", "Trop de neige")
            ),
        },
    ),
    Place: Group(
        "Lieu",
        {
            "nom": Words("Nom", "Le nom du lieu.", ("Parc Imaginaire", "Maison des associations")),
            "adresse": Words(
                "Adresse", "L’adresse, sur une ligne.", ("1 rue Imaginaire", "2 place de l’Exemple")
            ),
            "latitude": Words("Latitude", "En degrés, avec un point : les cartes du téléphone y mènent."),
            "longitude": Words("Longitude", "En degrés, avec un point."),
        },
    ),
    Event: Group(
        "Date de l’agenda",
        {
            "debut": Words(
                "Début", "Le jour, avec l’heure si elle est connue ; sinon ce qui est sûr : 2027-06."
            ),
            "fin": Words(
                "Fin",
                "Le dernier jour, ou l’heure de fin (24:00 : minuit) ; une heure des deux côtés ou d’aucun.",
            ),
            "categorie": Words("Catégorie", "De quelle sorte de date il s’agit."),
            "organisateurs": Words(
                "Organisateurs",
                "Des associations de l’annuaire, ou « ville ».",
                ("le-jardin-des-voisins", "ville"),
            ),
            "lieu": Words("Lieu", "Où cela se passe."),
            "public": Words("Public", "Qui peut venir."),
            "tarif": Words("Tarif", "Ce que cela coûte.", ("Gratuit", "5 € l’entrée")),
            "inscription": Words(
                "Inscription",
                "Comment s’inscrire, s’il le faut.",
                ("Sans inscription", "Par courriel, avant le 1er juin"),
            ),
            "recurrence": Words("Récurrence", "Comment l’événement revient, s’il revient."),
            "annule": Words(
                "Annulé",
                "La raison de l’annulation : on ne supprime pas le fichier.",
                ("Pluie annoncée.", "Reporté à l’automne."),
            ),
            "modifie_le": Words(
                "Modifié le",
                "Quand l’heure, le lieu ou l’état a changé : les agendas des abonnés le sauront.",
            ),
            "image": IMAGE,
            "documents": DOCUMENTS,
            "source": SOURCE,
            "origine": Words(
                "Origine",
                "Ce que l’import retient de l’agenda d’où vient cette date, pour la retrouver : laissez-le.",
            ),
        },
    ),
    Imported: Group(
        "Origine",
        {
            "uid": Words("Identifiant", "Son nom (UID) dans cet agenda.", ("fete-2027@agenda.example",)),
            "empreinte": Words(
                "Empreinte", "Ce que cet agenda en disait : soixante signes, que l’import écrit.", ("0" * 60,)
            ),
        },
    ),
    TownAttendee: Group(
        "Présence de la ville",
        {
            "fonction": Words(
                "Fonction", "La fonction, qui suffit.", ("La première adjointe", "Le chargé de mission")
            ),
            "nom": Words("Nom", "Le nom d’un élu, jamais celui d’un agent.", ("Mme Exemple", "M. Exemple")),
        },
    ),
    Action: Group(
        "Action",
        {
            "projet": Words(
                "Projet",
                "Le projet dont relève l’action, sous le même nom d’une réunion à l’autre : il a sa page.",
                ("Lettre", "Forum de rentrée"),
            ),
            "quoi": Words(
                "Quoi",
                "Ce qui est à faire. Une action qui revient, dans les mêmes mots, est la même.",
                ("Proposer un sommaire", "Réserver la salle"),
            ),
            "qui": Words(
                "Qui", "Qui s’en charge : des associations, « ville ».", ("Jardin des voisins", "ville")
            ),
            "echeance": Words("Échéance", "Pour quand."),
            "etat": Words("État", "Où en est l’action."),
        },
    ),
    Vote: Group(
        "Vote",
        {
            "objet": Words("Objet", "Ce qui a été mis aux voix.", ("Le règlement du fonds", "Le budget")),
            "resultat": Words(
                "Résultat", "Ce qu’il en est sorti. Il suffit, si personne n’a compté les voix."
            ),
            "pour": Words("Pour", "Combien d’associations ont voté pour : une association, une voix."),
            "contre": Words("Contre", "Combien ont voté contre, 0 compris."),
            "abstention": Words("Abstention", "Combien se sont abstenues."),
            "ne_prend_pas_part": Words(
                "Ne prend pas part", "Combien étaient là et n’ont pas pris part au vote : il les concernait."
            ),
            "projet": Words("Projet", "Le projet dont relève ce vote.", ("Lettre", "Forum de rentrée")),
        },
    ),
    Project: Group(
        "Projet",
        {
            "titre": Words(
                "Titre",
                "Le nom du projet, tel que l’écrivent les comptes rendus.",
                ("Lettre", "Forum de rentrée"),
            ),
            "alias": Words(
                "Alias",
                "Les autres noms que des comptes rendus lui donnent : leurs actions sont les siennes.",
                ("Newsletter", "Bulletin"),
            ),
            "etat": Words("État", "Où en est le projet ; rien s’il est en cours."),
            "porteurs": Words(
                "Porteurs",
                "Qui porte le projet : des associations, une commission, un service. Personne par son nom.",
                ("Jardin des voisins", "Le service de la vie associative"),
            ),
            "image": IMAGE,
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
    Minutes: Group(
        "Compte rendu",
        {
            "instance": Words("Instance", "L’instance {du conseil} qui s’est réunie."),
            "date": Words("Date", "Le jour de la réunion, le même que dans le nom du fichier."),
            "statut": Words("Statut", "Projet, jusqu’à ce que la réunion suivante l’adopte."),
            "adopte_le": Words("Adopté le", "Le jour de la réunion qui l’a adopté."),
            "adopte_par": Words(
                "Adopté par",
                "Son compte rendu, par le nom de son fichier, si ce n’est pas la même instance.",
                ("2026-10-03-pleniere", "2025-11-15-pleniere"),
            ),
            "publie_le": Words(
                "Publié le", "Le jour de mise en ligne sur ce site. Sans lui, personne n’est prévenu."
            ),
            "lieu": Words("Lieu", "Où la réunion s’est tenue.", ("Mairie", "Maison des associations")),
            "presents": Words(
                "Présents",
                "Les associations présentes, sous un nom de l’annuaire.",
                ("Jardin des voisins", "Cœur de chœur"),
            ),
            "excuses": Words("Excusés", "Les associations excusées.", ("Cœur de chœur", "Asiam")),
            "ville": Words("Ville", "Qui représentait la ville, par fonction."),
            "ordre_du_jour": Words(
                "Ordre du jour",
                "Un point par ligne, entre guillemets s’il contient un deux-points.",
                ("Le forum de rentrée", "La lettre : contenu et rythme"),
            ),
            "quorum": Words("Quorum", "Combien d’associations il fallait pour voter, si une règle le dit."),
            "votes": Words("Votes", "Ce qui a été mis aux voix : un vote par ligne, avec son résultat."),
            "suivi": Words("Suivi", "Ce qui a été décidé, et où cela en est : une action par ligne."),
            "prochaine": Words(
                "Prochaine réunion", "Son jour, avec l’heure si elle est connue : elle paraît dans l’agenda."
            ),
            "consentement": CONSENT,
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
}
