"""One thing at a time; whoever is waited for goes first, and a page is looked for where it is likeliest."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from hub.pages import Pages, Sheet
from hub.pages.part import Finder, Part
from hub.serving.desk import Desk

PATIENCE = 30


def test_who_is_waited_for_goes_before_a_long_work() -> None:
    desk, order = Desk(), list[str]()
    works = [threading.Thread(target=_work, args=(desk, name, order)) for name in ("in_time", "at_once")]
    with desk.at_once():
        for work in works:
            work.start()
        with desk._turn:
            assert desk._turn.wait_for(lambda: desk._urgent == 2, PATIENCE)
    for work in works:
        work.join(PATIENCE)
    assert order == ["at_once", "in_time"]


def _work(desk: Desk, how: str, order: list[str]) -> None:
    with getattr(desk, how)():
        order.append(how)


def test_a_long_work_goes_on_when_nobody_waits() -> None:
    desk, order = Desk(), list[str]()
    for _ in range(2):
        _work(desk, "in_time", order)
    assert order == ["in_time"] * 2


def test_a_page_is_found_without_listing_the_parts_where_it_is_not() -> None:
    listed: list[str] = []

    def part(base: str, *addresses: str) -> Part:
        def sheets(tools: Pages) -> Iterator[Sheet]:
            listed.append(base)
            return (Sheet(address, _unmade) for address in addresses)

        return Part(base, sheets)

    parts = [part("/", "/", "/conseil/"), part("/agenda/", "/agenda/bal/"), part("/suites/", "/suivi/")]
    finder = Finder(None, parts)  # type: ignore[arg-type]
    found = finder.sheet("/agenda/bal/")
    assert (found and found.address, listed) == ("/agenda/bal/", ["/agenda/"])
    found = finder.sheet("/suivi/")
    assert (found and found.address, listed) == ("/suivi/", ["/agenda/", "/", "/suites/"])
    assert finder.sheet("/agenda/absent/") is None


def _unmade(tools: Pages) -> None:
    raise AssertionError("nobody asked for it")
