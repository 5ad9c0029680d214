"""No table cuts a word, nor widens its page, whatever the width of the screen."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import Tab

WIDTHS = (320, 360, 414, 480, 600, 768, 900, 1024, 1152, 1280)

CUT = r"""() => {
    const found = [];
    const wide = document.scrollingElement.scrollWidth;
    if (wide > innerWidth) found.push(`page: ${wide}`);
    for (const cell of document.querySelectorAll("main :is(td, th, caption)")) {
        if (!cell.checkVisibility() || cell.closest("thead")?.getBoundingClientRect().width <= 2) continue;
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const boxes = [...range.getClientRects()].filter((box) => box.width);
                const lines = new Set(boxes.map((box) => Math.round(box.top)));
                if (lines.size > 1) found.push(word[0]);
            }
        }
    }
    return [...new Set(found)];
}"""
"""The words of cells that stand on two lines, and the width of a page that is wider than the screen."""


def _with_tables(site: Path) -> list[str]:
    """The address of a page or two of each sort that has a table."""
    by_sort: dict[tuple[str, int], list[str]] = {}
    for file in sorted(site.rglob("index.html")):
        if "<td" in file.read_text(encoding="utf-8"):
            address = file.relative_to(site).parent.as_posix()
            by_sort.setdefault((address.partition("/")[0], address.count("/")), []).append(address)
    return [address for those in by_sort.values() for address in those[-2:]]


def test_no_word_of_a_table_is_cut_and_no_page_is_wider_than_the_screen(
    tab: Tab, example_site: Path, example_url: str
) -> None:
    wrong = {}
    with tab() as page:
        for address in _with_tables(example_site):
            page.goto(f"{example_url}/{address}/")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                if cut := page.evaluate(CUT):
                    wrong[address, width] = cut
    assert wrong == {}
