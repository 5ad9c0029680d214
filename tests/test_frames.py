"""What was made of the frames is kept under a key: nothing that may change a frame leaves it the same."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import ENGINE_CONFIG
from hub.engine import DamagedError, Frames, frames, frames_key, recipe
from hub.engine.recipe import DRAWING, RENTED
from hub.engine.sheet import FRAMES, SLOTS
from hub.model.census import Census
from hub.model.depot import Depot, Forge
from hub.model.legal import Accessibility, DataOfficer, Host, Publisher, Reception
from hub.model.reminder import Pace, Thresholds
from hub.model.site import Site, YesOrNo
from hub.model.wording import Wording
from tests import towns

SITE = Site(
    site_name="Mini",
    site_url="https://mini.example/",
    site_description="Une ville.",
    commune="Mini",
    conseil="Le conseil",
    identifiant="mini",
)


def _key(site: Site = SITE, config: Path = ENGINE_CONFIG, *, cards: bool = False) -> str:
    return frames_key(site, config, cards=cards)


def test_the_same_town_has_the_same_key_wherever_its_theme_stands(tmp_path: Path) -> None:
    assert _key() == _key()
    (tmp_path / "copy").mkdir()
    (tmp_path / "other").mkdir()
    first, other = (towns.theme_copy(tmp_path / name) for name in ("copy", "other"))
    assert _key(config=first) == _key(config=other)


def test_each_setting_of_the_town_changes_the_key() -> None:
    other: dict[str, Any] = {
        "site_url": "https://autre.example/",
        "contact": "conseil@mini.example",
        "signalement": "https://mini.example/signaler",
        "consentement": "oui",
        "couleur": "#7a1f4b",
        "logo": "content/images/logo.svg",
        "depot": Depot(forge=Forge.gitlab, adresse="https://forge.example/mini/hub"),
        "manques": YesOrNo.non,
        "sites_gardes": 3,
        "rappels": Thresholds(lettre=1),
        "rythme": Pace(bureau=1),
        "associations_recensees": Census(nombre=300),
        "editeur": Publisher(nom="Autre"),
        "hebergeur": Host(nom="Autre"),
        "delegue_protection_donnees": DataOfficer(nom="Autre"),
        "accueil": Reception(adresse="Autre"),
        "accessibilite": Accessibility(audite_par="Autre"),
        "mots": Wording(conseil="un office"),
    }
    keys = [
        _key(SITE.model_copy(update={name: other.get(name, "Autre")})) for name in type(SITE).model_fields
    ]
    assert len({_key(), _key(cards=True), *keys}) == len(keys) + 2


@pytest.mark.parametrize(
    "path",
    [
        "main.html",
        "partials/header.html",
        ".icons/hub/loupe.svg",
        "assets/hub/hub.js",
        "assets/icone-512.png",
    ],
)
def test_one_letter_of_the_theme_changes_the_key(tmp_path: Path, path: str) -> None:
    config = towns.theme_copy(tmp_path)
    before = _key(config=config)
    file = tmp_path / "theme" / path
    file.write_bytes(file.read_bytes() + b" ")
    assert _key(config=config) != before


def test_a_file_of_the_theme_that_comes_goes_or_moves_changes_the_key(tmp_path: Path) -> None:
    config = towns.theme_copy(tmp_path)
    keys = [_key(config=config)]
    file = tmp_path / "theme" / "assets" / "autre.svg"
    file.write_bytes(b"<svg/>")
    keys.append(_key(config=config))
    file.rename(file.with_name("encore.svg"))
    keys.append(_key(config=config))
    assert len(set(keys)) == 3


def test_a_setting_of_the_engine_changes_the_key(tmp_path: Path) -> None:
    config = towns.theme_copy(tmp_path)
    before = _key(config=config)
    config.write_text(config.read_text("utf-8") + "use_directory_urls: true\n", encoding="utf-8")
    assert _key(config=config) != before


@pytest.mark.parametrize("name", [*RENTED, *DRAWING])
def test_another_version_of_a_library_changes_the_key(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = _key()
    real = recipe.version
    monkeypatch.setattr(recipe, "version", lambda one: "9.9" if one == name else real(one))
    assert _key() != before


def test_another_code_of_the_engine_changes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _key()
    code = recipe.program()
    assert len(code) > 5
    monkeypatch.setattr(recipe, "program", lambda: [*code[:-1], code[-1] + b"#"])
    assert _key() != before


def test_the_key_loads_nothing_of_the_engine() -> None:
    code = (
        "import sys; from tests.test_frames import SITE; from hub.build import ENGINE_CONFIG; "
        "from hub.engine import frames_key; frames_key(SITE, ENGINE_CONFIG); "
        "print(sorted({'mkdocs', 'properdocs', 'material', 'markdown', 'babel'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=towns.ROOT, capture_output=True, check=True)
    assert said.stdout == b"[]\n"


@pytest.fixture(scope="module")
def made() -> Frames:
    return frames(SITE, ENGINE_CONFIG)


def test_frames_come_back_from_their_bytes(made: Frames) -> None:
    assert Frames.loads(made.dumps()) == made
    assert Frames.loads(made.dumps()).dumps() == made.dumps()


_SMALL = Frames(
    dict.fromkeys(FRAMES, ("a", SLOTS[0], "é", SLOTS[1], "")), b"404", (("a/b.css", b"x\n\0"), ("c", b""))
)


@settings(max_examples=300)
@given(st.data())
def test_damaged_bytes_are_never_frames(data: st.DataObject) -> None:
    whole = _SMALL.dumps()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from(
            [
                whole[:at],
                whole[:at] + whole[at + 1 :],
                whole + b"\0",
                whole[:at] + bytes([whole[at] ^ 1 << data.draw(st.integers(0, 7))]) + whole[at + 1 :],
            ]
        )
    )
    with pytest.raises(DamagedError):
        Frames.loads(damaged)


def _signed(head: Any, files: bytes = b"404", raw: bytes | None = None) -> bytes:
    """Bytes whose digest is right, whoever wrote them."""
    rest = (json.dumps(head).encode() if raw is None else raw) + b"\n" + files
    return _SMALL.dumps().split(b" ")[0] + b" 1 " + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def _head(cut: Any = ("", SLOTS[0], ""), files: Iterable[Any] = (("404.html", 3),)) -> dict[str, Any]:
    return {"cuts": dict.fromkeys(FRAMES, cut), "files": list(files)}


def test_bytes_that_are_frames_are_read_whoever_wrote_them() -> None:
    assert Frames.loads(_signed(_head())).not_found == b"404"


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"\x80\x04.",
        _signed([]),
        _signed({"cuts": {}, "files": [["404.html", 3]]}),
        _signed(_head(files=[])),
        _signed(_head(files=[["a.css", 3]])),
        _signed(_head(files=[["404.html", 2]])),
        _signed(_head(files=[["404.html", 4]])),
        _signed(_head(files=[["404.html", -1], ["a", 4]])),
        _signed(_head(files=[["404.html", 3], ["../a", 0]])),
        _signed(_head(files=[["404.html", 3], ["/a", 0]])),
        _signed(_head(files=[["404.html", 3], ["a//b", 0]])),
        _signed(_head(files=[["404.html", 3], [7, 0]])),
        _signed(_head(files=[["404.html", 3, 3]])),
        _signed(_head(files=[["404.html", True], ["a", 2]])),
        _signed(_head(cut=["", "autre", ""])),
        _signed(_head(cut=["", SLOTS[0]])),
        _signed(_head(cut=["", SLOTS[0], 7])),
        _signed(_head(cut="abc")),
        _signed(None, raw=b"{"),
        _signed(None, raw=b"\xff"),
        _signed(None, raw=b"[" * 100_000),
    ],
)
def test_what_is_no_frames_is_told_from_them(foreign: bytes) -> None:
    with pytest.raises(DamagedError):
        Frames.loads(foreign)
