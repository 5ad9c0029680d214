"""The figures, as lines of plain text: each beside its target, none of them a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measure import Cost

RATIO_TARGETS = {"S": "≤ 0.75", "M": "≤ 0.3"}
GROWTH_TARGET = "≤ 11"
SCALE_TARGET = "≤ 11"
MEMORY_TARGETS = {"M": "≤ 400 MB"}
CHECK_TARGETS = {"S": "≤ 1.0 s"}


@dataclass(frozen=True, slots=True)
class Scored:
    """What a run of Lighthouse says of a page, by category: its score out of 100, the audits it failed."""

    scores: Mapping[str, int]
    failed: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Builds:
    """Builds of one town: `pairs` of (this program, plain MkDocs), run one after the other; pages of each."""

    pairs: tuple[tuple[Cost, Cost], ...]
    pages: tuple[int, int]

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


def comparison(builds: dict[str, Builds]) -> Iterator[str]:
    """A table of the medians, a row a town and a program, then the ratios of the two programs."""
    yield f"{'size':<6}{'program':<9}{'pages':>6}{'wall (s)':>11}{'CPU (s)':>10}{'peak (MB)':>12}"
    for size, one in builds.items():
        for program, pages, costs in zip(("hub", "mkdocs"), one.pages, (one.own, one.plain), strict=True):
            peak = max(cost.memory for cost in costs)
            yield f"{size:<6}{program:<9}{pages:>6}{_wall(costs):>11.2f}{_cpu(costs):>10.2f}{peak:>12.0f}"
    yield ""
    for size, one in builds.items():
        ratios = one.ratios
        spread = f"{median(ratios):.3f} ({min(ratios):.3f}–{max(ratios):.3f})"
        yield _line(f"{size}: wall time, hub / mkdocs", spread, RATIO_TARGETS[size])


def growth(small: Builds, large: Builds) -> Iterator[str]:
    """How the cost of this program grows from one town to the other, beside its number of pages."""
    pages = f"for {large.pages[0] / small.pages[0]:.2f} times the pages"
    for name, typical in (("wall time", _wall), ("CPU time", _cpu)):
        ratio = typical(large.own) / typical(small.own)
        yield _line(f"M/S: {name} of the hub", f"{ratio:.2f} {pages}", GROWTH_TARGET)


def memory(size: str, costs: Sequence[Cost]) -> str:
    """The highest peak of these builds: that of the program, then that of the largest one it starts."""
    own, all_ = (max(getattr(cost, which) for cost in costs) for which in ("own", "memory"))
    value = f"{own:.0f} MB (with Pagefind: {all_:.0f} MB)"
    return _line(f"{size}: peak memory of a build", value, MEMORY_TARGETS.get(size))


def media(
    size: str, without: Sequence[Cost], made: Sequence[Cost], kept: Sequence[Cost], number: int
) -> Iterator[str]:
    """What PDFs, posters and cards add to a build: all of them made, then all of them kept from before."""
    for name, costs in (("made", made), ("kept", kept)):
        more = f"+ {_wall(costs) - _wall(without):.1f} s ({_cpu(costs) - _cpu(without):.1f} s of CPU)"
        yield _line(f"{size}: {number} media {name}, wall time", more, None)


def checking(size: str, costs: Sequence[Cost]) -> str:
    """The CPU time of `check`, Python's start included."""
    spread = f"{min(cost.cpu for cost in costs):.2f}–{max(cost.cpu for cost in costs):.2f}"
    return _line(f"{size}: CPU of `check`", f"{_cpu(costs):.2f} s ({spread})", CHECK_TARGETS.get(size))


def scale(sizes: tuple[int, int], costs: dict[int, Sequence[Cost]], with_: str) -> Iterator[str]:
    """How the CPU time of `check` grows from one number of associations to ten times as many."""
    small, large = sizes
    for size in sizes:
        spread = f"{min(cost.cpu for cost in costs[size]):.2f}–{max(cost.cpu for cost in costs[size]):.2f}"
        yield _line(f"{size:,} associations{with_}: CPU", f"{_cpu(costs[size]):.2f} s ({spread})", None)
    ratio = _cpu(costs[large]) / _cpu(costs[small])
    yield _line(f"{large:,} / {small:,}{with_}: CPU", f"{ratio:.2f}", SCALE_TARGET)
    peak = max(cost.memory for cost in costs[large])
    yield _line(f"{large:,} associations{with_}: peak", f"{peak:.0f} MB", None)


def weights_head() -> str:
    """The columns of `weight`."""
    return f"{'page':<44}{'first visit':>12}{'target':>10}{'second page':>14}{'target':>9}"


def weight(name: str, first: tuple[int, int], second: tuple[int, int] | None) -> str:
    """(bytes, target) of a page that is visited first, and of the same one reached from the home page."""
    line = f"{name:<44}{_kilobytes(first[0]):>12}{'≤ ' + _kilobytes(first[1], 0):>10}"
    return line + (f"{_kilobytes(second[0]):>14}{'≤ ' + _kilobytes(second[1], 0):>9}" if second else "")


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


def _line(name: str, value: str, target: str | None) -> str:
    return f"{name:<40} {value:<36}" + (f"target {target}" if target else "")


def _wall(costs: Sequence[Cost]) -> float:
    return median(cost.wall for cost in costs)


def _cpu(costs: Sequence[Cost]) -> float:
    return median(cost.cpu for cost in costs)


def _kilobytes(size: int, digits: int = 1) -> str:
    return f"{size / 1000:.{digits}f} kB"
