"""The words of elections."""

from __future__ import annotations

from hub.model.ballots import Candidate, Contest, Turnout
from hub.model.election import Election
from hub.model.fields import Entity
from hub.schemas.words.publications import DOCUMENTS, SOURCE
from hub.schemas.words.words import Group, Words

_APART = "de ces sièges, si leur vote est compté à part."

GROUPS: dict[type[Entity], Group] = {
    Turnout: Group(
        "Participation",
        {
            "inscrits": Words("Inscrits", "Combien d’associations pouvaient voter."),
            "votants": Words("Votants", "Combien ont voté : les bulletins dans l’urne."),
            "exprimes": Words("Exprimés", "Les bulletins valables : votants moins blancs et nuls."),
            "blancs": Words("Blancs", "Les bulletins blancs."),
            "nuls": Words("Nuls", "Les bulletins nuls."),
        },
    ),
    Contest: Group(
        "Sièges",
        {
            "college": Words(
                "{Collège}",
                "L’identifiant {du collège} qui élit ces sièges, s’il y en a plusieurs.",
                ("sports-loisirs", "vert"),
            ),
            "titulaires": Words("{Titulaires}", "Combien de sièges {de titulaires} sont à pourvoir."),
            "suppleants": Words("{Suppléants}", "Combien de sièges {de suppléants} sont à pourvoir."),
            "non_pourvus": Words("Non pourvus", "Combien de ces sièges sont restés vides après le vote."),
            "inscrits": Words("Inscrits", f"Les inscrits {_APART}"),
            "votants": Words("Votants", f"Les votants {_APART}"),
            "exprimes": Words("Exprimés", f"Les bulletins valables {_APART}"),
            "blancs": Words("Blancs", f"Les bulletins blancs {_APART}"),
            "nuls": Words("Nuls", f"Les bulletins nuls {_APART}"),
        },
    ),
    Candidate: Group(
        "Candidature",
        {
            "association": Words(
                "Association", "L’association candidate.", ("Jardin des voisins", "Cœur de chœur")
            ),
            "college": Words(
                "{Collège}",
                "Celui des sièges pour lesquels elle se présente, par son identifiant.",
                ("sports-loisirs", "vert"),
            ),
            "voix": Words(
                "Voix", "Ses voix. Rien, si moins de dix ont voté : elles diraient qui a voté quoi."
            ),
            "rang": Words("Rang", "Son rang, si le vote en donne un : 1 pour la première."),
            "elu": Words("Élue", "Si elle a été élue, et à quel titre ; rien si elle ne l’a pas été."),
        },
    ),
    Election: Group(
        "Scrutin",
        {
            "date": Words("Date", "Le jour du vote."),
            "instance": Words("Instance", "L’instance {du conseil} qui vote."),
            "methode": Words("Méthode", "Comment on vote, et comment on compte."),
            "sieges": Words("Sièges", "Les sièges à pourvoir : une ligne par {collège}, ou une seule."),
            "choix": Words("Choix", "Combien de noms un bulletin peut porter, si une règle le dit."),
            "candidats": Words("Candidatures", "Les associations candidates, une par ligne, élues ou non."),
            "departage": Words(
                "Départage",
                "La règle qui a choisi entre deux candidates à égalité, ou qui explique un ordre.",
                ("Le sort, en présence de toutes.", "L’association la plus ancienne l’emporte."),
            ),
            "annule": Words(
                "Annulé",
                "Pourquoi ce vote n’a pas eu lieu, ou ne compte pas : on ne supprime pas le fichier.",
                ("Il n’y avait pas de candidate.", "Reporté à l’automne."),
            ),
            "appel": Words(
                "Appel",
                "L’appel à candidatures, par le nom de son fichier dans « content/appels/ ».",
                ("sieges-vacants", "candidatures-2027"),
            ),
            "mandat": Words(
                "Mandat", "Le mandat qui en est sorti, par ses deux années.", ("2025-2027", "2027-2029")
            ),
            "documents": DOCUMENTS,
            "source": SOURCE,
        },
    ),
}
