"""The worst texts: how long each step and each rule takes on them, at ten thousand and a hundred thousand
characters. Ten times the text may take some ten times as long; a square would take a hundred."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from hub.build import inspect
from hub.catalogue.town import TODAY, lay
from hub.checks.known import Known
from hub.checks.runner import PROSE_RULES
from hub.checks.texts import Prose
from hub.markup import Renderer
from hub.markup.columns import columns
from hub.model import Hub
from hub.pages.page import Page
from hub.prose import Target, Text, read
from hub.prose.beginning import beginning
from hub.prose.html import Lead
from hub.prose.words import whole
from hub.search.record import record
from hub.sources.limits import excess, excess_of_markdown

SIZES = (10_000, 100_000)
"""Characters."""

MOST = 12.0
"""Times longer, for ten times the text."""

NOTICED = 0.05
"""Seconds: what takes less on the large text is quick enough, whatever its ratio."""

LINE = 60
"""Repetitions on a line, of the texts in lines: within the limits of a line and of a word."""

TOKENS = (
    " ", "\n", "\t", "\u00a0", "-", "- ", "- a\n", "  - a\n", "a", "a ", "a-", ".", "0", "06 ", "+33", "@",
    "a@", "_", "_a ", "*", "**a ", "*a **b ", "`", "` ", "`` ` ", "```\n", "    a\n\n", "~~", "~~a ", "<",
    "<a ", "<a \"", "</a> ", "<b>", "<!--", "<!-- -->", "<br>", "> ", "> a\n", "[", "[ ", "[a](", "[a](<",
    "[a](b c) ", "[a](b)", "[a][", "[a][b] ", "[a]: /x\n", "[^", "[^a] ", "[^a]: b\n", "![", "![a](b)",
    "](", ")", "https://", "https://a.b ", "www.a", "a.es ", "1. ", "1. a\n", "1. a\n3. b\n", "\u2022 a\n",
    "a\n---\n", "---\n", "# ", "#a\n", "## a\n", "|", "| a ", "|a|b|\n", "|-|-|\n", "a\tb\n", "\\", "\\[",
    "&", "&amp;", "&#39;", "Aa ", "M. A ", "MM. ", "e\u0301", "\ue000", "« ", "a\\\n", "a  \n",
)  # fmt: skip
"""What is repeated."""

PAIRS = (
    ("![", "](b)"),
    ("![a", "]()"),
    ("[", "]"),
    ("[", "](b)"),
    ("*", "*"),
    ("**a ", " b**"),
    ("<b>", "</b>"),
)
"""What is opened, again and again, then closed as often."""

TABLE = "|a|b|\n|-|-|\n"


class Cost(NamedTuple):
    """What a step takes on a text, in seconds of the processor, small then large."""

    small: float
    large: float
    text: str

    @property
    def ratio(self) -> float:
        """How many times longer the large text takes."""
        return self.large / max(self.small, 1e-6)

    @property
    def excessive(self) -> bool:
        """Whether it grows more than its text does, and anybody would notice."""
        return self.large > NOTICED and self.ratio > MOST


class Step(NamedTuple):
    """Something that is done with a text: what is made ready first, what is timed."""

    name: str
    ready: Callable[[str], Any]
    timed: Callable[[Any], object]


def texts(size: int) -> Iterator[tuple[str, str]]:
    """The worst texts of that many characters, and what they are made of: on one line, and in lines."""
    for token in TOKENS:
        yield ascii(token), (token * size)[:size]
        if "\n" not in token:
            line = token * LINE + "\n"
            lines = line * (size // len(line) + 1)
            yield f"{token!a}, in lines", lines[:size]
            yield f"{token!a}, in a table", f"{TABLE}{lines}"[:size]
    for opening, closing in PAIRS:
        number = size // len(opening + closing)
        yield f"{opening} … {closing}", opening * number + closing * number


def steps(hub: Hub) -> Iterator[Step]:
    """What is done with every text, in order."""
    yield Step("limits", str, lambda text: (excess(text), excess_of_markdown(text)))
    yield Step("read", str, read)
    for rule in PROSE_RULES:
        yield Step(rule.__name__, read, partial(_judged, hub, rule))  # type: ignore[attr-defined]
    yield Step("render", _accepted, lambda text: Renderer(hub).render(text))
    for name, made in (("words", whole), ("beginning", beginning), ("columns", _in_columns)):
        yield Step(name, lambda text: read(_accepted(text)), made)
    yield Step("search record", partial(_rendered, hub), _recorded)


def _judged(hub: Hub, rule: Any, text: Text) -> list[object]:
    """A rule on a text, as if minutes said it, then as if a page did."""
    known = Known(hub, TODAY)
    things = (hub.minutes[0], hub.editorials["index"])
    return [found for thing in things for found in rule(Prose(text, thing), known)]


def _accepted(text: str) -> str:
    """The text; nothing is made of one that a limit refuses."""
    return "" if excess(text) or excess_of_markdown(text) else text


def _rendered(hub: Hub, text: str) -> str:
    return Renderer(hub).render(_accepted(text)).html


def _in_columns(text: Text) -> str:
    return columns(text, _as_written)


def _as_written(target: Target) -> Lead:
    return Lead(target.destination)


def _recorded(html: str) -> object:
    return record(Page("/a/", "A", "B", f"<header></header>{html}", "/"))


def worst(step: Step) -> Cost:
    """The costliest text for a step: of those that grow too fast, if there are any."""
    costs = []
    for (name, small), (_, large) in zip(texts(SIZES[0]), texts(SIZES[1]), strict=True):
        cost = Cost(_time(step, small), _time(step, large), name)
        if cost.excessive:  # once more, before it is told: something else may have run
            cost = Cost(
                min(_time(step, small) for _ in range(3)), min(_time(step, large) for _ in range(2)), name
            )
        costs.append(cost)
    return max(costs, key=lambda cost: (cost.excessive, cost.large))


def _time(step: Step, text: str) -> float:
    ready = step.ready(text)
    gc.disable()
    try:
        start = process_time()
        step.timed(ready)
        return process_time() - start
    finally:
        gc.enable()


def figures() -> Iterator[tuple[str, bool]]:
    """The lines of the report, and whether each is within the limit."""
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as folder:
        lay({}, Path(folder))
        hub = inspect(Path(folder), TODAY).hub
        yield (
            f"{'step':<28}{'10 kB (s)':>10}{'100 kB (s)':>11}{'ratio':>7}  worst text (ratio ≤ {MOST:.0f})",
            True,
        )
        for step in steps(hub):
            cost = worst(step)
            mark = "  <- too much" if cost.excessive else ""
            line = (
                f"{step.name:<28}{cost.small:>10.4f}{cost.large:>11.4f}{cost.ratio:>7.1f}  {cost.text}{mark}"
            )
            yield line, not cost.excessive
