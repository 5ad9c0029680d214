"""What is said of a text in a line: its first sentences, and nothing that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.feeds.item import item
from hub.markup import Renderer
from hub.markup.issue import blocks
from hub.markup.plain import beginning
from hub.model import Hub
from hub.model.issue import issue_of
from tests import towns

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
    ],
)
def test_a_text_is_told_by_its_first_paragraphs(renderer: Renderer, text: str, words: str) -> None:
    assert beginning(renderer.render(text).html) == words


def test_a_caption_is_no_sentence() -> None:
    assert (
        beginning("<figure><picture></picture><figcaption>Le parc</figcaption></figure><p>Oui.</p>") == "Oui."
    )


@given(st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "a"])))
def test_whatever_is_not_well_closed_is_read_all_the_same(pieces: list[str]) -> None:
    assert "<" not in beginning("".join(pieces))


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
