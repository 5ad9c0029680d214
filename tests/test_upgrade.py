"""A new version of the program, and the files of a town that were written for an earlier one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import hub.upgrading
from hub.cli import main
from hub.upgrading import LaterError, edits, upgrade
from tests import towns

DAY = ("--today", str(towns.TODAY))

FIRST_SETTINGS = """\
# yaml-language-server: $schema=https://json.schemastore.org/mkdocs-1.6.json
# La configuration du moteur (MkDocs et Material) et l'identité de la ville.

site_name: Vie associative de Mini
site_url: https://mini.example/ # adresse à confirmer
site_description: >-
  Une ville
  de trois associations.

extra:
  generator: false
  hub:
    commune: Mini
    conseil: Conseil local de la vie associative
    sigle: CLVA
    identifiant: clva-mini # ne change jamais : les abonnés reconnaissent les messages par lui
    plateforme: https://nous.mini.example

docs_dir: content
theme:
  name: material
  palette:
    - media: "(prefers-color-scheme: light)"
      # le jour
      toggle: {icon: material/weather-night}

# Ce qui suit était dans le premier fichier.
plugins: []
nav:
  - Accueil: index.md
  - Le conseil: conseil.md
"""
"""The settings of a town, as the first version gave them."""

PRESENT_SETTINGS = """\
# yaml-language-server: $schema=https://json.schemastore.org/mkdocs-1.6.json
# La configuration du moteur (MkDocs et Material) et l'identité de la ville.

site_name: Vie associative de Mini
site_url: https://mini.example/  # adresse à confirmer
site_description: >-
  Une ville
  de trois associations.

extra:
  hub:
    commune: Mini
    conseil: Conseil local de la vie associative
    identifiant: clva-mini  # ne change jamais : les abonnés reconnaissent les messages par lui


# Ce qui suit était dans le premier fichier.
"""

ALIASES = ("alias: [Licornes]", "alias: [les licornes jardinieres, Licornes, 'Licornes !']")


def first_town(folder: Path) -> Path:
    """A town of the first version."""
    files = {**towns.edited("associations.yaml", *ALIASES), "mkdocs.yml": FIRST_SETTINGS}
    return towns.write(folder, files)


def run(town: Path, *options: str) -> int:
    return main(["upgrade", "--source", str(town), *DAY, *options])


def test_a_check_that_fails_by_an_old_form_names_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = first_town(tmp_path)
    assert main(["check", "--source", str(town), *DAY]) == 1
    said = capsys.readouterr().out
    assert "mkdocs.yml:15:5: erreur T059 « sigle » est d'une version passée du programme" in said
    assert said.count("« python build.py upgrade »") == 7


def test_the_files_of_the_first_version_become_those_of_this_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = first_town(tmp_path)
    assert run(town) == 0
    said = capsys.readouterr().out
    assert (town / "mkdocs.yml").read_text(encoding="utf-8") == PRESENT_SETTINGS
    assert "    alias: [Licornes]\n" in (town / "associations.yaml").read_text(encoding="utf-8")
    assert said.splitlines() == [
        "Fichiers de la version 0.1.0, programme de la version 0.1.0.",
        "mkdocs.yml : les réglages du moteur sont retirés, le programme a désormais les siens "
        "(« generator », « docs_dir », « theme », « plugins », « nav »).",
        "mkdocs.yml : ce que plus rien ne lit est retiré (« sigle », « plateforme »).",
        "mkdocs.yml : deux espaces sont mis devant les remarques que donnait la première version.",
        "associations.yaml : des noms que le programme reconnaît désormais de lui-même sont retirés "
        "(« les licornes jardinieres », « Licornes ! »).",
        "C'est écrit. Relisez la différence, puis : python build.py check",
    ]
    assert main(["check", "--source", str(town), *DAY]) == 0


def test_a_second_time_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = first_town(tmp_path)
    run(town)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in town.rglob("*.*")}
    capsys.readouterr()
    assert run(town) == 0
    assert capsys.readouterr().out.endswith("\nRien à changer.\n")
    assert before == {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in town.rglob("*.*")}


def test_one_may_see_the_differences_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    town = first_town(tmp_path)
    assert run(town, "--dry-run") == 0
    said = capsys.readouterr().out
    assert (town / "mkdocs.yml").read_text(encoding="utf-8") == FIRST_SETTINGS
    assert "\n-    sigle: CLVA\n" in said
    assert said.endswith("Rien n'est écrit. Pour le faire : python build.py upgrade\n")


def test_what_only_a_person_knows_is_left_to_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    town = first_town(tmp_path)
    yoga = town / "content/agenda/yoga.md"
    yoga.write_text(yoga.read_text(encoding="utf-8").replace(", jusqu_a: 2026-12-15", ""), encoding="utf-8")
    assert run(town) == 1
    said = capsys.readouterr().out.partition("À faire à la main :\n")[2]
    assert said.startswith("content/agenda/yoga.md:8:13: erreur E008 ")


def test_the_ends_of_lines_the_mark_and_the_rights_of_a_file_stay(tmp_path: Path) -> None:
    town = first_town(tmp_path)
    file = town / "mkdocs.yml"
    file.write_bytes(FIRST_SETTINGS.replace("\n", "\r\n").encode())
    file.chmod(0o640)
    assert run(town, "--quiet") == 0
    assert file.read_bytes() == PRESENT_SETTINGS.replace("\n", "\r\n").encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in town.iterdir() if path.name.startswith(".")) == []


def test_a_later_program_notes_its_version_once_the_files_are_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub.upgrading, "__version__", "0.2.0")
    town = first_town(tmp_path)
    assert run(town, "--quiet") == 0
    settings = yaml.safe_load((town / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["extra"]["hub"]["programme"] == "0.2.0"
    assert upgrade(town, towns.TODAY).changed == ()


def test_files_of_a_later_version_are_not_those_of_this_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = towns.edited("mkdocs.yml", "commune: Mini", "programme: 9.10.0\n    commune: Mini")
    town = towns.write(tmp_path, note)
    with pytest.raises(LaterError, match=r"9\.10\.0"):
        upgrade(town, towns.TODAY)
    assert run(town) == 1
    assert capsys.readouterr().err.startswith("build.py : ces fichiers sont pour la version 9.10.0 ")


@pytest.mark.parametrize(
    ("written", "gone", "left"),
    [
        ("a: [un, deux, trois]\n", ["un"], "a: [deux, trois]\n"),
        ("a: [un, deux, trois]\n", ["deux"], "a: [un, trois]\n"),
        ("a: [un, deux, trois]\n", ["trois"], "a: [un, deux]\n"),
        ("a: [un, deux, trois]\n", ["un", "deux"], "a: [trois]\n"),
        ("a: [un, deux, trois] # tous\n", ["deux", "trois"], "a: [un] # tous\n"),
        ("a: [un, deux, trois]\nb: 1\n", ["un", "deux", "trois"], "b: 1\n"),
        ("a:\n  - un\n  - deux\nb: 1\n", ["un"], "a:\n  - deux\nb: 1\n"),
        ("a:\n- un\n- deux\n# fin\n", ["deux"], "a:\n- un\n# fin\n"),
        ("a: |\n  un\n\nb: 1\n", ["a"], "\nb: 1\n"),
        ("b: 1\na: [un,\n  deux]", ["a"], "b: 1\n"),
        ("b: 1\na: {x: 1}", ["x"], "b: 1\na: {x: 1}"),  # the only thing of its group
        ("b: |\n  un\na: 1\n  # dedans\n# fin\n", ["a"], "b: |\n  un\n# fin\n"),
        ("b: |+\n  un\na: 1\n\n# fin\n", ["a"], "b: |+\n  un\na: 1\n\n# fin\n"),  # « b » would say more
        ("b: 1\x85a: un\n", ["a"], "b: 1\x85a: un\n"),  # lines that editors do not see
    ],
)
def test_entries_and_items_go_and_all_else_stays(written: str, gone: list[str], left: str) -> None:
    places = [_place(written, word) for word in gone]
    assert edits.cut(written, edits.removals(written, places)) == left


def _place(text: str, word: str) -> tuple[int, int]:
    before = text[: text.index(word)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    ("written", "noted"),
    [
        ("a:\n  b:\n    c: 1\n", "a:\n  b:\n    c: 1\n    v: 2\n"),
        ("a:\n  b:\n    c: 1", "a:\n  b:\n    c: 1\n    v: 2\n"),
        ("a:\n  b:\n    v: 1 # vu\n    c: 1\n", "a:\n  b:\n    v: 2 # vu\n    c: 1\n"),
        ("a:\n  b:\n    c: 1\n\n# fin\nd: 1\n", "a:\n  b:\n    c: 1\n    v: 2\n\n# fin\nd: 1\n"),
        ("a: {b: {c: 1}}\n", "a: {b: {c: 1, v: 2}}\n"),
        ("a: 1\n", "a: 1\n"),
    ],
)
def test_a_note_is_put_in_its_group_or_renewed(written: str, noted: str) -> None:
    assert edits.with_entry(written, ("a", "b"), "v", "2") == noted


VALUES = st.sampled_from(
    (
        " un",
        " [a, b]",
        " {x: 1}",
        "\n  x: 1\n  y: [2]",
        "\n  - x\n  - y",
        " |\n  un\n  deux",
        " |+\n  un\n",
        "",
    )
)
BETWEEN = st.sampled_from(("", "\n", "# mot\n", "\n# mot: un\n\n", "  # dedans\n"))
ENTRIES = st.lists(st.tuples(VALUES, BETWEEN), min_size=2, max_size=7)


@settings(max_examples=150)
@given(entries=ENTRIES, gone=st.sets(st.integers(0, 6)), ending=st.sampled_from(("\n", "\r\n")))
def test_what_is_left_says_the_same_in_the_same_lines(
    entries: list[tuple[str, str]], gone: set[int], ending: str
) -> None:
    written = "".join(f"k{n}:{value}\n{between}" for n, (value, between) in enumerate(entries))
    written = written.replace("\n", ending)
    going = sorted(n for n in gone if n < len(entries))
    if len(going) == len(entries):
        going.pop()
    left = edits.cut(written, edits.removals(written, [_place(written, f"k{n}:") for n in going]))
    said: dict[str, Any] = yaml.safe_load(written)
    expected = {key: value for key, value in said.items() if int(key[1:]) not in going}
    assert yaml.safe_load(left) == expected or left == written
    assert yaml.safe_load(left) == expected or "|+" in written
    lines = iter(written.splitlines(keepends=True))
    assert all(line in lines for line in left.splitlines(keepends=True))  # each after the one before
