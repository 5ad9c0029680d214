"""Posters: one A4 page, whatever the event, with all one needs to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.build import inspect
from hub.catalogue.pictures import grey
from hub.catalogue.rule import Content
from hub.media.posters import when
from hub.model.media import deserves_poster
from tests import paper, towns

FILE = "content/agenda/yoga.md"
EVENT = """\
---
titre: {title}
resume: {lead}
debut: 2026-12-05 14:00
fin: 2026-12-05 18:00
categorie: formation
organisateurs: [licornes, ville]
lieu: {{nom: {place}, adresse: 2 place de l'Exemple}}
public: associations
tarif: {price}
inscription: Par courriel, avant le 1er décembre
publie_le: 2026-11-01
---
"""
USUAL = {"title": "Semer en hiver", "lead": "Tout sur la neige.", "place": "Serre", "price": "5 €"}


def event(**words: str) -> dict[str, Content]:
    return {FILE: EVENT.format(**{**USUAL, **words})}


def poster(folder: Path, **words: str) -> bytes:
    return paper.poster(towns.hub_of(folder, event(**words)), "yoga")


def test_it_says_what_when_where_by_whom_for_how_much_and_what_to_do(tmp_path: Path) -> None:
    words = paper.text(poster(tmp_path))
    for told in (
        "Formation pour les associations",
        "Semer en hiver",
        "Samedi 5 décembre 2026",
        "de 14 h à 18 h",
        "Serre",
        "2 place de l’Exemple",
        "Tout sur la neige.",
        "Licornes",
        "Ville de Mini",
        "5 €",
        "Par courriel, avant le 1er décembre",
        "mini.example/agenda/yoga",
    ):
        assert told in words, told


def test_its_code_leads_to_the_page_of_the_event(tmp_path: Path) -> None:
    assert paper.codes(poster(tmp_path)) == ["https://mini.example/agenda/yoga/"]


def test_it_is_a_tagged_document_too(tmp_path: Path) -> None:
    data = poster(tmp_path)
    assert paper.reader(data).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [one["/Alt"] for one in paper.elements(data) if one["/S"] == "/Figure"] == [
        "Code QR qui mène à mini.example/agenda/yoga"
    ]


LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéàœ’- ", min_size=1).map(lambda text: f"a{text}".strip(" -"))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=LETTERS, lead=LETTERS, place=LETTERS, factor=st.integers(1, 40))
def test_it_is_one_page_however_long_the_words(
    tmp_path: Path, title: str, lead: str, place: str, factor: int
) -> None:
    title, lead, place = (f'"{(words * factor)[:250]}"' for words in (title, lead, place))
    data = poster(tmp_path, title=title, lead=lead, place=place)
    assert paper.sizes(data) == [paper.A4]
    assert paper.codes(data) == ["https://mini.example/agenda/yoga/"]


def test_the_posters_of_the_example_town_are_one_page_each() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    announced = [one for one in hub.events if deserves_poster(one, towns.TODAY)]
    assert len(announced) > 20
    for one in announced[:8]:
        assert paper.sizes(paper.poster(hub, one.id)) == [paper.A4], one.id


def test_the_poster_of_an_event_shows_its_picture_which_gives_way_to_its_words(tmp_path: Path) -> None:
    said = "image: {fichier: graine.png, texte: Une graine, auteur: Les Licornes}\n"
    files = {
        "content/images/graine.png": grey(960, 480),
        **towns.edited(FILE, "publie_le:", f"{said}publie_le:"),
    }
    data = paper.poster(towns.hub_of(tmp_path / "a", files), "yoga")
    ((left, bottom, right, top),) = paper.pictures(data)
    assert (round(left), round(right)) == (0, 595), "as wide as the sheet"
    assert bottom < 842 - 52 / 25.4 * 72 < 842 < top, "and cut to its place, at the top"
    assert paper.sizes(data) == [paper.A4]


def test_a_recurring_event_is_announced_by_its_rule_and_its_exceptions(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    (yoga,) = (one for one in hub.events if one.id == "yoga")
    assert when(yoga, towns.TODAY) == (
        "Chaque mardi",
        "de\u00a018\u00a0h\u00a030\u00a0à\u00a019\u00a0h\u00a030, jusqu’au 15 décembre 2026",
    )
    assert "Sauf le 24 novembre." in paper.text(paper.poster(hub, "yoga"))


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        ("2026-11-24, 2026-12-01", "Sauf le 24 novembre et le 1er décembre."),
        ("2026-11-24, 2026-12-01, 2026-12-08", "Sauf le 24 novembre, le 1er décembre et le 8 décembre."),
        ("2026-11-10", ""),
    ],
)
def test_only_the_days_to_come_are_told_as_exceptions(tmp_path: Path, left_out: str, words: str) -> None:
    hub = towns.hub_of(tmp_path, towns.edited(FILE, "sauf: [2026-11-24]", f"sauf: [{left_out}]"))
    told = paper.text(paper.poster(hub, "yoga"))
    assert words in told
    assert bool(words) == ("Sauf" in told)
