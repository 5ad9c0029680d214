"""Somebody who knows nothing of this site asks Malakoff eight questions, on a phone, from its home page: in
three taps, an answer, or whom to ask and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Tab
from tests.serving import served

pytestmark = pytest.mark.malakoff

SERVICE = "service de la vie associative de Malakoff"
UNKNOWN = "Son téléphone, son adresse électronique, le lieu où il reçoit et ses horaires sont à confirmer."
TOWN_HALL = "Hôtel de ville, place du 11-Novembre-1918, 92240 Malakoff"


class Question(NamedTuple):
    """The links that are followed, by their words, what is looked for in the directory before, if anything,
    and what the last page says."""

    taps: tuple[str, ...]
    answers: tuple[str, ...]
    sought: str = ""


QUESTIONS = {
    "is there a yoga class": Question(
        ("aidez-nous à compléter l’annuaire", "Demander une fiche"), (SERVICE, UNKNOWN, TOWN_HALL), "yoga"
    ),
    "who sits": Question(
        ("Savoir qui siège au bureau", "Bureau 2021-2023"), ("Cercle de Systema", "Scarabé-e", "à confirmer")
    ),
    "who sits today": Question(
        ("Savoir qui siège au bureau",), ("aujourd’hui est à confirmer", SERVICE, UNKNOWN)
    ),
    "what was decided": Question(
        ("Compte rendu du bureau du 25 novembre 2021",),
        ("Newsletter", "Questionnaire sur le Forum de rentrée"),
    ),
    "when is the next date": Question((), ("Aucune date à venir", "prochaine rencontre", SERVICE, UNKNOWN)),
    "how is one in the directory": Question(
        ("Être dans l’annuaire", "Demander une fiche"), ("Indispensable", SERVICE, TOWN_HALL, UNKNOWN)
    ),
    "how does one ask for a grant": Question(
        ("Demander une subvention",), ("Cerfa n° 12156", "hôtel de ville", "à confirmer")
    ),
    "how does one subscribe": Question(
        ("Être prévenu, sans compte",), ("agenda", "téléphone", "ne sait pas qui s’abonne")
    ),
    "whom does one call": Question((), ("Qui vous répond", SERVICE, TOWN_HALL, UNKNOWN)),
}

MOST_TAPS = 3


@pytest.fixture(scope="module")
def url(malakoff_site: Path) -> Iterator[str]:
    with served(malakoff_site) as address:
        yield str(address)


@pytest.fixture(params=[True, False], ids=["with a script", "without"])
def phone(request: pytest.FixtureRequest, tab: Tab, url: str) -> Iterator[Page]:
    screen = {"width": 360, "height": 740}
    with tab(viewport=screen, java_script_enabled=request.param, locale="fr-FR") as page:
        page.goto(url)
        yield page


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_it_is_answered_in_three_taps_or_somebody_is_named(phone: Page, question: Question) -> None:
    taps = 0
    if question.sought:
        phone.get_by_label("Trouver une association").fill(question.sought)
        phone.get_by_role("button", name="Chercher").click()
        taps += 1
    for words in question.taps:
        phone.locator(".corps").get_by_role("link", name=words).first.click()
        taps += 1
    said = phone.locator(".corps")
    for answer in question.answers:
        expect(said).to_contain_text(answer)
    assert taps <= MOST_TAPS


def test_a_search_without_an_answer_leads_to_somebody(phone: Page) -> None:
    phone.get_by_label("Trouver une association").fill("yoga")
    phone.get_by_role("button", name="Chercher").click()
    expect(phone.locator(".corps")).to_contain_text("8 associations sur environ 300")
    ask = phone.get_by_role("link", name="Demandez au service")
    if ask.count() and ask.is_visible():  # a script says that nothing was found
        ask.click()
        expect(phone.locator("#service")).to_be_in_viewport()


def test_where_no_call_is_open_somebody_knows_of_the_next(malakoff_site: Path) -> None:
    html = (malakoff_site / "appels" / "index.html").read_text(encoding="utf-8")
    assert "Quand s’ouvrira le prochain\N{NARROW NO-BREAK SPACE}? Demandez au " + SERVICE in html
