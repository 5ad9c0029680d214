"""What `serve` shows of texts: as they are, or as they last were without an error."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.serving.edition import Edition
from hub.serving.workspace import Workspace
from tests import towns
from tests.workspaces import NEWS, PAGE, Clerk

HEAD = "---\ntitre: Il pleut\npublie_le: 2026-11-10\n---\n"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return Clerk(tmp_path)


def test_an_edit_is_shown_as_soon_as_it_is_read(clerk: Clerk) -> None:
    clerk.edit(NEWS, "Enfin.", "Toujours.")
    clerk.glance()
    assert "Toujours." in clerk.page()
    assert clerk.version() == "a-jour"


def test_what_did_not_change_is_the_same_edition(clerk: Clerk) -> None:
    before = clerk.state
    clerk.write(NEWS, (clerk.source / NEWS).read_text(encoding="utf-8"))
    assert clerk.glance() is before


def test_a_text_with_an_error_is_shown_as_it_was_and_the_others_as_they_are(clerk: Clerk) -> None:
    edition = clerk.state.edition
    clerk.edit(NEWS, "Enfin.", "[Où ?](guide:nulle-part)")
    assert clerk.glance().edition is edition
    assert clerk.version() == "retenue"
    clerk.edit("content/guides/semer.md", "De la terre.", "Du terreau.")
    clerk.look()
    assert clerk.codes() == [(NEWS, "L002")]
    assert clerk.state.held == {NEWS}
    assert "Enfin." in clerk.page()
    assert "Du terreau." in clerk.page("guides/semer/index.html")
    assert clerk.version("guides/semer/index.html") == "a-jour"


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (NEWS, "titre: Il pleut", "titre: [Il pleut", "T038"),
        (NEWS, "2026-11-10", "2026-02-31", "C008"),
        ("associations.yaml", "statut: active", "statut: [", "T038"),
        ("mkdocs.yml", "commune: Mini", "commune: [", "T038"),
    ],
    ids=["broken yaml", "a date that does not exist", "a broken register", "broken settings"],
)
def test_whatever_is_wrong_the_page_stays(clerk: Clerk, path: str, old: str, new: str, code: str) -> None:
    before = clerk.page()
    clerk.edit(path, old, new)
    clerk.look()
    assert (path, code) in clerk.codes()
    assert clerk.state.held == {path}
    assert clerk.page() == before
    clerk.edit(path, new, old)
    clerk.look()
    assert clerk.codes() == []
    assert clerk.state.held == frozenset()


def test_a_register_that_is_taken_away_by_mistake_is_still_shown(clerk: Clerk) -> None:
    (clerk.source / "associations.yaml").unlink()
    clerk.look()
    assert ("associations.yaml", "T001") in clerk.codes()
    assert "Planter" in clerk.page("associations/licornes/index.html")


def test_what_another_rule_finds_later_is_held_then_and_stays_so(clerk: Clerk) -> None:
    """A rule of the whole town: two terms that overlap, which no text says by itself."""
    clerk.edit("bureau.yaml", "fin: 2027-09-19", "fin: 2024-09-19")
    clerk.look()
    held = clerk.state
    assert held.held == {"bureau.yaml"}
    clerk.edit(NEWS, "Enfin.", "Toujours.")
    assert clerk.glance().held == {"bureau.yaml"}
    assert "Toujours." in clerk.page()


def test_a_new_text_with_an_error_has_no_page_yet(clerk: Clerk) -> None:
    clerk.write("content/actualites/vent.md", HEAD + "[Où ?](guide:nulle-part)\n")
    clerk.write("content/actualites/neige.md", "---\ntitre: [\n---\nFroid.\n")
    clerk.look()
    assert clerk.page("actualites/neige/index.html") == ""
    assert clerk.version("actualites/neige/index.html") == "absente"


def test_a_town_that_begins_with_an_error_is_shown_with_it(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path, towns.edited(NEWS, "Enfin.", "Enfin ! [Où ?](guide:nulle-part)"))
    assert "Enfin" in clerk.page()
    assert clerk.version() == "telle-quelle"
    assert clerk.state.whole


def test_files_come_go_and_change_their_names(clerk: Clerk) -> None:
    clerk.write("content/actualites/vent.md", HEAD + "Fort.\n")
    clerk.look()
    assert "Fort." in clerk.page("actualites/vent/index.html")
    (clerk.source / "content/actualites/vent.md").rename(clerk.source / "content/actualites/brise.md")
    clerk.look()
    assert clerk.page("actualites/vent/index.html") == ""
    assert "Fort." in clerk.page("actualites/brise/index.html")
    (clerk.source / "content/actualites/brise.md").unlink()
    clerk.look()
    assert clerk.page("actualites/brise/index.html") == ""


def test_a_folder_that_is_moved_away_and_back_is_followed(clerk: Clerk) -> None:
    folder = clerk.source / "content/guides"
    folder.rename(clerk.source / "content/autres")
    clerk.look()
    assert clerk.page("guides/semer/index.html") == ""
    (clerk.source / "content/autres").rename(folder)
    clerk.look()
    assert "De la terre." in clerk.page("guides/semer/index.html")
    assert clerk.codes() == []


def test_settings_change_every_page(clerk: Clerk) -> None:
    clerk.edit("mkdocs.yml", "site_name: Vie associative de Mini", "site_name: Les amis de Mini")
    clerk.look()
    assert "Les amis de Mini" in clerk.page()


def test_a_new_day_changes_what_is_to_come(clerk: Clerk) -> None:
    clerk.look(dt.date(2026, 12, 20))
    assert clerk.state.edition.today == dt.date(2026, 12, 20)
    assert "20 décembre 2026" in clerk.page("index.html").replace("\u00a0", " ")


def test_a_theme_that_changed_is_read_again(clerk: Clerk) -> None:
    before = clerk.state
    clerk.workspace.show(before.draft, theme_changed=True)
    assert clerk.state.edition is not before.edition
    assert clerk.state.edition.file(PAGE) == before.edition.file(PAGE)


@pytest.mark.parametrize(
    ("text", "doubtful"), [("", True), (HEAD + "Fini.\n", False)], ids=["empty", "whole"]
)
def test_a_file_that_is_being_saved_is_doubted(clerk: Clerk, text: str, doubtful: bool) -> None:
    clerk.write(NEWS, text)
    assert clerk.workspace.is_doubtful(clerk.workspace.read(towns.TODAY)) is doubtful


def test_a_file_that_an_editor_replaces_is_doubted(clerk: Clerk) -> None:
    (clerk.source / NEWS).unlink()
    assert clerk.workspace.is_doubtful(clerk.workspace.read(towns.TODAY))


def test_a_look_that_is_left_changes_nothing(clerk: Clerk) -> None:
    clerk.edit(NEWS, "Enfin.", "[Où ?](guide:nulle-part)")
    state = clerk.glance()
    looking = clerk.workspace.judge(state.draft)
    next(looking)
    clerk.edit(NEWS, "[Où ?](guide:nulle-part)", "Toujours.")
    after = clerk.glance()
    list(looking)
    assert clerk.state is after


EDITS = st.lists(
    st.sampled_from(
        [
            (NEWS, HEAD + "Fort.\n"),
            (NEWS, HEAD + "[Le guide](guide:semer)\n"),
            (NEWS, HEAD + "[Où ?](guide:nulle-part)\n"),
            (NEWS, "---\ntitre: [\n"),
            (NEWS, ""),
            (NEWS, None),
            ("content/guides/semer.md", towns.MINIATURE["content/guides/semer.md"] + "\nPuis attendre.\n"),
            ("content/guides/semer.md", None),
            ("associations.yaml", towns.MINIATURE["associations.yaml"].replace("Planter", "Semer")),
            ("associations.yaml", towns.MINIATURE["associations.yaml"].replace("id: coeur", "id: choeur")),
            ("associations.yaml", "associations: ["),
            ("mkdocs.yml", towns.MINIATURE["mkdocs.yml"].replace("commune: Mini", "commune: Maxi")),
        ]
    ),
    max_size=6,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS)
def test_whatever_was_edited_what_is_shown_is_what_a_new_look_at_it_shows(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("suite")
    clerk = Clerk(folder)
    for path, text in edits:
        if text is None:
            (clerk.source / path).unlink(missing_ok=True)
        else:
            clerk.write(path, text)
        clerk.look()
    for path in clerk.state.held:
        clerk.write(path, clerk.state.edition.sources.documents[path].text)
    anew = Workspace(clerk.source, folder / "site")
    anew.show(anew.read(towns.TODAY))
    assert anew.state
    for path in ("index.html", PAGE, "guides/semer/index.html", "associations/index.html", "rss.xml"):
        assert _shown(clerk.state.edition, path) == _shown(anew.state.edition, path)


def _shown(edition: Edition, path: str) -> bytes | None:
    return edition.file(path)
