"""What subscribers' calendars know: a change since the publication is dated, or told."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import inspect
from hub.cli import main
from hub.feeds.calendar import calendar
from hub.feeds.vevent import vevents
from hub.markup import Renderer
from hub.model import Hub
from hub.model.dates import PARIS
from hub.model.event import Event
from hub.model.published import Published, announced
from hub.published import published, read_calendar
from tests import towns
from tests.events import events
from tests.mistakes.case import YOGA


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("mini"))


@settings(max_examples=300, deadline=None)
@given(event=events())
def test_what_is_read_of_a_calendar_is_what_was_written_of_the_event(hub: Hub, event: Event) -> None:
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub))])
    assert read_calendar(ics.decode()) == ({"x": announced(event, PARIS)}, 0)


def test_the_calendar_of_a_published_site_is_what_the_model_announces(example_site: Path) -> None:
    found = inspect(towns.EXAMPLE, towns.TODAY).hub
    read = published(example_site, found.site.identifiant).events
    assert len(read) > 30
    assert dict(read) == {key: announced(found.keys["agenda"][key], PARIS) for key in read}


def told(folder: Path, old: str, new: str, *, of: str = "") -> list[tuple[str, int, str]]:
    """The problems when `old` became `new`, after a publication in which it was `of` or as it is."""
    before = towns.hub_of(folder / "before", towns.edited(YOGA, of, old) if of else {})
    known = Published(events={e.id: announced(e, PARIS) for e in before.events if e.debut.whole})
    town = towns.write(folder / "now", towns.edited(YOGA, of or old, new))
    return [(p.code, p.line, p.message) for p in inspect(town, towns.TODAY, lambda _: known).problems]


SAID = (
    "Depuis la publication, ce qui a changé ({}) n'est pas daté : "
    "des agendas abonnés garderaient l'ancienne version."
)


LIST = "{dates: [2026-12-01, 2026-12-08]}"


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("{dates: [2026-12-01, 2026-12-08, 2026-12-15]}", "la date ou l'heure"),
        ("{dates: [2026-12-01]}", "la date ou l'heure"),
        ("{dates: [2026-12-01, 2026-12-08 17:00]}", "la date ou l'heure"),
        (LIST.replace("]", "], changements: [{date: 2026-12-08, annule: Grève}]"), "l'état"),
        (LIST.replace("]", "], changements: [{date: 2026-11-03, lieu: {nom: Préau}}]"), "le lieu"),
    ],
)
def test_what_changed_in_a_list_of_dates_is_named(tmp_path: Path, new: str, words: str) -> None:
    every = "{frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]}"
    before = towns.hub_of(tmp_path / "before", towns.edited(YOGA, every, LIST))
    known = Published(events={e.id: announced(e, PARIS) for e in before.events if e.debut.whole})
    town = towns.write(tmp_path / "now", towns.edited(YOGA, every, new))
    found = inspect(town, towns.TODAY, lambda _: known).problems
    assert [(one.code, one.message) for one in found] == [("E014", SAID.format(words))]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("debut: 2026-11-03 18:30", "debut: 2026-11-03 18:00", "la date ou l'heure"),
        ("fin: 2026-11-03 19:30", "fin: 2026-11-03 20:00", "la date ou l'heure"),
        ("jusqu_a: 2026-12-15", "jusqu_a: 2026-12-08", "la date ou l'heure"),
        (", sauf: [2026-11-24]", "", "la date ou l'heure"),
        ("publie_le:", "lieu: {nom: Salle Verte}\npublie_le:", "le lieu"),
        ("publie_le:", "annule: La neige.\npublie_le:", "l'état"),
        (
            "sauf: [2026-11-24]",
            "sauf: [2026-11-24], changements: [{date: 2026-12-01, annule: Grève}]",
            "l'état",
        ),
        (
            "sauf: [2026-11-24]",
            "sauf: [2026-11-24], changements: [{date: 2026-12-01, lieu: {nom: Préau}}]",
            "le lieu",
        ),
        (
            "sauf: [2026-11-24]",
            "sauf: [2026-11-24], changements: [{date: 2026-12-01, debut: 2026-12-02 18:30}]",
            "la date ou l'heure",
        ),
    ],
)
def test_what_changed_since_the_publication_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert [(code, said) for code, _, said in told(tmp_path, old, new)] == [("E014", SAID.format(words))]


def test_a_change_that_is_dated_is_no_problem(tmp_path: Path) -> None:
    new = "debut: 2026-11-03 18:00\nmodifie_le: 2026-11-20 09:00"
    assert told(tmp_path, "debut: 2026-11-03 18:30", new) == []


def test_a_second_change_is_dated_again(tmp_path: Path) -> None:
    of = "debut: 2026-11-03 18:30"
    dated = "debut: 2026-11-03 18:00\nmodifie_le: 2026-11-20 09:00"
    again = dated.replace("18:00", "17:30")
    assert [row[:2] for row in told(tmp_path, dated, again, of=of)] == [("E014", 4)]
    assert told(tmp_path / "dated", dated, again.replace("09:00", "09:01"), of=of) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("titre: Yoga du mardi", "titre: Yoga"), ("categorie: evenement", "categorie: formation")],
)
def test_words_may_change_without_a_date(tmp_path: Path, old: str, new: str) -> None:
    assert told(tmp_path, old, new) == []


def test_the_second_build_tells_what_the_first_one_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town, out = towns.write(tmp_path / "town"), tmp_path / "site"
    arguments = ["--source", str(town), "--out", str(out), "--today", str(towns.TODAY), "--quiet"]
    yoga = town / YOGA
    assert main(["build", "--no-media", *arguments]) == 0
    yoga.write_text(yoga.read_text("utf-8").replace("03 18:30", "03 18:00"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", *arguments]) == 0
    assert "avertissement E014" in capsys.readouterr().out
    assert main(["build", "--no-media", *arguments]) == 0
    assert "avertissement E014" in capsys.readouterr().out
    assert main(["check", *arguments]) == 0
    assert "E014" not in capsys.readouterr().out


UNREAD = "L'agenda publié, « agenda.ics », manque ou ne se lit pas en entier : la comparaison est incomplète."


@pytest.mark.parametrize(
    "text", [None, b"", b"\xff", b"BEGIN:VEVENT\r\nURL:x\r\n", b"BEGIN:VEVENT\r\nURL:x\r\nSEQUENCE:n\r\n"]
)
def test_a_published_calendar_that_cannot_be_read_is_told(
    tmp_path: Path, miniature_site: Path, text: bytes | None
) -> None:
    (tmp_path / ".hub").write_bytes((miniature_site / ".hub").read_bytes())
    if text is not None:
        (tmp_path / "agenda.ics").write_bytes(text)
    before = partial(published, tmp_path)
    assert dict(before("clva-mini").events) == {}
    (problem,) = inspect(towns.write(tmp_path / "town"), dt.date(2026, 11, 21), before).problems
    assert (problem.code, problem.message) == ("E014", UNREAD)


def test_one_entry_that_cannot_be_read_does_not_silence_the_others(miniature_site: Path) -> None:
    ics = (miniature_site / "agenda.ics").read_bytes().decode()
    whole, unread = read_calendar(ics)
    assert (sorted(whole), unread) == (["formation-semis", "suite-2026-03-10-bureau", "yoga"], 0)
    spoilt, unread = read_calendar(ics.replace("SEQUENCE:0", "SEQUENCE:?", 1))
    assert len(spoilt) == len(whole) - 1
    assert unread == 1


@settings(max_examples=50, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(("BEGIN:VEVENT", "END:VEVENT", "UID:x", "URL:x", "\\", "\r", "\n", " ", ",;:"))
        | st.text(max_size=5),
        max_size=6,
    )
)
def test_no_title_hides_an_event_from_the_comparison(hub: Hub, words: list[str]) -> None:
    title = "".join(words) or "X"
    event = hub.keys["agenda"]["yoga"].model_copy(update={"titre": title, "inscription": title})
    event._origin = hub.keys["agenda"]["yoga"].origin
    ics = calendar(hub, "X", "x", [vevents(hub, event, Renderer(hub))])
    assert read_calendar(ics.decode()) == ({"yoga": announced(event, PARIS)}, 0)
