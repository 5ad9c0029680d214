"""What the workshop says where the words of the schemas speak of files: its readers see forms."""

from __future__ import annotations

from typing import NamedTuple

from hub.model.association import ASSOCIATION, Association, LocatedAddress, PostalAddress, Theme
from hub.model.attachment import AttachedDocument, Picture
from hub.model.ballots import Candidate, Contest
from hub.model.bureau import TERM, College, Seat, Vacancy
from hub.model.call import CALL, Call
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.editorial import EDITORIAL, Editorial
from hub.model.election import ELECTION, Election
from hub.model.event import EVENT, Event
from hub.model.exchange import EXCHANGE, Exchange
from hub.model.fields import Choice, Entity
from hub.model.grant import Grant
from hub.model.guide import GUIDE, Guide
from hub.model.letter import LETTER
from hub.model.minutes import MINUTES, Action, Minutes, TownAttendee
from hub.model.news import NEWS, News
from hub.model.project import PROJECT, Project
from hub.model.publication import Publication
from hub.model.questionnaire import QUESTIONNAIRE, Outcome, Question, Questionnaire
from hub.model.recurrence import Recurrence
from hub.model.redirection import REDIRECTION
from hub.model.rhythm import Frequency
from hub.model.room import ROOM, Room
from hub.model.site import Site
from hub.model.training import TRAINING, Training

HINTS: dict[tuple[type[Entity], str], str] = {
    (Publication, "titre"): "Le titre de la page.",
    (AttachedDocument, "fichier"): "Le fichier à télécharger : PDF, texte, tableau…",
    (Picture, "fichier"): "Une photo, ou un dessin : déposez-la ici, ou choisissez-en une.",
    (Association, "image"): "Son logo, ou une photo. Sans elle, le site en dessine une.",
    **{
        (model, "image"): "La photo ou le dessin qui va avec. Sans elle, le site en dessine une."
        for model in (Event, Exchange, Guide, News, Project, Room)
    },
    (Editorial, "image"): (
        "La photo ou le dessin de la page. Sur la page d’accueil, une vue de la ville ; sans elle, le site "
        "dessine des toits."
    ),
    **{
        (
            model,
            "documents",
        ): "Ce que la page propose à télécharger : un titre et un fichier, une carte chacun."
        for model in (
            Call,
            Campaign,
            Election,
            Event,
            Guide,
            Minutes,
            News,
            Project,
            Questionnaire,
            Room,
            Training,
        )
    },
    (
        Training,
        "seances",
    ): "Quand elle a lieu : une carte par séance. Chacune est aussi une date de l’agenda.",
    (Training, "intervenants"): "Qui enseigne : une association, une fonction, jamais un nom.",
    (Training, "organisateurs"): "Qui l’organise.",
    (Campaign, "annee"): "L’année pour laquelle les subventions sont données. Une seule campagne par année.",
    (Campaign, "attributions"): "Ce qui a été attribué : une carte par subvention.",
    (Campaign, "commission"): "Qui donne un avis : des associations, des fonctions, jamais des noms.",
    (Grant, "association"): "L’association qui la reçoit.",
    (Grant, "montant"): "En euros : 23000, ou 1 200,50. D’une aide en nature, ce qu’elle vaut.",
    (News, "associations"): "Les associations dont il est question.",
    (Questionnaire, "associations"): "Celles qui l’ont mené, ou qu’il concerne.",
    (Question, "colonne"): "Le titre de sa colonne dans l’export des réponses, s’il n’est pas la question.",
    (Outcome, "compte_rendu"): "La fin de l’adresse du compte rendu où c’est écrit : 2026-11-14-pleniere.",
    (Outcome, "projet"): "Le sujet, écrit comme dans le suivi.",
    (Guide, "themes"): "Les thèmes de l’annuaire dont il est question.",
    (Exchange, "association"): "Qui propose ou cherche.",
    (Room, "equipements"): "Une chose par ligne.",
    (Theme, "id"): "Un mot en minuscules, sans accent ni espace. Il ne change plus ensuite.",
    (Association, "id"): (
        "La fin de l’adresse de sa page : minuscules sans accent, chiffres, tirets. Il ne change plus."
    ),
    (Association, "college"): "{Le collège} dont elle fait partie.",
    (Association, "themes"): "Les thèmes par lesquels on la trouve.",
    (Association, "objet"): "Ce que fait l’association, en une phrase ou deux.",
    (Association, "telephone"): "Le numéro de l’association, jamais celui d’un particulier.",
    (PostalAddress, "code_postal"): "Cinq chiffres.",
    (LocatedAddress, "code_postal"): "Cinq chiffres.",
    (College, "id"): "Un mot en minuscules, sans accent ni espace. Il ne change plus ensuite.",
    (Seat, "association"): "L’association qui tient ce siège.",
    (Seat, "college"): "{Le collège} qui l’a élue.",
    (Contest, "college"): "{Le collège} qui élit ces sièges, s’il y en a plusieurs.",
    (Candidate, "college"): "{Le collège} des sièges pour lesquels elle se présente.",
    (Vacancy, "college"): "{Le collège} dont des sièges sont vides.",
    (Recurrence, "jour"): "Le jour de la semaine, ou plusieurs.",
    (Recurrence, "rang"): "Lequel de ces jours dans le mois, ou lesquels.",
    (Event, "annule"): "La raison de l’annulation. Ne supprimez pas la date : ses abonnés seront prévenus.",
    (Site, "logo"): "Le logo de la ville, en SVG ou en PNG : pages, courriels, papier et icônes le prennent.",
    (Minutes, "date"): "Le jour de la réunion.",
    (Minutes, "source"): "De quelles notes ou de quel document il vient, avec sa date.",
    (Minutes, "presents"): "Les associations présentes.",
    (Minutes, "excuses"): "Les associations qui ont prévenu de leur absence.",
    (Minutes, "ville"): "Qui représentait la ville : une carte par personne, par sa fonction.",
    (Minutes, "ordre_du_jour"): "Les points de la réunion.",
    (
        Minutes,
        "adopte_par",
    ): "Quelle réunion l’a adopté, si ce n’est pas la même instance : 2026-10-03-pleniere.",
    (Minutes, "votes"): "Ce qui a été mis aux voix : une carte par vote.",
    (Election, "date"): "Le jour du vote.",
    (Election, "sieges"): "Les sièges à pourvoir : une carte par {collège}, ou une seule.",
    (Election, "candidats"): "Les associations candidates, élues ou non : une carte chacune.",
    (Election, "appel"): "L’appel à candidatures : la fin de l’adresse de sa page.",
    (Election, "mandat"): "Le mandat qui en est sorti, par ses deux années : 2025-2027.",
    (Candidate, "association"): "L’association qui se présente.",
    (Minutes, "suivi"): (
        "Ce qui a été décidé : une carte par action. Vous avez un tableau ? Ajoutez une action, et collez-le "
        "dans « Projet » : il y aura une carte par ligne."
    ),
    (
        TownAttendee,
        "nom",
    ): "Le plus souvent vide. D’un élu seulement, jamais d’un agent : la fonction suffit.",
    (Action, "projet"): "Le projet, en un mot ou deux : le même nom d’une réunion à l’autre.",
    (Action, "quoi"): "Ce qui est à faire. Une action qui revient s’écrit dans les mêmes mots.",
    (Project, "alias"): "Les autres noms que des comptes rendus lui donnent.",
    (
        Project,
        "porteurs",
    ): "Qui le porte, sans nom de personne : une association, un service.",
    (Action, "qui"): "Qui s’en charge, sans nom de personne : une association, un service, « ville ».",
    (Action, "echeance"): (
        "Pour quand : un jour, un mois, ou l’année si l’on ne sait que cela. Pas décidé ? Laissez vide : la "
        "vérification le rappelle, et n’empêche rien."
    ),
}
"""Sentences in place of those of `hub.schemas.words`, by model and field."""

LABELS: dict[Choice, str] = {
    Frequency.quotidienne: "chaque jour",
    Frequency.hebdomadaire: "chaque semaine",
    Frequency.mensuelle: "chaque mois",
    Frequency.annuelle: "chaque année",
}
"""Words of choices in place of their own, which stand in sentences."""

DATE = "Par exemple : 21 novembre 2026, ou novembre 2026, ou 2026."
MOMENT = "Par exemple : 21 novembre 2026 à 18 h 30, ou 21 novembre 2026, ou novembre 2026."
"""How to write a date, after what it is; the workshop gives it the form of the files (`dates.js`)."""

DAY = "Par exemple : 21 novembre 2026."
"""How to write a day that is known."""

DAYS = frozenset(("publie_le", "verifie_le", "revu_le", "lu_le"))
"""Dates of what somebody has just done: the day is known."""

DATED = "Écrivez par exemple 21 novembre 2026, ou 2026-11-21 ; 2026-11 ou 2026 si le reste n’est pas connu."
TIMED = f"{DATED} L’heure vient après : 21 novembre 2026 à 18 h 30."
"""What to do where a date is otherwise."""

LINES = "Un par ligne."
"""How to write a list."""

UNKNOWN = "« {} » veut dire que personne ne le sait encore : le site le dit, et demande à qui sait."
"""What the choice « à confirmer » means."""

UNLISTED = "Pas dans la liste ? Dites-la dans le texte. Ajoutée à « Annuaire », elle y sera une fois publiée."
"""What to do with an association that the directory does not have."""

WRONG: dict[str, str] = {
    "phone": "Écrivez un seul numéro, tel qu’on le compose : 01 23 45 67 89, 3919.",
    "amount": "Écrivez le montant en chiffres, sans point entre les milliers : 23000, ou 1 200,50.",
    "postal_code": "Écrivez cinq chiffres : 01000.",
    "noun": "Écrivez le mot avec « un » ou « une » : un office, une commission ; ou « aucun ».",
    "yes_or_no": "Écrivez des mots, ou rien.",
    "string_too_short": "Complétez ce champ, ou laissez-le vide.",
}
"""What to do, in place of the remedies of the checks that speak of lines and quotes, by kind of error."""


class Told(NamedTuple):
    """What the workshop says of a kind: its place in the menu, a sentence, an icon of Material Symbols.

    `summary` is how one thing is told in a list; `name` the file of a new one, from its fields.
    """

    label: str
    one: str
    sentence: str
    icon: str
    summary: str = "{{titre}}"
    name: str = "{{titre}}"
    order: tuple[str, ...] = ("titre",)


TOLD: dict[str, Told] = {
    MINUTES.attribute: Told(
        "Comptes rendus",
        "Compte rendu",
        "Une réunion {du conseil} : qui était là, ce qui a été dit, ce qui a été décidé.",
        "edit_note",
        "{{date}} · {{instance}}",
        "{{date}}-{{instance}}",
        ("date",),
    ),
    PROJECT.attribute: Told(
        "Projets",
        "Projet",
        "Un projet que {le conseil} suit de réunion en réunion : ce qu’il est, et qui le porte.",
        "timeline",
    ),
    EVENT.attribute: Told(
        "Agenda",
        "Date",
        "Une fête, une formation, une réunion, une échéance : une fois, ou chaque semaine, mois ou année.",
        "event",
        "{{titre}} · {{debut}}",
        order=("debut", "titre"),
    ),
    ELECTION.attribute: Told(
        "Scrutins",
        "Scrutin",
        "Une élection : les sièges, les candidates, les voix, qui est élu.",
        "ballot",
        order=("date", "titre"),
    ),
    NEWS.attribute: Told(
        "Actualités",
        "Actualité",
        "Une nouvelle d’une association ou {du conseil}.",
        "newspaper",
        order=("publie_le", "titre"),
    ),
    CALL.attribute: Told(
        "Appels",
        "Appel",
        "Un appel à projets, à candidatures, à bénévoles ; une demande de subvention.",
        "campaign",
        order=("publie_le", "titre"),
    ),
    EXCHANGE.attribute: Told(
        "Échanges",
        "Échange",
        "Ce qu’une association prête, propose ou cherche, jusqu’à un dernier jour.",
        "swap_horiz",
        order=("publie_le", "titre"),
    ),
    ROOM.attribute: Told(
        "Salles et matériel",
        "Salle, ou matériel",
        "Ce que la ville prête aux associations, et à qui le demander.",
        "meeting_room",
    ),
    QUESTIONNAIRE.attribute: Told(
        "Questionnaires",
        "Questionnaire",
        "Ce qui est demandé, à qui, jusqu’à quand ; puis les questions, et ce qui en a été décidé.",
        "quiz",
    ),
    GUIDE.attribute: Told("Guides", "Guide", "Une réponse pratique pour les associations.", "menu_book"),
    LETTER.attribute: Told(
        "Lettre",
        "Numéro de la lettre",
        "Le texte d’ouverture d’un numéro : le reste se compose tout seul.",
        "mail",
        name="{{year}}-{{month}}",
        order=("publie_le",),
    ),
    TRAINING.attribute: Told(
        "Formations", "Formation", "Le programme : chaque séance est aussi une date de l’agenda.", "school"
    ),
    EDITORIAL.attribute: Told(
        "Pages", "Page", "Les pages simples, et ce qui ouvre chaque partie du site.", "article"
    ),
}
"""Of the kinds that are written one to a file."""

REGISTERS: dict[str, Told] = {
    ASSOCIATION.register: Told("Annuaire", "", "Les associations et les thèmes.", "groups"),
    TERM.register: Told(
        "{Bureau}", "", "{si college:{Les collèges}, les|Les} mandats et les sièges.", "how_to_vote"
    ),
    REDIRECTION.register: Told(
        "Adresses qui ont changé", "", "D’une ancienne adresse à la nouvelle.", "alt_route"
    ),
    CAMPAIGN.register: Told(
        "Subventions", "", "La campagne de chaque année, et ce qui a été attribué.", "payments"
    ),
    "mkdocs.yml": Told("Identité du site", "", "Le nom du site, de la ville et {du conseil}.", "settings"),
}
"""Of the files that hold all the things of a kind."""

NEWEST_FIRST = frozenset((TERM.attribute, CAMPAIGN.attribute))
"""The lists of a register whose new things come at their head."""

SUMMARIES: dict[str, str] = {
    "themes": "{{nom}}",
    "associations": "{{nom}}",
    "colleges": "{{nom}}",
    "mandats": "{{debut}} – {{fin}}",
    "sieges": "{{association}}, {{role}}",
    "vacants": "{{college}}, {{role}} : {{nombre}}",
    "commissions": "{{nom}}",
    "redirections": "{{ancienne}} → {{nouvelle}}",
    "suivi": "{{projet}} : {{quoi}}",
    "votes": "{{objet}} : {{resultat}}",
    "candidats": "{{association}}",
    "ville": "{{fonction}}",
    "subventions": "{{annee}}",
    "seances": "{{debut}}",
    "attributions": "{{association}} : {{montant}} €",
    "documents": "{{titre}}",
    "questions": "{{question}}",
    "suites": "{{quoi}}",
    "source": "{{titre}}",
    "changements": "{{date}}",
    "benevoles": "{{quoi}}",
}
"""How a card is told when it is closed, by the field that lists it."""

KEPT = (Site, ("site_url", "identifiant", "depot", "signalement", "commune_de", "programme"))
"""Settings that no form offers: a wrong one would lose the site, or its subscribers."""

BODY = (
    "Texte",
    "Le texte de la page, collé si vous l’avez déjà. Un sous-titre : cliquez sur sa ligne, puis sur ¶ et "
    "« Sous-titre ». Les sous-titres font le sommaire.",
)
FILE_NAME = "La fin de l’adresse de la page : minuscules sans accent, chiffres, tirets. Elle ne change plus."
