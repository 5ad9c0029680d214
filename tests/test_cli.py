"""The command: what is printed, the exit codes, the site left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from hub.cli import main
from hub.markup.typography import french
from tests import towns

DAY = ["--today", "2026-11-21"]

READ = len(towns.MINIATURE)
"""The files of the miniature, all of which are counted."""

PAST = ("minutes/", "content/scrutins/", "subventions.yaml")
"""The files of what has taken place: on an earlier day they would be mistakes."""


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def test_check_says_that_all_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--source", towns.write(tmp_path), *DAY) == 0
    assert capsys.readouterr().out == f"{READ} fichiers : aucune erreur, aucun avertissement.\n"


def test_check_prints_each_problem_on_a_line_and_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = towns.edited("bureau.yaml", "role: titulaire", "role: titulair")
    assert run("check", "--source", towns.write(tmp_path, files), *DAY) == 1
    assert capsys.readouterr().out == (
        "bureau.yaml:7:54: erreur C006 « titulair » n'est pas une valeur possible pour « role ». "
        "Vouliez-vous dire « titulaire » ?\n"
        "  |       - {association: licornes, college: vert, role: titulair}\n"
        "                                                         ^\n"
        f"{READ} fichiers : 1 erreur, aucun avertissement.\n"
        "Pour comprendre un code : python build.py explain C006\n"
    )


def test_explain_gives_a_rule_or_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "a012") == 0
    assert capsys.readouterr().out.startswith("A012 (erreur)\n")
    assert run("explain") == 0
    assert "  A012  Une association citée est dans l'annuaire" in capsys.readouterr().out


def test_an_id_that_was_published_cannot_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, site = towns.write(tmp_path / "sources"), tmp_path / "site"
    assert run("--no-media", "--source", source, "--out", site, *DAY) == 0
    register = source / "associations.yaml"
    register.write_text(register.read_text("utf-8").replace("- id: coeur", "- id: coeur-2"), "utf-8")
    capsys.readouterr()
    assert run("--no-media", "--source", source, "--out", site, *DAY) == 1
    assert "associations.yaml:12:9: erreur A007" in capsys.readouterr().out
    assert run("check", "--source", source, "--out", site, *DAY) == 1
    assert run("check", "--source", source, "--out", tmp_path / "ailleurs", *DAY) == 1  # A012: it is named


def test_the_site_of_another_town_says_nothing_of_this_one(tmp_path: Path) -> None:
    source, site = towns.write(tmp_path / "sources"), tmp_path / "site"
    assert run("--no-media", "--source", source, "--out", site, *DAY) == 0
    other = towns.write(tmp_path / "autre", towns.edited("mkdocs.yml", "clva-mini", "clva-maxi"))
    register = other / "associations.yaml"
    register.write_text(register.read_text("utf-8").replace("dragons", "sirenes"), "utf-8")
    assert run("check", "--source", other, "--out", site, "--format", "json", *DAY) == 0


def test_check_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = towns.write(tmp_path / "sources")
    monkeypatch.chdir(tmp_path)
    run("check", "--source", source, *DAY)
    assert [path.name for path in tmp_path.iterdir()] == ["sources"]


def test_json_is_all_that_is_on_the_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = towns.edited("bureau.yaml", "role: titulaire", "role: titulair")
    assert run("check", "--source", towns.write(tmp_path, files), "--format", "json", *DAY) == 1
    assert json.loads(capsys.readouterr().out) == {
        "problems": [
            {
                "path": "bureau.yaml",
                "line": 7,
                "column": 54,
                "severity": "error",
                "code": "C006",
                "message": "« titulair » n'est pas une valeur possible pour « role ».",
                "remedy": "Vouliez-vous dire « titulaire » ?",
                "form": {
                    "of": "Bureau, Mandats, mandat 1",
                    "place": "Sièges, siège 1, Rôle",
                    "message": french("« titulair » n'est pas une valeur possible pour « Rôle »."),
                    "remedy": "Choisissez dans la liste du champ.",
                    "code": "",
                },
            }
        ]
    }


def test_json_of_a_build_is_the_problems_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = towns.write(tmp_path / "sources")
    assert (
        run("build", "--no-media", "--source", source, "--out", tmp_path / "site", "--format", "json", *DAY)
        == 0
    )
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_without_a_command_the_site_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, site = towns.write(tmp_path / "sources"), tmp_path / "site"
    assert run("--no-media", "--source", source, "--out", site, *DAY) == 0
    assert (site / "associations" / "licornes" / "index.html").exists()
    assert "pages" in capsys.readouterr().out


def test_an_error_leaves_the_published_site_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, site = towns.write(tmp_path / "sources"), tmp_path / "site"
    run("--no-media", "--source", source, "--out", site, *DAY)
    before = {f: (f.read_bytes(), f.stat().st_mtime_ns) for f in site.rglob("*") if f.is_file()}
    towns.write(source, {"bureau.yaml": "colleges: ["})
    assert run("--no-media", "--source", source, "--out", site, *DAY) == 1
    assert {f: (f.read_bytes(), f.stat().st_mtime_ns) for f in site.rglob("*") if f.is_file()} == before
    assert "Le site publié n'a pas changé." in capsys.readouterr().err


def test_quiet_says_nothing_when_there_is_nothing_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = towns.write(tmp_path / "sources")
    run("build", "--no-media", "--source", source, "--out", tmp_path / "site", "--quiet", *DAY)
    assert capsys.readouterr() == ("", "")


def test_a_warning_does_not_stop_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"content/photo.jpg": b"\xff"}
    source = towns.write(tmp_path / "sources", files)
    assert run("--no-media", "--source", source, "--out", tmp_path / "site", *DAY) == 0
    assert "content/photo.jpg:1:1: avertissement T030" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["explain", "A999"], "il n'y a pas de code « A999 »"),
        (["construire"], "« construire » n'est pas possible"),
        (["check", "--port", "1"], "option inconnue : --port 1"),
        (["build", "--today", "hier"], "« hier » n'est pas une date"),
        (["check", "--source"], "il manque une valeur"),
        (["serve", "--port", "99999"], "« 99999 » n'est pas un port"),
        (["serve", "--port", "80"], "de 1024 à 65535"),
        (["serve", "--port", "9" * 5000], "de 1024 à 65535"),
        (["check", "--today", "9999-12-31"], "de 1800 à 2200"),
        (["build", "--today", "0001-01-01"], "de 1800 à 2200"),
        (["letter", "2026-11", "--today", "9990-01-01"], "de 1800 à 2200"),
        (["check", "--source", "a" * 5000], "build.py : "),
        (["check", "--source", "/nulle/part"], "n'existe pas"),
    ],
)
def test_wrong_usage_is_told_in_french(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = run(*arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    said = capsys.readouterr().err
    assert code == (1 if "a" * 300 in str(arguments) else 2), said
    assert words in said


@pytest.mark.parametrize("day", ["1800-01-01", "2200-12-31"])
def test_a_site_is_built_on_the_first_and_the_last_day_that_may_be_supposed(tmp_path: Path, day: str) -> None:
    files = dict.fromkeys(path for path in towns.MINIATURE if path.startswith(PAST))
    source = towns.write(tmp_path / "ville", files)
    assert run("--no-media", "--source", source, "--out", tmp_path / "site", "--today", day, "--quiet") == 0


def _broken(*_: object, **__: object) -> NoReturn:
    error = RecursionError("maximum\x1b[2J\ndepth")
    error.add_note("content/index.md")
    raise error


FAULT = (
    "build.py : Une faute du programme, pas de vos fichiers : RecursionError maximum\\x1b[2J\\ndepth "
    "(avec content/index.md).\n"
)


@pytest.mark.parametrize(
    ("place", "command"),
    [
        ("hub.commands.telling.inspect_once", "check"),
        ("hub.commands.build.found_once", "build"),
        ("hub.build.build", "build"),
        ("hub.commands.telling.inspect", "letter"),
        ("hub.explain.listing", "explain"),
    ],
)
def test_what_nobody_foresaw_is_one_sentence_and_the_traceback_is_asked_for(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    command: str,
) -> None:
    monkeypatch.setattr(place, _broken)
    own = ["2026-11"] if command == "letter" else []
    town = [] if command == "explain" else ["--source", towns.write(tmp_path / "ville"), *DAY]
    out = ["--out", tmp_path / "site"] if command == "build" else []
    assert run(command, *own, *town, *out) == 1
    said = capsys.readouterr().err
    assert FAULT in said
    assert "Traceback" not in said
    monkeypatch.setenv("HUB_TRACE", "1")
    assert run(command, *own, *town, *out) == 1
    assert "in _broken" in capsys.readouterr().err


def test_the_thing_that_was_being_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a copy of the program writes it."""
    monkeypatch.setattr("hub.feeds.vevent._series", _broken)
    out = ["--no-media", "--out", tmp_path / "site"]
    assert run("build", "--source", towns.write(tmp_path / "ville"), *out, *DAY) == 1
    said = capsys.readouterr().err
    assert "Une faute du programme, pas de vos fichiers : RecursionError" in said
    assert "Aucun site n'a été publié." in said
    assert "Traceback" not in said


def test_the_file_that_was_being_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(*_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("hub.sources.reading.parsed", parsed)
    assert run("check", "--source", towns.write(tmp_path), *DAY) == 1
    assert "ZeroDivisionError (avec mkdocs.yml)." in capsys.readouterr().err


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "latin-1"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_terminal_that_lacks_a_sign_gets_the_report_all_the_same(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    files = {
        "content/guides/semer.md": "---\ntitre: Semer… [ici]\n---\nVoir [ici](https://graines.example/).\n"
    }
    command = [
        sys.executable,
        str(towns.ROOT / "build.py"),
        "check",
        "--source",
        str(towns.write(tmp_path, files)),
    ]
    done = subprocess.run([*command, *DAY], capture_output=True, env={**os.environ, **settings}, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"L009" in done.stdout


def test_whoever_stops_reading_the_report_is_told_nothing(tmp_path: Path) -> None:
    command = f"{sys.executable} {towns.ROOT / 'build.py'} explain | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_a_first_build_with_errors_does_not_speak_of_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = towns.write(tmp_path / "sources", {"bureau.yaml": "colleges: ["})
    assert run("--no-media", "--source", source, "--out", tmp_path / "site", *DAY) == 1
    assert "Aucun site n'a été publié." in capsys.readouterr().err


def test_another_python_hands_over_to_the_one_that_was_prepared() -> None:
    """`python build.py`, as the documentation says, by a Python that has none of the libraries."""
    program = [
        sys.executable,
        "-S",
        "-E",
        str(towns.ROOT / "build.py"),
        "check",
        "--source",
        str(towns.EXAMPLE),
    ]
    result = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    prepared = (towns.ROOT / ".venv" / "bin" / "python").exists()
    assert result.returncode == (0 if prepared else 2), result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_of_something_else_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = towns.write(tmp_path / "sources")
    assert run("--no-media", "--source", source, "--out", source, *DAY) == 1
    assert "contient les fichiers d'où vient le site" in capsys.readouterr().err
    assert (source / "bureau.yaml").exists()
