"""The words of what is published one to a file, dates and minutes apart."""

from __future__ import annotations

from hub.model.attachment import AttachedDocument, Emblem, Picture
from hub.model.call import Call
from hub.model.editorial import Editorial
from hub.model.fields import Entity
from hub.model.guide import Guide, GuideSource
from hub.model.letter import Letter
from hub.model.news import News
from hub.model.publication import Publication
from hub.model.shortcut import Shortcut
from hub.schemas.words.words import CONSENT, IMAGE, PICTOGRAM, Group, Words

DOCUMENTS = Words(
    "Documents",
    "Les documents à télécharger : un titre, et le nom d’un fichier de « content/documents/ ».",
)

SOURCE = Words(
    "Source",
    "Qui l’a dit, ou quel document, avec sa date.",
    ("Courriel de l’association, 3 mai 2026", "Page « Appels » du site de la ville, lue le 3 mai 2026"),
)

GROUPS: dict[type[Entity], Group] = {
    Publication: Group(
        "Publication",
        {
            "titre": Words(
                "Titre",
                "Le titre de la page ; entre guillemets s’il contient un deux-points.",
                ("Fête des associations", "Demander une subvention"),
            ),
            "resume": Words(
                "Résumé",
                "Une phrase ou deux, pour les listes et les abonnés.",
                ("Ce qu’il faut savoir avant de commencer.", "Une journée pour se rencontrer."),
            ),
            "publie_le": Words(
                "Publié le",
                "Le jour de mise en ligne sur ce site. Sans lui, personne n’est prévenu.",
            ),
            "consentement": CONSENT,
        },
    ),
    AttachedDocument: Group(
        "Document à télécharger",
        {
            "titre": Words("Titre", "Ce qu’est le document.", ("Le formulaire", "Le compte rendu signé")),
            "fichier": Words(
                "Fichier",
                "Le nom d’un fichier de « content/documents/ ».",
                ("formulaire-2026.pdf", "plan.pdf"),
            ),
        },
    ),
    Picture: Group(
        "Image",
        {
            "fichier": Words(
                "Fichier",
                "Le nom d’un fichier de « content/images/ », en JPEG, PNG, WebP ou AVIF.",
                ("fete-du-port.jpg", "pommier.webp"),
            ),
            "texte": Words(
                "Texte",
                "Ce que l’image montre, en une phrase, pour qui ne la voit pas.",
                ("Des enfants plantent un pommier", "La fanfare traverse le pont"),
            ),
            "auteur": Words(
                "Auteur",
                "De qui elle est, avec son accord : une association, un service. Une personne que l’on y "
                "reconnaît doit avoir accepté d’y être montrée ; pour un enfant, ses deux parents.",
                ("Le Jardin des voisins", "Le service de la communication"),
            ),
        },
    ),
    Emblem: Group(
        "Logo, ou photo",
        {
            "fichier": Words(
                "Fichier",
                "Le nom d’un fichier de « content/images/ », en PNG, WebP, JPEG ou AVIF.",
                ("logo-chorale.png", "jardin.jpg"),
            ),
            "texte": Words(
                "Texte",
                "Ce que l’image montre, en une phrase, pour qui ne la voit pas.",
                ("Un cœur qui chante", "Le potager, vu de la rue"),
            ),
        },
    ),
    News: Group(
        "Actualité",
        {
            "associations": Words(
                "Associations",
                "Les associations dont il est question : identifiants ou noms de l’annuaire.",
                ("le-jardin-des-voisins", "Cœur de chœur"),
            ),
            "image": IMAGE,
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
    Call: Group(
        "Appel",
        {
            "type": Words("Type", "Ce qui est demandé."),
            "ouverture": Words("Ouverture", "Le premier jour pour répondre."),
            "cloture": Words(
                "Clôture", "Le dernier jour pour répondre. Sans lui, l’appel n’est dit ni ouvert ni clos."
            ),
            "contact": Words(
                "Contact",
                "À qui s’adresser : un service, une fonction.",
                ("vie-associative@ma-ville.example", "Le service de la vie associative"),
            ),
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
    GuideSource: Group(
        "Source d’un guide",
        {
            "titre": Words(
                "Titre", "Le titre de la page ou du document.", ("Statuts types", "Le livre des graines")
            ),
            "adresse": Words(
                "Adresse",
                "L’adresse complète de la page, avec « https:// ».",
                ("https://www.exemple.fr/page", "https://graines.example/"),
            ),
            "page_du": Words("Page du", "La date que porte la page."),
            "lu_le": Words("Lu le", "Le jour où vous l’avez lue."),
        },
    ),
    Guide: Group(
        "Guide",
        {
            "responsable": Words(
                "Responsable",
                "Qui relit ce guide : un service, une fonction, une association.",
                ("Le service de la vie associative", "le-jardin-des-voisins"),
            ),
            "revu_le": Words("Revu le", "Le jour de la dernière relecture."),
            "a_revoir_avant": Words("À revoir avant", "Le jour après lequel il sera signalé comme à relire."),
            "themes": Words(
                "Thèmes", "Des identifiants des thèmes de l’annuaire.", ("culture", "environnement")
            ),
            "image": IMAGE,
            "documents": DOCUMENTS,
            "source": Words("Sources", "Les pages et documents sur lesquels le guide repose."),
        },
    ),
    Letter: Group(
        "Numéro de la lettre",
        {
            "numero": Words("Numéro", "Le numéro de la lettre, en chiffres."),
            "public": Words("Public", "Qui la reçoit : tout le monde, si rien n’est écrit."),
        },
    ),
    Editorial: Group(
        "Page",
        {
            "image": Words(
                "Image",
                "La photo ou le dessin de la page : un fichier de « content/images/ », ce que l’on y voit, "
                "son auteur. Sur la page d’accueil, une vue de la ville : sans elle, le site en dessine les "
                "toits.",
            ),
            "source": SOURCE,
            "raccourcis": Words(
                "Raccourcis",
                "Sur la page d’accueil seulement : ce que l’on vient y faire, de trois à huit. Sans eux, le "
                "site propose les siens.",
            ),
        },
    ),
    Shortcut: Group(
        "Raccourci",
        {
            "titre": Words(
                "Titre",
                "Ce que l’on vient faire, en commençant par un verbe.",
                ("Trouver une association", "Demander une subvention"),
            ),
            "vers": Words(
                "Vers",
                "La page du site où cela se fait, par son adresse ; « courriel » ou « telephone » pour le "
                "service.",
                ("/associations/", "courriel"),
            ),
            "resume": Words("Résumé", "Quelques mots de plus.", ("Par thème, par public, par son nom.",)),
            "pictogramme": PICTOGRAM,
        },
    ),
}
