"""A source folder read again: what did not change keeps its objects, and what is read is what is there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from hub.model import assemble
from hub.sources import Reading, read
from tests import towns

GUIDE = "content/guides/semer.md"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return towns.write(tmp_path / "sources")


def settled(reading: Reading) -> Reading:
    """The same, read long after everything was written: as a town is when one begins to work."""
    for path in reading.files:
        os.utime(reading.root / path, ns=(1_000_000_000, 1_000_000_000))
    return reading.again(reading.root)


def append(file: Path, words: str) -> None:
    with file.open("a", encoding="utf-8") as text:
        text.write(words)


@pytest.mark.parametrize("changed", [None, [GUIDE], ["content/guides"], ["content", "minutes"]])
def test_one_text_that_changed_is_one_document_that_is_another(town: Path, changed: list[str] | None) -> None:
    before = Reading.of(town)
    append(town / GUIDE, "\nUn mot de plus.\n")
    after = before.again(town, changed)
    assert after.sources == read(town)
    others = {p for p, one in after.sources.documents.items() if before.sources.documents[p] is not one}
    assert others == {GUIDE}


@pytest.mark.parametrize("changed", [None, (), [GUIDE]])
def test_where_nothing_changed_the_sources_are_the_same_object(town: Path, changed: list[str] | None) -> None:
    before = Reading.of(town)
    assert before.again(town, changed).sources is before.sources


def test_a_text_that_is_not_among_those_that_changed_is_not_looked_at(town: Path) -> None:
    before = Reading.of(town)
    append(town / GUIDE, "\nUn mot de plus.\n")
    assert before.again(town, ["associations.yaml"]).sources is before.sources


def test_a_text_written_twice_within_a_tick_of_the_clock_is_seen(town: Path) -> None:
    before = Reading.of(town)
    file = town / GUIDE
    known = file.stat()
    file.write_bytes(file.read_bytes().swapcase())
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert before.again(town).sources == read(town) != before.sources


def test_a_file_put_in_place_of_another_with_its_size_and_date_is_seen(town: Path) -> None:
    before = settled(Reading.of(town))
    file, other = town / GUIDE, town / "content" / "nouveau"
    other.write_bytes(file.read_bytes().swapcase())
    shutil.copystat(file, other)
    other.replace(file)
    after = before.again(town)
    assert after.sources == read(town) != before.sources


def test_a_text_that_was_only_touched_keeps_its_document(town: Path) -> None:
    before = Reading.of(town)
    os.utime(town / GUIDE)
    assert before.again(town).sources is before.sources


def test_what_comes_goes_or_is_renamed_is_as_if_read_for_the_first_time(town: Path) -> None:
    before = Reading.of(town)
    (town / GUIDE).rename(town / "content/guides/planter.md")
    (town / "associations.yaml").unlink()
    (town / "content/guides/photo.svg").write_text("<svg/>", "utf-8")
    (town / "content/documents").mkdir(exist_ok=True)
    (town / "content/documents/plan.txt").write_text("Le plan.", "utf-8")
    assert before.again(town, ()).sources == read(town)


def test_a_file_that_could_not_be_read_is_read_again_even_if_nobody_says_so(town: Path) -> None:
    file = town / GUIDE
    whole = file.read_bytes()
    file.write_bytes(b"\xff" + whole)
    before = Reading.of(town)
    file.write_bytes(whole)
    assert before.again(town, ()).sources == read(town)


def test_a_text_that_became_a_link_is_refused(town: Path) -> None:
    before = settled(Reading.of(town))
    (town / "content/index.md").rename(town / "ailleurs.md")
    (town / "content/index.md").symlink_to(town / "ailleurs.md")
    for changed in (None, ()):
        assert before.again(town, changed).sources == read(town)


def test_the_reading_of_another_folder_is_no_reading_of_this_one(tmp_path: Path) -> None:
    one, other = towns.write(tmp_path / "a"), towns.write(tmp_path / "b")
    append(other / GUIDE, "\nUn mot de plus.\n")
    assert Reading.of(one).again(other, ()).sources == read(other)


def test_things_of_texts_that_did_not_change_are_the_same_objects(town: Path) -> None:
    reading = Reading.of(town)
    hub, _ = assemble(reading.sources)
    append(town / GUIDE, "\nUn mot de plus.\n")
    sources = reading.again(town, [GUIDE]).sources
    after, faults = assemble(sources, hub)
    assert (after, faults) == assemble(sources)
    were = {id(one) for one in hub.everything}
    assert [one.origin.document.path for one in after.everything if id(one) not in were] == [GUIDE]


def test_minutes_that_are_other_announce_another_meeting(town: Path) -> None:
    reading = Reading.of(town)
    hub, _ = assemble(reading.sources)
    path = next(one.origin.document.path for one in hub.minutes if one.prochaine)
    file = town / path
    file.write_text(file.read_text("utf-8").replace("prochaine:", "# prochaine:"), "utf-8")
    sources = reading.again(town, [path]).sources
    assert assemble(sources, hub) == assemble(sources)
