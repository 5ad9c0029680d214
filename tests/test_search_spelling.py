"""Words that are spelt as nobody spelt them: what is not an answer, and which word was meant."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.ical_client import NODE
from tests.towns import ROOT

_MODULE = (ROOT / "theme" / "overrides" / "assets" / "hub" / "search" / "spelling.js").as_uri()


def _called(function: str, *arguments: object) -> object:
    script = (
        f'import * as it from "{_MODULE}";'
        f"console.log(JSON.stringify(it.{function}(...JSON.parse(process.argv[1])) ?? null));"
    )
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", script, json.dumps(arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("word", "marked"),
    [
        ("yog", "Yoga"),
        ("adherent", "Adhérent\u00ade\u00ads"),
        ("hibous", "hiboux,"),
        ("travaux", "travail"),
        ("oeuvr", "l'O\u0361euvre"),
        ("cineclu", "Ciné-club"),
    ],
)
def test_what_begins_as_a_word_answers_it(word: str, marked: str) -> None:
    assert _called("answers", word, marked) is True


@pytest.mark.parametrize(
    ("word", "marked"),
    [("subvantion", "su"), ("corale", "axe-core"), ("malentendant", "mal."), ("carnavalesque", "car")],
)
def test_a_few_first_letters_do_not_answer_a_word(word: str, marked: str) -> None:
    assert _called("answers", word, marked) is False


@pytest.mark.parametrize(
    ("word", "vocabulary", "meant"),
    [
        ("subvantion", ["subventions", "subvention"], "subvention"),
        ("corale", ["carole", "chorale"], "chorale"),
        ("benevloe", ["bénévole"], "bénévole"),
        ("ceur", ["cœur"], "cœur"),
        ("yaga", ["yoga", "saga"], "yoga"),
        ("asosiacion", ["association"], None),
        ("corale", ["colle"], None),
        ("xqzwk", ["yoga"], None),
    ],
)
def test_the_nearest_word_was_meant_the_most_frequent_among_equals(
    word: str, vocabulary: list[str], meant: str | None
) -> None:
    assert _called("nearest", word, vocabulary) == meant
