"""Mistakes of where things are on the ground (A03x)."""

from __future__ import annotations

from tests.mistakes.case import ASSOCIATIONS, Case
from tests.towns import edited

MAIL = "courriel: contact@licornes.example"


def at(address: str) -> dict[str, str]:
    """The miniature, where the unicorns have this address."""
    return edited(ASSOCIATIONS, MAIL, f"adresse: {address}")


def _quarters(one: str, other: str) -> dict[str, str]:
    """The miniature, whose two associations are of these quarters."""
    said = f"adresse: {{quartier: {one}}}\n  - id: coeur\n    adresse: {{quartier: {other}}}"
    return edited(ASSOCIATIONS, f"{MAIL}\n  - id: coeur", said)


CASES: list[Case] = [
    ("a latitude without a longitude", at("{latitude: 48.82}"), [("A030", ASSOCIATIONS, 11, 25)]),
    ("a longitude without a latitude", at("{longitude: 2.3}"), [("A030", ASSOCIATIONS, 11, 26)]),
    ("degrees exchanged", at("{latitude: 2.3, longitude: 48.82}"), [("A031", ASSOCIATIONS, 11, 25)]),
    ("degrees in the Atlantic", at("{latitude: 30, longitude: -40}"), [("A031", ASSOCIATIONS, 11, 25)]),
    ("degrees overseas", at("{latitude: -20.9, longitude: 55.45}"), []),
    (
        "the degrees of an activity by half",
        edited(ASSOCIATIONS, "lieu: {nom: La grotte}", "lieu: {nom: La grotte, longitude: 2.3}"),
        [("A030", ASSOCIATIONS, 23, 59)],
    ),
    (
        "an association far from the others",
        edited(
            ASSOCIATIONS,
            MAIL,
            "adresse: {latitude: 43.3, longitude: 5.4}\n"
            + "".join(
                f"  - {{id: voisine-{one}, nom: Voisine {one}, statut: en-sommeil, college: vert, "
                f"adresse: {{latitude: 48.82, longitude: 2.3{one}}}}}\n"
                for one in range(3)
            ).rstrip(),
        ),
        [("A032", ASSOCIATIONS, 11, 25)],
    ),
    ("one spot far from everything, alone", at("{latitude: 43.3, longitude: 5.4}"), []),
    (
        "a quarter written two ways",
        edited(
            ASSOCIATIONS,
            f"{MAIL}\n  - id: coeur",
            "adresse: {quartier: Le Port}\n  - id: coeur\n    adresse: {quartier: le port}",
        ),
        [("A033", ASSOCIATIONS, 13, 25)],
    ),
    *(
        (f"quarters {one} and {other}", _quarters(one, other), [("A033", ASSOCIATIONS, 13, 25)][:slips])
        for one, other, slips in (("Le Port", "Le Prot", 1), ("Quartier 1", "Quartier 2", 0))
    ),
]
