"""The figures, as lines of plain text: each beside its target, none of them a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.ecoindex import Asked
from bench.measure import Cost

RATIO_TARGETS = {"S": "≤ 0.5", "M": "≤ 0.4"}
CPU_TARGETS = {"S": "≤ 1.0"}
GROWTH_TARGET = "≤ 11"
LINEAR_TARGET = "≤ 1.2"
SCALE_TARGET = "≤ 11"
MEMORY_TARGETS = {"M": "≤ 400 MB"}
BESIDE_TARGETS = {"M": "≤ 500 MB"}
ALL_TARGETS = {"L": "≤ 2000 MB"}
CHECK_TARGETS = {"S": "≤ 0.5 s"}
MADE_TARGETS = {"S": "≤ + 12 s"}
KEPT_TARGETS = {"S": "≤ + 0.5 s"}


@dataclass(frozen=True, slots=True)
class Scored:
    """What a run of Lighthouse says of a page, by category: its score out of 100, the audits it failed."""

    scores: Mapping[str, int]
    failed: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Builds:
    """Builds of one town: `pairs` of (this program, plain MkDocs), run one after the other; pages of each.

    `hugo` holds those of Hugo, between two pairs, and `hugo_pages` its pages: none where it is not installed.
    """

    pairs: tuple[tuple[Cost, Cost], ...]
    pages: tuple[int, int]
    hugo: tuple[Cost, ...] = ()
    hugo_pages: int = 0

    @property
    def own(self) -> tuple[Cost, ...]:
        """The builds of this program."""
        return tuple(own for own, _ in self.pairs)

    @property
    def plain(self) -> tuple[Cost, ...]:
        """The builds of plain MkDocs."""
        return tuple(plain for _, plain in self.pairs)

    @property
    def ratios(self) -> list[float]:
        """Wall time of this program over that of plain MkDocs, pair by pair: noise hits both alike."""
        return [own.wall / plain.wall for own, plain in self.pairs]

    @property
    def cpu_ratios(self) -> list[float]:
        """The same of CPU time."""
        return [own.cpu / plain.cpu for own, plain in self.pairs]

    @property
    def programs(self) -> Iterator[tuple[str, int, tuple[Cost, ...]]]:
        """(program, its pages, its builds)."""
        yield "hub", self.pages[0], self.own
        yield "mkdocs", self.pages[1], self.plain
        if self.hugo:
            yield "hugo", self.hugo_pages, self.hugo


def comparison(builds: dict[str, Builds]) -> Iterator[str]:
    """A table of the medians, a row a town and a program, then the ratios of the two programs."""
    yield f"{'size':<6}{'program':<9}{'pages':>6}{'wall (s)':>11}{'CPU (s)':>10}{'peak (MB)':>12}"
    for size, one in builds.items():
        for program, pages, costs in one.programs:
            peak = max(cost.memory for cost in costs)
            yield f"{size:<6}{program:<9}{pages:>6}{wall(costs):>11.2f}{cpu(costs):>10.2f}{peak:>12.0f}"
    yield ""
    for size, one in builds.items():
        yield line(f"{size}: wall time, hub / mkdocs", _spread(one.ratios), RATIO_TARGETS.get(size))
        yield line(f"{size}: CPU time, hub / mkdocs", _spread(one.cpu_ratios), CPU_TARGETS.get(size))


def _spread(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})"


def growth(small: Builds, large: Builds) -> Iterator[str]:
    """How the cost of this program grows from one town to the other, beside its number of pages."""
    pages = f"for {large.pages[0] / small.pages[0]:.2f} times the pages"
    for name, typical in (("wall time", wall), ("CPU time", cpu)):
        ratio = typical(large.own) / typical(small.own)
        yield line(f"M/S: {name} of the hub", f"{ratio:.2f} {pages}", GROWTH_TARGET)


def memory(size: str, costs: Sequence[Cost]) -> Iterator[str]:
    """The highest peaks of these builds: of the program and its copies together, of those that it starts, and
    of all at one moment."""
    for name, which, targets in (
        ("the program and its copies", "own", MEMORY_TARGETS),
        ("Pagefind", "beside", BESIDE_TARGETS),
        ("all together", "all", ALL_TARGETS),
    ):
        peak = max(getattr(cost, which) for cost in costs)
        yield line(f"{size}: memory, {name}", f"{peak:.0f} MB", targets.get(size))


def linear(small: tuple[Cost, int], large: tuple[Cost, int]) -> Iterator[str]:
    """How the cost of (a build, its pages) grows, beside what its pages would have it be."""
    pages = large[1] / small[1]
    for name, which in (("wall", "wall"), ("CPU", "cpu")):
        ratio = getattr(large[0], which) / getattr(small[0], which)
        value = f"{ratio / pages:.2f} ({ratio:.1f} for {pages:.1f} times the pages)"
        yield line(f"L/M: {name} time, over linear", value, LINEAR_TARGET)


def media(
    size: str, without: Sequence[Cost], made: Sequence[Cost], kept: Sequence[Cost], number: int
) -> Iterator[str]:
    """What PDFs, posters and cards add to a build: all of them made, then all of them kept from before."""
    for name, costs, targets in (("made", made, MADE_TARGETS), ("kept", kept, KEPT_TARGETS)):
        more = f"+ {wall(costs) - wall(without):.1f} s ({cpu(costs) - cpu(without):.1f} s of CPU)"
        yield line(f"{size}: {number} media {name}, wall time", more, targets.get(size))


def checking(size: str, costs: Sequence[Cost]) -> str:
    """The CPU time of `check`, Python's start included."""
    spread = f"{min(cost.cpu for cost in costs):.2f}–{max(cost.cpu for cost in costs):.2f}"
    return line(f"{size}: CPU of `check`", f"{cpu(costs):.2f} s ({spread})", CHECK_TARGETS.get(size))


def scale(sizes: tuple[int, int], costs: Mapping[int, Sequence[Cost]], with_: str) -> Iterator[str]:
    """How the CPU time of `check` grows from one number of associations to ten times as many."""
    small, large = sizes
    for size in sizes:
        spread = f"{min(cost.cpu for cost in costs[size]):.2f}–{max(cost.cpu for cost in costs[size]):.2f}"
        yield line(f"{size:,} associations{with_}: CPU", f"{cpu(costs[size]):.2f} s ({spread})", None)
    ratio = cpu(costs[large]) / cpu(costs[small])
    yield line(f"{large:,} / {small:,}{with_}: CPU", f"{ratio:.2f}", SCALE_TARGET)
    peak = max(cost.memory for cost in costs[large])
    yield line(f"{large:,} associations{with_}: peak", f"{peak:.0f} MB", None)


def weights_head() -> str:
    """The columns of `weight`."""
    columns = f"{'page':<44}{'first visit':>12}{'target':>10}{'second page':>14}{'target':>9}"
    return f"{columns}{'elements':>10}{'requests':>10}{'EcoIndex':>10}"


def weight(name: str, first: tuple[int, int], second: tuple[int, int] | None, page: Asked) -> str:
    """(bytes, target) of a page that is visited first, and of the same one reached from the home page; then
    what it asks."""
    line = f"{name:<44}{_kilobytes(first[0]):>12}{'≤ ' + _kilobytes(first[1], 0):>10}"
    later = f"{_kilobytes(second[0]):>14}{'≤ ' + _kilobytes(second[1], 0):>9}" if second else " " * 23
    return f"{line}{later}{page.elements:>10}{page.requests:>10}{page.index:>8.0f} {page.grade}"


def shares(name: str, parts: Counter[str]) -> str:
    """What a first visit is made of, heaviest first."""
    return f"{name}: " + ", ".join(f"{sort} {_kilobytes(size)}" for sort, size in parts.most_common())


def scores_head(targets: Mapping[str, int]) -> Iterator[str]:
    """The columns of `scores`, and what each is to reach."""
    yield _columns("Lighthouse, mobile", targets)
    yield _columns("target", [f"≥ {goal}" if goal < 100 else f"{goal}" for goal in targets.values()])


def scores(page: str, runs: Sequence[Scored], targets: Mapping[str, int]) -> Iterator[str]:
    """The run whose performance is the median; where it is below a target, the audits that it failed."""
    ranked = sorted(runs, key=lambda run: run.scores["performance"])
    typical = ranked[len(ranked) // 2]
    lowest, highest = ranked[0].scores["performance"], ranked[-1].scores["performance"]
    spread = f" ({lowest}–{highest})"
    cells = [f"{score}{spread if name == 'performance' else ''}" for name, score in typical.scores.items()]
    yield _columns(page, cells)
    for category, goal in targets.items():
        if typical.scores[category] < goal:
            yield f"  {category}: {', '.join(typical.failed[category])}"


def _columns(name: str, cells: Iterable[str]) -> str:
    return f"{name:<50}" + "".join(f"{cell:>16}" for cell in cells)


def line(name: str, value: str, target: str | None = None) -> str:
    """A figure, beside what it should be."""
    return f"{name:<40} {value:<40}" + (f" target {target}" if target else "")


def wall(costs: Sequence[Cost]) -> float:
    """The median of their wall time."""
    return median(cost.wall for cost in costs)


def cpu(costs: Sequence[Cost]) -> float:
    """The median of their CPU time."""
    return median(cost.cpu for cost in costs)


def _kilobytes(size: int, digits: int = 1) -> str:
    return f"{size / 1000:.{digits}f} kB"
