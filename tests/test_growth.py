"""Twice the text, twice the time: no pattern and no step of ours may take four times as long.

Each is tried on the texts that make patterns slow: one sign again and again, openings that nothing
closes, signs between blanks. Times are of the processor; what takes less than `NOTICED` at twice the
size is quick enough. A pattern that repeats nothing looks at so many signs from each place, and no more.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import NamedTuple

import pytest

import hub
from hub.markup.addresses import breakable, followed
from hub.markup.columns import columns
from hub.markup.links import links
from hub.markup.plain import excerpt, opening
from hub.markup.typography import french, french_html
from hub.model.names import fold, slug, sort_key
from hub.pages.page import Page
from hub.prose import read
from hub.prose.beginning import beginning
from hub.prose.glued import heads
from hub.prose.html import Lead
from hub.prose.words import whole
from hub.search.record import record
from hub.sources import line_and_column
from hub.sources.limits import excess, excess_of_markdown
from hub.sources.lost import remarks

NUMBER = 3_000
"""Repetitions of the smaller text."""

GROWTH = 3.0
"""Twice the text may take so many times longer; a quadratic takes four."""

IN_PROPORTION = 2.5
"""What takes no longer than that is not tried again."""

FURTHER = 4
"""A text so many times as long settles what twice the text leaves in doubt: memory has its own steps."""

NOTICED = 0.04
"""Seconds."""

TOKENS = (
    " ", "\n", "\t", "\u00a0", "-", "- ", "# -", "a", "a ", "a-", "a.", ".", ",", "0", "0 ", "06 ", "+33",
    "@", "a@", "@a.", "_", "*", "**a ", "`", "` ", "<", "<a", "<a ", "<a \"", "<a '", "</", "<p>", "<li>\n",
    "<!--", ">", "> ", "[", "[ ", "[a](", "[a](<", "![", "![\n\n", "](", "] (", "[a]: /x\n", "(", ")",
    "https://", "https://a.", "www.a", "http://(", "«", "« ", "»", ";", ":", " :", "&a", "&#39;", "’", "'",
    "l'", "la ", "1. ", "1° ", "• ", "• a\n", "a\n---\n", "---\n", "## ", "## a\n", "|", "| a ", "a\tb\n",
    "A", "Aa ", "Aa-", "MM. ", "M. A", "rue ", "{a: ", "a: ", "\ue000", "<p>\ue000", "<p>\ue000 · ",
    "<td> ", "<br>", "e\u0301", "\u0301\u0327", "É", "é", "1er ", "n° ", "12:30 ", "2026-11-25 ", "…", "20",
    "a/", "%", "1 %", "€",
)  # fmt: skip
"""What is repeated, alone and after an opening that it never closes."""

PREFIXES = ("", "<a ", "`", "+33")


class Worst(NamedTuple):
    """A text of as many repetitions as asked."""

    prefix: str
    token: str

    def text(self, number: int) -> str:
        return f"{self.prefix}{self.token * number}x"


WORST = [Worst(prefix, token) for prefix in PREFIXES for token in TOKENS]


def _used(pattern: re.Pattern[str], name: str, source: str) -> Callable[[str], object]:
    """What is done with the pattern: one that is only matched at the beginning never looks further."""
    uses = set(re.findall(rf"\b{name}\.(\w+)\(", source))
    if uses and uses <= {"match", "fullmatch"}:
        return pattern.fullmatch if uses == {"fullmatch"} else pattern.match
    return partial(pattern.sub, "")


def patterns() -> Iterator[tuple[str, str, Callable[[str], object]]]:
    """(its name, what it says, what is done with it): every pattern that a module of ours holds by name."""
    for found in pkgutil.walk_packages(hub.__path__, "hub."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{found.name}.{name}", value.pattern, _used(value, name, source)


_SIGNS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_REPEATED = re.compile(r"[*+]|\{\d*,\}|\{\d*,?\d\d+\}")


def _repeats(pattern: str) -> bool:
    """Whether it takes something again without an end, or ten times and more."""
    return bool(_REPEATED.search(_SIGNS.sub("a", pattern)))


PATTERNS = {name: use for name, pattern, use in patterns() if _repeats(pattern)}


@pytest.fixture(scope="module", autouse=True)
def _what_other_tests_left_is_not_gone_through() -> Iterator[None]:
    """The rounds of the collector would take longer than what is timed, and come in the middle of it."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def _time(step: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        step(text)
        return process_time() - start
    finally:
        gc.enable()


def grown(step: Callable[[str], object]) -> list[str]:
    """A text that takes `step` more than in proportion, tried again before it is told; none, at best."""
    for worst in WORST:
        large = worst.text(2 * NUMBER)
        if _quick(step, large):
            continue
        small = worst.text(NUMBER)
        times: list[tuple[float, float]] = []
        while len(times) < 3 and not _is_within(IN_PROPORTION, times):
            times.append((_time(step, small), _time(step, large)))
        if _is_within(GROWTH, times):
            continue
        largest = worst.text(FURTHER * NUMBER)
        further = [(_time(step, small), _time(step, largest)) for _ in range(2)]
        if not _is_within(GROWTH**2, further):
            return [f"{large[:12]!r}: {times}, {further}"]
    return []


def _quick(step: Callable[[str], object], text: str) -> bool:
    start = process_time()
    step(text)
    return process_time() - start < NOTICED


def _is_within(growth: float, times: list[tuple[float, float]]) -> bool:
    """Whether twice the text took at most so many times longer, by the quickest of these."""
    return bool(times) and min(b for _, b in times) <= growth * min(a for a, _ in times)


@pytest.mark.parametrize(
    ("pattern", "does"),
    [
        *(
            (pattern, False)
            for pattern in (r"\b(?:de|du)\s", r"[*+]\*\+\{", r"[]*]x?", r"\d{1,2}(?:\.\d){4}")
        ),
        *(
            (pattern, True)
            for pattern in (r"\s*x", r"a+?", r"[^\]]*", r"(?:ab){2,}", r"\w{1,64}@", r"\w{10}")
        ),
    ],
)
def test_a_pattern_that_repeats_is_known(pattern: str, does: bool) -> None:
    assert _repeats(pattern) == does


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_takes_time_in_proportion_to_the_text(name: str) -> None:
    assert grown(PATTERNS[name]) == []


def _every(found: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: list(found(text))  # type: ignore[call-overload]


STEPS: dict[str, Callable[[str], object]] = {
    "excess": excess,
    "excess of Markdown": excess_of_markdown,
    "remarks": _every(remarks),
    "fold": fold.__wrapped__,
    "slug": slug,
    "sort key": sort_key,
    "rows of tables": lambda text: heads(f"{text}-|- -|:-|".encode(), ()),
    "links": lambda text: list(links(read(text))),
    "french": french,
    "french of HTML": french_html,
    "words": lambda text: whole(read(text)),
    "beginning": lambda text: beginning(read(text)),
    "excerpt": excerpt,
    "opening": opening,
    "columns": lambda text: columns(read(text), lambda target: Lead(target.destination)),
    "breakable": breakable,
    "followed": followed,
    "record": lambda text: record(Page("/a/", "A", "B", f"<header></header>{text}", "/")),
    "places": lambda text: [line_and_column(text, index) for index in range(0, len(text), 7)],
}


@pytest.mark.parametrize("name", sorted(STEPS))
def test_a_step_takes_time_in_proportion_to_the_text(name: str) -> None:
    assert grown(STEPS[name]) == []


def test_the_links_of_a_mail_are_numbered_in_linear_time() -> None:
    small, large = ("".join(f"[a](/{n}/)\n\n" for n in range(size)) for size in (4_000, 8_000))
    times = [(_time(STEPS["columns"], small), _time(STEPS["columns"], large)) for _ in range(3)]
    assert min(b for _, b in times) < GROWTH * min(a for a, _ in times)


def test_elements_that_nothing_ends_are_searched_in_linear_time() -> None:
    one = '<nav><h1><p class="aide"><summary>Voir <li <tr><th <sup><a>\u21a9'
    small, large = (one * size for size in (1_000, 2_000))
    times = [(_time(STEPS["record"], small), _time(STEPS["record"], large)) for _ in range(3)]
    assert min(b for _, b in times) < GROWTH * min(a for a, _ in times)
