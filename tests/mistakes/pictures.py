"""Mistakes of the picture of a thing (D040 to D042), and of its file."""

from __future__ import annotations

from hub.catalogue.pictures import grey, shown
from hub.catalogue.rule import Content, Edit
from tests.mistakes.case import ASSOCIATIONS, GUIDE, Case

SEED, LOGO = "content/images/graine.png", "content/images/licorne.png"


def _logo(width: int) -> dict[str, Content]:
    """The Licornes with a logo of that width."""
    said = "image: {fichier: licorne.png, texte: Une licorne qui bêche, auteur: Les Licornes}"
    return {
        LOGO: grey(width, 90),
        ASSOCIATIONS: Edit("    themes: [jardin]\n", f"    themes: [jardin]\n    {said}\n"),
    }


ALT = "image: {fichier: graine.png, alt: Une graine, auteur: La ville}"


def _named(name: str) -> Edit:
    """The guide with the picture of this name."""
    said = f"image:\n  fichier: {name}\n  texte: Une graine sur un pot\n  auteur: La ville\n"
    return Edit("publie_le: 2026-02-01\n", f"publie_le: 2026-02-01\n{said}")


CASES: list[Case] = [
    ("a picture of a guide", shown(), []),
    ("a logo of an association", _logo(160), []),
    ("a picture whose text says that it is one", shown(words="Une photo"), [("D040", GUIDE, 7, 10)]),
    ("a picture whose text is the name of its file", shown(words="graine.png"), [("D040", GUIDE, 7, 10)]),
    ("a picture of nobody", shown(author="a-confirmer"), [("D041", GUIDE, 8, 11)]),
    ("a picture of everybody", shown(author="Droits réservés"), [("D041", GUIDE, 8, 11)]),
    ("a picture of a person who is named", shown(author="Marie Terreau"), [("V003", GUIDE, 8, 11)]),
    ("a small picture", shown(width=639), [("D042", GUIDE, 6, 12)]),
    ("a small logo", _logo(159), [("D042", ASSOCIATIONS, 10, 22)]),
    ("a picture that is not there", {**shown(), SEED: None}, [("D001", GUIDE, 6, 12)]),
    ("a picture that was cut", {**shown(), SEED: grey(960, 480)[:-20]}, [("D004", SEED, 1, 1)]),
    *(
        (f"a picture named {name}", {**shown(), GUIDE: _named(name)}, [("D001", GUIDE, 6, 12)])
        for name in (
            r"C:\Photos\Graine.PNG",
            "content/images/graine.png",
            "Graine.PNG",
            "https://ailleurs.example/graine.png",
        )
    ),
    (
        "a picture whose file is named in capitals",
        {**shown(), SEED: None, "content/images/Graine.PNG": grey(960, 480)},
        [("D006", "content/images/Graine.PNG", 1, 1)],
    ),
    (
        "a picture whose words are under another key",
        {GUIDE: Edit("publie_le: 2026-02-01\n", f"publie_le: 2026-02-01\n{ALT}\n"), SEED: grey(960, 480)},
        [("C001", GUIDE, 5, 30)],
    ),
    (
        "a picture that is a name alone",
        {GUIDE: Edit("publie_le: 2026-02-01\n", "publie_le: 2026-02-01\nimage: graine.png\n")},
        [("C005", GUIDE, 5, 8)],
    ),
    (
        "a picture without words",
        {GUIDE: Edit("publie_le: 2026-02-01\n", "publie_le: 2026-02-01\nimage: {fichier: graine.png}\n")},
        [("C002", GUIDE, 5, 8), ("C002", GUIDE, 5, 8)],
    ),
]
