"""A noun, its gender and its plural give every form that a sentence asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hub.build import PROGRAM
from hub.model.bureau import Role
from hub.model.event import Category
from hub.model.minutes import Body
from hub.model.noun import noun_of
from hub.model.wording import DEFAULT, Wording

FORMS = ("le", "un", "du", "au", "de", "ce", "aucun", "tout")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("un comité", "le _, un _, du _, au _, de _, ce _, aucun _, tout le _"),
        ("un office", "l’_, un _, de l’_, à l’_, d’_, cet _, aucun _, tout l’_"),
        ("une commission", "la _, une _, de la _, à la _, de _, cette _, aucune _, toute la _"),
        ("une équipe", "l’_, une _, de l’_, à l’_, d’_, cette _, aucune _, toute l’_"),
        ("une halle", "la _, une _, de la _, à la _, de _, cette _, aucune _, toute la _"),
        ("un haut conseil", "le _, un _, du _, au _, de _, ce _, aucun _, tout le _"),
        ("une harmonie", "l’_, une _, de l’_, à l’_, d’_, cette _, aucune _, toute l’_"),
        ("un hémicycle", "l’_, un _, de l’_, à l’_, d’_, cet _, aucun _, tout l’_"),
    ],
)
def test_a_noun_takes_its_articles(written: str, words: str) -> None:
    noun = noun_of(written)
    assert ", ".join(noun.after(one) for one in FORMS) == words.replace("_", noun.one)


@pytest.mark.parametrize(
    ("written", "several"),
    [
        ("un bureau", "bureaux"),
        ("un comité", "comités"),
        ("une assemblée plénière", "assemblées plénières"),
        ("un groupe de travail", "groupes de travail"),
        ("une équipe d’animation", "équipes d’animation"),
        ("un comité local", "comités locaux"),
        ("un réseau", "réseaux"),
        ("un CLVA", "CLVA"),
        ("un pays", "pays"),
        ("un festival, des festivals", "festivals"),
        ("Un\u00a0cercle", "cercles"),
    ],
)
def test_a_plural_is_regular_unless_it_is_given(written: str, several: str) -> None:
    assert noun_of(written).several == several


def test_several_are_told_after_their_own_articles() -> None:
    words = Wording(college="une famille", titulaire="une élue")
    assert words("Les collèges") == "Les familles"
    assert words("Tous les collèges") == "Toutes les familles"
    assert words("des collèges") == "des familles"
    assert words("de titulaires") == "d’élues"
    assert words("d’un collège") == "d’une famille"


def test_adjectives_and_pronouns_agree() -> None:
    words = Wording(conseil="une commission", bureau="une équipe, des équipes")
    assert words("Le bureau élu") == "L’équipe élue"
    assert words.say("{Les bureaux élus}") == "Les équipes élues"
    assert words.say("Ce qu’est {le conseil}, et comment {il:conseil} fonctionne") == (
        "Ce qu’est la commission, et comment elle fonctionne"
    )
    assert words("Le conseil local") == "La commission locale"


def test_the_usual_words_stay_as_the_program_writes_them() -> None:
    for written in (
        "du bureau",
        "Les collèges",
        "au conseil",
        "des titulaires",
        "Le bureau élu",
        "les bureaux élus",
    ):
        assert DEFAULT(written) == written
    assert DEFAULT("la plénière") == "l’assemblée plénière"


def test_what_a_town_is_without_is_said_of_its_council() -> None:
    words = Wording(conseil="un office", bureau="aucun")
    assert words("du bureau") == "de l’office"
    assert [words.has(name) for name in ("bureau", "college", "pleniere")] == [False, True, True]
    assert words.say("{si bureau:Qui siège {au bureau}|Qui est là}") == "Qui est là"


def test_a_member_of_an_enumeration_bears_the_word_of_the_town() -> None:
    words = Wording(pleniere="un forum", suppleant="une doublure", bureau="aucun")
    assert [words.label(one) for one in (Body.pleniere, Role.suppleant, Category.reunion)] == [
        "forum",
        "doublure",
        "réunion",
    ]
    assert [one.value for one in Body if words.offers(one)] == ["pleniere", "commission", "groupe-de-travail"]


@given(st.text(max_size=40))
def test_a_text_is_a_noun_that_can_be_said_or_is_refused(written: str) -> None:
    try:
        words = Wording(conseil=written)
    except ValidationError:
        return
    assert words("du conseil").endswith(words.noun("conseil").one)
    assert words.say("{Le conseil}").strip()


_SAID = re.compile(r"(?<!\{)\{((?:il:)?[^\W\d_][^{}|:,]*)\}(?!\})")
_BODIES = re.compile("conseil|bureau|coll[eè]ge|pl[eé]ni[eè]re|titulaire|suppl[eé]ant")


def _texts() -> Iterator[str]:
    for file in (PROGRAM / "hub").rglob("*.py"):
        nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        yield from (
            one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)
        )
    for file in (*(PROGRAM / "theme").rglob("*.html"), *(PROGRAM / "theme" / "contribuer").glob("*.md")):
        yield file.read_text(encoding="utf-8")


def test_every_place_of_the_program_where_a_body_is_named_can_be_said() -> None:
    """« {du conseil} » with a slip would be shown as it stands."""
    found = {name for text in _texts() for name in _SAID.findall(text) if _BODIES.search(name)}
    assert len(found) > 20
    for name in found:
        DEFAULT(name)
