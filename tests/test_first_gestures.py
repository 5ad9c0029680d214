"""What one does with a card stands above it; minutes of long ago say so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from hub.catalogue.rule import Files
from hub.look.pictograms import pictogram
from hub.site import Site
from tests import towns

CARD = "/associations/licornes/"
MINUTES = "minutes/2026-03-10-bureau.md"


def _page(folder: Path, address: str, files: Files | None = None, today: dt.date = towns.TODAY) -> str:
    found = Site(towns.hub_of(folder, files), today).page(address)
    assert found is not None
    return found.decode()


def test_a_card_begins_with_how_to_write_to_an_association(tmp_path: Path) -> None:
    page = _page(tmp_path, CARD)
    gestures = page[page.index('<div class="gestes">') : page.index("Ce qu’elle fait")]
    assert 'href="mailto:contact@licornes.example"' in gestures


def test_an_association_that_is_no_more_has_no_way_to_go_there(tmp_path: Path) -> None:
    where = "    adresse: {voie: 1 rue du Lac, commune: Mini}\n    courriel: contact@licornes.example"
    lake = towns.edited("associations.yaml", "    courriel: contact@licornes.example", where)
    assert "openstreetmap.org/search?query=1%20rue%20du%20Lac%2C%20Mini" in _page(tmp_path / "a", CARD, lake)
    assert "openstreetmap" not in _page(tmp_path / "b", CARD)


def test_minutes_say_after_two_years_that_things_may_have_changed(tmp_path: Path) -> None:
    address = "/comptes-rendus/2026-03-10-bureau/"
    assert "plus de deux ans" not in _page(tmp_path / "a", address)
    assert "plus de deux ans" in _page(tmp_path / "b", address, today=dt.date(2028, 3, 10))


def test_a_theme_stands_on_a_card_with_its_drawing(tmp_path: Path) -> None:
    chosen = towns.edited("associations.yaml", "nom: Jardin}", "nom: Jardin, pictogramme: velo}")
    assert f"{pictogram('nature')}Jardin</a>" in _page(tmp_path / "a", CARD)
    assert f"{pictogram('velo')}Jardin</a>" in _page(tmp_path / "b", CARD, chosen)
