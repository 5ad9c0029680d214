"""The page of a meeting: what was decided first, what the meeting was beside, then what was said."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html

from hub.build import TEMPLATES
from hub.markup import Renderer
from hub.markup.markdown import Heading, Rendered
from hub.model import Hub
from hub.model.minutes import Action, ActionState, Minutes
from hub.model.thread import Followed, Step
from hub.pages import Pages, sheets
from hub.pages.minutes import in_short
from hub.pages.progress import progress
from tests import towns

MEETING = "/comptes-rendus/2026-03-10-bureau/"


def body_of(hub: Hub, address: str) -> str:
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    return next(one for one in sheets(tools) if one.address == address).make(tools).body


@pytest.fixture(scope="module")
def example() -> Hub:
    return towns.inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.fixture(scope="module")
def page(example: Hub) -> str:
    return body_of(example, MEETING)


def test_what_was_decided_comes_before_what_was_said(page: str) -> None:
    places = [page.index(f'id="{one}"') for one in ("_decide", "_votes", "_synthese-et-suivi", "_deroule")]
    assert places == sorted(places)


def test_beside_the_text_stands_who_was_there_and_how_many(page: str) -> None:
    there = page.partition("Associations présentes")[2].partition("</dd>")[0]
    assert "(14)" in there
    assert there.count('href="/associations/') == 14


def test_each_project_that_a_meeting_voted_on_or_followed_is_named_once(page: str) -> None:
    told = page.partition("<dt>Projets suivis</dt>")[2].partition("</dd>")[0]
    names = re.findall(r">([^<>]+)</a>", told)
    assert names == [
        "Petit-déjeuner associatif", "Fonds du parapluie", "Marmite partagée", "Forum de rentrée",
        "Lettre du conseil",
    ]  # fmt: skip


def test_the_contents_lead_to_every_part_of_the_page_in_its_order(page: str) -> None:
    tree = lxml_html.fromstring(f"<div>{page}</div>")
    led = [one.get("href")[1:] for one in tree.xpath('//nav[contains(@class, "sommaire")]//a')]
    there = [one.get("id") for one in tree.xpath("//*[self::h2 or self::h3][@id]")]
    assert led == [one for one in there if one in led]
    assert {"_decide", "_deroule", "_documents"} <= set(led)


def test_no_title_of_the_page_skips_a_level(page: str) -> None:
    levels = [int(one) for one in re.findall(r"<h([2-6])\b", page)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_text_below_a_title_has_its_own_a_level_lower() -> None:
    lowered = Rendered('<h2 id="a">A</h2>\n<h6>F</h6><p>&lt;h2&gt;</p>', (Heading("a", "A", 2),)).lowered()
    assert lowered.html == '<h3 id="a">A</h3>\n<h6>F</h6><p>&lt;h2&gt;</p>'
    assert lowered.headings == (Heading("a", "A", 3),)


def test_a_meeting_that_decided_nothing_has_no_title_for_it(tmp_path: Path) -> None:
    head = "instance: bureau\ndate: 2026-05-12\nstatut: adopte\npublie_le: 2026-05-14\npresents: [Licornes]"
    files = {"minutes/2026-05-12-bureau.md": f"---\n{head}\nordre_du_jour: [Eau]\n---\nIl pleut.\n"}
    body = body_of(towns.hub_of(tmp_path, files), "/comptes-rendus/2026-05-12-bureau/")
    assert 'id="_decide"' not in body
    assert 'id="_deroule"' in body


# The list


def minutes(folder: Path, **fields: str) -> Minutes:
    """The minutes of a meeting whose head has these fields."""
    head = "instance: bureau\ndate: 2026-05-12\nstatut: adopte\npublie_le: 2026-05-14\npresents: [Licornes]"
    told = "".join(f"\n{name}: {value}" for name, value in fields.items())
    file = {
        "minutes/2026-05-12-bureau.md": f"---\n{head}\nordre_du_jour: [Eau, Terre]{told}\n---\nIl pleut.\n"
    }
    return next(one for one in towns.hub_of(folder, file).minutes if one.id == "2026-05-12-bureau")


VOTES = "[{objet: Le puits., resultat: adopte}, {objet: La mare, resultat: rejete}]"
THREE = "[{objet: A, resultat: adopte}, {objet: B, resultat: adopte}, {objet: C, resultat: adopte}]"
ACTIONS = "[{projet: Puits, quoi: Creuser, etat: fait}, {projet: Puits, quoi: Boucher, etat: abandonne}]"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, ("À l’ordre du jour", ["Eau", "Terre"], 0, [])),
        ({"votes": THREE}, ("Décidé", ["A", "B"], 1, ["3 votes"])),
        ({"suivi": ACTIONS}, ("Décidé", ["Creuser"], 0, ["2 actions"])),
        ({"votes": VOTES}, ("Décidé", ["Le puits"], 0, ["2 votes"])),
        ({"votes": VOTES, "suivi": ACTIONS}, ("Décidé", ["Le puits"], 0, ["2 votes", "2 actions"])),
    ],
)
def test_a_list_tells_a_meeting_by_what_it_decided(
    tmp_path: Path, fields: dict[str, str], told: tuple[str, str, list[str]]
) -> None:
    assert in_short(minutes(tmp_path, **fields))[1:] == told


# The follow-up


def test_what_has_been_late_for_longest_comes_first_then_what_is_due_first(example: Hub) -> None:
    body = body_of(example, "/suivi/").partition('id="etat-en-cours"')[2].partition("</section>")[0]
    cards = re.findall(r'<li class="acte acte-([a-z-]+)">', body)
    assert cards == sorted(cards, key=lambda one: one != "tard")
    since = re.findall(r"dépassée</span> depuis ([^<]+)<", body)
    assert since[:2] == ["décembre 2024", "décembre 2025"]
    due = re.findall(r"<dt>Échéance</dt><dd>([^<]+)", body)
    assert due[0] == "22\xa0novembre 2026"
    assert due[-1] == "décembre 2026"


def test_what_nobody_has_told_the_state_of_is_not_said_to_be_late(example: Hub) -> None:
    body = body_of(example, "/suivi/").partition('id="etat-a-confirmer"')[2].partition("</section>")[0]
    assert "acte-a-confirmer" in body
    assert "dépassée" not in body
    assert "acte-tard" not in body


def test_projects_are_told_by_how_far_they_are_and_those_that_are_over_are_folded(example: Hub) -> None:
    body = body_of(example, "/suivi/par-projet/")
    told = re.findall(r'</svg>([^<(]+) <span class="compte">|<(details)', body)
    assert [title or folded for title, folded in told] == [
        "En retard", "En cours", "État à confirmer", "Clos", "details"
    ]  # fmt: skip
    late = body.partition('id="etat-en-retard"')[2].partition("</section>")[0]
    assert "acte-tard" in late
    assert "en cours" not in late


def action(minutes: Minutes, etat: ActionState) -> Followed:
    told = minutes.model_copy(update={"suivi": (Action(projet="P", quoi="Q", etat=etat),)})
    return Followed((Step(told, 0),))


DONE, TO_DO, GIVEN_UP = ActionState.fait, ActionState.a_faire, ActionState.abandonne
UNKNOWN = ActionState.a_confirmer


@pytest.mark.parametrize(
    ("states", "words", "part"),
    [
        ([DONE, DONE, TO_DO], "2 actions faites sur 3", 66.7),
        ([DONE, TO_DO, GIVEN_UP], "1 action faite sur 3, 1 abandonnée", 33.3),
        ([DONE, DONE], "Les 2 actions sont faites", 100.0),
        ([TO_DO, TO_DO], "Aucune action faite sur 2", 0.0),
        ([TO_DO], "Une action, pas encore faite", None),
        ([DONE, GIVEN_UP, GIVEN_UP], "1 action faite sur 3, 2 abandonnées", 33.3),
        ([GIVEN_UP], "Une action, abandonnée", None),
        ([UNKNOWN, UNKNOWN], "On ne sait pas où en sont les 2 actions", None),
        ([DONE, TO_DO, UNKNOWN], "1 action faite sur 2 ; l’état d’une autre est à confirmer", 50.0),
    ],
)
def test_progress_is_said_and_drawn_where_it_is_more_than_yes_or_no(
    example: Hub, states: list[ActionState], words: str, part: float | None
) -> None:
    assert progress(action(example.minutes[0], one) for one in states) == (words, part)


def test_nothing_decided_is_no_progress() -> None:
    assert progress([]) is None
