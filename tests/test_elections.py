"""Elections and votes: what ballots say on pages, in data, in feeds; of fewer than ten, their outcome."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from hub.build import TEMPLATES, build
from hub.catalogue.rule import Content
from hub.feeds.datafiles import sheets as data_files
from hub.markup import Renderer
from hub.model import Hub
from hub.model.ballots import Candidate, Contest, Elected, Method
from hub.model.election import ELECTION, Election, ElectionState, untold
from hub.model.minutes import Body
from hub.model.reminder import Look, Thresholds
from hub.model.vote import LEAST, Outcome, Vote
from hub.pages import Page, Pages, sheets
from tests import towns

KEY = "content/scrutins/2026-01-serre.md"
MINUTES = "minutes/2026-03-10-bureau.md"
PLENARY = "minutes/2026-01-24-pleniere.md"
NAMES = ("licornes", "coeur", "dragons")

NATIONAL = (
    "COLL_NOM COLL_SIRET DELIB_ID DELIB_DATE DELIB_MATIERE_CODE DELIB_MATIERE_NOM DELIB_OBJET BUDGET_ANNEE "
    "BUDGET_NOM PREF_ID PREF_DATE VOTE_EFFECTIF VOTE_REEL VOTE_POUR VOTE_CONTRE VOTE_ABSTENTION DELIB_URL"
).split()
"""SCDL délibérations 2.1.5."""


def page_of(hub: Hub, address: str) -> Page:
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    return next(one for one in sheets(tools) if one.address == address).make(tools)


def data_of(hub: Hub, name: str) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    """The rows of a set, as CSV and as JSON."""
    files = dict(data_files(hub, towns.TODAY))
    text = files[f"donnees/{name}.csv"]().decode()
    return list(csv.DictReader(io.StringIO(text, newline=""))), json.loads(files[f"donnees/{name}.json"]())


def cells(page: Page, column: str) -> list[str]:
    tree = lxml_html.fromstring(f"<div>{page.body}</div>")
    return [one.text_content().strip() for one in tree.xpath(f'//td[@data-titre="{column}"]')]


@st.composite
def elections(draw: st.DrawFn) -> str:
    """The file of an election of one seat, whose numbers add up."""
    valid, blank = draw(st.integers(0, 40)), draw(st.integers(0, 5))
    voices = [draw(st.integers(0, valid)) for _ in NAMES]
    winner = max(range(len(NAMES)), key=voices.__getitem__)
    told = [
        f"  - {{association: {name}, voix: {voix}{', elu: oui' if index == winner else ''}}}"
        for index, (name, voix) in enumerate(zip(NAMES, voices, strict=True))
    ]
    return "\n".join(
        (
            "---\ntitre: Qui garde la serre\ndate: 2026-01-24\ninstance: pleniere\nmethode: approbation",
            f"publie_le: 2026-01-30\ninscrits: 60\nvotants: {valid + blank}\nexprimes: {valid}",
            f"blancs: {blank}\nnuls: 0\nsieges: [{{titulaires: 1}}]\ndepartage: Le sort.\ncandidats:",
            *told,
            "---\nUn arrosoir.\n",
        )
    )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(elections())
def test_any_ballot_that_the_checks_accept_adds_up_on_page_in_csv_and_in_json(text: str) -> None:
    with TemporaryDirectory() as folder:
        hub = towns.hub_of(Path(folder), {KEY: text})
    (election,) = hub.of(ELECTION)
    table, rows = data_of(hub, "scrutins")
    assert len(table) == len(rows) == len(election.candidats)
    shown = cells(page_of(hub, election.address), "Voix")
    if (election.votants or 0) < LEAST:
        assert shown == []
        assert {row["voix"] for row in rows} == {None}
        assert {row["exprimes"] for row in rows} == {None}
        return
    told = sorted(one.voix or 0 for one in election.candidats)
    assert sorted(map(int, shown)) == told
    assert sorted(int(row["voix"]) for row in table) == sorted(row["voix"] for row in rows) == told
    assert all(row["exprimes"] + row["blancs"] + row["nuls"] == row["votants"] for row in rows)


FEW = towns.MINIATURE[KEY].replace(
    "votants: 21\nexprimes: 20\nblancs: 1\nnuls: 0\n", "votants: 9\nexprimes: 9\nblancs: 0\nnuls: 0\n"
)
PARTS = """\
---
titre: Deux urnes
date: 2026-01-24
instance: pleniere
methode: majorite
publie_le: 2026-01-30
inscrits: 40
votants: 20
exprimes: {valid}
blancs: {blank}
nuls: 0
sieges:
  - {{college: vert, titulaires: 1, votants: 12, exprimes: 12, blancs: 0, nuls: 0}}
  - {{titulaires: 1, votants: 8}}
candidats:
  - {{association: licornes, college: vert, voix: 12, elu: oui}}
  - {{association: coeur, elu: oui}}
---
Une petite, une grande.
"""


def _town(first: int, second: int, valid: int, pour: int) -> dict[str, Content]:
    """A town of few ballots, so cast."""
    voted = (
        f"votes: [{{objet: Le bilan, resultat: unanimite, pour: {pour}, contre: 0, abstention: {8 - pour}}}]"
    )
    return {
        KEY: FEW.replace("voix: 12, rang: 1", f"voix: {first}").replace(
            "voix: 8, rang: 2", f"voix: {second}"
        ),
        "content/scrutins/2026-01-urnes.md": PARTS.format(valid=valid, blank=20 - valid),
        PLENARY: towns.MINIATURE[PLENARY].replace("[Bilan]\n", f"[Bilan]\n{voted}\n"),
    }


def test_of_fewer_than_ten_ballots_no_file_of_the_site_tells_who_voted_what(tmp_path: Path) -> None:
    """Two towns that differ by these voices alone have the same pages, data, feeds, index and paper."""
    sites = []
    for name, files in (("one", _town(9, 0, 20, 8)), ("other", _town(1, 8, 19, 6))):
        hub = towns.hub_of(tmp_path / name, files)
        site = tmp_path / f"{name}-site"
        build(hub, towns.TODAY, site, with_media=True)
        sites.append({p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()})
    differing = [str(path) for path in sites[0] if sites[0][path] != sites[1].get(path)]
    assert differing == []
    assert any(path.suffix == ".pdf" for path in sites[0])


def test_a_page_says_why_it_tells_the_outcome_alone(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, _town(9, 0, 20, 8))
    assert "Moins de dix bulletins" in page_of(hub, "/scrutins/2026-01-serre/").body
    minutes = page_of(hub, "/comptes-rendus/2026-01-24-pleniere/")
    said = re.findall(r'<p class="acte-etat"><svg.*?</svg>(.*?)</p>', minutes.body)
    assert said == ["adopté"], "« unanimous » would say how each voted"


def test_the_votes_of_meetings_have_the_national_columns_in_their_order() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    table, rows = data_of(hub, "votes")
    assert list(rows[0])[: len(NATIONAL)] == NATIONAL
    assert len(table) == len(rows) == sum(len(one.votes) for one in hub.minutes)
    marmite = next(row for row in rows if "marmite" in row["DELIB_OBJET"])
    voices = [marmite[f"VOTE_{name}"] for name in ("EFFECTIF", "REEL", "POUR", "CONTRE", "ABSTENTION")]
    assert voices == [16, 14, 12, 2, None]


def test_a_town_without_any_vote_has_no_set_of_them(tmp_path: Path) -> None:
    assert "donnees/votes.csv" not in dict(data_files(towns.hub_of(tmp_path), towns.TODAY))


def test_minutes_and_the_meeting_that_adopted_them_lead_to_each_other() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    adopted = page_of(hub, "/comptes-rendus/2026-03-10-bureau/").body
    assert 'adopté le 11\u00a0juin 2026 (voir le <a href="/comptes-rendus/2026-06-11-bureau/">' in adopted
    adopting = page_of(hub, "/comptes-rendus/2026-06-11-bureau/").body
    assert '<dt>Adopte</dt><dd><a href="/comptes-rendus/2026-03-10-bureau/">' in adopting
    plenary = page_of(hub, "/comptes-rendus/2024-11-16-pleniere/").body
    assert "/comptes-rendus/2025-11-15-pleniere/" in plenary.partition("<dt>Statut</dt>")[2][:300]


def test_a_call_leads_to_its_election_and_the_election_to_its_term() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    election = "/scrutins/2026-12-suppleances/"
    assert f'href="{election}"' in page_of(hub, "/appels/sieges-vacants-du-bureau/").body
    assert 'href="/bureau/2025-2027/"' in page_of(hub, election).body
    assert f'href="{election}"' in page_of(hub, "/bureau/2025-2027/").body
    assert 'href="/scrutins/2025-09-bureau/"' in page_of(hub, "/bureau/").body
    assert "élue titulaire, 12\u00a0voix" in page_of(hub, "/associations/coeur-de-choeur/").body


def test_of_a_small_college_the_totals_of_all_are_not_told() -> None:
    """What is told of all the colleges, less that of the others, would be its own."""
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    election = next(one for one in hub.of(ELECTION) if one.id == "2025-09-bureau")
    assert (election.votants, election.turnout().votants, election.turnout().blancs) == (35, 35, None)


def stood(elu: str) -> dict[str, str]:
    return {"association": "a", "elu": elu}


def test_the_turnout_of_all_the_colleges_does_not_tell_that_one_of_them_is_large() -> None:
    """Else who wrote it for all of them alone would show the voices of eight."""
    large, small = Contest(college="a", titulaires=1), Contest(college="b", titulaires=1)
    election = Election.model_construct(
        votants=35,
        sieges=(large, small),
        candidats=(
            Candidate.model_construct(association="licornes", college="a", voix=21),
            Candidate.model_construct(association="coeur", college="b", voix=8),
        ),
    )
    assert not election.discreet(large)
    assert election.discreet(small)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"date": "2026-12-08"}, ElectionState.a_venir),
        ({"date": "2026-11-21"}, ElectionState.a_venir),
        ({"date": "2026-11-20"}, ElectionState.attendu),
        ({"date": "2026-11", "sieges": [{"titulaires": 1, "non_pourvus": 1}]}, ElectionState.depouille),
        (
            {"date": "2026-11-20", "candidats": [{"association": "a", "elu": "a-confirmer"}]},
            ElectionState.a_confirmer,
        ),
        ({"date": "2026-11-20", "candidats": [{"association": "a", "elu": "oui"}]}, ElectionState.depouille),
        ({"date": "2026-12-08", "annule": "La clef."}, ElectionState.annule),
    ],
    ids=str,
)
def test_an_election_stands_where_its_day_and_its_result_say(
    fields: dict[str, Any], state: ElectionState
) -> None:
    base = {"titre": "T", "instance": Body.bureau, "methode": Method.majorite}
    assert Election.model_validate({**base, **fields}).state(towns.TODAY) is state


def test_somebody_is_reminded_of_an_election_whose_result_is_not_written() -> None:
    hub = towns.inspect(towns.EXAMPLE, towns.TODAY).hub
    look = Look(towns.TODAY, Thresholds(), str, hub.of)
    found = [one.thing.id for one in untold(hub.of(ELECTION), look)]
    assert found == ["2026-11-chaise", "2026-11-comptage"]


def test_candidates_of_few_ballots_stand_in_the_order_of_their_names() -> None:
    """Else the one that comes first would be the one that has most."""
    candidates = (Candidate(association="b", voix=5), Candidate(association="a", voix=3, elu=Elected.non))
    election = Election(
        titre="T",
        date="2026-01-01",
        instance=Body.bureau,
        methode=Method.majorite,
        votants=8,
        sieges=(Contest(titulaires=1),),
        candidats=candidates,
    )
    assert [one.association for _, one in election.results] == ["a", "b"]


@pytest.mark.parametrize(("pour", "told"), [(10, Outcome.unanimite), (9, Outcome.adopte)])
def test_ten_voices_are_told(pour: int, told: Outcome) -> None:
    vote = Vote(objet="O", resultat=Outcome.unanimite, pour=pour, contre=0)
    assert (vote.outcome, vote.counts is not None) == (told, pour >= LEAST)


@pytest.mark.parametrize(
    ("there", "told"), [(9, Outcome.adopte), (10, Outcome.unanimite), (0, Outcome.unanimite)]
)
def test_a_unanimous_show_of_hands_of_few_is_told_as_adopted(there: int, told: Outcome) -> None:
    """Who was there is named: « unanimous » would say how each of them voted."""
    vote = Vote(objet="Un râteau", resultat=Outcome.unanimite)
    vote.at(there)
    assert vote.outcome is told


def test_who_is_named_in_the_minutes_says_how_many_were_at_a_vote(tmp_path: Path) -> None:
    files = towns.edited(
        MINUTES, "ordre_du_jour:", "votes: [{objet: Un râteau, resultat: unanimite}]\nordre_du_jour:"
    )
    hub = towns.hub_of(tmp_path, files)
    (row,), _ = data_of(hub, "votes")
    assert row["resultat"] == "adopte"
    page = page_of(hub, "/comptes-rendus/2026-03-10-bureau/")
    assert "adopté" in re.findall(r'<p class="acte-etat"><svg.*?</svg>(.*?)</p>', page.body)
    assert "unanimité" not in page.body
