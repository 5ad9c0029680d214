"""Rules of where things are on the ground (A03x)."""

from __future__ import annotations

from hub.catalogue.rule import Rule, passage, warned

PATH = "associations.yaml"
MAIL = "courriel: contact@licornes.example"


def _town(last: str) -> str:
    """Four associations that say where they are, the last one at `last`."""
    near = "\n".join(
        f"  - {{id: voisine-{one}, nom: Voisine {one}, statut: en-sommeil, college: vert, "
        f"adresse: {{latitude: 48.82, longitude: 2.3{one}}}}}"
        for one in (1, 2, 3)
    )
    return f"{near}\n  - id: coeur\n    adresse: {last}"


RULES = (
    warned(
        "A030",
        "Une latitude va avec une longitude.",
        "Un seul des deux nombres ne place rien sur le plan.",
        passage(
            PATH, "adresse: {latitude: 48.82}", "adresse: {latitude: 48.82, longitude: 2.3}", instead_of=MAIL
        ),
    ),
    Rule(
        "A031",
        "Une association, une salle de la ville est en France.",
        "Latitude et longitude s'échangent facilement, et le plan mènerait en mer.",
        passage(
            PATH,
            "adresse: {latitude: 2.3, longitude: 48.82}",
            "adresse: {latitude: 48.82, longitude: 2.3}",
            instead_of=MAIL,
        ),
    ),
    warned(
        "A032",
        "Une association n'est pas loin de toutes les autres.",
        "Un chiffre de travers l'envoie dans une autre ville, et tout le plan devient minuscule.",
        passage(
            PATH,
            _town("{latitude: 43.3, longitude: 5.4}"),
            _town("{latitude: 48.83, longitude: 2.3}"),
            instead_of="  - id: coeur",
        ),
    ),
    warned(
        "A033",
        "Un quartier s'écrit partout de la même façon.",
        "On cherche par quartier : écrit de deux façons, il serait deux quartiers.",
        passage(
            PATH,
            "adresse: {quartier: Le Port}\n  - id: coeur\n    adresse: {quartier: le port}",
            "adresse: {quartier: Le Port}\n  - id: coeur\n    adresse: {quartier: Le Port}",
            instead_of=f"{MAIL}\n  - id: coeur",
        ),
    ),
)
