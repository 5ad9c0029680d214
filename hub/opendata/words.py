"""The French words of the columns of open data that are no field of a model, or that clerks read otherwise.

All others have the words of their field (`hub.schemas.words`).
"""

from __future__ import annotations

from typing import NamedTuple

from hub.model.fields import ID_PATTERN


class ColumnWords(NamedTuple):
    """What a schema says of a column beside its name.

    `kind` and `form` are the `type` and the `format` of Table Schema 1.0; '' leaves them to the field of that
    name. `unit` is what its numbers count; `refers` is the set whose `id` it holds.
    """

    title: str
    description: str
    kind: str = ""
    form: str = ""
    required: bool = False
    pattern: str = ""
    unit: str = ""
    refers: str = ""


_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _text(
    title: str, description: str, pattern: str = "", refers: str = "", *, required: bool = False
) -> ColumnWords:
    return ColumnWords(title, description, "string", required=required, pattern=pattern, refers=refers)


def _voices(title: str, description: str) -> ColumnWords:
    return ColumnWords(title, description, "integer", unit="voix")


ANYWHERE: dict[str, ColumnWords] = {
    "id": ColumnWords(
        "Identifiant", "La clé de la ligne, qui ne change jamais.", required=True, pattern=ID_PATTERN
    ),
    "titre": ColumnWords("Titre", "Ce que c’est, en quelques mots."),
    "reunion": _text(
        "Réunion",
        "L’identifiant de la réunion, dans « reunions ».",
        required=True,
        refers="reunions",
        pattern=ID_PATTERN,
    ),
    "numero": ColumnWords(
        "Numéro", "Son rang dans le compte rendu, à partir de 1.", "integer", required=True
    ),
    "nom": _text("Nom", "Le nom de l’association.", required=True),
    "code_postal": ColumnWords("Code postal", "Cinq chiffres."),
    "college": ColumnWords("{Collège}", "L’identifiant {du collège}, ou « a-confirmer »."),
    "courriel": ColumnWords("Courriel", "L’adresse de l’association."),
    "telephone": ColumnWords("Téléphone", "Le numéro de l’association."),
    "site": ColumnWords("Site web", "L’adresse de son site."),
    "themes": ColumnWords("Thèmes", "Les identifiants de ses thèmes."),
    "publie_le": ColumnWords("Publié le", "Le jour de sa mise en ligne sur ce site."),
    "verifie_le": ColumnWords("Vérifiée le", "Le jour où l’association a confirmé sa fiche."),
    "modifie_le": ColumnWords("Modifié le", "Quand l’heure, le lieu ou l’état a changé."),
    "date": ColumnWords("Date", "Le jour, ou ce qui en est connu."),
    "organisateurs": ColumnWords(
        "Organisateurs", "Qui organise : des identifiants d’associations, ou « ville »."
    ),
    "presents": ColumnWords("Présents", "Les identifiants des associations présentes."),
    "excuses": ColumnWords("Excusés", "Les identifiants des associations excusées."),
    "ordre_du_jour": ColumnWords("Ordre du jour", "Les points de l’ordre du jour."),
    "annule": ColumnWords("Annulé", "La raison de l’annulation ; rien si cela a lieu."),
    "changements": _text(
        "Changements", "Les fois déplacées, ailleurs ou annulées : le jour prévu, puis ce qui change."
    ),
    "adresse": ColumnWords("Adresse", "Sa page sur ce site.", "string", "uri"),
    "mandat": _text("Mandat", "L’identifiant du mandat : ses deux années."),
    "mandat_debut": _text("Début du mandat", "Le premier jour du mandat.", required=True, pattern=_DATE),
    "mandat_fin": _text("Fin du mandat", "Le dernier jour du mandat.", required=True, pattern=_DATE),
}
"""Of a column of that name, in any set."""

_FEW = "où moins de dix ont voté"

OF_SET: dict[str, dict[str, ColumnWords]] = {
    "mandats": {
        "mandat": ANYWHERE["mandat"]._replace(required=True),
        "association": _text(
            "Association",
            "L’identifiant de l’association, dans « associations ».",
            required=True,
            refers="associations",
            pattern=ID_PATTERN,
        ),
        "remplace": _text(
            "Remplace",
            "L’identifiant de l’association qui tenait ce siège auparavant.",
            refers="associations",
            pattern=ID_PATTERN,
        ),
        "debut": ColumnWords("Début", "Le premier jour de ce siège.", required=True),
        "fin": ColumnWords("Fin", "Le dernier jour de ce siège.", required=True),
    },
    "activites": {
        "association": _text(
            "Association",
            "L’identifiant de l’association, dans « associations ».",
            required=True,
            refers="associations",
            pattern=ID_PATTERN,
        ),
        "nom": _text("Nom", "Ce que l’on y fait, en quelques mots.", required=True),
        "debut": ColumnWords("Début", "La première fois, ou ce qui en est connu.", required=True),
        "fin": ColumnWords("Fin", "L’heure de fin de cette première fois."),
        "saison": _text("Saison", "Les deux années de la saison.", r"^\d{4}-\d{4}$", required=True),
        "jour": ColumnWords("Jour", "Les jours de la semaine où cela revient."),
        "rang": ColumnWords("Rang", "Lesquels de ces jours dans le mois."),
        "dates": ColumnWords("Dates", "Les autres jours, un par un, si aucune règle ne les dit."),
        "intervalle": ColumnWords("Intervalle", "2 pour une fois sur deux."),
        "frequence": ColumnWords("Fréquence", "Tous les combien cela revient ; rien si cela ne revient pas."),
        "ages_de": ColumnWords("Âge le plus jeune", "Rien s’il n’y en a pas.", unit="ans"),
        "ages_a": ColumnWords("Âge le plus grand", "Compris ; rien s’il n’y en a pas.", unit="ans"),
        "publics": ColumnWords("Publics", "Pour qui c’est ; sinon, les publics de l’association."),
        "lieu": ColumnWords("Lieu", "Le nom du lieu."),
        "lieu_adresse": ColumnWords("Adresse du lieu", "L’adresse du lieu, sur une ligne."),
    },
    "evenements": {
        "debut": ColumnWords("Début", "Quand cela commence."),
        "fin": ColumnWords("Fin", "Quand cela finit ; 24:00 est minuit, à la fin de ce jour."),
        "lieu": ColumnWords("Lieu", "Le nom du lieu."),
        "lieu_adresse": ColumnWords("Adresse du lieu", "L’adresse du lieu, sur une ligne."),
        "jour": ColumnWords("Jour", "Les jours de la semaine où cela revient."),
        "rang": ColumnWords("Rang", "Lesquels de ces jours dans le mois."),
        "dates": ColumnWords("Dates", "Les autres jours, un par un, si aucune règle ne les dit."),
        "intervalle": ColumnWords("Intervalle", "2 pour une fois sur deux."),
        "frequence": ColumnWords("Fréquence", "Tous les combien cela revient ; rien si cela ne revient pas."),
    },
    "echanges": {
        "association": _text(
            "Association",
            "Qui propose ou cherche : l’identifiant d’une association, ou « ville ».",
            required=True,
        ),
        "pourvu_le": ColumnWords(
            "Pourvu le", "Le jour où quelqu’un a répondu ; rien si ce n’est pas le cas."
        ),
        "jusqu_a": ColumnWords("Jusqu’à", "Le dernier jour de l’annonce."),
    },
    "salles": {
        "COLL_NOM": _text("Nom de la collectivité", "La commune.", required=True),
    },
    "formations": {
        "seances": _text(
            "Séances",
            "Chaque séance : son début, sa fin, son lieu, et pourquoi elle n’a pas lieu. "
            "Plusieurs valeurs, séparées par « | ».",
        ),
        "intervenants": ColumnWords("Qui enseigne", "Des identifiants d’associations, ou des fonctions."),
        "restantes_le": ColumnWords("Comptées le", "Le jour où ces places ont été comptées."),
    },
    "scrutins": {
        "association": _text(
            "Association",
            "L’identifiant de l’association candidate, dans « associations ».",
            required=True,
            refers="associations",
            pattern=ID_PATTERN,
        ),
        "elu": ColumnWords("Élue", "Si elle a été élue, et à quel titre ; rien si le vote est annulé."),
        "voix": _voices("Voix", f"Ses voix ; rien {_FEW}."),
        "rang": ColumnWords("Rang", f"Son rang parmi les candidates ; rien {_FEW}."),
        "inscrits": _voices("Inscrits", "Combien d’associations pouvaient voter pour ces sièges."),
        "votants": _voices("Votants", "Combien ont voté pour ces sièges."),
        "exprimes": _voices("Exprimés", f"Les bulletins valables ; rien {_FEW}."),
        "blancs": _voices("Blancs", f"Les bulletins blancs ; rien {_FEW}."),
        "nuls": _voices("Nuls", f"Les bulletins nuls ; rien {_FEW}."),
    },
    "votes": {
        "projet": _text("Projet", "Le projet dont relève ce vote."),
        "resultat": ColumnWords(
            "Résultat", "Ce qu’il en est sorti : c’est tout ce qui est dit de moins de dix voix."
        ),
        "ne_prend_pas_part": _voices("Ne prend pas part", "Qui était là et n’a pas pris part au vote."),
    },
    "subventions": {
        "nomAttribuant": _text("Nom de l’attribuant", "Qui a attribué la subvention.", required=True),
        "idAttribuant": _text(
            "Identifiant de l’attribuant", "Son numéro SIRET : quatorze chiffres.", pattern=r"^\d{14}$"
        ),
        "dateConvention": _text(
            "Date de la convention",
            "Le jour de la signature de la convention ; sans convention, celui de la décision.",
            required=True,
            pattern=_DATE,
        ),
        "referenceDecision": _text("Référence de la décision", "Le numéro de la délibération."),
        "nomBeneficiaire": _text("Nom du bénéficiaire", "L’association, par son nom.", required=True),
        "idBeneficiaire": _text(
            "Identifiant du bénéficiaire", "Son numéro SIRET : quatorze chiffres.", pattern=r"^\d{14}$"
        ),
        "rnaBeneficiaire": _text(
            "Numéro RNA du bénéficiaire", "Son numéro au répertoire national des associations."
        ),
        "objet": _text("Objet", "Ce que la subvention soutient.", required=True),
        "montant": ColumnWords("Montant", "En euros.", "number", required=True, unit="EUR"),
        "nature": _text(
            "Nature", "Aide en numéraire, aide en nature, ou les deux, séparées par « ; ».", required=True
        ),
        "conditionsVersement": _text("Conditions de versement", "Unique ou échelonné."),
        "datesPeriodeVersement": _text(
            "Dates du versement",
            "Un jour, ou le premier et le dernier séparés par « / » : AAAA-MM-JJ.",
            pattern=r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$",
        ),
        "idRAE": _text("Numéro RAE", "Sans objet : ce ne sont pas des aides à des entreprises."),
        "notificationUE": _text(
            "Notification à l’Union européenne",
            "Non : ce ne sont pas des aides d’État à notifier.",
            required=True,
        ),
        "pourcentageSubvention": ColumnWords(
            "Part du bénéficiaire",
            "Ce que le bénéficiaire reçoit du montant : 1, car il est seul.",
            "number",
            required=True,
        ),
        "dispositifAide": _text("Dispositif", "Le dispositif d’aide, ou la sorte de subvention."),
    },
    "questionnaires": {
        "fin": ColumnWords("Fin", "Le dernier jour où l’on pouvait répondre.", required=True),
        "numero": ColumnWords("Numéro", "Le rang de la question, à partir de 1.", "integer", required=True),
        "rang": ColumnWords(
            "Rang", "Le rang de la réponse dans la question, à partir de 1.", "integer", required=True
        ),
        "reponse": _text(
            "Réponse",
            "La réponse, ou celles qui sont comptées ensemble, séparées par « | » ; rien s’il n’y a que le "
            "nombre des réponses, ou leur moyenne.",
        ),
        "nombre": ColumnWords(
            "Nombre",
            "Combien de personnes ont donné cette réponse ; rien si moins de cinq l’ont donnée, ou si "
            "moins de cinq ne l’ont pas donnée.",
            "integer",
            unit="personnes",
        ),
        "reponses": ColumnWords(
            "Réponses",
            "Combien de personnes ont répondu à la question ; rien si elles sont moins de cinq.",
            "integer",
            unit="personnes",
        ),
        "moyenne": ColumnWords(
            "Moyenne", "La moyenne des notes ou des nombres, quand elle ne dit rien de personne.", "number"
        ),
    },
    "reunions": {
        "adopte_le": ColumnWords(
            "Adopté le", "Le jour de la réunion qui a adopté son compte rendu ; rien si on l’ignore."
        ),
        "adopte_par": _text(
            "Adopté par",
            "L’identifiant de cette réunion, dans « reunions » ; rien si elle n’y est pas.",
            refers="reunions",
            pattern=ID_PATTERN,
        ),
        "quorum": ColumnWords(
            "Quorum", "Combien d’associations devaient être là pour décider ; rien s’il n’y en a pas."
        ),
    },
    "actions": {
        "qui": ColumnWords("Qui", "Qui s’en charge : les noms des associations, ou une fonction."),
        "etat": ColumnWords("État", "Où en est l’action, d’après la dernière réunion qui en a parlé."),
        "fil": _text(
            "Fil",
            "L’identifiant du projet, dans « projets » : le même sous tous ses noms.",
            required=True,
            refers="projets",
            pattern=ID_PATTERN,
        ),
        "derniere_reunion": _text(
            "Dernière réunion",
            "L’identifiant de la dernière réunion qui en a parlé, dans « reunions ».",
            required=True,
            refers="reunions",
            pattern=ID_PATTERN,
        ),
    },
    "projets": {
        "id": ColumnWords(
            "Identifiant",
            "La clé du projet : son nom, ou celui du fichier qui le présente.",
            required=True,
            pattern=ID_PATTERN,
        ),
        "titre": _text("Titre", "Le nom du projet.", required=True),
        "etat": ColumnWords("État", "Où en est le projet, si un texte le présente."),
        "porteurs": ColumnWords("Porteurs", "Qui le porte : les noms des associations, ou une fonction."),
        "premiere_reunion": _text(
            "Première réunion",
            "L’identifiant de la première réunion qui en a parlé, dans « reunions ».",
            refers="reunions",
            pattern=ID_PATTERN,
        ),
        "derniere_reunion": _text(
            "Dernière réunion",
            "L’identifiant de la dernière réunion qui en a parlé, dans « reunions ».",
            refers="reunions",
            pattern=ID_PATTERN,
        ),
        "reunions": ColumnWords("Réunions", "Combien de réunions en ont parlé.", "integer", unit="réunions"),
        "actions": ColumnWords("Actions", "Combien d’actions ont été décidées.", "integer", unit="actions"),
        "ouvertes": ColumnWords(
            "Ouvertes", "Combien de ces actions ne sont ni faites ni abandonnées.", "integer", unit="actions"
        ),
    },
}
"""Of a column of one set."""

_NOT_KNOWN = "Sans objet : le site ne le tient pas."
_IF_KNOWN = ", si la ville les dit"

EQUIPMENT: dict[str, ColumnWords] = {
    "EQUIP_UID": _text(
        "Identifiant",
        "Son numéro national, si la ville le tient ; sinon, sa clé sur ce site.",
        required=True,
    ),
    "EQUIP_THEME": _text("Thème", "Le thème de la nomenclature nationale."),
    "EQUIP_CODE": _text(
        "Code de l’équipement", "Celui de la nomenclature nationale, puis son rang, si la ville les tient."
    ),
    "EQUIP_TYPE": _text("Type", "« Salle » ou « Matériel ».", required=True),
    "EQUIP_NOM": _text("Nom", "Le nom de la salle, ou du matériel.", required=True),
    "ADR_NUMERO": _text("Numéro", "Le numéro dans la voie ; 99999 si le lieu n’en a pas."),
    "ADR_NOMVOIE": _text("Voie", "Le nom de la voie ou du lieu."),
    "ADR_CODEPOSTAL": _text("Code postal", "Cinq chiffres.", r"^\d{5}$"),
    "ADR_COMMUNE": _text("Commune", "La commune."),
    "ADR_CLE_INTEROP": _text("Clé d’interopérabilité", _NOT_KNOWN),
    "ERP_ID": _text("Identifiant de l’établissement", _NOT_KNOWN),
    "ERP_TYPE": _text("Type d’établissement", _NOT_KNOWN),
    "ERP_CATEGORIE": ColumnWords("Catégorie d’établissement", _NOT_KNOWN, "integer"),
    "EQUIP_LAT": ColumnWords("Latitude", f"En degrés (WGS 84){_IF_KNOWN}.", "number"),
    "EQUIP_LONG": ColumnWords("Longitude", f"En degrés (WGS 84){_IF_KNOWN}.", "number"),
    "EQUIP_OUVERTURE": _text(
        "Ouverture",
        'Ses horaires, en français : OpenStreetMap les lit comme une remarque, entre deux signes « " ».',
    ),
    "EQUIP_TEL": _text("Téléphone", "Le numéro à appeler, s’il est dit, avec l’indicatif du pays."),
    "EQUIP_EMAIL": ColumnWords(
        "Courriel", "L’adresse à laquelle écrire, si elle est dite.", "string", "email"
    ),
    "EQUIP_WEB": ColumnWords("Page", "Sa page sur ce site.", "string", "uri"),
}
"""Of the columns of the national schema of equipment (SCDL) 0.1.5."""

NATIONAL: dict[str, ColumnWords] = {
    "COLL_NOM": _text("Nom de la collectivité", "La commune dont le conseil s’est réuni."),
    "COLL_SIRET": ColumnWords(
        "SIRET de la collectivité", "Quatorze chiffres.", "string", pattern=r"^\d{14}$"
    ),
    "DELIB_ID": _text("Identifiant", "La réunion, et le rang du vote.", required=True),
    "DELIB_DATE": _text("Date", "Le jour de la réunion.", required=True, pattern=_DATE),
    "DELIB_MATIERE_CODE": _text("Code de la matière", "Sans objet : ce ne sont pas des actes."),
    "DELIB_MATIERE_NOM": _text("Nom de la matière", "Sans objet : ce ne sont pas des actes."),
    "DELIB_OBJET": _text("Objet", "Ce qui a été mis aux voix.", required=True),
    "BUDGET_ANNEE": _text("Année du budget", "Sans objet."),
    "BUDGET_NOM": _text("Nom du budget", "Sans objet."),
    "PREF_ID": _text("Identifiant de la préfecture", "Sans objet."),
    "PREF_DATE": _text("Date de réception par la préfecture", "Sans objet."),
    "VOTE_EFFECTIF": _voices("Effectif", "Combien d’associations siégeaient ce jour-là, si on le sait."),
    "VOTE_REEL": _voices("Votants", "Combien ont voté, si les voix ont été comptées."),
    "VOTE_POUR": _voices("Pour", "Les voix pour."),
    "VOTE_CONTRE": _voices("Contre", "Les voix contre."),
    "VOTE_ABSTENTION": _voices("Abstentions", "Qui s’est abstenu."),
    "DELIB_URL": ColumnWords("Adresse", "La page qui le dit.", "string", "uri"),
    **EQUIPMENT,
}
"""Of the columns of the national schemas of deliberations and of equipment (SCDL)."""
