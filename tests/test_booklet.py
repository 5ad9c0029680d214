"""The directory as a booklet: A5, everybody in it, and an index whose numbers are the right ones."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from pypdf import PdfReader

from hub.build import inspect
from hub.markup import Renderer
from hub.media import booklet
from hub.media.look import Look
from hub.media.press import Press
from hub.media.work import Work
from hub.model import Hub
from tests import large, towns

THEME = towns.ROOT / "theme"
A5 = 420, 595  # points


@pytest.fixture(scope="module")
def hub() -> Hub:
    return inspect(towns.EXAMPLE, towns.TODAY).hub


def made_of(hub: Hub) -> list[Work]:
    return list(booklet.works(hub, towns.TODAY, Renderer(hub), Look(THEME, hub)))


@pytest.fixture(scope="module")
def told(hub: Hub) -> Any:
    (work,) = made_of(hub)
    return json.loads(work.content)


@pytest.fixture(scope="module")
def pages(hub: Hub) -> list[str]:
    """The words of each page."""
    (work,) = made_of(hub)
    reader = PdfReader(io.BytesIO(Press(Look(THEME, hub)).made(work)))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {A5}
    return [" ".join(page.extract_text().replace("\N{NO-BREAK SPACE}", " ").split()) for page in reader.pages]


def test_everybody_but_those_dissolved_is_in_it(hub: Hub, pages: list[str]) -> None:
    listed = [one for one in hub.associations if one.statut != "dissoute"]
    assert pages[0].count(f"{len(listed)} associations, de A à Z") == 1
    for one in listed:
        if one.courriel:
            assert one.courriel in " ".join(pages).replace(". example", ".example")
    assert "Ping-pong lent" not in " ".join(pages)


def test_the_index_sends_to_the_page_where_one_is(hub: Hub, pages: list[str]) -> None:
    index = next(page for page in pages if "Par thème" in page)
    for name, mail in (("Cœur de chœur", "contact@coeurdechoeur"), ("Yoga pour dragons", "souffle@yogapour")):
        number = re.search(rf"{name}[ .]+(\d+)", index)
        assert number
        assert mail in pages[int(number[1]) - 1]


def test_it_says_of_what_day_it_is_and_how_it_is_printed(pages: list[str]) -> None:
    assert "À jour le 9 novembre 2026" in pages[0]
    assert "mise en page « livret »" in pages[-1]


def test_an_entry_says_what_people_choose_by(told: Any) -> None:
    entries = [entry for letter in told["letters"] for entry in letter["entries"]]
    licornes = next(entry for entry in entries if entry["key"] == "licornes-jardinieres")
    assert (licornes["before"], licornes["name"]) == (["Les "], ["Licornes jardinières"])
    assert licornes["marks"] == ["Accueille des bénévoles"]
    assert ["Où", ["Jardin partagé - 40\N{NO-BREAK SPACE}rue Sans-Fin"]] in licornes["facts"]


def test_a_directory_that_nobody_would_fold_has_none() -> None:
    assert made_of(large.with_directory(f"Club {number}" for number in range(booklet.MOST + 1))) == []
    assert made_of(large.with_directory([])) == []
