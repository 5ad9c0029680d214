"""Every Markdown text of a town is found by what it is, read once, and given to every rule of texts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.checks import retold, runner
from hub.checks.known import Known
from hub.checks.texts import Prose
from hub.model import Hub, walk
from hub.model.fields import Entity, Markdown, Meaning, OneOrMore, Text
from hub.model.memory import Memory
from hub.prose import Text as Read
from hub.prose import read
from hub.sources import Document, Origin
from tests import towns
from tests.mistakes.case import ASSOCIATIONS, GUIDE
from tests.towns import edited

TODAY = dt.date(2026, 11, 21)


class Part(Entity):
    """What a thing of a kind that nobody knows holds."""

    nom: Text
    detail: Markdown | None = None


class Toy(Entity):
    """A thing of a kind that nobody knows."""

    titre: Text
    avis: OneOrMore[Markdown] = ()
    parts: tuple[Part, ...] = ()
    address: str = "/toy/"


def _toy(body: str = "") -> Toy:
    toy = Toy(titre="Titre", avis=("Un.",), parts=(Part(nom="a"), Part(nom="b", detail="Deux.")))
    toy._origin = Origin(Document("content/toys/a.md", {}, body=body, body_line=4, head=b"---\n\n---\n"))
    return toy


def test_the_texts_of_a_thing_are_found_by_their_type_whatever_holds_them() -> None:
    toy = _toy("Trois.\n")
    found = [(one.loc, one.value) for one in walk.fields(toy) if one.meaning is Meaning.TEXT]
    assert found == [(("avis", 0), "Un."), (("parts", 1, "detail"), "Deux.")]


def test_a_rule_of_texts_speaks_of_a_thing_that_it_does_not_know(tmp_path: Path) -> None:
    toy, known = _toy("Au <b>06 12 34 56 78</b>.\n"), Known(towns.hub_of(tmp_path), TODAY)
    prose = Prose(read(toy.origin.document.body), toy)
    found = {(one.code, one.line, one.column) for rule in runner.PROSE_RULES for one in rule(prose, known)}
    assert found == {("L001", 4, 4), ("V005", 4, 7)}


def test_each_text_is_read_once_whatever_the_number_of_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = replace(towns.hub_of(tmp_path), memory=Memory())
    asked: list[str] = []
    monkeypatch.setattr(retold, "read", lambda written: asked.append(written) or Read(written))
    list(runner.of_texts(hub, TODAY))
    assert sorted(asked) == sorted(body.words for body in walk.texts(hub))
    assert len(asked) > 5


def test_a_place_in_a_folded_field_is_that_of_its_words(tmp_path: Path) -> None:
    files = edited(
        ASSOCIATIONS,
        '"Planter, arroser : voir le [bureau](/bureau/)."',
        ">-\n      Planter, où l'on\n      voit [là](/la/) et\n\n      <b>ici</b>.",
    )
    found = [(one.code, one.line, one.column) for one in towns.inspected(tmp_path, files).problems]
    assert found == [("L004", 12, 17), ("L001", 14, 7)]


def test_an_agreement_covers_the_texts_of_its_thing_alone(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, edited(GUIDE, "De la terre.", "Au 06 12 34 56 78."))
    agreed = tuple(one.model_copy(update={"consentement": "Accord du 2026-11-12"}) for one in hub.guides)
    told = [
        len([p for p in runner.of_texts(h, TODAY) if p.code == "V005"])
        for h in (hub, hub.having(guides=agreed))
    ]
    assert told == [1, 0]


PIECES = (
    *(
        "[^a]",
        "[^a]: ",
        "[a][b]",
        "[a](b c)",
        "![",
        "](image:x)",
        "](/b/)",
        "](appel:serre)",
        "https://a.b",
        "<b>",
    ),
    *(
        "<!--",
        "-->",
        "<br>",
        "```",
        "~~~",
        "    ",
        "\t",
        "##",
        "# ",
        "#a",
        "---",
        "| ",
        "|-|-|",
        "a|b",
        "- ",
        "1. ",
    ),
    *(
        "7) ",
        "> ",
        "• ",
        "1° ",
        "**",
        "_",
        "\\",
        "&amp;",
        "é",
        "a",
        " ",
        "\n",
        "\n\n",
        "Arrosoirs",
        "habitant.es",
    ),
    *("06 12 34 56 78", "Qui | Quoi | Quand |", "[ici](/agenda/#x)", "[]()", "`"),
)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("town"))


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_a_text_holds_every_rule_tells_places_that_it_has(hub: Hub, written: str) -> None:
    lines, known = written.split("\n"), Known(hub, TODAY)
    for thing in (hub.minutes[0], hub.editorials["index"]):
        first = thing.origin.document.body_line
        prose = Prose(read(written), thing)
        for found in (found for rule in runner.PROSE_RULES for found in rule(prose, known)):
            assert first <= found.line < first + len(lines), found
            assert 1 <= found.column <= len(lines[found.line - first]) + 1, found
