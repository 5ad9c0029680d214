"""Rules of exchanges, and of what associations need volunteers for (H)."""

from __future__ import annotations

from hub.catalogue.rule import Rule, passage, warned

EXCHANGE = "content/echanges/tables.md"
ROOM = "content/salles/serre.md"
REGISTER = "associations.yaml"
MAIL = "    courriel: contact@licornes.example"

RULES = (
    Rule(
        "H001",
        "Une annonce se termine après sa parution.",
        "Sinon elle ne serait dans aucune liste, et personne ne la verrait.",
        passage(EXCHANGE, "jusqu_a: 2025-12-31", "jusqu_a: 2026-12-31", instead_of="jusqu_a: 2027-06-30"),
    ),
    Rule(
        "H002",
        "Une annonce n'a pas été pourvue dans l'avenir.",
        "Ce jour-là, elle quitte la liste : une erreur la laisserait des mois, ou la retirerait un matin.",
        passage(
            EXCHANGE,
            "jusqu_a: 2027-06-30\npourvu_le: 2027-02-01",
            "jusqu_a: 2027-06-30\npourvu_le: 2026-11-12",
            instead_of="jusqu_a: 2027-06-30",
        ),
    ),
    warned(
        "H003",
        "Une annonce ne reste pas plus d'un an.",
        "Plus tard, plus personne n'en répond, et la liste ne sert à rien.",
        passage(EXCHANGE, "jusqu_a: 2029-06-30", "jusqu_a: 2027-06-30"),
    ),
    warned(
        "H004",
        "Une association dissoute n'annonce rien.",
        "On lui écrirait, et personne ne répondrait.",
        passage(EXCHANGE, "association: dragons", "association: licornes"),
    ),
    Rule(
        "H010",
        "Un besoin de bénévoles est d'un seul jour, ou dure jusqu'à un jour.",
        "On ne saurait pas s'il faut venir une fois, ou chaque semaine.",
        passage(
            REGISTER,
            f"{MAIL}\n    benevoles: [{{quoi: Arroser, date: 2027-07-01, jusqu_a: 2027-08-31}}]",
            f"{MAIL}\n    benevoles: [{{quoi: Arroser, jusqu_a: 2027-08-31}}]",
            instead_of=MAIL,
        ),
    ),
    Rule(
        "H020",
        "Le numéro national d'une salle a trois parties.",
        "La commune, la nature de la salle et son rang : le schéma national des équipements la reconnaît à ce numéro.",
        passage(
            ROOM,
            "capacite: 30\nnumero_national: 00000-0401-1",
            "capacite: 30\nnumero_national: 00000-04010101-001",
            instead_of="capacite: 30",
        ),
    ),
)
