"""Lists at any size: everything is reached from them without a script, and no page of them is heavy."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import build
from hub.hosting.policy import FOR_EVER, cached
from hub.model import Hub
from hub.model.association import AssociationStatus
from hub.model.minutes import ActionState
from hub.model.news import NEWS
from hub.pages import agenda, days, directory, filing, follow_up, minutes, pages, publication
from hub.pages.index import index
from hub.pages.page import Page
from hub.pages.portions import MOST, portions
from hub.search.kinds import is_list
from tests import large, towns

WEIGHT = 75_000
"""Bytes of a page, pressed as servers do, that leave room in 120 kB for all that a first visit transfers."""

INDEX = 40_000


def made(found: Iterable[Page]) -> dict[str, Page]:
    """Pages by address: no two have the same one."""
    those = list(found)
    assert len({page.address for page in those}) == len(those)
    return {page.address: page for page in those}


def reached(found: dict[str, Page], start: str) -> set[str]:
    """The addresses that links lead to, from the page `start` on, through these pages."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        page = found[ahead.pop()]
        links = {link.partition("#")[0] for link in re.findall(r'<a [^>]*?href="(/[^"]*)"', page.body)}
        ahead += (address for address in links - seen if address in found)
        seen |= links
    return seen


def weight(page: Page) -> int:
    return len(gzip.compress(page.body.encode(), 6))


# The directory


NAMES = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12).filter(str.strip)
ODD = st.sampled_from(["Écho", "L’Œil", "3 petits tours", "Ωmega", "Les Amis", "!!!", "’", "Дружба", "東京"])


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES | ODD, min_size=4, max_size=40), st.integers(0, 5))
def test_every_association_is_reached_without_a_script_whatever_the_names(
    names: list[str], gone: int
) -> None:
    hub = large.with_directory(names, themes=(large.example().themes[0].id,))
    ends = [one.model_copy(update={"statut": AssociationStatus.dissoute}) for one in hub.associations[:gone]]
    hub = hub.having(associations=(*ends, *hub.associations[gone:]))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(filing, "MOST", 3)
        patched.setattr(filing, "NAMES", 4)
        found = made(large.made_of(directory, hub))
        left = {theme.address for theme in filing.themes(hub) if not theme.number}  # the dissolved lead there
    linked = reached(found, "/associations/")
    assert {one.address for one in hub.associations} <= linked
    assert set(found) <= linked | {"/associations/"} | left


def test_a_directory_of_three_hundred_entries_is_one_page_and_one_more_is_by_letter() -> None:
    names = [f"Club {number}" for number in range(MOST)]
    assert list(made(large.made_of(directory, large.with_directory(names)))) == ["/associations/"]
    longer = large.with_directory([*names, "Yoga"])
    assert list(made(large.made_of(directory, longer))) == [
        "/associations/",
        "/associations/lettre/c/",
        "/associations/lettre/y/",
    ]


def test_letters_and_themes_have_addresses_that_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "MOST", 2)
    theme = large.example().themes[0].id
    hub = large.with_directory(["Écho", "Éclat", "Étoile", "L’Âne", "2 roues", "Ω"], themes=(theme,))
    assert list(made(large.made_of(directory, hub))) == [
        "/associations/",
        "/associations/lettre/0-9/",
        "/associations/lettre/a/",
        "/associations/lettre/e/",
        "/associations/lettre/e/2/",
        "/associations/lettre/autres/",
        f"/associations/theme/{theme}/",
    ]


def test_an_association_that_ends_changes_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "MOST", 2)
    hub = large.with_directory(["Arc", "Bal", "Cor"], themes=(large.example().themes[0].id,))
    ended = (one.model_copy(update={"statut": AssociationStatus.dissoute}) for one in hub.associations)
    before, after = (large.made_of(directory, one) for one in (hub, hub.having(associations=ended)))
    assert list(made(before)) == list(made(after))


def test_an_association_may_be_called_like_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filing, "MOST", 2)
    hub = large.with_directory(["Lettre", "Thème", "Autre"], themes=(large.example().themes[0].id,))
    keys = ("autres", "lettre", "theme")
    named = [one.model_copy(update={"id": key}) for one, key in zip(hub.associations, keys, strict=True)]
    found = made(
        pages(hub.having(associations=named), towns.TODAY, large.tools(hub).renderer, large.TEMPLATES)
    )
    assert {"/associations/lettre/", "/associations/lettre/l/", "/associations/theme/"} <= set(found)


def test_a_letter_with_thousands_of_names_has_as_many_pages_as_it_takes() -> None:
    hub = large.with_directory(f"Association des amis n° {number:04}" for number in range(5_000))
    (letter,) = filing.letters(hub)
    assert max(len(part.things) for part in letter.parts) <= MOST
    assert [one for part in letter.parts for one in part.things] == list(hub.associations)
    assert [part.address for part in letter.parts][:2] == [
        "/associations/lettre/a/",
        "/associations/lettre/a/2/",
    ]


@pytest.fixture(scope="module")
def town() -> Hub:
    return large.of_bench(3_000)


def test_no_page_of_a_directory_of_three_thousand_is_heavy(town: Hub) -> None:
    found = made(large.made_of(directory, town))
    assert {page.address: size for page in found.values() if (size := weight(page)) > WEIGHT} == {}
    assert {one.address for one in town.associations} <= reached(found, "/associations/")


def test_the_index_of_three_thousand_associations_is_light(town: Hub) -> None:
    """With acronyms that no name gives, and keys that it does not give either."""
    named = (
        one.model_copy(
            update={"id": f"{one.id[:12]}-{rank}", "alias": (f"AS{rank * 7919 % 9973} {one.nom[:3]}",)}
        )
        for rank, one in enumerate(town.associations)
    )
    (file,) = index(town.having(associations=named), towns.TODAY)
    assert len(gzip.compress(file.data, 6)) <= INDEX
    assert len(file.data) > INDEX


def test_the_index_is_named_by_what_it_holds(town: Hub) -> None:
    same, other = town.having(associations=town.associations), town.having(associations=town.associations[1:])
    assert index(town, towns.TODAY) == index(same, towns.TODAY)
    assert index(town, towns.TODAY)[0].path != index(other, towns.TODAY)[0].path


def test_lists_are_not_searched_but_for_their_heads(town: Hub) -> None:
    assert all(map(is_list, large.made_of(directory, town)))


# Minutes and actions, by year


def test_minutes_are_read_by_year_once_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    hub = large.example()
    monkeypatch.setattr(minutes, "WHOLE", 3)
    monkeypatch.setattr(minutes, "LATEST_SHOWN", 2)
    found = made(large.made_of(minutes, hub))
    years = sorted({one.date.year for one in hub.minutes})
    assert {f"/comptes-rendus/{year}/" for year in years} <= set(found)
    lists = {address: page for address, page in found.items() if is_list(page)}
    assert {one.address for one in hub.minutes} <= reached(lists, "/comptes-rendus/")


def test_actions_are_read_by_year_once_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    hub = large.example()
    monkeypatch.setattr(follow_up, "MOST", 3)
    found = made(large.made_of(follow_up, hub))
    actions = [action for thread in hub.threads.values() for action in thread.actions]
    years = sorted({action.first.minutes.date.year for action in actions}, reverse=True)
    assert list(found) == ["/suivi/", *(f"/suivi/{year}/" for year in years)]
    assert set(found) - {"/suivi/"} <= reached(found, "/suivi/")
    told = "".join(page.body for address, page in found.items() if address != "/suivi/")
    assert told.count('<li class="acte ') == len(actions)


def test_the_follow_up_tells_the_open_actions_first(monkeypatch: pytest.MonkeyPatch) -> None:
    hub = large.example()
    pending = [action for thread in hub.threads.values() for action in thread.open]
    monkeypatch.setattr(follow_up, "MOST", len(pending))
    body = next(large.made_of(follow_up, hub)).body
    assert 'id="etat-a-faire"' in body
    assert f'id="etat-{ActionState.fait.value}"' not in body
    assert "plus anciennes" not in body
    assert body.count("<dt>Par qui</dt>") == len(pending)


def test_the_pages_of_a_year_stand_below_its_own() -> None:
    parts = portions("/suivi/2023/", range(700))
    assert [part.address for part in parts] == ["/suivi/2023/", "/suivi/2023/2/", "/suivi/2023/3/"]
    assert [len(part.things) for part in parts] == [233, 233, 234]
    assert [part.words for part in parts][1] == ", page 2 sur 3"


# The calendar


def test_a_month_too_full_for_a_page_leads_to_its_days(monkeypatch: pytest.MonkeyPatch) -> None:
    hub = large.example()
    monkeypatch.setattr(days, "MOST", 5)
    found = made(large.made_of(agenda, hub))
    lists = {address: page for address, page in found.items() if is_list(page)}
    assert "/agenda/2026/12/" in lists
    assert re.search(r"^/agenda/2026/12/\d\d/$", "\n".join(lists), re.MULTILINE)
    dated = {event.address for event in hub.events if event.debut.whole}
    assert dated <= reached(lists, "/agenda/")


# The others


def test_a_long_list_goes_on_at_numbered_pages() -> None:
    hub = large.many(large.example(), NEWS, 2 * MOST + 1)
    listed = [
        page for page in large.pages_of(hub, publication.sheets(large.tools(hub), NEWS)) if is_list(page)
    ]
    assert [page.address for page in listed] == ["/actualites/", "/actualites/page/2/", "/actualites/page/3/"]
    assert sum(page.body.count('<li class="carte') for page in listed) == 2 * MOST + 1
    assert all("/actualites/page/3/" in page.body for page in listed)


def test_the_home_page_of_a_large_town_draws_no_more_dots_than_one_can_see() -> None:
    hub = large.with_directory(f"Club {number}" for number in range(30_000))
    home = next(page for page in _home(hub))
    assert "Un point pour 50" in home.body.replace("\u00a0", " ")
    assert 600 <= home.body.count("h0") <= 620
    assert weight(home) < 20_000


def _home(hub: Hub) -> Iterable[Page]:
    from hub.pages import home

    return large.made_of(home, hub)


def test_a_build_publishes_the_index_that_its_page_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filing, "MOST", 1)
    hub = towns.hub_of(tmp_path / "sources")
    build(hub, towns.TODAY, tmp_path / "site")
    page = (tmp_path / "site/associations/index.html").read_text("utf-8")
    named = re.search(r'data-fichiers="\.\./([^" ]+)"', page)
    assert named
    assert (tmp_path / "site" / named[1]).read_bytes() == index(hub, towns.TODAY)[0].data
    assert cached(named[1]) == FOR_EVER
    assert (tmp_path / "site/associations/lettre/l/index.html").is_file()
