"""What is due is said to who is to do it, from the day that the town chose, and no longer than it is."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.catalogue.rule import Content
from hub.cli import main
from hub.markup.forge import code, inert
from hub.model import Hub
from hub.model.news import NEWS, News
from hub.model.reminder import Look, Reminder, Thresholds, Urgency
from hub.model.reminders import reminders
from hub.reminding.reports import LONGEST_ISSUE, MARKER, REPORTS
from hub.reminding.words import MOST
from tests import towns

MINUTES, LATER, TERM = "minutes/2026-03-10-bureau.md", "minutes/2026-10-06-bureau.md", "bureau.yaml"
SETTINGS, GUIDE, LETTER = "mkdocs.yml", "content/guides/semer.md", "content/lettre/2026-11.md"

NOTHING_DUE: dict[str, Content] = {
    "associations.yaml": towns.MINIATURE["associations.yaml"]
    .replace("    statut: active\n", "    statut: active\n    verifie_le: 2026-03-01\n")
    .replace("    statut: en-sommeil\n", "    statut: en-sommeil\n    verifie_le: 2026-03-01\n"),
    TERM: towns.MINIATURE[TERM].replace("suppleants: 1", "suppleants: 0").partition("    vacants:")[0],
    MINUTES: towns.MINIATURE[MINUTES].replace("prochaine: 2026-05-12 18:30", "prochaine: 2026-12-08 18:30"),
    "minutes/2026-01-24-pleniere.md": towns.MINIATURE["minutes/2026-01-24-pleniere.md"].replace(
        "---\nTout", "prochaine: 2027-01-23\n---\nTout"
    ),
    "content/appels/serre.md": towns.MINIATURE["content/appels/serre.md"].replace("2026-12-01", "2027-02-01"),
}
"""The miniature in the state in which nobody has anything to do."""


def hub_of(folder: Path, files: dict[str, Content] | None = None) -> Hub:
    return towns.hub_of(folder, {**NOTHING_DUE, **(files or {})})


def told(hub: Hub, today: dt.date = towns.TODAY) -> list[tuple[str, str, str, str]]:
    return [
        (str(one.day), one.who, one.what, f"{one.at.path}:{one.at.line}") for one in reminders(hub, today)
    ]


def changed(path: str, old: str, new: str) -> dict[str, Content]:
    text = NOTHING_DUE.get(path, towns.MINIATURE[path])
    assert isinstance(text, str)
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


MEETING = "---\ntitre: Réunion du bureau\ndebut: 2027-03\ncategorie: reunion\n"
SEPTEMBER = "---\ntitre: Septembre\nnumero: 1\npublie_le: 2026-09-15\n---\nBon.\n"
DONE = "qui: [Licornes], echeance: 2026-04, etat: fait"


def guide(who: str, day: str) -> dict[str, Content]:
    asked = f"themes: [jardin]\nresponsable: {who}\na_revoir_avant: {day}"
    return changed(GUIDE, "themes: [jardin]", asked)


SERVICE, BUREAU = "Le service qui tient le site", "Le bureau"

CASES: dict[str, tuple[dict[str, Content], list[tuple[str, str, str, str]]]] = {
    "nothing": ({}, []),
    "minutes still a draft": (
        changed(MINUTES, "statut: adopte", "statut: projet"),
        [("2026-05-11", SERVICE, "il est encore un projet.", f"{MINUTES}:4")],
    ),
    "no bureau in sight": (
        changed(MINUTES, "prochaine: 2026-12-08 18:30\n", ""),
        [("2026-05-11", BUREAU, "Aucune réunion du bureau n’est en vue.", f"{MINUTES}:3")],
    ),
    "a bureau in sight that a date announces": (
        changed(MINUTES, "prochaine: 2026-12-08 18:30\n", "")
        | {"content/agenda/bureau.md": f"{MEETING}---\n"},
        [],
    ),
    "a bureau in sight that is cancelled": (
        changed(MINUTES, "prochaine: 2026-12-08 18:30\n", "")
        | {"content/agenda/bureau.md": f"{MEETING}annule: Faute de salle.\n---\n"},
        [("2026-05-11", BUREAU, "Aucune réunion du bureau n’est en vue.", f"{MINUTES}:3")],
    ),
    "the plenary of the year": (
        changed("minutes/2026-01-24-pleniere.md", "prochaine: 2027-01-23\n", ""),
        [
            (
                "2027-01-24",
                SERVICE,
                "L’assemblée plénière de l’année est à convoquer.",
                "minutes/2026-01-24-pleniere.md:3",
            )
        ],
    ),
    "a term that ends": (
        changed(TERM, "fin: 2027-09-19", "fin: 2027-01"),
        [("2027-01-31", SERVICE, "Le mandat 2025-2027 va finir, et aucun autre n’est connu.", f"{TERM}:5")],
    ),
    "a term that has ended": (
        changed(TERM, "fin: 2027-09-19", "fin: 2026-10"),
        [("2026-10-31", SERVICE, "Le mandat 2025-2026 est fini, et aucun autre n’est connu.", f"{TERM}:5")],
    ),
    "a seat that is empty": (
        {TERM: towns.MINIATURE[TERM]},
        [("2026-11-21", BUREAU, "1 siège vide au bureau : suppléant, collège « Vert ».", f"{TERM}:9")],
    ),
    "a card that was not read again": (
        changed(
            "associations.yaml",
            "statut: active\n    verifie_le: 2026-03-01",
            "statut: active\n    verifie_le: 2025-03-01",
        ),
        [
            (
                "2026-03-02",
                SERVICE,
                "1 fiche à faire relire : Les Licornes jardinières.",
                "associations.yaml:8",
            )
        ],
    ),
    "a card that was never read": (
        changed("associations.yaml", "statut: en-sommeil\n    verifie_le: 2026-03-01", "statut: en-sommeil"),
        [("2026-11-21", SERVICE, "1 fiche jamais confirmée : Cœur de chœur.", "associations.yaml:13")],
    ),
    "an association whose activities are over": (
        changed(
            "associations.yaml",
            "statut: dissoute",
            "statut: active\n    themes: [jardin]\n    verifie_le: 2026-03-01",
        ),
        [
            (
                "2026-07-01",
                SERVICE,
                "1 association n’a plus d’activité en cours : L'Amicale <des> dragons & co.",
                "associations.yaml:25",
            )
        ],
    ),
    "a guide to review": (
        guide("Le jardinier", "2026-12"),
        [],
    ),
    "a guide that was to be reviewed": (
        guide("Le service vert", "2026-12-20"),
        [("2026-12-20", "Le service vert", "ce guide est à relire.", f"{GUIDE}:7")],
    ),
    "a guide of which nobody knows who answers for it": (
        guide("à confirmer", "2026-12-20"),
        [("2026-12-20", SERVICE, "ce guide est à relire.", f"{GUIDE}:7")],
    ),
    "an action past its day, by who is to do it": (
        changed(MINUTES, DONE, "qui: [licornes, Mairie], echeance: 2026-04"),
        [
            ("2026-04-30", who, "l’action « Arrosoirs » : En acheter un", f"{MINUTES}:10")
            for who in ("Les Licornes jardinières", "Mairie")
        ],
    ),
    "an action past its day that is nobody's": (
        changed(MINUTES, DONE, "echeance: 2026-04, etat: a-confirmer"),
        [("2026-04-30", SERVICE, "l’action « Arrosoirs » : En acheter un", f"{MINUTES}:10")],
    ),
    "an action that has its last day": (
        changed(MINUTES, "echeance: 2026-04, etat: fait", "echeance: 2026-11-21"),
        [],
    ),
    "a call about to close": (
        changed("content/appels/serre.md", "2027-02-01", "2026-12-01"),
        [("2026-12-01", SERVICE, "cet appel va se fermer.", "content/appels/serre.md:5")],
    ),
    "a call that has closed": (changed("content/appels/serre.md", "2027-02-01", "2026-11-20"), []),
    "a letter that is due": (
        {LETTER: None, "content/lettre/2026-09.md": SEPTEMBER},
        [
            (
                "2026-10-30",
                SERVICE,
                "Un numéro de la lettre est à écrire : le dernier est « Septembre ».",
                "content/lettre/2026-09.md:4",
            )
        ],
    ),
    "a town without a letter": ({LETTER: None}, []),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_due_is_said_to_whom_and_where(tmp_path: Path, case: str) -> None:
    files, expected = CASES[case]
    assert told(hub_of(tmp_path, files)) == expected


class Waiting(NamedTuple):
    """A threshold, what makes something due of it, and the most days (the least, where `ahead`) at which it
    is told on the day of the miniature."""

    files: dict[str, Content]
    edge: int
    ahead: bool = False


THRESHOLDS = {
    "compte_rendu": Waiting(CASES["minutes still a draft"][0], 255),
    "reunion": Waiting(CASES["no bureau in sight"][0], 255),
    "pleniere": Waiting(CASES["the plenary of the year"][0], 300),
    "mandat": Waiting(CASES["a term that ends"][0], 71, ahead=True),
    "fiche": Waiting(CASES["a card that was not read again"][0], 629),
    "guide": Waiting(CASES["a guide that was to be reviewed"][0], 29, ahead=True),
    "action": Waiting(CASES["an action past its day that is nobody's"][0], 204),
    "appel": Waiting(CASES["a call about to close"][0], 10, ahead=True),
    "lettre": Waiting(CASES["a letter that is due"][0], 66),
}


def test_each_threshold_is_tried() -> None:
    assert set(THRESHOLDS) == set(Thresholds.model_fields)


@pytest.mark.parametrize("name", THRESHOLDS)
def test_one_is_reminded_from_the_day_that_the_town_chose(tmp_path: Path, name: str) -> None:
    files, edge, ahead = THRESHOLDS[name]
    hub = hub_of(tmp_path, files)

    def due(days: int) -> bool:
        within = hub.site.rappels.model_copy(update={name: days})
        return bool(told(replace(hub, site=hub.site.model_copy(update={"rappels": within}))))

    assert [due(edge - 1), due(edge), due(edge + 1)] == (
        [False, True, True] if ahead else [True, True, False]
    )


def test_a_threshold_is_read_from_the_settings(tmp_path: Path) -> None:
    rappels = "    identifiant: clva-mini\n    rappels:\n      appel: 9\n"
    files = CASES["a call about to close"][0] | changed(SETTINGS, "    identifiant: clva-mini\n", rappels)
    assert told(hub_of(tmp_path, files)) == []


@pytest.mark.parametrize("written", ["-1", "3651", "un mois", "[1]"])
def test_a_threshold_that_is_no_number_of_days_is_refused(tmp_path: Path, written: str) -> None:
    rappels = f"    identifiant: clva-mini\n    rappels: {{appel: {written}}}\n"
    found = towns.inspected(tmp_path, changed(SETTINGS, "    identifiant: clva-mini\n", rappels))
    assert [(one.path, one.line) for one in found.problems if one.severity == "error"] == [(SETTINGS, 9)]


def test_the_most_urgent_comes_first_and_then_what_has_waited_longest(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path)
    found = reminders(hub, towns.TODAY)
    assert [(one.urgency, one.day) for one in found] == sorted((one.urgency, one.day) for one in found)
    assert [one.what for one in found][:2] == [
        "Aucune réunion du bureau n’est en vue.",
        "cet appel va se fermer.",
    ]


def test_a_kind_says_what_is_due_of_its_things_beside_its_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(those: tuple[News, ...], look: Look) -> Iterator[Reminder]:
        for one in those:
            what = "personne ne l’a relue."
            yield Reminder(Urgency.LATE, look.today, SERVICE, what, "Relisez-la.", one.origin.at(), one)

    monkeypatch.setattr("hub.model.reminders.KINDS", (replace(NEWS, reminders=(unread,)),))
    hub = hub_of(tmp_path)
    assert told(hub) == [("2026-11-21", SERVICE, "personne ne l’a relue.", "content/actualites/pluie.md:2")]
    assert "Il pleut\u00a0: personne ne l’a relue.".encode() in REPORTS["text"](
        hub, reminders(hub, towns.TODAY), towns.TODAY
    )


# What is printed


def remind(
    folder: Path, files: dict[str, Content], *options: str, over: dict[str, Content] | None = None
) -> int:
    source = str(towns.write(folder / "ville", {**(NOTHING_DUE if over is None else over), **files}))
    given = ["--source", source, "--out", str(folder / "site"), "--today", str(towns.TODAY)]
    return main(["remind", *given, *options])


@pytest.mark.parametrize("form", ["text", "markdown", "eml"])
def test_where_nothing_is_due_one_may_ask_that_nothing_be_said(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    assert remind(tmp_path, {}, "--quiet", "--format", form) == 0
    assert capsysbinary.readouterr().out == b""


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_where_nothing_is_due_a_sentence_says_so(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], form: str
) -> None:
    assert remind(tmp_path, {}, "--format", form) == 0
    sentence = "Au 21\u00a0novembre 2026, rien n’est en retard ni à préparer pour le conseil de Mini.\n"
    head = f"{MARKER}\n\n" if form == "markdown" else ""
    assert capsysbinary.readouterr().out.decode() == head + sentence


TEXT = """\
3\u00a0rappels au 21\u00a0novembre 2026 pour le conseil de Mini, \
par personne, du plus pressant au moins pressant.

Le service qui tient le site
  - Une serre\u00a0: cet appel va se fermer (le 1er\u00a0décembre 2026, encore 10\u00a0jours).
    Relancez celles et ceux qui hésitent, et vérifiez que quelqu’un reçoit les réponses.
    content/appels/serre.md:5
  - Compte rendu du bureau du 10\u00a0mars 2026\u00a0: il est encore un projet (depuis le 11\u00a0mai 2026).
    Faites-le adopter à la prochaine réunion, puis écrivez «\u00a0statut: adopte\u00a0».
    minutes/2026-03-10-bureau.md:4

Le bureau
  - 1\u00a0siège vide au bureau\u00a0: suppléant, collège «\u00a0Vert\u00a0».
    Appelez les associations du collège à candidater.
    bureau.yaml:9
"""

SEVERAL = (
    CASES["a call about to close"][0] | CASES["minutes still a draft"][0] | CASES["a seat that is empty"][0]
)


def test_what_is_due_is_gathered_by_who_is_to_do_it(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert remind(tmp_path, SEVERAL) == 0
    assert capsysbinary.readouterr().out.decode() == TEXT


def test_sources_with_errors_remind_of_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert remind(tmp_path, changed(MINUTES, "statut: adopte", "statut: adapté")) == 1
    said = capsys.readouterr()
    assert "erreur C006" in said.out
    assert said.err == "Rien n'est rappelé : corrigez d'abord ces erreurs.\n"


def test_the_text_of_an_issue_leads_nowhere_and_tells_nobody(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    hostile = '"@maire ![x](https://pot.example/x.png) <b>#12</b> www.pot.example ](x) | a"'
    who = f"qui: [{hostile}, Licornes], echeance: 2026-04"
    files = changed(MINUTES, DONE, who)
    assert remind(tmp_path, files, "--format", "markdown") == 0
    said = capsysbinary.readouterr().out.decode()
    assert said.startswith(f"{MARKER}\n")
    html = cmarkgfm.github_flavored_markdown_to_html(said)
    for mark in ("<a", "<img", "<b>", "@maire", "#12<"):
        assert mark not in html
    assert html.count("<h3>") == 2
    assert html.count("<li>") == 2


def test_a_town_that_is_very_late_has_an_issue_that_a_forge_takes(tmp_path: Path) -> None:
    hub = hub_of(tmp_path)
    (minutes, *_) = hub.minutes
    late = [
        Reminder(1, towns.TODAY, f"Personne {who}", "x" * 150, "y" * 150, minutes.origin.at(), minutes)  # type: ignore[arg-type]
        for who in range(40)
        for _ in range(60)
    ]
    said = REPORTS["markdown"](hub, late, towns.TODAY).decode()
    assert len(said) < LONGEST_ISSUE + 10_000
    assert f"… et {60 - MOST} autres" in said
    assert said.rstrip().endswith("les dit tous.")


def message(found: bytes) -> email.message.EmailMessage:
    parsed: Any = email.message_from_bytes(found, policy=email.policy.default)
    return parsed  # type: ignore[no-any-return]


def test_a_mail_to_the_contact_says_the_same(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    contact = changed(SETTINGS, "    identifiant", "    contact: asso@mini.example\n    identifiant")
    assert remind(tmp_path, SEVERAL | contact, "--format", "eml") == 0
    raw = capsysbinary.readouterr().out
    assert raw.replace(b"\r\n", b"").count(b"\n") == 0
    parcel = message(raw)
    heads = {name: str(parcel[name]) for name in ("From", "To", "Date", "Subject", "X-Unsent")}
    assert heads == {
        "From": "Vie associative de Mini <asso@mini.example>",
        "To": "asso@mini.example",
        "Date": "Sat, 21 Nov 2026 08:00:00 +0100",
        "Subject": "À faire\u00a0: 3\u00a0rappels (Vie associative de Mini)",
        "X-Unsent": "1",
    }
    assert [part.get_content_type() for part in parcel.iter_parts()] == ["text/plain", "text/html"]
    plain, html = (part.get_content() for part in parcel.iter_parts())
    for place in ("content/appels/serre.md:5", "minutes/2026-03-10-bureau.md:4", "bureau.yaml:9"):
        assert place in plain
        assert place in html
    assert max(map(len, plain.splitlines())) <= 72
    assert "style=" in html


def test_the_same_mail_has_the_same_bytes_and_the_next_day_another_name(tmp_path: Path) -> None:
    hub = hub_of(
        tmp_path, changed(SETTINGS, "    identifiant", "    contact: asso@mini.example\n    identifiant")
    )
    made: Callable[[dt.date], bytes] = lambda day: REPORTS["eml"](hub, [], day)  # noqa: E731
    tomorrow = towns.TODAY + dt.timedelta(1)
    assert made(towns.TODAY) == made(towns.TODAY)
    assert message(made(towns.TODAY))["Message-ID"] != message(made(tomorrow))["Message-ID"]


def test_a_mail_to_nobody_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert remind(tmp_path, SEVERAL, "--format", "eml") == 1
    assert "donnez l'adresse du service dans « contact »" in capsys.readouterr().err


@given(st.text(max_size=60))
def test_any_words_stay_words_in_the_markdown_of_a_forge(words: str) -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(f"- {inert(words)}\n- {code(words)}")
    shown = html.replace("<ul>", "").replace("</ul>", "").replace("<li>", "").replace("</li>", "")
    assert "<" not in shown.replace("<code>", "").replace("</code>", "").replace("<br />", "")
