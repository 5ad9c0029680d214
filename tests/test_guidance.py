"""What is said to who fills the files: the gestures, and every field of every kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from PIL import Image

from hub.atelier.words import REGISTERS, TOLD
from hub.guidance import fields
from hub.guidance.forms import form_of
from hub.guidance.gestures import HEIGHT, PICTURES, SMALL, WIDTH, Gesture, gestures
from hub.guidance.ways import Way, told, ways_of
from hub.markup.plain import capital
from hub.model.fields import AssociationName, Entity, OneOrMore, PartialDate, Url
from hub.model.kinds import BY_ATTRIBUTE, WRITTEN
from hub.model.minutes import Action
from hub.model.names import slug
from hub.model.recurrence import Place, Weekday
from hub.model.wording import DEFAULT
from hub.places import GESTURES, THEME
from hub.schemas.words import title_of
from tests.towns import EXAMPLE, ROOT, TODAY, inspect

FILLED = fields.filled(slug)
ALL = gestures(GESTURES)
LONGEST = 10
"""Lines of a gesture: what one reads before one begins."""

HEAVIEST_PICTURE = 45_000
"""Bytes."""


def test_every_kind_has_its_page_of_fields() -> None:
    kinds = [capital(title_of(kind.model)) for kind in WRITTEN]
    assert [thing.title for thing in FILLED] == [*kinds, "Identité de la ville"]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.attribute)
def test_every_field_of_a_kind_is_explained(kind: object) -> None:
    assert [row.key for row in _table(kind.model).rows] == list(kind.model.model_fields)  # type: ignore[attr-defined]


def _table(model: type[Entity]) -> fields.Table:
    return fields.table_of(model, "", slug)


def test_a_group_of_fields_is_told_on_the_page_of_what_holds_it() -> None:
    events = next(thing for thing in FILLED if thing.key == "date-de-l-agenda")
    assert [table.title for table in events.tables][:2] == ["Date de l’agenda", "Lieu"]
    lieu = next(row for row in events.tables[0].rows if row.key == "lieu")
    assert "[Lieu](#lieu)" in lieu.form


@pytest.mark.parametrize(
    ("hint", "form"),
    [
        (PartialDate, "une date : `2027-06-05`, ou ce qui en est sûr, `2027-06`, `2027`"),
        (AssociationName, "une association de l’annuaire, par l’un de ses noms"),
        (tuple[AssociationName, ...], "des associations de l’annuaire, chacune par l’un de ses noms"),
        (Url | None, "une adresse web, avec « https:// »"),
        (Place, "un ensemble : les champs de [Lieu](#lieu)"),
        (tuple[Action, ...], "plusieurs, chacun avec les champs de [Action](#action)"),
        (float | None, "un nombre"),
    ],
)
def test_what_one_writes_is_said_from_the_type(hint: object, form: str) -> None:
    assert form_of(hint, slug) == form


def test_a_list_of_words_gives_them_all() -> None:
    form = form_of(OneOrMore[Weekday], slug)
    assert form.startswith("un mot, ou plusieurs de cette liste : `lundi`, `mardi`")
    assert form.endswith("`dimanche`")


def test_there_are_gestures_in_the_order_of_their_numbers() -> None:
    assert [gesture.key for gesture in ALL][:4] == [
        "comment-ca-marche",
        "entrer-dans-l-atelier",
        "corriger-une-page",
        "ajouter-un-compte-rendu",
    ]


NOT_SAID = re.compile(
    r"\b(?:yaml|git|markdown|branches?|commits?|dépôts?|forges?|front matter|pull request|fusionn\w+)\b",
    re.I,
)
"""Words that a clerk has no use for: she proposes, somebody reviews, it is published."""


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_is_short_whatever_the_ways(gesture: Gesture) -> None:
    assert len(_lines(told(gesture, tuple(Way)))) <= LONGEST
    assert gesture.kind in {"", *BY_ATTRIBUTE}
    assert gesture.summary.endswith(".")


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_says_no_word_that_a_clerk_does_not_know(gesture: Gesture) -> None:
    said = "\n".join((gesture.title, gesture.summary, gesture.picture, told(gesture, tuple(Way))))
    assert NOT_SAID.findall(said) == []


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_has_its_picture_of_the_right_size(gesture: Gesture) -> None:
    for address, shrunk in ((gesture.image, 1), (gesture.small, SMALL)):
        file = THEME / "overrides" / address.strip("/")
        assert file.stat().st_size <= HEAVIEST_PICTURE // shrunk
        with Image.open(file) as image:
            assert (image.format, image.size) == ("WEBP", (WIDTH // shrunk, HEIGHT // shrunk))


def test_no_picture_is_left_of_a_gesture_that_is_gone() -> None:
    made = {f"{PICTURES}{file.name}" for file in (THEME / "overrides" / PICTURES.strip("/")).iterdir()}
    assert made == {address for gesture in ALL for address in (gesture.image, gesture.small)}


def test_a_gesture_begins_by_the_easiest_way_and_tells_the_others_after() -> None:
    minutes = next(one for one in ALL if one.kind == "minutes")
    first, *_, last, _, by_editor, by_mail = _lines(told(minutes, tuple(Way)))
    assert first.startswith("1. Dans l’atelier, ")
    assert last.startswith("7. En haut à droite, **« Enregistrer »**, puis « Proposer »")
    assert by_editor.startswith("**Sans l’atelier**, avec un compte : en bas de la page « Comptes rendus », ")
    assert by_mail.startswith("**Sans compte** : en bas de la page « Comptes rendus », ")


@pytest.mark.parametrize(
    ("ways", "first"),
    [
        ((Way.editor, Way.mail), "1. En bas de la page « Comptes rendus », **« Ajouter un compte rendu »**."),
        (
            (Way.mail,),
            "1. En bas de la page « Comptes rendus », **« Proposer un compte rendu par courriel »**.",
        ),
        ((), "1. Dites-le au service qui tient ce site : comment lui écrire est encore à confirmer."),
    ],
)
def test_a_site_without_workshop_says_how_one_writes_there(ways: tuple[Way, ...], first: str) -> None:
    minutes = next(one for one in ALL if one.kind == "minutes")
    text = told(minutes, ways)
    assert text.startswith(first)
    assert "atelier" not in text


@pytest.mark.parametrize(
    ("workshop", "ways"), [(True, tuple(Way)), (False, (Way.editor, Way.mail))], ids=["with", "without"]
)
def test_a_site_offers_its_workshop_where_it_has_one(workshop: bool, ways: tuple[Way, ...]) -> None:
    assert ways_of(inspect(EXAMPLE, TODAY).hub.site, workshop=workshop) == ways


def _strings(words: object) -> Iterator[str]:
    if isinstance(words, str):
        yield words
    elif isinstance(words, dict):
        for one in words.values():
            yield from _strings(one)


def test_what_a_gesture_quotes_of_the_workshop_is_written_there() -> None:
    own = json.loads((ROOT / "atelier/source/french.json").read_text(encoding="utf-8"))
    theirs = ROOT / "atelier/node_modules/@sveltia/cms/locales/fr.json"
    shown = {*_strings(own), *_strings(json.loads(theirs.read_text(encoding="utf-8")))}
    shown |= set(re.findall(r"{{(Ajouter .*?)}}", own["add_x"]))
    shown |= {DEFAULT.say(one.label) for one in (*TOLD.values(), *REGISTERS.values())} | {"Mandats"}
    quoted = {
        words
        for gesture in ALL
        for words in re.findall(r"« ([A-ZÉ][^»]*) »", gesture.begun.get(Way.workshop, ""))
        + re.findall(
            r"« (Ajouter [^»]*|Sous-titre|Se connecter|Parcourir|Téléverser) »", "".join(gesture.steps)
        )
    }
    assert len(quoted) > 10
    assert quoted <= shown
