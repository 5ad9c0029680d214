"""The former sites are kept beside the published one, and one can go back to them, whatever happens."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import build
from hub.cli import main
from hub.formers import Former, folder_of, forgotten, go_back, kept
from hub.marker import MARKER
from hub.publish import REQUIRED, PublishError, publish, swap
from hub.published import published
from tests import towns

DAY = 86_400


def publish_words(out: Path, words: str, keep: int = 7, age: float = 0) -> None:
    """A site that says these words, made `age` days before the first of 2026 at noon."""
    files = [(path, b"ce qui ne change pas") for path in REQUIRED]
    publish([*files, ("mots.html", words.encode())], out, "clva-mini", keep)
    when = dt.datetime(2026, 1, 1, 11).timestamp() - age * DAY
    os.utime(out / MARKER, (when, when))


def words(out: Path) -> str:
    return (out / "mots.html").read_text(encoding="utf-8")


def said(out: Path) -> list[str]:
    """What the sites that are kept say, the latest first."""
    return [words(one.folder) for one in kept(out)]


def rollback(out: Path, *arguments: str) -> int:
    return main(["rollback", *arguments, "--out", str(out)])


def test_the_sites_that_were_replaced_are_kept_as_many_as_one_asks_for(tmp_path: Path) -> None:
    for age, one in ((4, "a"), (3, "b"), (2, "c"), (1, "d")):
        publish_words(tmp_path / "site", one, keep=2, age=age)
    assert (words(tmp_path / "site"), said(tmp_path / "site")) == ("d", ["c", "b"])
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".site.precedents", "site"]


def test_none_is_kept_where_one_asks_for_none(tmp_path: Path) -> None:
    publish_words(tmp_path / "site", "a")
    publish_words(tmp_path / "site", "b")
    publish_words(tmp_path / "site", "c", keep=0)
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_file_that_did_not_change_is_on_the_disk_once(tmp_path: Path) -> None:
    publish_words(tmp_path / "site", "a")
    publish_words(tmp_path / "site", "b")
    (former,) = kept(tmp_path / "site")
    assert (former.folder / "rss.xml").samefile(tmp_path / "site" / "rss.xml")


def test_a_day_of_many_builds_does_not_cost_the_site_of_the_day_before(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish_words(out, "hier", keep=3, age=1)
    for number in range(6):
        publish_words(out, str(number), keep=3, age=-number / 1000)
    assert said(out) == ["4", "3", "hier"]


@given(st.lists(st.integers(0, 400), unique=True, max_size=30), st.integers(0, 12))
def test_what_is_forgotten_leaves_as_many_as_asked_and_every_day_that_it_can(
    hours: Sequence[int], most: int
) -> None:
    noon = dt.datetime(2026, 1, 1, 12)
    found = [Former(Path(str(hour)), noon - dt.timedelta(hours=hour)) for hour in sorted(hours)]
    gone = forgotten(found, most)
    left = [one for one in found if one not in gone]
    assert len(left) == min(most, len(found))
    days = sorted({one.made.date() for one in found}, reverse=True)
    assert sorted({one.made.date() for one in left}, reverse=True) == days[: len(left)]


def test_one_goes_back_to_a_site_and_forth_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    for age, one in ((2, "a"), (1, "b"), (0, "c")):
        publish_words(out, one, age=age)
    assert rollback(out, "2") == 0
    assert (words(out), said(out)) == ("a", ["c", "b"])
    assert capsys.readouterr().out == (
        f"« {out} » est de nouveau le site du mardi 30\u00a0décembre 2025 à 12\u00a0h.\n"
        "Celui que vous quittez est gardé : python build.py rollback 1\n"
        "La prochaine construction publiera ce que disent les fichiers : corrigez-les d'abord.\n"
    )
    assert rollback(out, "1") == 0
    assert (words(out), said(out)) == ("c", ["b", "a"])


def test_the_list_says_when_each_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for age, one in ((1, "a"), (0, "b")):
        publish_words(tmp_path / "site", one, age=age)
    assert rollback(tmp_path / "site") == 0
    assert capsys.readouterr().out == (
        "En place : le site du jeudi 1er\u00a0janvier 2026 à 12\u00a0h.\n"
        "Sites gardés, du plus récent au plus ancien :\n"
        "   1  mercredi 31\u00a0décembre 2025 à 12\u00a0h\n"
        "Pour revenir au premier : python build.py rollback 1\n"
    )


def test_yesterday_is_the_last_site_of_an_earlier_day(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for age, one in ((3, "avant"), (2, "hier"), (0, "ce matin"), (0, "ce soir")):
        publish_words(out, one, age=age)
    assert rollback(out, "hier") == 0
    assert (words(out), said(out)) == ("hier", ["ce matin", "ce soir", "avant"])


@pytest.mark.parametrize("asked", ["0", "2", "-1", "demain", "1e3", "../site", "9999"])
def test_what_is_not_kept_changes_nothing(tmp_path: Path, asked: str) -> None:
    for one in ("a", "b"):
        publish_words(tmp_path / "site", one)
    assert rollback(tmp_path / "site", asked) == 1
    assert (words(tmp_path / "site"), said(tmp_path / "site")) == ("b", ["a"])


def test_where_nothing_is_kept_it_is_said_and_what_a_forge_does_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_words(tmp_path / "site", "a")
    assert (rollback(tmp_path / "site"), rollback(tmp_path / "site", "1")) == (0, 1)
    assert "Sur les pages d'une forge, annulez plutôt la modification" in capsys.readouterr().err
    assert words(tmp_path / "site") == "a"


def test_a_site_into_which_somebody_put_something_is_not_moved(tmp_path: Path) -> None:
    out = tmp_path / "site"
    for one in ("a", "b"):
        publish_words(out, one)
    (out / "CNAME").write_text("à moi", encoding="utf-8")
    assert rollback(out, "1") == 1
    assert (words(out), (out / "CNAME").read_text(encoding="utf-8")) == ("b", "à moi")


def test_a_kept_site_into_which_somebody_put_something_is_neither_offered_nor_erased(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish_words(out, "a", keep=1, age=2)
    publish_words(out, "b", keep=1, age=1)
    (former,) = kept(out)
    (former.folder / "photo.jpg").write_bytes(b"mine")
    assert said(out) == []
    for one in ("c", "d", "e"):
        publish_words(out, one, keep=1)
    assert (former.folder / "photo.jpg").read_bytes() == b"mine"
    assert len(said(out)) == 1


@pytest.mark.parametrize("make", [Path.write_text, Path.symlink_to], ids=["file", "link"])
def test_a_place_that_is_somebody_s_is_left_alone_and_the_site_as_it_was(
    tmp_path: Path, make: object
) -> None:
    publish_words(tmp_path / "site", "a")
    make(folder_of(tmp_path / "site"), "ailleurs")  # type: ignore[operator]
    with pytest.raises(PublishError, match="se gardent là"):
        publish_words(tmp_path / "site", "b")
    assert words(tmp_path / "site") == "a"


def test_where_folders_cannot_be_exchanged_none_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.publish._exchange", lambda one, other: False)
    out = tmp_path / "site"
    for age, one in ((2, "a"), (1, "b"), (0, "c")):
        publish_words(out, one, age=age)
    go_back(out, kept(out)[1], swap)
    assert (words(out), said(out)) == ("a", ["c", "b"])


KILLED = """
import sys
from pathlib import Path
import hub.publish
from hub.cli import main

out, by_renames, last = sys.argv[1], sys.argv[2] == "renames", int(sys.argv[3])
count = 0

def stopping(step):
    def stopped(*given):
        global count
        if count == last:
            print("au milieu", flush=True)
            sys.stdin.read()
        count += 1
        return step(*given)
    return stopped

exchange = hub.publish._exchange
hub.publish._exchange = (lambda one, other: False) if by_renames else stopping(exchange)
if by_renames:
    Path.rename = stopping(Path.rename)
main(["rollback", "2", "--out", out])
print("au milieu", flush=True)
sys.stdin.read()
"""
"""Goes back to the second site, stops before its n-th step or after the last, and waits to be killed."""


@pytest.mark.parametrize(
    ("by", "step"), [("exchange", 0), ("exchange", 1), ("renames", 0), ("renames", 1), ("renames", 2)]
)
def test_a_rollback_that_is_killed_loses_no_site(tmp_path: Path, by: str, step: int) -> None:
    out = tmp_path / "site"
    for age, one in ((2, "a"), (1, "b"), (0, "c")):
        publish_words(out, one, age=age)
    command = [sys.executable, "-c", KILLED, str(out), by, str(step)]
    with subprocess.Popen(command, cwd=towns.ROOT, stdin=-1, stdout=-1, text=True) as process:
        assert process.stdout
        assert any(line == "au milieu\n" for line in iter(process.stdout.readline, ""))
        process.send_signal(signal.SIGKILL)
    if by == "exchange":
        assert words(out) == ("a" if step else "c")
    assert rollback(out) == 0
    assert words(out) in ("a", "c")
    assert sorted([words(out), *said(out)]) == ["a", "b", "c"]
    publish_words(out, "d", age=-1)
    assert (words(out), sorted(said(out))) == ("d", ["a", "b", "c"])
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".site.precedents", "site"]


def test_a_build_that_was_killed_just_after_it_published_loses_no_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish_words(out, "a", age=1)
    publish_words(out, "b")
    (former,) = kept(out)
    former.folder.rename(tmp_path / ".site.nouveau")  # as it stood before it was put where it is kept
    publish_words(out, "c", age=-1)
    assert (words(out), said(out)) == ("c", ["b", "a"])


def test_a_stage_that_was_never_published_is_not_kept(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish_words(tmp_path / "autre", "jamais publié", age=-1)
    publish_words(out, "a")
    (tmp_path / "autre").rename(tmp_path / ".site.nouveau")
    publish_words(out, "b", age=-2)
    assert said(out) == ["a"]


def test_addresses_are_compared_with_the_site_that_one_went_back_to(tmp_path: Path) -> None:
    out, guide = tmp_path / "site", "content/guides/semer.md"
    before = towns.hub_of(tmp_path / "avant")
    renamed = {guide: None, "content/guides/bien-semer.md": towns.MINIATURE[guide]}
    build(before, towns.TODAY, out)
    build(towns.hub_of(tmp_path / "apres", renamed), towns.TODAY, out)
    assert "/guides/semer/" not in published(out, "clva-mini").titles
    assert rollback(out, "1") == 0
    assert "/guides/semer/" in published(out, "clva-mini").titles
    build(before, towns.TODAY, tmp_path / "neuf")
    build(before, towns.TODAY, out)
    assert _tree(out) == _tree(tmp_path / "neuf")


def _tree(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != MARKER)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
