"""A town says what it calls its council, its bodies and their members: every sentence follows."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from hub.atelier.settings import config
from hub.build import build
from hub.catalogue.rule import Content
from hub.handbook import contributing
from hub.inspection import inspect, inspect_again
from hub.markup import Renderer
from hub.markup.titles import minutes_title
from hub.model.reminders import reminders
from hub.model.wording import DEFAULT
from hub.pages.bureau import sheets as pages_of_bureau
from hub.pages.page import Pages
from hub.places import TEMPLATES
from hub.reminding.mail import message
from hub.reminding.words import told
from tests import other_words, towns
from tests.made_once import Shared
from tests.other_words import CALLED_OTHERWISE, DEFAULT_WORDS, WITHOUT_BUREAU, WITHOUT_COLLEGE


def _built(shared: Shared, name: str, files: dict[str, Content], *, media: bool = False) -> Path:
    def make(folder: Path) -> None:
        hub = towns.hub_of(folder / "town", files)
        build(hub, towns.TODAY, folder / "site", with_media=media)

    return shared.once(name, make) / "site"


@pytest.fixture(scope="module")
def office(shared: Shared) -> Path:
    return _built(shared, "office", CALLED_OTHERWISE, media=True)


@pytest.fixture(scope="module")
def comite(shared: Shared) -> Path:
    return _built(shared, "sans-college", WITHOUT_COLLEGE)


@pytest.fixture(scope="module")
def halle(shared: Shared) -> Path:
    return _built(shared, "sans-bureau", WITHOUT_BUREAU)


def test_what_is_looked_for_is_there_where_the_words_are_the_usual_ones(media_site: Path) -> None:
    found = other_words.default_words(media_site)
    assert set(found) == {"conseil", "bureau", "plénière", "collège", "titulaire", "suppléant"}
    kinds = {Path(path).suffix for files in found.values() for path in files}
    assert kinds >= {".html", ".xml", ".json", ".ics", ".pdf", ".pf_fragment"}


@pytest.mark.parametrize("town", ["office", "comite", "halle"])
def test_no_file_of_a_site_says_a_word_that_its_town_does_not(
    town: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(town)
    assert other_words.default_words(site) == {}
    left = [path for path, words in other_words.said(site) if re.search(r"\{(?:si |[^\W\d_]+[ }])", words)]
    assert left == []


def _page(site: Path, address: str) -> str:
    return other_words._html((site / f"{address}index.html").read_bytes()).replace("\u00a0", " ")


def test_articles_and_adjectives_agree_with_each_noun(office: Path, comite: Path) -> None:
    assert "Les associations de l’équipe d’animation 2025-2027, par famille" in _page(office, "bureau/")
    assert "L’équipe d’animation élue pour 2025-2027" in _page(office, "bureau/2025-2027/")
    assert "Comment fonctionne l’office" in _page(office, "")
    assert "Qui siège à l’équipe d’animation" in _page(office, "")
    assert "Ce qu’est l’office, et comment il fonctionne." in _page(office, "conseil/")
    assert "Assemblée générale du 24 janvier 2026" in " ".join(_page(office, "comptes-rendus/").split())
    assert "Toutes les familles" in _page(office, "associations/")
    assert "Ce qu’est la commission, et comment elle fonctionne." in _page(comite, "conseil/")
    assert "Le comité élu pour 2025-2027 : ses sièges." in _page(comite, "bureau/2025-2027/")
    assert "Au comité" not in _page(comite, "associations/licornes/")
    assert "À la commission" in _page(comite, "associations/licornes/")


def test_addresses_stay_what_they_are(office: Path, miniature_site: Path) -> None:
    own, usual = (
        {file.parent.relative_to(site) for file in site.rglob("index.html")}
        for site in (office, miniature_site)
    )
    assert own == usual


def test_a_town_without_colleges_shows_its_seats_and_no_college(comite: Path) -> None:
    page = _page(comite, "bureau/")
    assert "Membres" in page
    assert "Les Licornes jardinières" in page
    assert not list(comite.glob("bureau/college*"))
    assert "college" not in other_words.columns(comite, "associations")
    assert "college" not in other_words.columns(comite, "mandats")
    assert 'name="college"' not in (comite / "associations/index.html").read_text(encoding="utf-8")


def test_of_seats_that_follow_each_other_one_is_counted(tmp_path: Path) -> None:
    seats = (
        "      - {association: licornes, role: titulaire, fin: 2026-03-01}\n"
        "      - {association: coeur, role: titulaire, debut: 2026-03-02, remplace: licornes}\n"
        "    commissions:\n      - {nom: Serre, membres: [licornes]}\n"
    )
    bureau = str(WITHOUT_COLLEGE["bureau.yaml"]).partition("      - ")[0] + seats
    settings = str(WITHOUT_COLLEGE["mkdocs.yml"]).replace("pleniere:", "commission: un atelier, pleniere:")
    hub = towns.hub_of(tmp_path, {**WITHOUT_COLLEGE, "bureau.yaml": bureau, "mkdocs.yml": settings})
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    page = next(one for one in pages_of_bureau(tools) if one.address == "/bureau/2025-2027/").make(tools)
    words = re.sub(r"<[^<>]+>", " ", page.body)
    assert re.search(r"Membres\s+\(1\s+siège\)", words)
    assert re.search(r"Ateliers\s+Serre", words)


def test_a_town_without_bureau_has_no_page_of_it_and_nothing_leads_there(halle: Path) -> None:
    assert not (halle / "bureau").exists()
    leading = [file.name for file in halle.rglob("*.html") if "/bureau/" in file.read_text(encoding="utf-8")]
    assert leading == []
    assert not list(halle.glob("donnees/mandats.*"))
    assert "mettre-a-jour-le-bureau" not in (halle / "contribuer/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("files", [CALLED_OTHERWISE, WITHOUT_COLLEGE, WITHOUT_BUREAU])
def test_no_alarm_is_raised_by_what_a_town_calls_its_bodies_or_is_without(
    tmp_path: Path, files: dict[str, Content]
) -> None:
    assert towns.inspected(tmp_path, files).problems == []


def test_a_town_with_colleges_says_of_each_association_which_is_its_own(tmp_path: Path) -> None:
    files = towns.edited("associations.yaml", "    college: a-confirmer\n", "")
    problems = towns.inspected(tmp_path, files).problems
    assert [(one.code, one.path, one.line) for one in problems] == [("C002", "associations.yaml", 12)]


def test_problems_say_the_words_of_the_town(tmp_path: Path) -> None:
    registers: dict[str, Content] = {
        "bureau.yaml": towns.MINIATURE["bureau.yaml"].replace("titulaires: 1", "titulaires: 2"),
        "minutes/2026-03-10-bureau.md": towns.MINIATURE["minutes/2026-03-10-bureau.md"]
        .replace("presents: [Licornes]", "presents: [Cœur de chœur]\nlieu: Serre")
        .replace("excuses: [Cœur de chœur]\n", ""),
    }
    problems = towns.inspected(tmp_path, {**CALLED_OTHERWISE, **registers}).problems
    assert sorted((one.code, one.message) for one in problems) == [
        ("B007", "La famille « Vert » a 2 sièges d’élue ; ce mandat en occupe 1 : il en manque."),
        (
            "M010",
            "« Cœur de chœur » n'a pas de siège à l’équipe d’animation à cette date, et le texte n'en parle "
            "pas.",
        ),
        (
            "M011",
            "Élues de l’équipe d’animation qui ne sont ni présentes ni excusées : « Les Licornes "
            "jardinières ».",
        ),
    ]


def test_reminders_say_the_words_of_the_town(tmp_path: Path) -> None:
    day = dt.date(2027, 8, 21)
    hub = towns.hub_of(tmp_path, CALLED_OTHERWISE)
    due = reminders(hub, day)
    said = [(one.who, one.what) for one in due]
    assert ("L’équipe d’animation", "Aucune réunion de l’équipe d’animation n’est en vue.") in said
    assert (
        "L’équipe d’animation",
        "1 siège vide à l’équipe d’animation : remplaçante, famille « Vert ».",
    ) in said
    assert [what for who, what in said if "assemblée" in what] == [
        "L’assemblée générale de l’année est à convoquer."
    ]
    mail = other_words._mail(message(hub, told(hub, due, day), day))
    assert "pour l’office de Mini" in mail.replace("\n", " ")
    assert DEFAULT_WORDS.findall(other_words._PLACES.sub("", mail)) == []


def test_nobody_is_reminded_of_a_bureau_that_there_is_not(tmp_path: Path) -> None:
    due = reminders(towns.hub_of(tmp_path, WITHOUT_BUREAU), dt.date(2028, 1, 1))
    assert [
        one.what for one in due if "éunion" in one.what or "mandat" in one.what or "siège" in one.what
    ] == []


def test_another_word_is_said_at_once_of_minutes_that_did_not_change(tmp_path: Path) -> None:
    source = towns.write(tmp_path, CALLED_OTHERWISE)
    before = inspect(source, towns.TODAY)
    settings = source / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("une assemblée générale", "un forum"), "utf-8")
    after = inspect_again(before, source, towns.TODAY, changed=["mkdocs.yml"])
    said = [[minutes_title(one) for one in found.hub.minutes] for found in (before, after)]
    assert [one[-1] for one in said] == [
        "Compte rendu de l’assemblée générale du 24 janvier 2026",
        "Compte rendu du forum du 24 janvier 2026",
    ]


DEPOT = "    depot: {forge: forgejo, adresse: https://forge.example/mini/hub, application: a}\n"


def _forms(folder: Path, files: dict[str, Content]) -> Any:
    settings = str(files["mkdocs.yml"])
    return json.loads(config(towns.hub_of(folder, {**files, "mkdocs.yml": settings + DEPOT})))


def _labels(form: Any) -> list[str]:
    """What a form shows: its labels, its hints, what it says of a value that it refuses."""
    if isinstance(form, list):
        return [words for one in form for words in _labels(one)]
    if not isinstance(form, dict):
        return []
    own = [form[key] for key in ("label", "label_singular", "hint", "description") if form.get(key)]
    own += form["pattern"][1:] if isinstance(form.get("pattern"), list) else []
    return own + [words for one in form.values() for words in _labels(one)]


@pytest.mark.parametrize("files", [CALLED_OTHERWISE, WITHOUT_COLLEGE, WITHOUT_BUREAU])
def test_the_forms_of_the_workshop_say_the_words_of_the_town(
    tmp_path: Path, files: dict[str, Content]
) -> None:
    labels = _labels(_forms(tmp_path, files)["cms"])
    words = other_words._PLACES.sub("", " ".join(labels))
    assert DEFAULT_WORDS.findall(words.replace("Écrivez le mot avec", "")) == []
    assert "{" not in words


def test_a_form_asks_for_nothing_that_a_town_is_without(tmp_path: Path) -> None:
    forms = _forms(tmp_path, WITHOUT_BUREAU)["cms"]
    assert [one["name"] for one in forms["singletons"]] == [
        "associations",
        "subventions",
        "redirections",
        "mkdocs",
    ]
    (associations,) = (one for one in forms["singletons"][0]["fields"] if one["name"] == "associations")
    assert "college" not in [one["name"] for one in associations["fields"]]
    (minutes,) = (one for one in forms["collections"] if one["name"] == "minutes")
    (body,) = (one for one in minutes["fields"] if one["name"] == "instance")
    assert [one["value"] for one in body["options"]] == ["pleniere", "commission", "groupe-de-travail"]


def test_the_usual_words_are_those_of_the_handbook() -> None:
    assert "{" not in re.sub(r"`[^`]*`", "", contributing())
    assert DEFAULT.say("{si college:{collège}|rien}") == "collège"
