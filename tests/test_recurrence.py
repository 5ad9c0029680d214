"""Dates that come back: what is accepted, in which words, how far it unfolds, what is going on today."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from hub.build import TEMPLATES
from hub.checks import Problem, agenda, clashes, exceptions, recurrence
from hub.feeds.item import item
from hub.markup import Renderer, rhythm
from hub.markup.issue import blocks
from hub.markup.running import running
from hub.media.posters import when
from hub.model import Hub
from hub.model.event import Event
from hub.model.issue import issue_of
from hub.model.recurrence import MOST_TIMES
from hub.model.site import Site
from hub.pages import pages
from tests import towns
from tests.events import events
from tests.mistakes.agenda import changed, yoga
from tests.mistakes.case import YOGA

PRECISE = [*agenda.CHECKS[:1], *recurrence.CHECKS, *exceptions.CHECKS, *clashes.CHECKS]


@settings(max_examples=200, deadline=None)
@given(event=events())
def test_the_events_of_the_properties_are_accepted(event: Event) -> None:
    hub = Hub(Site.unknown()).having(events=[event])
    assert [str(one) for rule in PRECISE for one in rule(hub, towns.TODAY)] == []


def back(debut: str, fin: str | None = None, **rule: Any) -> Event:
    fields = {"titre": "X", "debut": debut, "categorie": "evenement", "recurrence": rule}
    return Event.model_validate({**fields, "fin": fin} if fin else fields)


def plain(words: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", words)


EVENING = ("2027-03-09 18:00", "2027-03-09 20:00")

WORDS = [
    (
        back("2027-03-09 10:00", "2027-03-09 18:00", frequence="quotidienne", jusqu_a="2027-03-11"),
        "du mardi 9 au jeudi 11 mars 2027, de 10 h à 18 h chaque jour",
    ),
    (
        back("2027-02-28", frequence="quotidienne", nombre="3"),
        "du dimanche 28 février au mardi 2 mars 2027, chaque jour",
    ),
    (
        back("2026-12-31 10:00", frequence="quotidienne", nombre="2"),
        "du jeudi 31 décembre 2026 au vendredi 1er janvier 2027, à 10 h chaque jour",
    ),
    (
        back("2027-03-09", frequence="quotidienne", intervalle="2", jusqu_a="2027-03-15"),
        "un jour sur deux, jusqu’au 15 mars 2027",
    ),
    (back(*EVENING, frequence="hebdomadaire", jour=["jeudi", "mardi"]), "les mardis et jeudis"),
    (
        back(*EVENING, frequence="hebdomadaire", jour=["mardi", "jeudi", "samedi"], nombre="9"),
        "les mardis, jeudis et samedis, 9 fois",
    ),
    (
        back(*EVENING, frequence="hebdomadaire", jour=["mardi", "jeudi"], intervalle="2"),
        "les mardis et jeudis, une semaine sur deux",
    ),
    (
        back(*EVENING, frequence="quotidienne", jour="mardi mercredi jeudi vendredi samedi".split()),
        "chaque semaine, du mardi au samedi",
    ),
    (
        back("2027-03-04", frequence="mensuelle", jour="jeudi", rang=["troisieme", "premier"]),
        "les premier et troisième jeudis du mois",
    ),
    (
        back(
            "2027-03-04", frequence="mensuelle", jour="jeudi", rang=["premier", "troisieme"], intervalle="2"
        ),
        "les premier et troisième jeudis, un mois sur deux",
    ),
    (
        back("2027-03-02", frequence="mensuelle", jour=["mardi", "jeudi"], rang="premier"),
        "le premier mardi et le premier jeudi du mois",
    ),
    (
        back("2027-03-04", frequence="mensuelle", jour=["jeudi"], rang=["premier"]),
        "le premier jeudi de chaque mois",
    ),
    (
        back("2027-03-04", frequence="annuelle", jour="jeudi", rang=["premier", "dernier"]),
        "chaque année, les premier et dernier jeudis de mars",
    ),
    (back("2027-01-31", frequence="mensuelle"), "le 31 des mois qui en ont un"),
    (back("2028-02-29", frequence="annuelle"), "chaque année qui a un 29 février"),
    (back("2028-02-29", frequence="annuelle", intervalle="4"), "tous les 4 ans"),
    (back("2027-03-03", dates=["2027-03-24", "2027-03-10"]), "les 3, 10 et 24 mars 2027"),
    (
        back("2026-12-31", dates=["2027-03-01", "2027-03-10"]),
        "le 31 décembre 2026, puis les 1er et 10 mars 2027",
    ),
    (back("2027-03-03", dates=["2027-04-07", "2027-03-10"]), "les 3 et 10 mars et le 7 avril 2027"),
    (
        back("2027-03-03 18:00", dates=["2027-03-03 20:30", "2027-03-10"]),
        "le 3 mars 2027 à 18 h, le 3 mars 2027 à 20 h 30 et le 10 mars 2027 à 18 h",
    ),
    (
        back("2027-03-03 18:00", dates=[f"2027-03-{day:02} 16:00" for day in range(4, 11)]),
        "les 3, 4, 5, 6, 7, 8, 9 et 10 mars 2027, à des heures différentes",
    ),
    (back("2027-03-03", dates=["2027-03-10", "2027-03-24"], sauf=["2027-03-10"]), "les 3 et 24 mars 2027"),
    (
        back(
            "2027-03-01",
            dates=[f"2027-{month:02}-15" for month in range(3, 16) if month < 13] * 1
            + [f"2028-01-{day:02}" for day in range(1, 5)],
        ),
        "15 dates, du 1er mars 2027 au 4 janvier 2028",
    ),
    (
        back(*EVENING, frequence="hebdomadaire", jour="mardi", jusqu_a="2027-06-30", dates=["2027-07-03"]),
        "chaque mardi, jusqu’au 30 juin 2027, et aussi le 3 juillet 2027",
    ),
]


@pytest.mark.parametrize(("event", "words"), WORDS, ids=[words for _, words in WORDS])
def test_what_comes_back_is_told_in_words(event: Event, words: str) -> None:
    assert plain(rhythm.recurrence(event)) == words


def first_of(event: Event) -> Any:
    return next(event.occurrences(event.debut.first, event.debut.first))


def test_what_is_open_each_day_is_told_as_a_whole_and_once() -> None:
    event = WORDS[0][0]
    assert plain(rhythm.when(first_of(event))) == WORDS[0][1]
    assert rhythm.besides(event) == ""


def test_a_poster_tells_the_days_then_the_hours() -> None:
    told = when(WORDS[0][0], dt.date(2027, 3, 1))
    assert [plain(words) for words in told] == [
        "Du mardi 9 au jeudi 11 mars 2027",
        "de 10 h à 18 h chaque jour",
    ]
    listed = when(back(*EVENING, dates=["2027-03-16"]), dt.date(2027, 3, 1))
    assert [plain(words) for words in listed] == ["Les 9 et 16 mars 2027", "de 18 h à 20 h"]


def test_a_poster_tells_the_dates_of_a_list_that_are_to_come() -> None:
    event = back(*EVENING, dates=["2027-03-16", "2027-03-23 16:00"])
    told = [when(event, dt.date(2027, 3, day)) for day in (10, 17)]
    assert [plain(" | ".join(one)) for one in told] == [
        "Le 16 mars 2027 de 18 h à 20 h et le 23 mars 2027 de 16 h à 18 h | ",
        "Le 23 mars 2027 | de 16 h à 18 h",
    ]


@pytest.mark.parametrize(
    ("fin", "words"),
    [
        ("2027-03-09 24:00", "mardi 9 mars 2027, de 10 h à minuit"),
        ("2027-03-10 00:00", "mardi 9 mars 2027, de 10 h à minuit"),
        ("2027-03-10 24:00", "du mardi 9 mars 2027 à 10 h au mercredi 10 mars 2027 à minuit"),
    ],
)
def test_midnight_is_the_end_of_its_day(fin: str, words: str) -> None:
    event = Event(titre="X", debut="2027-03-09 10:00", fin=fin, categorie="evenement")
    once = first_of(event)
    assert plain(rhythm.when(once)) == words
    assert list(once.days())[-1] == once.last_day


RUNNING = [
    (Event(titre="X", debut="2026-11-16", fin="2026-11-28", categorie="evenement"), "jusqu’au 28 novembre"),
    (Event(titre="X", debut="2026-11-16", fin="2026-11-21", categorie="evenement"), "dernier jour"),
    (
        Event(titre="X", debut="2026-11-16", fin="2027-01-03", categorie="evenement"),
        "jusqu’au 3 janvier 2027",
    ),
    (Event(titre="X", debut="2026-11-21", fin="2026-11-28", categorie="evenement"), None),
    (Event(titre="X", debut="2026-11-23", fin="2026-11-28", categorie="evenement"), None),
    (Event(titre="X", debut="2026-11-16", fin="2026-11-28", categorie="evenement", annule="Y"), None),
    (Event(titre="X", debut="2026-11-20 20:00", fin="2026-11-21 02:00", categorie="evenement"), None),
    (Event(titre="X", debut="2026-11", categorie="evenement"), None),
    (back("2026-11-16 10:00", frequence="quotidienne", jusqu_a="2026-11-28"), "jusqu’au 28 novembre"),
    (back("2026-11-03 18:30", frequence="hebdomadaire", jusqu_a="2026-12-15"), None),
]


@pytest.mark.parametrize(("event", "words"), RUNNING)
def test_what_has_begun_says_until_when_it_goes_on(event: Event, words: str | None) -> None:
    once = event.following(towns.TODAY) or next(event.occurrences(event.debut.first, event.debut.last))
    found = running(once, towns.TODAY)
    assert (found and found.words) == (words and f"en cours, {words}")


EXHIBITION = """\
---
titre: Mille bouchons
debut: {debut}
fin: {fin}
{rule}categorie: evenement
organisateurs: [licornes]
publie_le: 2026-11-01
---
"""
WHOLE = EXHIBITION.format(debut="2026-11-16", fin="2026-11-28", rule="")
EACH_DAY = EXHIBITION.format(
    debut="2026-11-16 10:00",
    fin="2026-11-16 18:00",
    rule="recurrence: {frequence: quotidienne, jusqu_a: 2026-11-28}\n",
)
LISTS = ("/agenda/", "/agenda/evenements/")
ROW = re.compile(r'<li class="rendez-vous.*?</li>', re.DOTALL)
DAY = re.compile(r'class="jour">(.*?)</h3>\s*<ul class="passages">(.*?)</ul>', re.DOTALL)


@pytest.mark.parametrize("text", [WHOLE, EACH_DAY], ids=["of several days", "of each day"])
def test_no_list_dates_what_is_going_on_by_the_day_it_began(tmp_path: Path, text: str) -> None:
    hub = towns.hub_of(tmp_path, {"content/agenda/bouchons.md": text})
    made = {page.address: page.body for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    (card,) = (card for card in ROW.findall(made["/"]) if "/agenda/bouchons/" in card)
    assert re.findall(r'class="feuillet-(\w+)">([^<]*)<', card) == [
        ("mot", "jusqu’au"),
        ("jour", "28"),
        ("mois", "nov."),
        ("an", "2026"),
    ]
    assert "en cours, jusqu’au 28\u00a0novembre" in card
    for address in LISTS:
        (day,) = (day for day, rows in DAY.findall(made[address]) if "/agenda/bouchons/" in rows)
        assert day == "jusqu’au samedi <b>28</b>\u00a0novembre"
    today = made["/agenda/2026/11/"].partition('aria-current="date"')[2].partition("</td>")[0]
    assert "Mille bouchons" in today
    assert "jusqu’au 28\u00a0novembre" in today
    assert "en cours, jusqu’au 28\u00a0novembre" in made["/agenda/bouchons/"]
    assert "(en cours)" in made["/associations/licornes/"]


LISTED = EXHIBITION.format(
    debut="2026-11-24 18:00",
    fin="2026-11-24 20:00",
    rule="recurrence: {dates: [2026-12-01, 2026-12-08 16:00]}\n",
)


@pytest.mark.parametrize(
    ("text", "words", "in_a_letter"),
    [
        (EACH_DAY, "Du lundi 16 au samedi 28 novembre 2026, de 10 h à 18 h chaque jour", ""),
        (
            LISTED,
            "Mardi 24 novembre 2026, de 18 h à 20 h "
            "(le 24 novembre 2026 de 18 h à 20 h, le 1er décembre 2026 de 18 h à 20 h "
            "et le 8 décembre 2026 de 16 h à 18 h)",
            "Mardi 24 novembre 2026, de 18 h à 20 h, et d’autres dates",
        ),
    ],
    ids=["each day", "a list"],
)
def test_a_feed_tells_the_whole_of_it_once_and_a_letter_its_next_time(
    tmp_path: Path, text: str, words: str, in_a_letter: str
) -> None:
    hub = towns.hub_of(tmp_path, {"content/agenda/bouchons.md": text})
    renderer = Renderer(hub)
    told = item(hub, hub.keys["agenda"]["bouchons"], renderer, towns.TODAY).content
    raised = words.replace("1er", "1<sup>er</sup>")
    assert plain(told).startswith(f"<p>{raised}.</p>")
    (letter,) = hub.letters
    facts = [
        entry.fact
        for block in blocks(issue_of(hub, letter, towns.TODAY), renderer)
        for entry in block.entries
    ]
    assert (in_a_letter or words) in map(plain, facts)


def test_the_grid_of_a_month_has_each_day_of_what_is_open_each_day(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {"content/agenda/bouchons.md": EACH_DAY})
    made = {page.address: page.body for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    grid = made["/agenda/2026/11/"].partition("</table>")[0]
    assert grid.count('href="/agenda/bouchons/"') == 13


def test_a_page_tells_every_day_that_is_cancelled_even_beyond_the_next_times(tmp_path: Path) -> None:
    change = ", changements: [{date: 2026-12-20, annule: Grève}], sauf: [2026-12-24]}"
    text = EACH_DAY.replace("jusqu_a: 2026-11-28}", "jusqu_a: 2026-12-31" + change)
    hub = towns.hub_of(tmp_path, {"content/agenda/bouchons.md": text})
    made = {page.address: page.body for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    told = re.findall(r"<p>((?:Pas de rendez-vous|Annulé) .*?\.)</p>", made["/agenda/bouchons/"])
    assert [*map(plain, told)] == ["Pas de rendez-vous le 24 décembre 2026.", "Annulé le 20 décembre 2026."]


def test_a_category_without_past_dates_does_not_lead_to_them(tmp_path: Path) -> None:
    text = "---\ntitre: Bal\ndebut: 2026-12-05\ncategorie: evenement\n---\n"
    minutes = towns.edited("minutes/2026-03-10-bureau.md", "prochaine: 2026-05-12 18:30\n", "")
    hub = towns.hub_of(tmp_path, {**minutes, YOGA: text})
    made = {page.address: page.body for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    assert 'id="par-annee"' not in made["/agenda/"]
    assert "#par-annee" not in made["/agenda/evenements/"]


@pytest.mark.parametrize(
    "event",
    [
        back("1800-01-01", "2200-12-31", frequence="hebdomadaire", nombre="1000"),
        back("1800-01-01", frequence="quotidienne"),
        back("1800-01-01", frequence="quotidienne", jusqu_a="2200"),
        back(
            "1800-01-01 10:00",
            dates=[f"{1801 + n // 360}-{1 + n // 30 % 12:02}-{1 + n % 28:02}" for n in range(2000)],
        ),
    ],
)
def test_what_is_too_much_for_an_event_is_not_unfolded(event: Event) -> None:
    assert not event.unfolds()
    assert len(list(event.occurrences(dt.date(1800, 1, 1), dt.date(2200, 12, 31)))) <= 1


@settings(deadline=None)
@given(event=events())
def test_times_are_never_more_than_what_is_counted_beforehand(event: Event) -> None:
    assert event.recurrence
    found = list(event.occurrences(dt.date(2020, 1, 1), dt.date(2200, 1, 1)))
    own = event.recurrence.frequence is None
    assert len(found) <= event.recurrence.about(event.debut.first) + own <= MOST_TIMES


def problems(folder: Path, text: str) -> list[Problem]:
    return towns.inspected(folder, {YOGA: text}).problems


def remedied(folder: Path, wrong: str, words: str, *edits: tuple[str, str]) -> list[str]:
    """The codes that are left when the only remedy, which holds these words, is followed to the letter."""
    (problem,) = problems(folder / "wrong", wrong)
    assert words in problem.remedy
    for old, new in edits:
        assert old in wrong
        wrong = wrong.replace(old, new)
    return [one.code for one in problems(folder / "right", wrong)]


def test_a_first_day_that_is_left_out_is_cancelled_instead(tmp_path: Path) -> None:
    change = "changements: [{date: 2026-11-03, annule: La raison}]"
    wrong = yoga("frequence: hebdomadaire, nombre: 4, sauf: [2026-11-03]")
    assert remedied(tmp_path, wrong, change, ("sauf: [2026-11-03]", change)) == []


def test_the_end_of_what_is_open_each_day_is_that_of_its_first_day(tmp_path: Path) -> None:
    wrong = yoga("frequence: quotidienne, jusqu_a: 2026-11-05").replace("fin: 2026-11-03", "fin: 2026-11-05")
    end = ("fin: 2026-11-05 19:30", "fin: 2026-11-03 19:30")
    assert remedied(tmp_path, wrong, end[1], end) == []


def test_a_list_that_begins_before_its_first_date_is_put_in_order(tmp_path: Path) -> None:
    wrong = yoga("dates: [2026-11-10, 2026-10-27]")
    edits = [
        ("debut: 2026-11-03 18:30", "debut: 2026-10-27 18:30"),
        ("fin: 2026-11-03 19:30", "fin: 2026-10-27 19:30"),
        ("dates: [2026-11-10, ", "dates: [2026-11-10, 2026-11-03 18:30, "),
    ]
    words = "« debut: 2026-10-27 18:30 », « fin: 2026-10-27 19:30 », et ajoutez 2026-11-03 18:30"
    assert remedied(tmp_path, wrong, words, *edits) == []


def test_midnight_after_a_beginning_is_offered_as_24_00(tmp_path: Path) -> None:
    end = ("fin: 2026-11-03 19:30", "fin: 2026-11-03 00:00")
    wrong = yoga("frequence: hebdomadaire, nombre: 3").replace(*end)
    assert remedied(tmp_path, wrong, "fin: 2026-11-03 24:00", (end[1], "fin: 2026-11-03 24:00")) == []


def test_24_00_as_a_beginning_is_offered_as_the_day_after(tmp_path: Path) -> None:
    start = ("debut: 2026-11-03 18:30", "debut: 2026-11-03 24:00")
    wrong = yoga("dates: [2026-11-10]").replace(*start).replace("fin: 2026-11-03 19:30\n", "")
    assert remedied(tmp_path, wrong, "2026-11-04 00:00", (start[1], "debut: 2026-11-04 00:00")) == []


def test_two_changes_of_one_time_are_made_one(tmp_path: Path) -> None:
    moved, off = (
        "{date: 2026-11-10, debut: 2026-11-11 18:30}",
        "{date: 2026-11-10, annule: La salle est prise}",
    )
    one = "{date: 2026-11-10, debut: 2026-11-11 18:30, annule: La salle est prise}"
    assert remedied(tmp_path, changed(moved, off), "Réunissez-les en un seul", (f"{moved}, {off}", one)) == []
