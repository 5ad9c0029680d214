"""The exports of usual form tools, as they are: each is counted alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.model.answered import is_given, number
from hub.model.disclosure import LEAST
from hub.model.laid import laid
from hub.model.questionnaire import Question, Questionnaire, QuestionType
from hub.model.responses import Responses, responses_of
from hub.model.tally import Choice, Result, Tally, tally
from hub.sources import Document, Origin

COLOUR = Question(question="Votre couleur ?", type=QuestionType.choix, options=("Rouge", "Bleu, ou vert"))
FRUIT = Question(
    question="Vos fruits ?", type=QuestionType.plusieurs, options=("Pomme", "Poire, cuite", "Poire")
)
NOTE = Question(question="Votre note ?", type=QuestionType.note)

PEOPLE: list[tuple[str, tuple[str, ...]]] = [
    *[("Rouge", ("Pomme", "Poire, cuite"))] * 6,
    *[("Bleu, ou vert", ("Poire",))] * 7,
    *[("", ())] * 1,
]
"""What each of some people answered to the first two questions."""


def read(text: str) -> Responses:
    return responses_of(Document("content/questionnaires/q.csv", {}, body=text))


def counted(text: str, *questions: Question) -> tuple[Result, ...]:
    asked = Questionnaire.model_validate(
        {"titre": "Q", "fin": "2026-01-01", "depouille_le": "2026-01-02", "questions": questions}
    )
    asked._origin = Origin(Document("content/questionnaires/q.md", {}))
    found = tally(asked, read(text))
    assert isinstance(found, Tally)
    return found.results


def quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def google() -> str:
    """A row a person, between commas; several answers in one cell, between commas too."""
    rows = [f"{quoted(colour)},{quoted(', '.join(fruits))}" for colour, fruits in PEOPLE]
    return "\n".join(["Votre couleur ?,Vos fruits ?", *rows]) + "\n"


def microsoft() -> str:
    """Each of several answers is followed by a semicolon."""
    rows = [f"{quoted(colour)},{quoted(''.join(f'{one};' for one in fruits))}" for colour, fruits in PEOPLE]
    return "\n".join(["Votre couleur ?,Vos fruits ?", *rows]) + "\n"


def limesurvey() -> str:
    """A column an answer, « Oui » or « Non » in it, the question and the answer in its heading."""
    head = ["Votre couleur ?", *(f"Vos fruits ? [{one}]" for one in FRUIT.options)]
    rows = [
        [colour, *("Oui" if one in fruits else "Non" if fruits else "N/A" for one in FRUIT.options)]
        for colour, fruits in PEOPLE
    ]
    return "\n".join(",".join(map(quoted, row)) for row in (head, *rows)) + "\n"


def framaforms() -> str:
    """Three rows of headings; a column an answer, under the question, crossed."""
    above = ["Détails", "", "", ""]
    groups = ["", "Vos fruits ?", "", ""]
    head = ["Votre couleur ?", *FRUIT.options]
    rows = [[colour, *("X" if one in fruits else "" for one in FRUIT.options)] for colour, fruits in PEOPLE]
    return "\n".join(";".join(map(quoted, row)) for row in (above, groups, head, *rows)) + "\n"


def sphinx() -> str:
    """A column an answer, that begins with the question; the answer itself in it."""
    head = ["Votre couleur ?", *(f"Vos fruits ? - {one}" for one in FRUIT.options)]
    rows = [[colour, *(one if one in fruits else "" for one in FRUIT.options)] for colour, fruits in PEOPLE]
    return "\n".join("\t".join(map(quoted, row)) for row in (head, *rows)) + "\n"


def listed() -> str:
    """A row an answer."""
    rows = []
    for number_, (colour, fruits) in enumerate(PEOPLE, start=1):
        rows.append(f"{number_};Votre couleur ?;{quoted(colour)}")
        rows += [f"{number_};Vos fruits ?;{quoted(one)}" for one in fruits]
    return "\n".join(["personne;question;réponse", *rows]) + "\n"


@pytest.mark.parametrize("export", [google, microsoft, limesurvey, framaforms, sphinx, listed])
def test_the_exports_of_form_tools_are_counted_alike(export: Callable[[], str]) -> None:
    colour, fruit = counted(export(), COLOUR, FRUIT)
    assert colour.people == fruit.people == 13
    assert colour.choices == (Choice(("Rouge",), 6), Choice(("Bleu, ou vert",), 7))
    assert fruit.choices == (Choice(("Pomme",), 6), Choice(("Poire, cuite",), 6), Choice(("Poire",), 7))


@pytest.mark.parametrize("export", [google, microsoft, limesurvey, framaforms, sphinx, listed])
def test_in_no_export_a_column_is_left_over(export: Callable[[], str]) -> None:
    found = laid((COLOUR, FRUIT), read(export()))
    assert (found.people, found.unasked, found.found) == (13, (), {0, 1})


def test_what_people_wrote_beside_the_answers_is_counted_and_not_repeated() -> None:
    rows = ["Votre couleur ?", *["Rouge"] * 9, *(f"Le jaune de ma voisine {n}" for n in range(6))]
    (colour,) = counted("\n".join(rows), COLOUR)
    assert colour.choices == (
        Choice(("Rouge",), 9),
        Choice(("Bleu, ou vert",), 0),
        Choice(("Autre réponse",), 6),
    )
    assert "voisine" not in repr(colour.choices)


def test_notes_are_counted_with_their_mean_where_each_may_be_told() -> None:
    (note,) = counted("\n".join(["Votre note ?", *["2"] * 5, *["4 - Bien"] * 5]), NOTE)
    assert (note.mean, [choice.number for choice in note.choices]) == (3.0, [0, 5, 0, 5, 0])


def test_with_notes_of_a_few_the_mean_stands_alone() -> None:
    (note,) = counted("\n".join(["Votre note ?", *"1234" * 3, *"5" * 4]), NOTE)
    assert (note.choices, note.mean) == ((), 3.1)


def test_fewer_than_five_people_are_told_nothing_of() -> None:
    assert counted("Votre note ?\n1\n2\n3\n4\n", NOTE) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("", "Rouge", "Bleu, ou vert", "Mauve")), st.sets(st.sampled_from(FRUIT.options))
        ),
        max_size=60,
    )
)
def test_whatever_people_answer_nothing_of_a_few_is_told(people: Sequence[tuple[str, set[str]]]) -> None:
    rows = [f"{quoted(colour)};{quoted(', '.join(sorted(fruits)))}" for colour, fruits in people]
    for result in counted("\n".join(["Votre couleur ?;Vos fruits ?", *rows]), COLOUR, FRUIT):
        for choice in result.choices:
            assert choice.number is None or choice.number == 0 or choice.number >= LEAST
        if result.choices and result.question is COLOUR:
            assert sum(choice.number or 0 for choice in result.choices) == result.people


@given(st.text(max_size=200))
def test_no_table_stops_the_program(text: str) -> None:
    try:
        found = laid((COLOUR, FRUIT, NOTE), read(text))
    except ValueError:
        return
    assert found.people <= max(1, text.count("\n") + text.count("\r") + 1)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3", 3.0),
        ("2,5", 2.5),
        ("4 - Satisfait", 4.0),
        ("12 heures", 12.0),
        ("1\u202f200", 1200.0),
        ("trois", None),
    ],
)
def test_numbers_are_read_as_people_write_them(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("kept", "known"),
    [
        ("plus de bancs a l'ombre", True),
        ("Plus de bancs (…) partout", True),
        ("partout (…) Plus de bancs", False),
        ("Plus de chaises", False),
        ("(…)", False),
    ],
)
def test_a_text_that_is_kept_was_written(kept: str, known: bool) -> None:
    question = Question(question="Avis", type=QuestionType.texte)
    answers = laid((question,), read("Avis\nPlus de bancs à l’ombre, et partout.\n"))
    assert is_given(kept, answers, 0) is known
