"""What mails and word processors leave where their text is pasted, and what looks like it and is right."""

from __future__ import annotations

from tests.mistakes.case import GUIDE, MINUTES, Case
from tests.towns import edited

AGENDA = "ordre_du_jour: [Arrosoirs]"
PLENARY, ASKED = "minutes/2026-01-24-pleniere.md", "Les [Licornes](asso:licornes) en veulent un : lequel ?"
FOLLOWED = "Projet\tQuoi ?\tPar qui ?\n\nEau\tArroser\tLicornes\n\nPots\tLaver\tLicornes"


def _title(words: str, *codes: str, column: int = 8) -> Case:
    found = [(code, GUIDE, 2, column) for code in codes]
    return f"a title: {words!a}", edited(GUIDE, "titre: Semer", f"titre: {words}"), found


def _text(name: str, words: str, *found: tuple[str, int, int]) -> Case:
    problems = [(code, GUIDE, line, column) for code, line, column in found]
    return name, edited(GUIDE, "De la terre.", words), problems


def _agenda(written: str, *found: tuple[str, int]) -> Case:
    problems = [(code, MINUTES, 8, column) for code, column in found]
    return f"an agenda: {written!a}", edited(MINUTES, AGENDA, f"ordre_du_jour: {written}"), problems


def _minutes(name: str, words: str, *found: tuple[str, int, int], empty: bool = False) -> Case:
    """Minutes whose text ends with these words; their follow-up is `empty` or not."""
    path, before = (PLENARY, "Tout le monde est venu.") if empty else (MINUTES, ASKED)
    return name, edited(path, before, words), [(code, path, line, column) for code, line, column in found]


CASES: list[Case] = [
    *(
        _title(words, "T060", column=column)
        for words, column in (
            ('"**Semer**"', 9),
            ("Bien **semer** ici", 13),
            ('"__Semer__"', 9),
            ('"[Semer](https://licornes.example/)"', 9),
            ('"## Semer"', 9),
            ('"\\\\*\\\\*Semer\\\\*\\\\*"', 8),
        )
    ),
    *(_title(words, "T061") for words in ("1^{er} mars", "1^er^ mars", "n^{o} 3", "2^ème fois", "1 er mars")),
    *(_title(words, "T062") for words in ("– Semer", "•Semer", "\uf0b7 Semer")),
    *(_title(words, "T062", column=9) for words in ('"- Semer"', '"* Semer"', '"-Semer"', '"· Semer"')),
    *(
        _title(words)
        for words in (
            "Hôtel ** et ***",
            "Semer – planter",
            "adhérent·es",
            "-5 °C",
            "snake_case__a__b",
            '"[à confirmer] (sic)"',
            "Les 11 er",
            "x^2",
            '"1. Semer"',
            "1er mars, 2e fois, n° 3",
            "o",
        )
    ),
    _title("Semer\tvite", "T063", column=14),
    _agenda('["1. A", "2) B", C]', ("T062", 18), ("T062", 26)),
    _agenda('["1. A", B]'),
    _agenda("[2026. Bilan, 2027. Suite]"),
    _agenda('["- A", "o\\tB"]', ("T062", 18), ("T062", 25)),
    _text(
        "bullets of paragraphs",
        "·\u00a0 \u00a0 Un\n\n·\u00a0 Deux\n\n•\tTrois",
        ("L026", 11, 1),
        ("L026", 15, 1),
    ),
    _text("a bullet alone", "Il faut :\n\n\uf0b7 De la terre.", ("L026", 13, 1)),
    _text("signs that are no bullet", "Aux adhérent·es.\n\n📅 Lundi.\n\n§ 2\n\n— Oui, dit-elle.\n\no ou a"),
    _text(
        "stars that are shown",
        "- \\*\\*Terre ?\\*\\*\n\nDu \\*\\*terreau\\*\\*.",
        ("L027", 11, 4),
        ("L027", 13, 1),
    ),
    _text("stars that are meant", "Hôtel \\*\\* ou \\*\\*\\*, **gras**, `\\*\\*a\\*\\*` et 2 \\*\\* 3."),
    _text(
        "letters that were raised",
        "Au 1^{er} et 1 er, 2^{ème}.",
        ("L028", 11, 4),
        ("L028", 11, 14),
        ("L028", 11, 20),
    ),
    _text("a hyphen that nobody sees", "De la ter\u00adre.", ("L028", 11, 7)),
    _text("powers and names", "x^2, `1^{er}`, 11 er, l'ère 1."),
    _text("a table whose rows are apart", "A\tB\tC\n\n1\t2\t3\n\n4\t\t6\n\nFin.", ("L017", 11, 1)),
    _minutes("a follow-up that was pasted beside the other", FOLLOWED, ("M021", 15, 1)),
    _minutes("a follow-up pasted in the text alone", FOLLOWED, ("M021", 8, 1), empty=True),
    _minutes("the same with spaces", FOLLOWED.replace("\t", " "), ("M021", 8, 1), empty=True),
    _minutes("words that are no head", "Le projet : quoi, qui et quand décider ensemble.", empty=True),
    _minutes(
        "a title between stars that are shown",
        "\\*\\*Bilan\\*\\*\n\nBon.",
        ("L027", 8, 2),
        ("M020", 8, 1),
        empty=True,
    ),
    _text("lines with a tab that are apart", "A\tB\n\nTerre\n\nC\tD"),
]
