"""Engine: a stamped page is, to the byte, what the engine would have rendered."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import ENGINE_CONFIG, TEMPLATES, inspect
from hub.engine import EngineError, Frames, frames, mkdocs
from hub.engine.frame import cut
from hub.engine.links import base, relative
from hub.engine.recipe import Recipe
from hub.engine.sheet import FRAMES, HOME, SEVERAL, SLOTS, Marks, address_of, frame_of, sheet
from hub.markup import Renderer
from hub.model.site import Site
from hub.pages import Page, pages
from tests import towns


def _made(source: Path) -> tuple[Site, list[Page]]:
    hub = inspect(source, towns.TODAY).hub
    return hub.site, list(pages(hub, towns.TODAY, Renderer(hub), TEMPLATES))


@pytest.fixture(scope="module")
def example() -> tuple[Site, list[Page]]:
    return _made(towns.EXAMPLE)


@pytest.fixture(scope="module")
def miniature(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, list[Page]]:
    return _made(towns.write(tmp_path_factory.mktemp("miniature")))


@pytest.mark.parametrize("cards", [False, True])
@pytest.mark.parametrize("engine", [mkdocs.MKDOCS, mkdocs.PROPERDOCS], ids=lambda engine: engine.package)
def test_stamped_pages_equal_the_engines_own(
    engine: mkdocs.Engine, cards: bool, example: tuple[Site, list[Page]]
) -> None:
    """Pages of each sort, rendered whole by the engine, against those that were stamped."""
    site, made = example
    sorts = {(frame_of(page), page.section, page.shell, page.depth): page for page in made}
    assert {frame for frame, *_ in sorts} == set(FRAMES)
    recipe = Recipe.of(site, ENGINE_CONFIG, cards=cards)
    whole = mkdocs.build(map(sheet, sorts.values()), recipe.settings, ENGINE_CONFIG, engine)
    stamped = frames(site, ENGINE_CONFIG, cards=cards)
    for page in sorts.values():
        assert stamped.stamp(page).decode() == whole[page.address[1:]], page.address


def test_so_do_pages_at_any_depth_of_any_section(miniature: tuple[Site, list[Page]]) -> None:
    site, _ = miniature
    deep = [
        Page(
            f"{section}{'x/' * depth}", "Titre", "Résumé.", '<p><a href="/agenda/">x</a></p>', section, shell
        )
        for section, shell in (("/agenda/", "evenement"), ("/associations/", "annuaire"), ("/suivi/", None))
        for depth in range(6)
    ]
    recipe = Recipe.of(site, ENGINE_CONFIG, cards=True)
    whole = mkdocs.build(map(sheet, deep), recipe.settings, ENGINE_CONFIG)
    stamped = frames(site, ENGINE_CONFIG, cards=True)
    assert {page.address: stamped.stamp(page).decode() for page in deep} == {
        f"/{address}": html for address, html in whole.items()
    }


def test_both_engines_give_the_miniature_town_the_same_bytes(miniature: tuple[Site, list[Page]]) -> None:
    site, made = miniature
    ours, theirs = (
        frames(site, ENGINE_CONFIG, cards=True, engine=engine)
        for engine in (mkdocs.MKDOCS, mkdocs.PROPERDOCS)
    )
    assert dict(ours.files()) == dict(theirs.files())
    assert [ours.stamp(page) for page in made] == [theirs.stamp(page) for page in made]


def test_two_towns_in_one_process_have_nothing_of_each_other(
    example: tuple[Site, list[Page]], miniature: tuple[Site, list[Page]]
) -> None:
    first, other, again = (frames(site, ENGINE_CONFIG) for site, _ in (example, miniature, example))
    assert first == again
    assert example[0].site_name not in other.dumps().decode(errors="replace")


def test_no_sentinel_is_ever_published(example_site: Path) -> None:
    for file in example_site.rglob("*.html"):
        assert Marks().sign not in file.read_text(encoding="utf-8"), file


def _rendered(marks: Marks, name: str = "page") -> str:
    slots = [slot for slot in SLOTS if slot != "address"]
    return f"<a href='{address_of(name, marks)}'>" + "\n".join(map(marks.of, slots))


def test_a_title_with_markup_is_text_everywhere() -> None:
    rendered = _rendered(Marks())
    shell = Frames({name: cut(name, _rendered(Marks(), name), Marks()) for name in FRAMES}, b"", ())
    page = Page("/a/b/", '<b> & "c"', "d<", "<p>e</p>", "/a/", modified=None)
    lines = shell.stamp(page).decode().split("\n")
    assert lines[0] == "<a href='a/b/'>&lt;b&gt; &amp; &quot;c&quot;"
    assert lines[1] == "d&lt;"
    assert "<p>e</p>" in lines
    assert rendered.count(Marks().of("title")) == 1


@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot not in ("address", "card", *SEVERAL)])
def test_a_frame_that_lost_a_sentinel_is_refused(slot: str) -> None:
    marks = Marks()
    with pytest.raises(ValueError, match=f"does not print: {slot}"):
        cut("page", _rendered(marks).replace(marks.of(slot), ""), marks)


def test_a_frame_that_changed_a_sentinel_is_refused() -> None:
    marks = Marks()
    with pytest.raises(ValueError, match="changes a value"):
        cut("page", _rendered(marks) + marks.of("title").lower().replace("zq", "ZQ"), marks)


def test_the_home_page_is_called_like_the_site_alone() -> None:
    marks = Marks()
    cut(HOME, _rendered(marks, HOME).replace(marks.of("title"), ""), marks)


def test_a_theme_that_lost_the_body_is_a_fault_of_the_program(
    tmp_path: Path, example: tuple[Site, list[Page]]
) -> None:
    config = towns.theme_copy(tmp_path)
    main = tmp_path / "theme" / "main.html"
    main.write_text(main.read_text("utf-8").replace("{{ page.content }}", ""), encoding="utf-8")
    with pytest.raises(EngineError, match="body"):
        frames(example[0], config)


@pytest.mark.parametrize("engine", [mkdocs.MKDOCS, mkdocs.PROPERDOCS], ids=lambda engine: engine.package)
@pytest.mark.parametrize(
    ("setting", "told"), [("inconnu: oui", "inconnu"), ("dev_addr: 127.0.0.1:x", "configuration error")]
)
def test_what_the_engine_complains_of_stops_the_build(
    tmp_path: Path, engine: mkdocs.Engine, setting: str, told: str
) -> None:
    config = towns.theme_copy(tmp_path)
    config.write_text(f"{config.read_text('utf-8')}{setting}\n", encoding="utf-8")
    with pytest.raises(EngineError, match=told):
        frames(Site.unknown(), config, engine=engine)
    frames(Site.unknown(), ENGINE_CONFIG, engine=engine)  # which complains no more


@pytest.mark.parametrize(
    ("address", "html", "expected"),
    [
        ("/a/b/", '<a class="x" href="/c/">/c/</a>', '<a class="x" href="../../c/">/c/</a>'),
        ("/", '<a href="/c/"></a><a href="/"></a>', '<a href="./c/"></a><a href="./"></a>'),
        ("/a/", ' href="/d/" src="/e"', ' href="/d/" src="/e"'),
        ("/a/", '<a href="//e/"><i x="/f">', '<a href="//e/"><i x="/f">'),
        ("/a/", '<p>a &gt; b</p><img alt="b" src="/c.png">', '<p>a &gt; b</p><img alt="b" src="../c.png">'),
        ("/a/", '<img src="/c" srcset="/d 1w, /e 2w" alt="/f, /g">',
         '<img src="../c" srcset="../d 1w, ../e 2w" alt="/f, /g">'),
    ],
)  # fmt: skip
def test_links_inside_the_site_are_relative_and_texts_are_left_alone(
    address: str, html: str, expected: str
) -> None:
    page = Page(address, "t", "d", html, "/a/")
    assert relative(html, base(page.depth)) == expected


_PIECES = st.sampled_from(
    ['<a href="/', '<img src="/', '">', '"', "<b>", ' href="/', "a", "/", ' x="/', "&lt;"]
)


@given(st.lists(_PIECES).map("".join))
def test_only_the_links_of_tags_change(html: str) -> None:
    """Against a reading of each tag by itself."""
    tags = re.sub(
        r"<[^<>]*",
        lambda tag: re.sub(r'( (?:href|src)=")/(?!/)', r"\1../", tag[0]),
        html,
    )
    assert relative(html, "..") == tags


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/", []),
        ("/agenda/", ["/agenda/ page"]),
        ("/agenda/2026/12/", ["/agenda/ true"]),
        ("/associations/yoga-pour-dragons/", ["/associations/ true"]),
        ("/suivi/", ["/suivi/ page"]),
        ("/mentions-legales/", []),
        ("/recherche/", []),
        ("/404.html", []),
    ],
)
def test_the_menu_marks_where_a_reader_is(example_site: Path, address: str, marked: list[str]) -> None:
    file = example_site / address[1:]
    page = (file if file.suffix else file / "index.html").read_text(encoding="utf-8")
    menu = page[page.index('<nav class="menu"') : page.index("</nav>", page.index('<nav class="menu"'))]
    found = re.findall(r'href="([^"]*)" aria-current="(\w+)"', menu)
    assert [f"/{href.replace('../', '').replace('./', '')} {how}" for href, how in found] == marked


def test_every_page_knows_its_way_to_the_root(example_site: Path) -> None:
    for file in example_site.rglob("index.html"):
        home = re.search(r'class="enseigne" href="([^"]*)"', file.read_text(encoding="utf-8"))
        if home:  # a page that only leads to another has no header
            assert (file.parent / home[1]).resolve() == example_site.resolve(), file


def test_the_page_for_what_is_not_there_works_at_any_depth() -> None:
    site = Site.unknown().model_copy(update={"site_url": "https://mini.example/hub/"})
    page = frames(site, ENGINE_CONFIG).not_found.decode()
    assert {link for link in re.findall(r'(?:href|src|action)="([^"#]*)', page) if ":" not in link}
    assert not [
        link
        for link in re.findall(r'(?:href|src|action)="([^"#]+)', page)
        if ":" not in link and not link.startswith("/hub/")
    ]


def test_only_one_module_knows_each_engine_and_one_the_theme() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (towns.ROOT / "hub").rglob("*.py")}
    importing = re.compile(r"^\s*(?:from|import) (?:mkdocs|properdocs|material)\b", re.MULTILINE)
    assert [name for name, text in texts.items() if importing.search(text)] == []
    assert [name for name, text in texts.items() if '"properdocs"' in text] == ["mkdocs.py"]
    assert [name for name, text in texts.items() if '"material"' in text and "find_spec" in text] == [
        "material.py"
    ]


LOOKS = ' srcset="/x 1w", href="/x", style="text-align: left", width="1" height="1", assets/hub/hub.css'


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page whose words are what this program looks for in what the engine writes."""
    text = f"---\ntitre: Le ZQBODYZQ\nresume: Un ZQTITLEZQ, assets/hub/.\n---\nVoici{LOOKS}.\n"
    files = {
        **towns.edited("mkdocs.yml", "associative de Mini", 'associative & "ZQBODYZQ" <b>{{ Mini }}'),
        "content/conseil.md": text,
    }
    hub = towns.hub_of(tmp_path_factory.mktemp("odd"), files)
    made = {page.address: page for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    return frames(hub.site, ENGINE_CONFIG).stamp(made["/conseil/"]).decode()


def test_a_title_that_is_a_sentinel_is_a_title(odd: str) -> None:
    assert odd.count("Voici") == 1
    assert 'content="Un ZQTITLEZQ, assets/hub/."' in odd


def test_a_name_of_a_site_with_markup_is_text_everywhere(odd: str) -> None:
    assert odd.count("associative &amp; &quot;ZQBODYZQ&quot; &lt;b&gt;{{ Mini }}") >= 3
    assert "<b>{{" not in odd


def test_what_looks_like_an_attribute_in_a_text_stays_as_it_was_written(odd: str) -> None:
    assert f"Voici{LOOKS}." in odd


def test_a_page_without_a_slot_for_it_shows_no_text_of_another(example: tuple[Site, list[Page]]) -> None:
    """What is put in a frame is not looked at again: a title may say what another slot is called."""
    site, made = example
    stamped = frames(site, ENGINE_CONFIG)
    guide = next(page for page in made if page.shell == "guide")
    odd = replace(guide, title=Marks().of("body"), body="<p>un</p>")
    assert stamped.stamp(odd).count(b"<p>un</p>") == 1
