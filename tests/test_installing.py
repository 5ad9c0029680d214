"""`docs/installer.md`: each command that it gives is run, in its order, in a town of contents alone."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from hub.given import MARK, files
from tests import installed, towns
from tests.jobs import git
from tests.made_once import Shared

PAGE = (towns.ROOT / "docs/installer.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)).splitlines()

OF_A_MACHINE_WITHOUT_NETWORK = {
    "-m venv .venv": "-m venv --without-pip .venv && echo $LENT >$(echo .venv/lib/*/site-packages)/lent.pth",
    ".venv/bin/python -m pip": "$OWN -m pip --python .venv/bin/python",
    "install --require-hashes -r requirements.txt": "install --no-deps --no-index --require-hashes",
    "install --no-deps": "install --no-index --no-deps",
    "python3": "$OWN",
    "git diff": "git --no-pager diff",
}
"""The libraries are those of the tests: nothing is downloaded; the program's digest is asked all the same."""


@pytest.fixture(scope="module")
def said(shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each command of the page printed, in a town of an earlier version."""
    wheel = installed.wheel(installed.program(shared).parent.parent.parent)
    given = {**files(None), "Makefile": f"{MARK}# d'hier\n", "programme.txt": _line(wheel)}
    old = towns.MINIATURE["mkdocs.yml"] + "    sigle: CLVA\n"
    town = towns.write(tmp_path_factory.mktemp("ville") / "ville", {**given, "mkdocs.yml": old})
    git(town, "init", "--quiet")
    git(town, "add", ".")
    (town / "programme").mkdir()
    shutil.copy(wheel, town / "programme")
    own = {"OWN": sys.executable, "LENT": sysconfig.get_path("purelib"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return {command: _ran(command, town, {**os.environ, **own}) for command in COMMANDS}


def _line(wheel: Path) -> str:
    form = re.search(r"^\./programme/.*$", PAGE, re.MULTILINE)
    assert form
    assert form[0].split()[0] == f"./programme/{wheel.name}"
    return form[0].replace("…", hashlib.sha256(wheel.read_bytes()).hexdigest()) + "\n"


def _ran(command: str, town: Path, environment: dict[str, str]) -> str:
    for words, other in OF_A_MACHINE_WITHOUT_NETWORK.items():
        command = command.replace(words, other)
    done = subprocess.run(
        ["sh", "-c", command], cwd=town, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr if done.returncode in (0, 1) else f"{done.returncode}: {done.stderr}"


def test_the_commands_of_the_page_install_the_program_and_bring_a_town_up_to_date(
    said: dict[str, str],
) -> None:
    assert re.match(r"[0-9a-f]{64}  programme/hub_vie_associative-", said["sha256sum programme/*.whl"])
    assert said[".venv/bin/python -m hub.given"].startswith("Makefile : renouvelé")
    assert "\n-    sigle: CLVA\n" in said[".venv/bin/hub upgrade --dry-run"]
    assert "« sigle »" in said[".venv/bin/hub upgrade"]
    assert said[".venv/bin/hub check"].endswith("aucune erreur, aucun avertissement.\n")
    assert "\n-    sigle: CLVA\n" in said["git diff"]


def test_an_old_form_stops_the_first_build_and_names_the_command(said: dict[str, str]) -> None:
    assert "Lancez « hub upgrade », qui la retire." in said[".venv/bin/hub build"]


def test_no_command_of_the_page_is_wrong(said: dict[str, str]) -> None:
    assert [command for command, words in said.items() if re.match(r"\d+: ", words)] == []
