"""`ready`: a town hears all that it has to do before it publishes, where, and nothing when all is done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cmarkgfm
import jsonschema
import pytest

from hub.build import inspect
from hub.catalogue.identity import DATA, LEGAL, SETTINGS
from hub.catalogue.ready import CONTACT, READ, READY, TOLD
from hub.catalogue.rule import Content, Edit
from hub.catalogue.town import lay
from hub.checks.ready import lacking
from hub.cli import main
from hub.commands.ready import MARKER
from hub.marker import Marker
from hub.model.unknown import asks
from tests import towns

ASSOCIATIONS, NEWS = "associations.yaml", "content/actualites/2019-05-fete.md"
ACCESS = "content/accessibilite.md"
ADDRESS = "https://associations.ville-mini.fr/"


def _news(day: str) -> str:
    return f"---\ntitre: Une fête\npublie_le: {day}\n---\nIl a fait beau.\n"


def _page(title: str, text: str) -> str:
    return f"---\ntitre: {title}\n---\n{text}\n"


def town(folder: Path, files: dict[str, Content]) -> Path:
    """The miniature, about to be published, with `files` laid over it."""
    return lay(files, folder / "ville", READY)


def ready(folder: Path, files: dict[str, Content], *options: str) -> int:
    source = str(town(folder, files))
    given = ["--source", source, "--out", str(folder / "site"), "--today", str(towns.TODAY)]
    return main(["ready", *given, *options])


CASES: dict[str, tuple[dict[str, Content], list[tuple[str, str, int]]]] = {
    "nothing is left": ({}, []),
    "an address that leads nowhere": (
        {SETTINGS: Edit(ADDRESS, "https://mini.example/")},
        [("P040", SETTINGS, 2)],
    ),
    "a contact that is not known": (
        {SETTINGS: Edit(CONTACT, "contact: a-confirmer")},
        [("P041", SETTINGS, 6)],
    ),
    "no contact at all": ({SETTINGS: Edit(f"    {CONTACT}\n", "")}, [("P041", SETTINGS, 6)]),
    "a contact that nobody reads": (
        {SETTINGS: Edit(CONTACT, "contact: mairie@mairie.example")},
        [("P023", SETTINGS, 6), ("P041", SETTINGS, 6)],
    ),
    "both, and one cause each": (
        {SETTINGS: READY[SETTINGS].replace(ADDRESS, "https://mini.example/").replace(CONTACT, "contact:")},
        [("P040", SETTINGS, 2), ("P041", SETTINGS, 6)],
    ),
    "answers that are awaited in a page of the law": (
        {DATA: _page("Données", "Contact : à confirmer\n\nRien.\n\n- Délégué : **à confirmer** ;")},
        [("P042", DATA, 4), ("P042", DATA, 8)],
    ),
    "a statement that only quotes the words": (
        {ACCESS: _page("Accessibilité", "Non conforme. Ce qui manque porte « à confirmer ».")},
        [],
    ),
    "words on a legal page that are awaited": (
        {LEGAL: _page("Mentions légales", "À confirmer.")},
        [("P042", LEGAL, 4)],
    ),
    "no answer to the law at all": (
        {SETTINGS: READY[SETTINGS].replace(TOLD, "\n")},
        [(code, SETTINGS, 6) for code in sorted(["P043"] * 7 + ["P050"] * 2 + ["P051"] * 5)],
    ),
    "an answer that is awaited, and one that is empty": (
        {
            SETTINGS: READY[SETTINGS]
            .replace("nom: L'agence du numérique", "nom: a-confirmer")
            .replace("telephone: 01 46 55 00 02", "telephone:")
        },
        [("P043", SETTINGS, 15), ("P051", SETTINGS, 22)],
    ),
    "an officer who is named and cannot be reached": (
        {SETTINGS: Edit("courriel: donnees@ville-mini.fr", "nom: Le centre de gestion")},
        [("P050", SETTINGS, 19)],
    ),
    "the answer of another town": (
        {SETTINGS: Edit("nom: L'agence du numérique", "nom: Hébergements du Nuage plat")},
        [("P021", SETTINGS, 15)],
    ),
    "a number of nowhere": (
        {SETTINGS: Edit("telephone: 01 46 55 00 01", "telephone: 01 99 00 00 03")},
        [("P023", SETTINGS, 17)],
    ),
    "pages that a new town has still to write": (
        {
            DATA: _page(
                "Données", "Ce formulaire est à compléter : un mot suffit.\n\n**À compléter :** tout."
            ),
            "content/actualites/pluie.md": Edit("Enfin.", "À compléter : enfin."),
        },
        [("P052", DATA, 6)],
    ),
    "the words of the example": (
        {SETTINGS: Edit("Une ville de trois associations.", "Le hub d'une ville qui n'existe pas.")},
        [("P021", SETTINGS, 3)],
    ),
    "the name of the example": (
        {SETTINGS: Edit("commune: Mini", "commune: Ville-Exemple")},
        [("P044", SETTINGS, 7)],
    ),
    "old news told as new": ({NEWS: _news("2026-11-20")}, [("P045", NEWS, 3)]),
    "old news told as old": ({NEWS: _news("2019-06-01")}, []),
    "old news told to nobody": ({NEWS: _news("")}, []),
    "news that appeared three months after its day": (
        {"content/actualites/2026-08-20-fete.md": _news("2026-11-20")},
        [],
    ),
    "an old issue of the letter": (
        {
            "content/lettre/2026-05.md": "---\ntitre: Mai\nnumero: 1\npublie_le: 2026-11-20\n---\nMai.\n",
            "content/lettre/2026-11.md": None,
        },
        [("P045", "content/lettre/2026-05.md", 4)],
    ),
    "cards that no association has read": (
        {ASSOCIATIONS: READY[ASSOCIATIONS].replace(f"    {READ}\n", "")},
        [("P047", ASSOCIATIONS, 4), ("P047", ASSOCIATIONS, 12)],
    ),
    "cards that say where they come from, and that no association has read": (
        {ASSOCIATIONS: READY[ASSOCIATIONS].replace(READ, "source: Registre national")},
        [("P054", ASSOCIATIONS, 4), ("P054", ASSOCIATIONS, 13)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_to_be_done_is_said_where_it_is(tmp_path: Path, case: str) -> None:
    files, expected = CASES[case]
    found = inspect(town(tmp_path, files), towns.TODAY)
    told = lacking(found.hub, towns.TODAY)
    assert [(one.code, one.path, one.line) for one in told] == expected


def test_thirty_messages_a_day_are_not_too_many_and_one_more_is(tmp_path: Path) -> None:
    files: dict[str, Content] = {
        f"content/actualites/reprise-{number:02}.md": _news("2026-11-20") for number in range(30)
    }
    hub = inspect(town(tmp_path, files), towns.TODAY).hub
    assert lacking(hub, towns.TODAY) == []
    files["content/actualites/une-de-plus.md"] = _news("2026-11-20")
    hub = inspect(town(tmp_path, files), towns.TODAY).hub
    assert [one.code for one in lacking(hub, towns.TODAY)] == ["P046"]


def test_a_town_that_is_ready_hears_it_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ready(tmp_path, {}) == 0
    assert capsys.readouterr().out == (
        "Prêt : rien ne manque pour publier « Vie associative de Mini ».\n".replace(" :", "\u00a0:")
        .replace("« ", "«\u00a0")
        .replace(" »", "\u00a0»")
    )


def test_a_town_that_is_not_ready_hears_how_much_and_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ready(tmp_path, {SETTINGS: Edit(CONTACT, "contact: a-confirmer"), NEWS: _news("2026-11-20")}) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Pas encore prêt\u00a0: 2\u00a0choses à faire avant de publier")
    assert [line.partition(" à faire ")[0] for line in said if " à faire P" in line] == [
        "content/actualites/2019-05-fete.md:3:12:",
        "mkdocs.yml:6:5:",
    ]


def test_the_errors_of_a_check_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files: dict[str, Content] = {
        "minutes/2026-03-10-bureau.md": Edit("presents: [Licornes]", "presents: [Lycornes]"),
        SETTINGS: Edit(CONTACT, "contact: a-confirmer"),
    }
    assert ready(tmp_path, files) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.partition(" ")[0].endswith(":")]
    assert [line.split()[0] for line in lines if line[0] != "P"][0:2] == [
        "minutes/2026-03-10-bureau.md:6:12:",
        "mkdocs.yml:6:5:",
    ]


def test_sources_that_cannot_be_read_are_not_ready(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ready(tmp_path, {SETTINGS: "site_name: [\n"}) == 1
    assert "mkdocs.yml:" in capsys.readouterr().out


def test_a_site_published_under_another_name_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").mkdir()
    Marker("clva-autrement", ("index.html",)).write(tmp_path / "site")
    assert ready(tmp_path, {}, "--format", "json") == 1
    (told,) = json.loads(capsys.readouterr().out)["problems"]
    assert (told["code"], told["line"]) == ("P048", 9)
    assert told["remedy"] == "Remettez « identifiant: clva-autrement »."


UNREAD: dict[str, Content] = {ASSOCIATIONS: READY[ASSOCIATIONS].replace(f"    {READ}\n", "", 1)}
LAST = "Une fois le site publié, une fiche à confirmer ne l’arrête plus"


def _published(folder: Path) -> None:
    (folder / "site").mkdir()
    Marker("clva-mini", ("index.html",)).write(folder / "site")


def test_a_card_to_confirm_stops_a_first_publication_and_says_that_it_will_stop_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options in ((), ("--again",), ("--again", "--format", "markdown")):
        assert ready(tmp_path / "".join(options), UNREAD, *options) == 1
        said = capsys.readouterr().out
        assert "P047" in said
        assert said.splitlines()[-1].startswith(LAST)


def test_a_card_to_confirm_is_told_and_stops_nothing_once_the_site_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _published(tmp_path)
    assert ready(tmp_path, UNREAD, "--again") == 0
    said = capsys.readouterr().out
    assert said.startswith("Prêt\u00a0:")
    assert "À faire aussi, sans que cela arrête la publication\u00a0:" in said
    assert "associations.yaml:4:5: à faire P047" in said
    assert LAST not in said


def test_without_being_asked_so_a_published_site_is_asked_everything(tmp_path: Path) -> None:
    _published(tmp_path)
    assert ready(tmp_path, UNREAD) == 1


@pytest.mark.parametrize("case", [case for case, (_, told) in CASES.items() if told])
def test_what_speaks_falsely_stops_a_site_that_is_published(tmp_path: Path, case: str) -> None:
    _published(tmp_path)
    files, told = CASES[case]
    assert ready(tmp_path, files, "--again") == int(not {code for code, *_ in told} <= {"P047", "P054"})


def test_three_hundred_imported_cards_are_told_in_one_sentence_and_stop_no_first_publication(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = "".join(
        f"  - {{id: a-{rank}, nom: Amicale {rank}, statut: active, college: a-confirmer, themes: [jardin],\n"
        "     source: Registre national}\n"
        for rank in range(300)
    )
    assert ready(tmp_path, {ASSOCIATIONS: READY[ASSOCIATIONS].rstrip("\n") + "\n" + cards}) == 0
    said = capsys.readouterr().out
    assert said.startswith("Prêt\u00a0: rien n’empêche de publier")
    assert said.count("P054") == 2  # the sentence, and how to have it explained


def test_the_list_for_a_program_has_the_form_of_a_check_s(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema: Any = json.loads((towns.ROOT / "schemas/problems.schema.json").read_text(encoding="utf-8"))
    for files, number in (({}, 0), ({SETTINGS: Edit(CONTACT, "contact: a-confirmer")}, 1)):
        ready(tmp_path / str(number), files, "--format", "json", "--quiet")  # type: ignore[arg-type]
        report = json.loads(capsys.readouterr().out)
        jsonschema.validate(report, schema)
        assert len(report["problems"]) == number


HOSTILE = (
    "à confirmer ![x](https://pot.example/x.png) @maire #12 <img src=x> www.pot.example [l](//a) `a` "
    "**à confirmer**"
)


def test_words_of_a_source_stay_words_on_a_forge(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ready(tmp_path, {DATA: _page("Données", HOSTILE)}, "--format", "markdown") == 1
    said = capsys.readouterr().out
    assert said.startswith(f"{MARKER}\n")
    html = cmarkgfm.github_flavored_markdown_to_html(said)
    assert "<a" not in html
    assert "<img" not in html
    assert "@maire" not in html
    assert "#12" not in html


@pytest.mark.parametrize(
    "words",
    [
        "à confirmer",
        "À confirmer.",
        "Rue (numéro à confirmer)",
        "a-confirmer",
        "**à confirmer**",
        "| à confirmer |",
    ],
)
def test_an_answer_is_awaited_where_words_say_so(words: str) -> None:
    assert asks(words)


@pytest.mark.parametrize(
    "words",
    [
        "« à confirmer »",
        "les lignes «\u00a0à confirmer\u00a0» attendent",
        "Votre venue est à confirmer avant le 3 mai.",
        "`a-confirmer`",
        "<!-- à confirmer -->",
        "à confirmerait",
        "confirmer",
        "",
    ],
)
def test_no_answer_is_awaited_where_words_only_quote_or_ask_the_reader(words: str) -> None:
    assert not asks(words)
