"""Mistakes of questionnaires and of the answers to them (Q)."""

from __future__ import annotations

from hub.catalogue.rule import Content
from tests.mistakes.case import Case, Expected
from tests.towns import MINIATURE, edited

ASKED, ANSWERED = "content/questionnaires/pots.md", "content/questionnaires/pots.csv"
FLOWER = "{question: Votre fleur, type: choix, options: [Rose, Chardon]}"
POTS = "{question: Combien de pots, type: nombre, unite: pots}"
FIRST = "Rose;2;\nRose;3;Des pots bleus."


def _question(words: str, instead_of: str = FLOWER) -> dict[str, Content]:
    return edited(ASKED, instead_of, words)


def _answers(old: str, new: str) -> dict[str, Content]:
    return edited(ANSWERED, old, new)


def _at(code: str, line: int, column: int = 1, path: str = ASKED) -> Expected:
    return [(code, path, line, column)]


def _table(line: int, code: str) -> Expected:
    return _at(code, line, 1, ANSWERED)


def _encoded(alphabet: str, separator: str = ";") -> dict[str, Content]:
    """The table of the miniature, whose words have accents, in another alphabet."""
    words = MINIATURE[ANSWERED].replace(";", separator).replace("bleus", "bleutés")
    return {ANSWERED: words.encode(alphabet), **edited(ASKED, "Des pots bleus.", "Des pots bleutés.")}


CASES: list[Case] = [
    *(
        (f"a table of answers in {alphabet}", _encoded(alphabet), [])
        for alphabet in ("utf-8-sig", "cp1252", "mac_roman", "utf-16")
    ),
    ("a table of answers between commas", _encoded("utf-8", ","), []),
    ("a table of answers between tabs", _encoded("utf-8", "\t"), []),
    (
        "a table with the line by which Excel tells its separator",
        {ANSWERED: f"sep=;\n{MINIATURE[ANSWERED]}"},
        [],
    ),
    ("a table with lines of blanks", {ANSWERED: MINIATURE[ANSWERED] + ";;\n\n"}, []),
    ("a table that is a picture", {ANSWERED: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"}, _table(1, "Q001")),
    ("an empty table", {ANSWERED: " \n"}, _table(1, "T019")),
    ("a table in the middle of a merge", _answers(FIRST, f"<<<<<<< HEAD\n{FIRST}"), _table(2, "T005")),
    (
        "a table in a workbook",
        {ANSWERED: None, "content/questionnaires/pots.xlsx": b"PK\x03\x04"},
        _at("Q002", 1, 1, "content/questionnaires/pots.xlsx"),
    ),
    (
        "a table whose name is in capitals",
        {ANSWERED: None, "content/questionnaires/POTS.CSV": MINIATURE[ANSWERED]},
        [
            ("Q002", "content/questionnaires/POTS.CSV", 1, 1),
            ("Q012", ASKED, 5, 15),
        ],
    ),
    (
        "a table in the folder of guides",
        {"content/guides/pots.csv": "a;b\n"},
        _at("T030", 1, 1, "content/guides/pots.csv"),
    ),
    (
        "answers to a questionnaire that nobody described",
        {"content/questionnaires/pot.csv": "a;b\n1;2\n"},
        _at("Q003", 1, 1, "content/questionnaires/pot.csv"),
    ),
    (
        "a question that is written otherwise in the table",
        _question(FLOWER.replace("fleur", "fleurs")),
        _at("Q004", 10, 16),
    ),
    (
        "a question whose column has another title, which it says",
        {
            **_question(FLOWER.replace("type:", "colonne: Q1, type:")),
            **_answers("Votre fleur;", "Q1;"),
        },
        [],
    ),
    (
        "a question that has no column at all",
        _question(f"{FLOWER}\n  - {{question: Et la couleur, type: texte}}"),
        _at("Q004", 11, 16),
    ),
    (
        "the day of each answer",
        {
            ANSWERED: MINIATURE[ANSWERED]
            .replace("Votre fleur", "Horodateur;Votre fleur")
            .replace("\nRose", "\n9 h;Rose")
            .replace("\nChardon", "\n9 h;Chardon")
        },
        _table(1, "Q005"),
    ),
    (
        "a column without a title, nor anything in it",
        {ANSWERED: MINIATURE[ANSWERED].replace("\n", ";\n")},
        [],
    ),
    ("a choice without answers", _question("{question: Votre fleur, type: choix}"), _at("Q006", 10, 35)),
    (
        "a choice of one answer",
        _question("{question: Votre fleur, type: choix, options: [Rose]}"),
        _at("Q006", 10, 35),
    ),
    (
        "an answer that is offered twice",
        _question("{question: Votre fleur, type: choix, options: [Rose, Chardon, rose]}"),
        _at("Q006", 10, 51),
    ),
    (
        "a number with answers to choose",
        _question("{question: Combien de pots, type: nombre, options: [1, 2]}", POTS),
        _at("Q006", 11, 56),
    ),
    (
        "texts that are kept of a choice",
        _question(FLOWER.replace("}", ", gardees: [Rose]}")),
        _at("Q006", 10, 77),
    ),
    (
        "two questions of one column",
        _question(f"{FLOWER}\n  - {{question: Votre fleur, type: texte}}"),
        _at("Q006", 11, 5),
    ),
    (
        "an answer that was not offered",
        _answers(FIRST, f"Tulipe;3;\n{FIRST}"),
        _table(2, "Q007"),
    ),
    ("a number in letters", _answers(FIRST, f"Rose;trois;\n{FIRST}"), _table(2, "Q007")),
    (
        "a note beyond its scale",
        _question("{question: Combien de pots, type: note, maximum: 4}", POTS),
        _table(10, "Q007"),
    ),
    ("a text that nobody wrote", edited(ASKED, "Des pots bleus.", "Des pots roses."), _at("Q008", 12, 51)),
    (
        "a text of which a part is left out",
        {
            **edited(ASKED, "[Des pots bleus.]", "[Des pots (…) bleus.]"),
            **_answers("Des pots bleus.", "Des pots de chez le voisin, bleus."),
        },
        [],
    ),
    (
        "a mailbox among the answers",
        _answers("Rien de plus", "Écrivez-moi : marie.exemple@orange.fr"),
        _table(8, "Q009"),
    ),
    ("a name among the answers", _answers("Rien de plus", "Merci à Marie Exemple"), _table(8, "Q010")),
    (
        "a text over several lines, and a mobile below it",
        _answers("Rose;3;Rien de plus\nRose;1;", 'Rose;3;"Rien\nde plus"\nRose;1;06 12 34 56 78'),
        _table(10, "Q009"),
    ),
    (
        "a questionnaire that ends before it begins",
        edited(ASKED, "debut: 2026-01-05", "debut: 2026-02-01"),
        _at("Q011", 4, 6),
    ),
    (
        "answers that are counted before the end",
        edited(ASKED, "depouille_le: 2026-02-05", "depouille_le: 2026-01-30"),
        _at("Q011", 5, 15),
    ),
    (
        "answers that are counted on the last day",
        edited(ASKED, "depouille_le: 2026-02-05", "depouille_le: 2026-01-31"),
        [],
    ),
    ("answers that are counted, and no end", edited(ASKED, "fin: 2026-01-31\n", ""), _at("Q011", 4, 15)),
    ("answers that are counted, and are not there", {ANSWERED: None}, _at("Q012", 5, 15)),
    (
        "answers that wait to be counted",
        edited(ASKED, "depouille_le: 2026-02-05\n", ""),
        [],
    ),
    (
        "minutes that do not exist",
        edited(ASKED, "projet: Arrosoirs", "compte_rendu: 2026-03-11-bureau"),
        _at("Q013", 14, 51),
    ),
    (
        "an outcome in a project that nobody follows",
        _question("projet: Arosoirs", "projet: Arrosoirs"),
        _at("Q015", 14, 45),
    ),
    (
        "minutes that cannot be read",
        {
            **edited(ASKED, "projet: Arrosoirs", "compte_rendu: 2026-03-10-bureau"),
            **edited("minutes/2026-03-10-bureau.md", "instance: bureau", "instance: burau"),
        },
        [("C006", "minutes/2026-03-10-bureau.md", 2, 11)],
    ),
    (
        "answers among the documents, in another order and another alphabet",
        {
            "content/documents/detail.csv": "\n".join(reversed(MINIATURE[ANSWERED].split("\n"))).encode(),
            **edited(ASKED, "Douze personnes", "[Le détail](document:detail.csv) : douze personnes"),
        },
        _at("Q014", 1, 1, "content/documents/detail.csv"),
    ),
]
