"""What is said to who fills the files: the gestures, and every field of every kind."""

from __future__ import annotations

import pytest

from hub.guidance import fields
from hub.guidance.forms import form_of
from hub.guidance.gestures import Gesture, gestures
from hub.markup.plain import capital
from hub.model.fields import AssociationName, Entity, OneOrMore, PartialDate, Url
from hub.model.kinds import BY_ATTRIBUTE, KINDS
from hub.model.minutes import Action
from hub.model.names import slug
from hub.model.recurrence import Place, Weekday
from hub.places import GESTURES
from hub.schemas.words import title_of

FILLED = fields.filled(slug)
ALL = gestures(GESTURES)
LONGEST = 10
"""Lines of a gesture: what one reads before one begins."""


def test_every_kind_has_its_page_of_fields() -> None:
    kinds = [capital(title_of(kind.model)) for kind in KINDS]
    assert [thing.title for thing in FILLED] == [*kinds, "Identité de la ville"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.attribute)
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
    assert [gesture.key for gesture in ALL][:3] == [
        "comment-ca-marche",
        "corriger-une-page",
        "ajouter-un-compte-rendu",
    ]


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_is_short_and_fills_a_kind_that_exists(gesture: Gesture) -> None:
    assert len([line for line in gesture.text.splitlines() if line[:1].isdigit()]) <= LONGEST
    assert gesture.kind in {"", *BY_ATTRIBUTE}
    assert gesture.summary.endswith(".")
