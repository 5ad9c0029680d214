"""Publish: the published folder is whole, always."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import build
from hub.cli import main
from hub.destination import refuse_place, town_of
from hub.marker import marker_of
from hub.publish import MARKER, REQUIRED, PublishError, publish
from tests import towns

FILES = [(path, b"un") for path in REQUIRED]


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_a_site_is_published_in_a_new_folder(tmp_path: Path) -> None:
    assert publish([*FILES, ("a/b.html", b"deux")], tmp_path / "site") == len(FILES) + 1
    assert tree(tmp_path / "site")["a/b.html"] == b"deux"


def test_a_page_that_is_gone_leaves_the_site(tmp_path: Path) -> None:
    publish([*FILES, ("a.html", b"")], tmp_path / "site")
    publish(FILES, tmp_path / "site")
    assert "a.html" not in tree(tmp_path / "site")


def test_a_file_that_did_not_change_keeps_its_date(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish([*FILES, ("a.html", b"un"), ("b.html", b"un")], site)
    os.utime(site / "a.html", (1, 1))
    os.utime(site / "b.html", (1, 1))
    publish([*FILES, ("a.html", b"un"), ("b.html", b"deux")], site)
    assert (site / "a.html").stat().st_mtime == 1
    assert (site / "b.html").stat().st_mtime > 1


def test_a_failure_on_the_way_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "site")
    before = tree(tmp_path / "site")

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"deux"
        raise OSError("disque plein")

    with pytest.raises(OSError, match="disque plein"):
        publish(failing(), tmp_path / "site")
    assert tree(tmp_path / "site") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_a_site_that_is_not_whole_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"agenda\.ics"):
        publish([file for file in FILES if file[0] != "agenda.ics"], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "ete.jpg").write_bytes(b"x")
    with pytest.raises(PublishError, match="autre chose"):
        publish(FILES, tmp_path / "photos")
    assert (tmp_path / "photos" / "ete.jpg").exists()


@pytest.mark.parametrize("name", ["CNAME", ".git", "photos"])
def test_what_somebody_put_into_the_site_is_never_thrown_away(tmp_path: Path, name: str) -> None:
    publish(FILES, tmp_path / "site")
    (tmp_path / "site" / name).write_text("à moi", encoding="utf-8")
    with pytest.raises(PublishError, match=name):
        publish(FILES, tmp_path / "site")
    assert (tmp_path / "site" / name).read_text(encoding="utf-8") == "à moi"


def test_where_folders_cannot_be_exchanged_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.publish._exchange", lambda one, other: False)
    publish([*FILES, ("a.html", b"")], tmp_path / "site")
    publish([*FILES, ("b.html", b"")], tmp_path / "site")
    assert {"a.html", "b.html"} & set(tree(tmp_path / "site")) == {"b.html"}
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("path", ["../evade.html", "/evade.html", "a/../../evade.html"])
def test_no_page_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    with pytest.raises(PublishError):
        publish([*FILES, (path, b"")], tmp_path / "site")
    assert not (tmp_path / "evade.html").exists()


def test_two_pages_of_one_address_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="même adresse"):
        publish([*FILES, FILES[0]], tmp_path / "site")


def test_two_publications_at_once_are_one(tmp_path: Path) -> None:
    def meanwhile() -> Iterator[tuple[str, bytes]]:
        with pytest.raises(PublishError, match="en cours"):
            publish(FILES, tmp_path / "site")
        yield from FILES

    publish(meanwhile(), tmp_path / "site")
    assert (tmp_path / "site" / MARKER).exists()


def test_two_publications_into_two_folders_of_one_parent_are_both_made(tmp_path: Path) -> None:
    def meanwhile() -> Iterator[tuple[str, bytes]]:
        publish(FILES, tmp_path / "autre")
        yield from FILES

    publish(meanwhile(), tmp_path / "site")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["autre", "site"]


BESIDE = [".site.nouveau", ".site.verrou"]


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("kind", ["file", "folder", "link to a folder", "link to nothing"])
def test_what_stands_beside_the_site_and_is_somebodys_is_never_touched(
    tmp_path: Path, name: str, kind: str
) -> None:
    victim, place = tmp_path / "victime", tmp_path / name
    victim.mkdir()
    (victim / "photo.jpg").write_bytes(b"x")
    match kind:
        case "file":
            place.write_bytes(b"x")
        case "folder":
            shutil.copytree(victim, place)
        case _:
            place.symlink_to(victim if kind == "link to a folder" else tmp_path / "rien")
    before = {**tree(victim), **(tree(place) if place.is_dir() else {})}
    with pytest.raises((PublishError, OSError)):
        publish(FILES, tmp_path / "site")
    assert {**tree(victim), **(tree(place) if place.is_dir() else {})} == before
    assert not (tmp_path / "rien").exists()
    assert not (tmp_path / "site").exists()


def test_where_folders_are_renamed_the_former_one_is_ours_or_nothing_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.publish._exchange", lambda one, other: False)
    publish([*FILES, ("a.html", b"")], tmp_path / "site")
    (tmp_path / ".site.ancien").mkdir()
    (tmp_path / ".site.ancien" / "photo.jpg").write_bytes(b"x")
    with pytest.raises(PublishError, match="déplacez-le"):
        publish(FILES, tmp_path / "site")
    assert tree(tmp_path / ".site.ancien") == {"photo.jpg": b"x"}
    assert "a.html" in tree(tmp_path / "site")


SPOILT = [
    b"\xff\xfe",
    b'{"contenu": 5}',
    b'{"contenu": null}',
    b'{"contenu": [["a"]]}',
    b'{"ville": ["a"], "contenu": []}',
    b'{"contenu": [], "images": {"a": 1}}',
    b"[" * 100_000,
    b"[1]",
]


@pytest.mark.parametrize("data", SPOILT, ids=lambda data: repr(data[:20]))
def test_a_spoilt_marker_is_said_and_the_site_stays(tmp_path: Path, data: bytes) -> None:
    publish(FILES, tmp_path / "site", "mini")
    (tmp_path / "site" / MARKER).write_bytes(data)
    before = tree(tmp_path / "site")
    with pytest.raises(PublishError, match="abîmé"):
        publish(FILES, tmp_path / "site", "mini")
    assert tree(tmp_path / "site") == before
    assert town_of(tmp_path / "site") == ""


@given(data=st.binary(max_size=40) | st.text('{}[]":,ville contu5', max_size=40).map(str.encode))
def test_any_bytes_in_the_marker_are_answered(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    site = tmp_path_factory.mktemp("marque")
    (site / MARKER).write_bytes(data)
    marker = marker_of(site)
    assert all(isinstance(name, str) for name in (marker.town, *marker.content))


def test_a_site_of_the_first_versions_is_known_by_its_names(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "site")
    (tmp_path / "site" / MARKER).write_text("\n".join(REQUIRED), encoding="utf-8")
    assert publish(FILES, tmp_path / "site") == len(FILES)


def test_another_town_does_not_take_the_place_of_ours(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "site", "clva-mini")
    with pytest.raises(PublishError, match=r"« clva-mini ».*« clva-autre »"):
        publish([*FILES, ("a.html", b"")], tmp_path / "site", "clva-autre")
    assert "a.html" not in tree(tmp_path / "site")


def test_a_stage_that_somebody_removes_is_not_published(tmp_path: Path) -> None:
    publish([*FILES, ("a.html", b"")], tmp_path / "site")

    def meanwhile() -> Iterator[tuple[str, bytes]]:
        yield from FILES
        (tmp_path / ".site.nouveau" / "index.html").unlink()

    with pytest.raises(PublishError, match=r"il manque : index\.html"):
        publish(meanwhile(), tmp_path / "site")
    assert "a.html" in tree(tmp_path / "site")

    def emptied() -> Iterator[tuple[str, bytes]]:
        yield from FILES
        shutil.rmtree(tmp_path / ".site.nouveau")
        yield "b/c.html", b""

    with pytest.raises(PublishError, match="a disparu"):
        publish(emptied(), tmp_path / "site")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["site"]


def test_a_published_file_that_is_a_link_is_written_anew(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "site")
    elsewhere = tmp_path / "ailleurs"
    elsewhere.write_bytes(b"un")
    (tmp_path / "site" / "rss.xml").unlink()
    (tmp_path / "site" / "rss.xml").symlink_to(elsewhere)
    publish(FILES, tmp_path / "site")
    assert not (tmp_path / "site" / "rss.xml").is_symlink()


def test_a_link_as_destination_is_told_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "vrai")
    with pytest.raises(PublishError, match=r"est un lien vers « .*vrai »"):
        publish(FILES, tmp_path / "site")


@pytest.mark.parametrize("out", ["content/site", "content", "minutes/x/site", ".", ".."])
def test_a_site_is_not_published_among_its_sources_nor_around_them(tmp_path: Path, out: str) -> None:
    source = towns.write(tmp_path / "ville")
    with pytest.raises(PublishError):
        refuse_place(source / out, source)


def test_a_site_beside_the_folders_of_texts_is_welcome(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "ville")
    for out in (source / "site", tmp_path / "site", source / "contenu"):
        refuse_place(out, source)


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG, errno.EXFULL]
)
def test_what_the_system_refuses_is_said_in_french(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "site/index.html")

    monkeypatch.setattr("hub.build.build", refused)
    source, site = towns.write(tmp_path / "ville"), tmp_path / "site"
    assert (
        main(["build", "--source", str(source), "--out", str(site), "--today", "2026-11-21", "--quiet"]) == 1
    )
    said = capsys.readouterr().err
    assert "« site/index.html » : " in said
    assert os.strerror(number) not in said
    assert "Errno" not in said


def _command(source: Path, out: Path) -> list[str]:
    program = towns.ROOT / "build.py"
    return [sys.executable, str(program), "--source", str(source), "--out", str(out), "--today", "2026-11-21"]


KILLED = """
import os, sys
from pathlib import Path
from hub.build import build, inspect
from hub.stage import Stage
from tests.towns import TODAY

def paused(stage, path, data, count=[0], put=Stage.put):
    if count[0] == int(sys.argv[3]):
        os.write(1, b"au milieu\\n")  # at once: two processes may be there
        sys.stdin.read()
    count[0] += 1
    return put(stage, path, data)

os.sched_setaffinity(0, list(os.sched_getaffinity(0))[: int(sys.argv[4])])
Stage.put = paused
build(inspect(Path(sys.argv[1]), TODAY).hub, TODAY, Path(sys.argv[2]))
"""
"""A build that stops before its n-th file, says so, and waits to be killed; on so many cores."""


@pytest.mark.parametrize(("number", "cores"), [(0, 1), (1, 2), (20, 1), (20, 2)])
def test_a_build_killed_in_the_middle_leaves_the_site_whole(
    tmp_path: Path, miniature_site: Path, number: int, cores: int
) -> None:
    source, site = tmp_path / "sources", tmp_path / "site"
    shutil.copytree(miniature_site, site)
    before = tree(site)
    hub = towns.hub_of(source, towns.edited("mkdocs.yml", "de Mini", "de Maxi"))
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, source, site, str(number), str(cores)],
        cwd=towns.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "au milieu\n"
        process.send_signal(signal.SIGKILL)
    assert (tmp_path / ".site.nouveau").exists()
    assert tree(site) == before
    build(hub, towns.TODAY, site)
    assert "Maxi" in (site / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / ".site.nouveau").exists()


@pytest.mark.parametrize(
    ("folder", "zone"), [("a", "Pacific/Auckland"), ("un autre/dossier", "America/Lima")]
)
def test_the_same_sources_give_the_same_bytes_elsewhere_and_in_another_time_zone(
    tmp_path: Path, miniature_site: Path, folder: str, zone: str
) -> None:
    """Media too: `test_media.py`."""
    source, site = towns.write(tmp_path / folder / "sources"), tmp_path / folder / "site"
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(folder))}
    command = [*_command(source, site), "--no-media"]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert tree(site) == tree(miniature_site)


def test_nothing_is_written_beside_the_sources(tmp_path: Path) -> None:
    source = towns.write(tmp_path / "sources")
    before = tree(source)
    subprocess.run(_command(source, tmp_path / "site"), check=True, capture_output=True)
    assert tree(source) == before
