"""What is said of a text in a line: its first sentences, and nothing that is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from hub.build import inspect
from hub.feeds.item import item
from hub.feeds.vevent import vevents
from hub.markup import Renderer
from hub.markup.issue import blocks
from hub.markup.typography import french_html
from hub.model import Hub
from hub.model.issue import issue_of
from hub.prose import read
from hub.prose.beginning import beginning
from hub.prose.words import whole
from tests import towns
from tests.test_reading_texts import SIGNS

TABLE = "| Poste | Montant |\n|---|---|\n| Salle | 100 € |\n"


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    return Renderer(towns.hub_of(tmp_path_factory.mktemp("mini")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Introduction.\n\n## Budget\n\n{TABLE}", "Introduction."),
        ("## Avant\n\nDe la *terre*.\n\nEt du temps.\n\n## Après\n\nDe l’eau.", "De la terre. Et du temps."),
        (f"{TABLE}\nVoilà tout.", "Voilà tout."),
        ("Apportez :\n\n- un seau\n- une pelle\n\nEt venez.", "Apportez : un seau, une pelle"),
        ("Apportez :\n\n- un seau\n\n- une pelle\n", "Apportez : un seau, une pelle"),
        ("Venez.\n\n- un seau\n- une pelle", "Venez."),
        ("- un seau\n- une pelle", "un seau, une pelle"),
        ("> Cité.\n\nDit-on.", "Cité. Dit-on."),
        ("    du code\n\nDes mots.", "Des mots."),
        (TABLE, ""),
        ("## Un titre", ""),
        ("", ""),
        ("Un mot.", "Un mot."),
        ("![Le parc](image:parc.jpg 'Vue')\n\nOui.", "Oui."),
        ("Un.\n\n![Le parc](image:parc.jpg)\n\nDeux.", "Un."),
        ("Un[^1] ![x](image:a.jpg)\nmot.\n\n[^1]: Une note.", "Un mot."),
        ("- [ ] un\n  1. un bis\n- deux", "un, un bis, deux"),
    ],
)
def test_a_text_is_told_by_its_first_paragraphs(renderer: Renderer, text: str, words: str) -> None:
    assert renderer.beginning(text) == words


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Un &amp; deux\n\n- trois\n- qua*tre*\n  - cinq\n", ["Un & deux", "trois", "quatre", "cinq"]),
        ("Salle\\\nRue  \nVille\nEurope", ["Salle", "Rue", "Ville Europe"]),
        (f"## Budget\n\n{TABLE}", ["Budget", "Poste | Montant", "Salle | 100 €"]),
        ("Tapez :\n\n    un\n      deux\n\n    trois\n", ["Tapez :", "un", "  deux", "trois"]),
        ("- [ ] Un\n- [x] Deux", ["☐ Un", "☑ Deux"]),
        ("![Un chat](image:chat.jpg 'Sieste')\n\n[![Le logo](image:a.png)](/a/)", ["Un chat", "Le logo"]),
        (
            "Un[^b], deux[^a].\n\n[^a]: Première\n    note.\n[^b]: Seconde.\n[^c]: Jamais.\n\nFin.",
            ["Un (note 1), deux (note 2).", "Fin.", "Note 1 : Seconde.", "Note 2 : Première note."],
        ),
        ("| a |\n|---|\n| un<br>deux |\n", ["a", "un deux"]),
        ("Un\\. L\\'eau &#7;`*x*` <https://x.example/>", ["Un. L'eau *x* https://x.example/"]),
    ],
)
def test_a_text_is_told_as_a_reader_would_say_it(renderer: Renderer, text: str, lines: list[str]) -> None:
    assert renderer.words(text).split("\n") == lines


@given(SIGNS)
def test_whatever_is_written_is_told_in_lines_that_begin_alike(written: str) -> None:
    text = read(written)
    assert "" not in whole(text).split("\n")[1:]
    assert "\n" not in beginning(text)


def test_calendars_contacts_and_feeds_are_told_the_words_of_a_text(tmp_path: Path) -> None:
    text = "Apportez[^1] :\n\n- [ ] un *seau*\n\n| a | b |\n|---|---|\n\n[^1]: Pour l'eau.\n"
    head = "titre: Essai\ndebut: 2026-12-05 10:00\npublie_le: 2026-11-12\n"
    files = {"content/agenda/essai.md": f"---\n{head}categorie: reunion\n---\n{text}"}
    made = towns.inspected(tmp_path, files).hub
    assert made is not None
    (event,) = (one for one in made.events if one.id == "essai")
    renderer = Renderer(made)
    calendar = re.sub(rb"\r\n ", b"", vevents(made, event, renderer)).decode()
    told = "DESCRIPTION:Apportez (note 1) :\\n☐ un seau\\na | b\\nNote 1 : Pour l’eau."
    assert told in calendar.replace("\u00a0", " ")
    summary = item(made, event, renderer, towns.TODAY).summary
    assert summary.replace("\u00a0", " ") == "Samedi 5 décembre 2026, à 10 h. Apportez : un seau"


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    news = f"---\ntitre: Essai\npublie_le: 2026-11-12\n---\nIntroduction.\n\n## Budget\n\n{TABLE}"
    return towns.hub_of(tmp_path, {"content/actualites/essai.md": news})


def test_feeds_and_letters_say_the_same_of_a_text(hub: Hub) -> None:
    (news,) = (one for one in hub.news if one.id == "essai")
    renderer = Renderer(hub)
    assert item(hub, news, renderer, towns.TODAY).summary == "Introduction."
    told = blocks(issue_of(hub, hub.letters[0], towns.TODAY), renderer)
    assert [entry.summary for block in told for entry in block.entries if entry.title == "Essai"] == [
        "Introduction."
    ]


def test_the_html_of_a_text_has_its_french_spaces_already() -> None:
    """Feeds take it as it is: what is said of a document and below an image too, which are no words of it."""
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    renderer = Renderer(hub)
    texts = [renderer.render(thing.text).html for thing in hub.publications]
    assert any("<figcaption>" in text for text in texts)
    assert [text for text in texts if french_html(text) != text] == []
