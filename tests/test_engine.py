"""Engine: a stamped page is, to the byte, what the engine would have rendered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hub.engine.shell import FRAMES, Shell, frame_page, linked

from hub.build import ENGINE_CONFIG, TEMPLATES, inspect
from hub.engine import mkdocs, render
from hub.markup import Renderer
from hub.pages import Page, pages
from tests import towns


@pytest.fixture(scope="module")
def made() -> list[Page]:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    return list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))


def test_stamped_pages_equal_the_engines_own(made: list[Page], example_site: Path) -> None:
    """Two pages of each kind, rendered whole by the engine, against those that were stamped."""
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    sample = [page for kind in FRAMES for page in [p for p in made if p.shell == kind][:2]]
    assert {page.shell for page in sample} == set(FRAMES)
    sections = [linked(page) for page in made if page.shell is None]
    output = mkdocs.build([*sections, *map(linked, sample)], hub.site, ENGINE_CONFIG)
    for page in sample:
        assert (example_site / page.path).read_bytes() == output.html[page.path], page.address


def test_every_kind_of_page_stands_where_its_shell_expects_it(made: list[Page]) -> None:
    for page in made:
        if page.shell:
            assert FRAMES[page.shell] == (page.section, page.depth), page.address


def test_no_sentinel_is_ever_published(example_site: Path) -> None:
    for file in example_site.rglob("*.html"):
        assert "ZQ" not in file.read_text(encoding="utf-8"), file


def test_a_title_with_markup_is_text_everywhere() -> None:
    frame = frame_page("association", *FRAMES["association"])
    shell = Shell(
        "<title>ZQTITREZQ</title><p>ZQRESUMEZQ</p><a href='associations/ZQASSOCIATIONZQ/'></a>ZQCORPSZQ",
        frame,
    )
    page = replace(frame, address="/associations/a/", title='<b> & "c"', description="d<", body="<p>e</p>")
    assert shell.stamp(page).decode() == (
        "<title>&lt;b&gt; &amp; &quot;c&quot;</title><p>d&lt;</p><a href='associations/a/'></a><p>e</p>"
    )


def test_a_frame_that_lost_a_sentinel_is_refused() -> None:
    with pytest.raises(ValueError, match="ZQTITREZQ"):
        Shell("<p>ZQCORPSZQ</p>", frame_page("association", *FRAMES["association"]))


def test_links_inside_the_site_are_relative_and_code_is_left_alone() -> None:
    page = Page("/a/b/", "t", "d", '<a class="x" href="/c/">/c/</a> href="/d/ <a href="//e/">', "/a/")
    assert linked(page).body == '<a class="x" href="../../c/">/c/</a> href="/d/ <a href="//e/">'
    home = Page("/", "t", "d", '<a href="/c/"></a><a href="/"></a>', "/")
    assert linked(home).body == '<a href="./c/"></a><a href="./"></a>'


def test_only_one_module_knows_the_engine() -> None:
    importing = [
        file.name
        for file in (towns.ROOT / "hub").rglob("*.py")
        if "import mkdocs"
        in (text := file.read_text(encoding="utf-8")).replace("hub.engine import mkdocs", "")
        or "from mkdocs" in text
    ]
    assert importing == ["mkdocs.py"]


LOOKS = ' srcset="/x 1w", href="/x", style="text-align: left", width="1" height="1", assets/hub/hub.css'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page whose words are what this program looks for in what the engine writes."""
    text = f"---\ntitre: Le ZQCORPSZQ\nresume: Un ZQTITREZQ, assets/hub/.\n---\nVoici{LOOKS}.\n"
    files = {**towns.edited("mkdocs.yml", "associative de Mini", "Z1Q de Mini"), "content/conseil.md": text}
    hub = towns.hub_of(tmp_path_factory.mktemp("odd"), files)
    made = pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)
    return dict(render(made, hub.site, ENGINE_CONFIG))["conseil/index.html"].decode()


def test_a_title_that_is_a_sentinel_is_a_title(odd: str) -> None:
    """The engine prints the titles of editorial pages around the place of their bodies."""
    assert odd.count("Voici") == 1
    assert 'content="Un ZQTITREZQ, assets/hub/."' in odd


def test_what_looks_like_an_attribute_in_a_text_stays_as_it_was_written(odd: str) -> None:
    assert f"Voici{LOOKS}." in odd
