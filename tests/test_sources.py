"""Sources: every file yields a document or a fault, with its place; nothing else ever happens."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hub.build import inspect
from hub.catalogue.attachments import LINK, PDF, PLAN
from hub.report import REPORTS
from hub.sources import Position, read
from hub.sources.text import Unreadable, split_front_matter
from hub.sources.yaml import parse
from tests import towns


def test_a_scalar_is_text_whatever_yaml_would_make_of_it() -> None:
    data, _, _ = parse("a: 0146756000\nb: 18:30\nc: non\nd: 01000\ne: 2021-11-25\n", "x")
    assert data == {"a": "0146756000", "b": "18:30", "c": "non", "d": "01000", "e": "2021-11-25"}


@pytest.mark.parametrize("null", ["null", "Null", "NULL", "~"])
def test_a_plain_null_is_an_empty_value_and_a_quoted_one_is_words(null: str) -> None:
    data, _, _ = parse(f"a: {null}\nb: [{null}]\nc:\n- {null}\nd: '{null}'\ne: \"{null}\"\n", "x")
    assert data == {"a": "", "b": [""], "c": [""], "d": null, "e": null}


@pytest.mark.parametrize("words", ["nul", "nullement", "null et non avenu", "NuLL", "~5 €"])
def test_what_only_looks_like_a_null_is_words(words: str) -> None:
    data, _, _ = parse(f"a: {words}\n", "x")
    assert data == {"a": words}


def test_a_null_in_the_settings_is_an_empty_value_too() -> None:
    data, _, _ = parse("extra: {hub: {contact: null}}\n", "mkdocs.yml")
    assert data == {"extra": {"hub": {"contact": ""}}}


OPEN_HEADERS = [
    ("a table far below", "---\ntitre: a\nlieu:\n  nom: b\n\nDu texte.\n\n| a |\n|---|\n", (6, 1)),
    ("a heading", "---\ntitre: a\n## Après\n\n--\n", (3, 1)),
    ("a sentence", "---\ntitre: a\nVenez tous.\n", (3, 1)),
    ("words before a colon", "---\ntitre: a\n\nPrésents : les Licornes.\n", (4, 1)),
    ("a fence too short", "---\ntitre: a\n--\nDu texte.\n", (3, 1)),
    ("a fence joined to the last line", "---\ntitre: a---\nDu texte.\n", (2, 9)),
    ("a list, a remark, a group", "---\na: [b,\n  c]\n# d\ne:\n- f\n'g': h\n", (1, 1)),
]


@pytest.mark.parametrize(
    ("text", "place"), [(t, p) for _, t, p in OPEN_HEADERS], ids=[o[0] for o in OPEN_HEADERS]
)
def test_a_front_matter_that_is_not_closed_is_told_where_the_text_begins(
    text: str, place: tuple[int, int]
) -> None:
    with pytest.raises(Unreadable) as raised:
        split_front_matter(text, "x.md")
    assert raised.value.fault.position == Position("x.md", *place)


def test_a_value_knows_its_line_and_column(tmp_path: Path) -> None:
    document = read(towns.write(tmp_path)).documents["associations.yaml"]
    assert document.position("associations", 1, "nom") == Position("associations.yaml", 13, 10)
    assert document.position("associations", 1, "nom", key=True) == Position("associations.yaml", 13, 5)


def test_a_column_counts_characters_not_bytes() -> None:
    _, places, _ = parse("{é: à, b: c}", "x")
    assert places.mark(places.find(0, ["b"])).column == 11


def test_a_missing_field_is_placed_at_the_thing_that_lacks_it(tmp_path: Path) -> None:
    document = read(towns.write(tmp_path)).documents["associations.yaml"]
    assert document.position("associations", 1, "absent") == Position("associations.yaml", 12, 5)


def test_a_front_matter_keeps_the_line_numbers_of_its_file(tmp_path: Path) -> None:
    document = read(towns.write(tmp_path)).documents["minutes/2026-03-10-bureau.md"]
    assert document.position("date").line == 3
    assert document.body.startswith("## Arrosoirs")
    assert document.body_position(1).line == 13


def test_windows_line_ends_read_as_any_other(tmp_path: Path) -> None:
    crlf = towns.MINIATURE["content/index.md"].replace("\n", "\r\n").encode()
    document = read(towns.write(tmp_path, {"content/index.md": crlf})).documents["content/index.md"]
    assert document.data["titre"] == "Bienvenue"
    assert document.body == "Bonjour !\n"


FAULTS = [
    ("a second colon in a value", "titre: Bureau : point sur", ("T012", 1, 8)),
    ("a value that begins with @", "a: b\ncourriel: @licornes", ("T013", 2, 11)),
    ("a value that begins with *", "- *important*", ("T013", 1, 3)),
    ("a value that begins with %", "a: % de quoi", ("T013", 1, 4)),
    ("a tab in the margin", "a:\n\tb: c", ("T011", 2, 1)),
    ("a quote that never ends", "a: 'b\nc: d", ("T014", 1, 4)),
    ("an apostrophe inside quotes", "a: 'l'eau'", ("T014", 1, 4)),
    ("no space after a colon", "titre:Fête\ndebut: 2027", ("T025", 1, 6)),
    ("an invisible space after a colon", "titre:\u00a0Fête\ndebut: 2027", ("T026", 1, 6)),
    ("an invisible space before a colon", "titre\u00a0: Fête", ("T026", 1, 1)),
    ("no space after a dash", "ordre:\n  - un\n  -deux\ndate: b", ("T027", 3, 3)),
    ("a bullet", "ordre:\n  - un\n  • deux\ndate: b", ("T027", 3, 3)),
    ("a key written twice", "nom: a\nville: b\nnom: c", ("T015", 3, 1)),
    ("an alias", "a: &x b\nc: *x", ("T016", 1, 4)),
    ("a tag", "a: !!binary b", ("T016", 1, 4)),
    ("two documents", "a: b\n---\nc: d", ("T018", 2, 1)),
    ("a line set too far right", "a: b\n  c: d", ("T022", 2, 3)),
    ("a line without a key", "a: b\nperdu\nc: d", ("T023", 2, 1)),
    ("lists in lists in lists", "[" * 50, ("T017", 1, 13)),
    ("a colon in the second line of a value", "objet: un long\n  texte : sa fin\na: b", ("T012", 1, 8)),
    ("a bracket and then words", "titre: [COMPLET] Fête\na: b", ("T039", 1, 17)),
    ("words after the brackets of an empty list", "presents: [] Licornes, ville\na: b", ("T039", 1, 13)),
    ("quotes around a part of a title", 'titre: "Fête" des associations\na: b', ("T039", 1, 14)),
    ("a list that is never closed", "o: [un, deux\na: b\nc: d", ("T038", 1, 4)),
    ("a group that is never closed", "lieu: {nom: Parc\na: b", ("T038", 1, 7)),
    ("a comma that is missing", "- {a: b, c: d e: f}\n- {a: b}", ("T040", 1, 16)),
    ("an apostrophe in a list", "p: ['l'impasse', b]\na: b", ("T014", 1, 5)),
    ("a question mark for a value", "statut: ?\na: b", ("T013", 1, 9)),
    ("a dash for a value", "tarif: -\na: b", ("T013", 1, 8)),
    ("a field one space too far left", "a:\n  - id: x\n    nom: y\n   b: z", ("T022", 4, 4)),
    ("stars for dashes", "o:\n  * un\n  * deux\na: b", ("T027", 2, 3)),
    ("an equals sign for a colon", "titre = Fête\ndebut: 2027-06-05 14:00", ("T023", 1, 1)),
    ("curly quotes around a colon", "titre: “Fête : des associations”\na: b", ("T028", 1, 8)),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FAULTS], ids=[c[0] for c in FAULTS])
def test_a_mistake_in_yaml_is_one_fault_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    _, _, faults = parse(text, "x")
    assert [(f.code, f.position.line, f.position.column) for f in faults] == [expected]


def test_a_hundred_thousand_brackets_end_neither_the_process_nor_the_day() -> None:
    _, _, faults = parse("[" * 100_000, "x")
    assert [fault.code for fault in faults] == ["T017"]


def test_an_alias_bomb_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{k}: &{k} [*{p}, *{p}]\n" for p, k in zip("abcdefgh", "bcdefghi", strict=True)
    )
    _, _, faults = parse(bomb, "x")
    assert [fault.code for fault in faults] == ["T016"]


FILES = [
    (
        "not UTF-8",
        {"content/index.md": "---\ntitre: é\n---\n".encode("latin-1")},
        ("T002", "content/index.md", 2, 8),
    ),
    ("a byte order mark", {"bureau.yaml": b"\xef\xbb\xbfcolleges: []"}, ("T003", "bureau.yaml", 1, 1)),
    ("a control character", {"bureau.yaml": "colleges:\n  - a\x00b"}, ("T004", "bureau.yaml", 2, 6)),
    (
        "an unfinished merge",
        {"bureau.yaml": "colleges: []\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> autre\n"},
        ("T005", "bureau.yaml", 2, 1),
    ),
    ("a hundred megabytes", {"content/index.md": b"a" * 100_000_000}, ("T006", "content/index.md", 1, 1)),
    ("an empty file", {"associations.yaml": " \n"}, ("T019", "associations.yaml", 1, 1)),
    ("a missing register", {"bureau.yaml": None}, ("T001", "bureau.yaml", 1, 1)),
    ("no front matter", {"content/index.md": "Bonjour\n"}, ("T020", "content/index.md", 1, 1)),
    ("an open front matter", {"content/index.md": "---\ntitre: a\n"}, ("T021", "content/index.md", 1, 1)),
    ("a list for a register", {"bureau.yaml": "- a\n"}, ("T024", "bureau.yaml", 1, 1)),
    ("a file that is no text", {"content/photo.jpg": b"\xff"}, ("T030", "content/photo.jpg", 1, 1)),
]


FILES += [
    (f"{name} beside the registers", {name: b"x"}, ("T043", name, 1, 1))
    for name in ("associations.xlsx", "associations.csv", "bureau.docx", "Budget 2026.ods", "BUREAU.XLS")
]


@pytest.mark.parametrize(("files", "expected"), [case[1:] for case in FILES], ids=[c[0] for c in FILES])
def test_a_file_that_cannot_be_read_is_one_fault(
    tmp_path: Path, files: dict[str, str | bytes | None], expected: tuple[str, str, int, int]
) -> None:
    faults = read(towns.write(tmp_path, files)).faults
    assert [(f.code, *f.position) for f in faults] == [expected]


SECRET = "---\ntitre: jeton-du-serveur\n---\njeton-du-serveur\n"

LINKS = [
    ("a text out of the folder", "content/agenda/lien.md", "secret.md"),
    ("a text inside the folder", "content/agenda/lien.md", "ville/content/index.md"),
    ("a folder of texts", "content/guides", "dossier"),
    ("a folder in a folder", "content/agenda/dossier", "dossier"),
    ("the folder of minutes", "minutes", "dossier"),
    ("the folder of contents", "content", "dossier"),
    ("a register", "redirections.yaml", "secret.md"),
    ("a document inside the folder", "content/documents/reglement.txt", "ville/mkdocs.yml"),
    ("the folder of documents", "content/documents", "dossier"),
    ("what leads nowhere", "content/agenda/lien.md", "rien.md"),
    ("what turns in circles", "content/documents/boucle.txt", "ville/content/documents/boucle.txt"),
]


@pytest.mark.parametrize(("path", "target"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS])
def test_a_link_is_one_problem_and_nothing_behind_it_is_opened(
    tmp_path: Path, path: str, target: str
) -> None:
    """Neither by the readers nor by the report, which quotes lines."""
    (tmp_path / "secret.md").write_text(SECRET)
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "2026-01-01-secret.md").write_text(SECRET)
    (tmp_path / "dossier" / "secret.txt").write_text(SECRET)
    town = towns.write(tmp_path / "ville")
    if (town / path).is_dir():
        shutil.rmtree(town / path)
    (town / path).parent.mkdir(exist_ok=True)
    (town / path).symlink_to(tmp_path / target)
    problems = inspect(town, towns.TODAY).problems
    assert [(problem.code, problem.path) for problem in problems] == [("T007", path)]
    assert "jeton" not in "".join(REPORTS["text"](problems, town, 1))


def test_a_pipe_among_the_sources_is_a_problem_and_nobody_waits_for_it(tmp_path: Path) -> None:
    town = towns.write(tmp_path)
    (town / "content" / "documents").mkdir()
    for path in ("content/agenda/tube.md", "content/documents/tube.txt"):
        os.mkfifo(town / path)
    problems = inspect(town, towns.TODAY).problems
    assert [(problem.code, problem.path) for problem in problems] == [
        ("T008", "content/agenda/tube.md"),
        ("T008", "content/documents/tube.txt"),
    ]
    assert REPORTS["text"](problems, town, 1)


@pytest.mark.parametrize("folder", ["content", "content/guides", "content/documents", "minutes"])
def test_a_folder_that_cannot_be_opened_is_one_problem(
    tmp_path: Path, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As another account than root sees a folder without rights."""
    town = towns.write(tmp_path, {PLAN: PDF, **towns.edited("content/guides/semer.md", "De la terre.", LINK)})
    name, system_open = folder.rpartition("/")[2], os.open

    def closed(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == name:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return system_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", closed)
    problems = inspect(town, towns.TODAY).problems
    assert [(problem.code, problem.path) for problem in problems] == [("T008", folder)]


def test_a_source_folder_that_cannot_be_opened_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    town = towns.write(tmp_path)
    monkeypatch.setattr(os, "scandir", closed)
    assert [(problem.code, problem.path) for problem in inspect(town, towns.TODAY).problems] == [
        ("T008", ".")
    ]


OF_SYSTEMS = [
    "Thumbs.db",
    "thumbs.db",
    ".DS_Store",
    "._photo.jpg",
    "desktop.ini",
    "~$reglement.docx",
    "Icon\r",
]


@pytest.mark.parametrize("name", OF_SYSTEMS)
def test_what_systems_leave_in_a_folder_is_nobodys_mistake(tmp_path: Path, name: str) -> None:
    folders = (".", "minutes", "content", "content/agenda", "content/documents", "content/images")
    assert towns.inspected(tmp_path, {f"{folder}/{name}": b"\0" for folder in folders}).problems == []


def test_folders_in_folders_without_end_are_one_problem(tmp_path: Path) -> None:
    files = {f"content/{'a/' * 200}x.md": "---\ntitre: x\n---\n"}
    (problem,) = towns.inspected(tmp_path, files).problems
    assert (problem.code, problem.path) == ("T031", f"content{'/a' * 9}")


HIDING_NOTHING = {"T015", "T026", "T028", "T029"}
"""Faults beside which the values are what was meant."""


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_text_parses_to_values_or_to_faults(text: str) -> None:
    data, _, faults = parse(text, "x")
    assert data is None or {fault.code for fault in faults} <= HIDING_NOTHING


@example("!%")
@given(st.text(alphabet="ab:-[]{}\"'#&*!|>%@` \n\t,?", max_size=60))
def test_any_yaml_like_text_parses_to_values_or_to_faults(text: str) -> None:
    data, _, faults = parse(text, "x")
    assert data is None or {fault.code for fault in faults} <= HIDING_NOTHING
    lines = text.count("\n") + 2
    assert all(1 <= fault.position.line <= lines and fault.position.column >= 1 for fault in faults)


@given(st.text(alphabet="-a\n ", max_size=30))
def test_a_front_matter_splits_without_losing_a_line_of_the_body(text: str) -> None:
    try:
        _, body, line = split_front_matter(text, "x")
    except Unreadable:
        return
    assert text.split("\n")[line - 1 :] == body.split("\n") or body == ""


@given(st.binary(max_size=200))
def test_any_bytes_in_any_file_are_a_document_or_a_fault(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("octets")
    towns.write(folder, {"content/index.md": data, "bureau.yaml": data})
    sources = read(folder)
    faulty = {fault.position.path for fault in sources.faults}
    assert {"content/index.md", "bureau.yaml"} <= faulty | set(sources.documents)
