"""What the edits will do, worked out beside the pages: since the last commit, or since the server began."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from hub.serving.outlook import SINCE_COMMIT, SINCE_START, Outlook
from hub.serving.telling import told
from tests import towns
from tests.repositories import Kept
from tests.serve import Served, serving
from tests.test_accessibility import AXE, RULES
from tests.workspaces import NEWS, PAGE, Clerk

YOGA = "content/agenda/yoga.md"


class Desk(Clerk):
    """A clerk, and what her edits are said to do."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.outlook = Outlook(self.workspace, self.source)
        self.ahead()

    def ahead(self) -> dict[str, Any] | None:
        """What the panel is told that the edits do, once everything was looked at."""
        self.look()
        self.outlook.is_another()
        self.outlook.foresee(self.state)
        found: dict[str, Any] | None = told(self.state, PAGE, "", "")["changement"]
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    with closing(desk.outlook):
        yield desk


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Desk]:
    """Of a folder that git keeps."""
    Kept(towns.write(tmp_path / "sources")).commit()
    desk = Desk(tmp_path)
    with closing(desk.outlook):
        yield desk


def test_without_an_edit_there_is_nothing_to_say(desk: Desk) -> None:
    assert desk.ahead() is None


def test_an_edit_is_compared_with_the_texts_as_they_were(desk: Desk) -> None:
    desk.edit(NEWS, "Enfin.", "Toujours.")
    found = desk.ahead()
    assert found
    assert (found["depuis"], found["phrase"]) == (
        SINCE_START,
        "Quand ce changement sera publié\xa0: «\xa0Il pleut\xa0» change.",
    )
    (part,) = found["parties"]
    assert part["lignes"][0]["suite"] == ["Texte\xa0: «\xa0Enfin.\xa0» devient «\xa0Toujours.\xa0»"]


def test_an_edit_that_is_undone_does_nothing(desk: Desk) -> None:
    desk.edit(NEWS, "Enfin.", "Toujours.")
    desk.ahead()
    desk.edit(NEWS, "Toujours.", "Enfin.")
    assert desk.ahead() is None


def test_what_was_edited_before_the_server_began_is_compared_with_the_last_commit(kept: Desk) -> None:
    kept.edit(NEWS, "Enfin.", "Toujours.")
    again = Outlook(kept.workspace, kept.source)
    with closing(again):
        kept.look()
        again.is_another()
        again.foresee(kept.state)
    found = told(kept.state, PAGE, "", "")["changement"]
    assert (found["depuis"], found["parties"][0]["titre"]) == (SINCE_COMMIT, "Ce qui change")


def test_a_commit_leaves_nothing_to_say(kept: Desk) -> None:
    kept.edit(NEWS, "Enfin.", "Toujours.")
    assert kept.ahead()
    assert not kept.outlook.is_another()
    Kept(kept.source).commit()
    assert kept.outlook.is_another()
    assert kept.ahead() is None


def test_a_folder_that_the_last_commit_has_not_is_compared_with_itself(tmp_path: Path) -> None:
    Kept(tmp_path).commit()
    desk = Desk(tmp_path)
    with closing(desk.outlook):
        desk.edit(NEWS, "Enfin.", "Toujours.")
        found = desk.ahead()
        assert found
        assert found["depuis"] == SINCE_START
        assert not desk.outlook.is_another(), "the same commit is not looked for again and again"


def test_what_the_last_edits_do_stands_until_more_is_known(desk: Desk) -> None:
    desk.edit(NEWS, "Enfin.", "Toujours.")
    before = desk.ahead()
    desk.edit(YOGA, "Un tapis", "Deux tapis")
    assert desk.glance().outlook == before
    after = desk.ahead()
    assert after
    assert after["phrase"] != before["phrase"]  # type: ignore[index]


def test_what_was_worked_out_of_other_texts_is_not_said(desk: Desk) -> None:
    state = desk.state
    desk.edit(NEWS, "Enfin.", "Toujours.")
    desk.look()
    desk.workspace.foresee(state, {"phrase": "autre"})
    assert desk.state.outlook is None


def test_whoever_waits_for_a_page_goes_before_what_the_edits_do(desk: Desk) -> None:
    """The work stops at its first part, as other texts are shown by then."""
    desk.edit(NEWS, "Enfin.", "Toujours.")
    former = desk.state
    desk.look()
    parts: list[int] = []
    steps = desk.outlook._in_time

    def counted(work: Any) -> Iterator[Any]:
        for found in steps(work):
            parts.append(1)
            yield found

    desk.outlook._in_time = counted  # type: ignore[method-assign]
    desk.outlook.foresee(former)
    assert parts == [1]


TEXT = towns.MINIATURE[NEWS]
EDITED = TEXT.replace("Enfin.", "Toujours.")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("modifs")
    with serving(towns.write(folder / "sources"), folder / "site", "--no-media") as server:
        yield server


class Reader:
    """Her browser, beside her editor."""

    def __init__(self, served: Served, page: Page) -> None:
        self.served, self.page = served, page
        page.goto(f"{served.url}/actualites/pluie/")

    def write(self, text: str, path: str = NEWS) -> None:
        (self.served.source / path).write_text(text, encoding="utf-8")

    @property
    def button(self) -> Locator:
        return self.page.get_by_role("button", name="Ce qui changera")

    @property
    def outlook(self) -> Locator:
        return self.page.get_by_role("region", name="Ce que font vos modifications")


@pytest.fixture
def reader(served: Served, browser: Browser) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    reader = Reader(served, context.new_page())
    expect(reader.button).to_be_hidden()
    yield reader
    context.close()
    reader.write(TEXT)


def test_a_clerk_sees_what_her_edit_will_do_and_no_more_once_it_is_undone(reader: Reader) -> None:
    reader.write(EDITED)
    expect(reader.button).to_be_visible()
    expect(reader.outlook).to_be_hidden()
    reader.button.click()
    for words in (SINCE_START, "«\xa0Il pleut\xa0» change", "«\xa0Enfin.\xa0» devient «\xa0Toujours.\xa0»"):
        expect(reader.outlook).to_contain_text(words)
    reader.write(TEXT)
    expect(reader.outlook).to_be_hidden()
    expect(reader.button).to_be_hidden()


def test_what_her_edits_do_stays_open_as_she_goes_on(reader: Reader) -> None:
    reader.write(EDITED)
    reader.button.click()
    reader.write(EDITED.replace("Il pleut", "Il pleut encore"))
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Il pleut encore")
    expect(reader.outlook).to_contain_text("Titre\xa0: «\xa0Il pleut\xa0» devient «\xa0Il pleut encore\xa0»")
    reader.page.keyboard.press("Escape")
    expect(reader.outlook).to_be_hidden()
    expect(reader.button).to_have_attribute("aria-expanded", "false")


def test_a_mistake_comes_before_what_the_edits_do(reader: Reader) -> None:
    reader.write(EDITED)
    reader.button.click()
    reader.write(EDITED.replace("Toujours.", "Voir [là](guide:planter)."))
    expect(reader.page.get_by_role("region", name="erreur")).to_be_visible()
    expect(reader.outlook).to_be_hidden()
    reader.button.click()
    expect(reader.outlook).to_be_visible()
    expect(reader.page.get_by_role("region", name="erreur")).to_be_hidden()


def test_a_line_of_redirections_is_ready_to_copy(reader: Reader, served: Served) -> None:
    guide = served.source / "content/guides/semer.md"
    text = guide.read_text("utf-8")
    guide.unlink()
    reader.button.click()
    expect(reader.outlook.locator("pre")).to_have_text("- {ancienne: /guides/semer/, nouvelle: /guides/}")
    guide.write_text(text, encoding="utf-8")
    expect(reader.button).to_be_hidden()


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_edits_do_is_within_everyones_reach(
    served: Served, browser: Browser, size: tuple[int, int], scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        locale="fr-FR",
        bypass_csp=True,  # for axe alone
    )
    reader = Reader(served, context.new_page())
    reader.write(EDITED)
    expect(reader.page.locator(".corps")).to_contain_text("Toujours.")  # the page is loaded anew by now
    reader.button.click()
    expect(reader.outlook).to_be_visible()
    reader.page.add_script_tag(path=str(AXE))
    found = reader.page.evaluate("tags => axe.run(document, {runOnly: tags})", RULES)
    inside = reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
    reader.write(TEXT)
    assert [one["id"] for one in found["violations"]] == []
    assert inside
