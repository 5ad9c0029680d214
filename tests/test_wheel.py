"""The program apart from the contents: another town installs it, and keeps nothing but its texts."""

from __future__ import annotations

import ast
import re
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import hub
from hub.called import BUILD_PY, HUB, MODULE, called
from tests import installed, towns
from tests.made_once import Shared
from tests.serve import serving

DAY = ("--today", str(towns.TODAY))
OF_A_TOWN = ("associations.yaml", "bureau.yaml", "content", "minutes", "mkdocs.yml", "redirections.yaml")


@pytest.fixture(scope="module")
def bin(shared: Shared) -> Path:
    return installed.program(shared)


@pytest.fixture(scope="module")
def built(bin: Path) -> Path:
    """Where the wheel and the archive of sources are."""
    return bin.parent.parent.parent


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_town_of_contents_alone_is_built_to_the_same_bytes(
    bin: Path, media_site: Path, tmp_path: Path
) -> None:
    town = towns.write(tmp_path / "ville")
    done = installed.ran(bin, town, "build", "--quiet", *DAY)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    made, expected = _bytes(town / "site"), _bytes(media_site)
    assert sorted(made) == sorted(expected)
    assert [path for path, data in expected.items() if made[path] != data] == []


def test_the_installed_command_is_named_as_it_was_called(bin: Path, tmp_path: Path) -> None:
    town = towns.write(tmp_path, {"content/guides/semer.md": "Rien.\n"})
    assert installed.ran(bin, town, "check", *DAY).stdout.endswith("hub explain T020\n")
    assert installed.ran(bin, town, "check", "--source", "ailleurs").stderr.startswith("hub : le dossier")
    assert installed.ran(bin, town, "--help").stdout.startswith("usage: hub [-h] COMMANDE")
    assert "build.py" not in installed.ran(bin, town, "ready", *DAY).stdout


def test_the_installed_program_shows_a_town_and_its_panel_names_it(bin: Path, tmp_path: Path) -> None:
    town = towns.write(tmp_path / "ville")
    with serving(
        town, tmp_path / "site", "--no-media", program=[f"{bin / 'python'}", "-um", "hub"]
    ) as served:
        assert "Bienvenue" in served.get("/").text
        assert served.told("/")["commande"] == "python -m hub"


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("/usr/bin/hub", HUB),
        ("hub.exe", HUB),
        ("/a/site-packages/hub/__main__.py", MODULE),
        ("build.py", BUILD_PY),
        ("/ville/build.py", BUILD_PY),
        ("/a/pytest/__main__.py", BUILD_PY),  # whatever else runs this repository
    ],
)
def test_the_command_is_known_by_what_was_run(run: str, names: object) -> None:
    assert called(run) == names


def test_the_wheel_carries_all_that_the_program_reads(built: Path) -> None:
    with zipfile.ZipFile(installed.wheel(built)) as archive:
        there = set(archive.namelist())
    read = [*(towns.ROOT / "theme").rglob("*.*"), *(towns.ROOT / "atelier" / "paquet").rglob("*.*")]
    read = [
        file
        for file in read
        if file.is_file() and file.suffix not in (".cache", ".pyc") and file.name != "LISEZMOI.md"
    ]
    names = [f"hub/own/{file.relative_to(towns.ROOT).as_posix()}" for file in read]
    names += ["hub/own/requirements.txt", "hub/own/schemas/minutes.schema.json", "hub/commands/check.py"]
    assert [name for name in names if name not in there] == []
    assert [name for name in there if "__pycache__" in name or not name.startswith("hub")] == []


def test_the_licences_go_with_the_program(built: Path) -> None:
    with zipfile.ZipFile(installed.wheel(built)) as archive:
        there = [name.partition(".dist-info/licenses/")[2] for name in archive.namelist()]
    assert {"LICENSE", "LICENSE-CONTENU.md", "theme/fonts/OFL-Literata.txt"} <= set(there)


def test_the_archive_of_sources_has_no_file_of_a_town(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        there = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "build.py", "pyproject.toml", "theme/moteur.yml", "tests/towns.py"} <= there
    assert [name for name in there if name.partition("/")[0] in OF_A_TOWN] == []


def test_the_version_is_said_once_and_the_changelog_begins_with_it(built: Path) -> None:
    with zipfile.ZipFile(installed.wheel(built)) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("METADATA"))
        said = Parser().parsestr(archive.read(name).decode())["Version"]
    log = (towns.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", log, re.MULTILINE)
    assert first
    assert said == hub.__version__ == first[1]


def test_no_message_names_the_command_otherwise_than_as_it_was_called() -> None:
    """`hub.called` does; the handbook is of this repository."""
    named = [
        (file.relative_to(towns.ROOT).as_posix(), node.value)
        for file in sorted((towns.ROOT / "hub").rglob("*.py"))
        if file.name not in ("called.py", "handbook.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if "python build.py" in node.value or node.value.startswith("build.py :")
    ]
    assert named == []
