"""The name of the town after « de », as people say it."""

from __future__ import annotations

import re

import pytest

from hub.build import PROGRAM
from hub.markup.town import at, of, of_town
from hub.model.site import Site


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Malakoff", "de Malakoff"),
        ("Les Lilas", "des Lilas"),
        ("Le Mans", "du Mans"),
        ("Le Havre", "du Havre"),
        ("La Rochelle", "de La Rochelle"),
        ("L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
        ("L'Île-Saint-Denis", "de L'Île-Saint-Denis"),
        ("Ivry-sur-Seine", "d’Ivry-sur-Seine"),
        ("Évry", "d’Évry"),
        ("Œting", "d’Œting"),
        ("Yerres", "d’Yerres"),
        ("Hyères", "d’Hyères"),
        ("Hérouville-Saint-Clair", "d’Hérouville-Saint-Clair"),
        ("Haguenau", "de Haguenau"),
        ("Hénin-Beaumont", "d’Hénin-Beaumont"),
        ("Hazebrouck", "d’Hazebrouck"),
        ("Halluin", "d’Halluin"),
        ("Harfleur", "d’Harfleur"),
        ("Houilles", "de Houilles"),
        ("Honfleur", "de Honfleur"),
        ("Herrlisheim", "de Herrlisheim"),
        ("Herblay-sur-Seine", "d’Herblay-sur-Seine"),
        ("Oyonnax", "d’Oyonnax"),
        ("Yutz", "de Yutz"),
        ("le Mans", "du Mans"),
        ("LES LILAS", "des LILAS"),
        ("Le Kremlin-Bicêtre", "du Kremlin-Bicêtre"),
        ("Lespinasse", "de Lespinasse"),
        ("Lens", "de Lens"),
        ("Ville-Exemple", "de Ville-Exemple"),
    ],
)
def test_a_town_follows_its_de(name: str, words: str) -> None:
    assert of(name) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Malakoff", "à Malakoff"),
        ("Le Mans", "au Mans"),
        ("Les Lilas", "aux Lilas"),
        ("La Rochelle", "à La Rochelle"),
        ("L'Haÿ-les-Roses", "à L'Haÿ-les-Roses"),
        ("Hyères", "à Hyères"),
        ("Lens", "à Lens"),
    ],
)
def test_a_town_follows_its_a(name: str, words: str) -> None:
    assert at(name) == words


def test_what_the_town_says_of_itself_comes_first() -> None:
    site = Site.unknown().model_copy(update={"commune": "Honfleur", "commune_de": "d’Honfleur"})
    assert of_town(site) == "d’Honfleur"


_GLUED = re.compile(r"\b(?:de|du|des|à|au|aux)[ \u00a0]?\{+[^{}]*commune|[dl][’']\{+[^{}]*commune")


def test_no_text_puts_a_preposition_before_the_name_by_itself() -> None:
    files = [*(PROGRAM / "hub").rglob("*.py"), *(PROGRAM / "theme").rglob("*.html")]
    assert len(files) > 100
    assert [file.name for file in files if _GLUED.search(file.read_text(encoding="utf-8"))] == []
    assert _GLUED.search("{{ conseil }} de {{ config.extra.hub.commune | e }}.")
    assert _GLUED.search('f"association de {hub.site.commune}."')
