"""An issue of the newsletter: what it announces, to whom, as of its day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest

from hub.build import inspect
from hub.markup import Renderer
from hub.markup.issue import SHOWN, blocks
from hub.model import Hub
from hub.model.issue import Issue, issue_of
from tests import towns

LETTER = "content/lettre/2026-11.md"


def issue(hub: Hub, name: str = "2026-11") -> Issue:
    return issue_of(hub, next(letter for letter in hub.letters if letter.id == name), towns.TODAY)


def told(folder: Path, files: towns.Files, name: str = "2026-11") -> dict[str, list[str]]:
    """The titles of each block of an issue of the miniature, `files` put over it."""
    hub = towns.hub_of(folder, files)
    return {
        block.title: [entry.title for entry in block.entries]
        for block in blocks(issue(hub, name), Renderer(hub))
    }


def event(
    title: str, start: str, category: str = "evenement", published: str = "2026-11-10", more: str = ""
) -> str:
    return f"---\ntitre: {title}\ndebut: {start}\ncategorie: {category}\npublie_le: {published}\n{more}---\n"


def for_readers(public: str) -> dict[str, towns.Content]:
    return dict(towns.edited(LETTER, "numero: 1", f"numero: 1\npublic: {public}"))


def test_the_first_issue_tells_what_appeared_in_a_month_and_what_is_open(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == {
        "Appels ouverts": ["Une serre"],
        "Actualités": ["Il pleut"],
        "Au programme des formations": ["Réussir ses semis"],
        "Toujours au rendez-vous": ["Yoga du mardi"],
    }


def test_an_issue_tells_what_appeared_since_the_one_before(tmp_path: Path) -> None:
    guide = "---\ntitre: Tailler\nresume: Moins.\npublie_le: {}\n---\nTaillez.\n"
    files = {
        "content/guides/tailler.md": guide.format("2026-11-15"),
        "content/guides/arroser.md": guide.format("2026-11-16").replace("Tailler", "Arroser"),
        "content/guides/bouturer.md": guide.format("2026-12-02").replace("Tailler", "Bouturer"),
        "content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-12-01\n---\nBrr.\n",
    }
    assert told(tmp_path / "novembre", files)["Nouveaux guides"] == ["Tailler"]
    assert told(tmp_path / "décembre", files, "2026-12")["Nouveaux guides"] == ["Arroser"]


def test_what_appeared_after_an_issue_is_not_put_into_it(tmp_path: Path) -> None:
    files = {"content/agenda/fete.md": event("Fête", "2026-12-05", published="2026-11-16")}
    assert "Dates à venir" not in told(tmp_path, files)


def test_a_date_without_a_day_of_publication_is_announced_to_nobody(tmp_path: Path) -> None:
    files = {"content/agenda/fete.md": event("Fête", "2026-12-05").replace("publie_le: 2026-11-10\n", "")}
    assert "Dates à venir" not in told(tmp_path, files)


def test_dates_of_six_weeks_are_told_in_order_and_trainings_of_three_months(tmp_path: Path) -> None:
    files = {
        "content/agenda/fin.md": event("Au bout de six semaines", "2026-12-27"),
        "content/agenda/trop-loin.md": event("Un jour de plus", "2026-12-28"),
        "content/agenda/demain.md": event("Demain", "2026-11-16 10:00"),
        "content/agenda/hier.md": event("Hier", "2026-11-14", published="2026-11-01"),
        "content/agenda/cours.md": event("Un cours", "2027-02-15", "formation"),
    }
    found = told(tmp_path, files)
    assert found["Dates à venir"] == ["Demain", "Au bout de six semaines"]
    assert found["Formations"] == ["Un cours"]


def test_what_comes_back_is_told_in_full_once_then_in_a_line(tmp_path: Path) -> None:
    weekly = "recurrence: {frequence: hebdomadaire, jusqu_a: 2026-12-31}\n"
    files = {"content/agenda/echecs.md": event("Échecs", "2026-11-18", more=weekly)}
    assert told(tmp_path, files)["Dates à venir"] == ["Échecs"]
    assert told(tmp_path, files)["Toujours au rendez-vous"] == ["Yoga du mardi"]


def test_calls_are_told_by_the_day_they_close_and_closed_ones_are_not(tmp_path: Path) -> None:
    call = "---\ntitre: {}\ntype: projets\ncloture: {}\npublie_le: 2026-11-01\n---\nVenez.\n"
    files = {
        "content/appels/tard.md": call.format("Tard", "2027-01-10"),
        "content/appels/hier.md": call.format("Hier", "2026-11-14"),
        "content/appels/ce-soir.md": call.format("Ce soir", "2026-11-15"),
    }
    assert told(tmp_path, files)["Appels ouverts"] == ["Ce soir", "Une serre", "Tard"]


@pytest.mark.parametrize(
    ("public", "dates", "calls"),
    [
        ("tous", ["Bal", "Réunion des trésoriers"], ["Une serre", "Une subvention"]),
        ("associations", ["Bal", "Réunion des trésoriers"], ["Une serre", "Une subvention"]),
        ("habitants", ["Bal"], ["Une serre"]),
    ],
)
def test_residents_are_not_told_of_what_is_reserved_to_associations(
    tmp_path: Path, public: str, dates: list[str], calls: list[str]
) -> None:
    grant = towns.MINIATURE["content/appels/serre.md"].replace("projets", "subventions")
    files = {
        **for_readers(public),
        "content/agenda/bal.md": event("Bal", "2026-11-20"),
        "content/agenda/tresoriers.md": event(
            "Réunion des trésoriers", "2026-11-21", more="public: associations\n"
        ),
        "content/appels/subvention.md": grant.replace("Une serre", "Une subvention"),
    }
    found = told(tmp_path, files)
    assert found["Dates à venir"] == dates
    assert found["Appels ouverts"] == calls


def test_an_issue_for_some_counts_from_the_last_one_that_they_received(tmp_path: Path) -> None:
    issue_of = "---\ntitre: Décembre\nnumero: 2\npublie_le: {}\npublic: {}\n---\nBrr.\n"
    files = {
        **for_readers("habitants"),
        "content/lettre/2026-10.md": issue_of.format("2026-10-05", "tous").replace("2\n", "1\n", 1),
        LETTER: towns.MINIATURE[LETTER].replace("numero: 1", "numero: 2\npublic: habitants"),
        "content/lettre/2026-11-associations.md": issue_of.format("2026-11-20", "associations"),
    }
    hub = towns.hub_of(tmp_path, files)
    assert issue(hub).since == dt.date(2026, 10, 5)
    assert issue(hub, "2026-11-associations").since == dt.date(2026, 10, 5)


def test_what_was_told_to_some_is_still_told_to_all(tmp_path: Path) -> None:
    some = "---\ntitre: Aux associations\nnumero: 2\npublie_le: 2026-11-20\npublic: associations\n---\nX.\n"
    every = "---\ntitre: Décembre\nnumero: 3\npublie_le: 2026-12-01\n---\nBrr.\n"
    news = "---\ntitre: Il neige\npublie_le: 2026-11-18\n---\nEnfin.\n"
    files = {
        "content/lettre/2026-11-associations.md": some,
        "content/lettre/2026-12.md": every,
        "content/actualites/neige.md": news,
    }
    assert "Il neige" in told(tmp_path / "un", files, "2026-11-associations")["Actualités"]
    assert told(tmp_path / "deux", files, "2026-12")["Actualités"] == ["Il neige"]


def test_what_began_and_goes_on_is_told_by_the_first_issue_after_it_appeared(tmp_path: Path) -> None:
    show = event("Exposition", "2026-11-12", more="fin: 2026-12-20\n")
    late = show.replace("publie_le: 2026-11-10", "publie_le: 2026-11-14")
    assert told(tmp_path, {"content/agenda/expo.md": late})["Dates à venir"] == ["Exposition"]


def test_one_time_that_is_cancelled_does_not_cancel_the_others(tmp_path: Path) -> None:
    change = "changements: [{date: 2026-11-17, annule: Grippe}]"
    files = towns.edited("content/agenda/yoga.md", "sauf: [2026-11-24]", change)
    hub = towns.hub_of(tmp_path, files)
    (regular,) = issue(hub).regulars
    assert str(regular.debut) == "2026-11-24 18:30"
    assert not regular.annule


def test_an_association_is_welcomed_by_the_first_issue_after_its_day(tmp_path: Path) -> None:
    files = towns.edited(
        "associations.yaml", "statut: en-sommeil", "statut: active\n    publie_le: 2026-11-12"
    )
    assert told(tmp_path, files)["Nouvelles dans l’annuaire"] == ["Cœur de chœur"]


def test_a_draft_without_a_day_speaks_from_today(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, towns.edited(LETTER, "publie_le: 2026-11-15\n", ""))
    assert issue(hub).day == towns.TODAY


def test_a_long_list_is_cut_and_says_how_much_is_left(tmp_path: Path) -> None:
    files = {f"content/agenda/bal-{n}.md": event(f"Bal {n}", f"2026-11-{n}") for n in range(16, 31)}
    hub = towns.hub_of(tmp_path, files)
    (dates,) = [b for b in blocks(issue(hub), Renderer(hub)) if b.title == "Dates à venir"]
    assert len(dates.entries) == SHOWN
    assert dates.more == "3 autres sur le site"


def test_everything_published_between_two_issues_is_in_the_second() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    letters = sorted((o for o in hub.letters if o.public != "associations"), key=lambda o: o.id)
    for earlier, later in pairwise(letters):
        assert earlier.publie_le and later.publie_le
        since, until = earlier.publie_le.first, later.publie_le.first
        expected = {m.id for m in hub.minutes if m.publie_le and since < m.publie_le.first <= until}
        assert {m.id for m in issue(hub, later.id).minutes} == expected
