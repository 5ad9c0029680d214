"""`python -m bench`: makes the towns, runs the commands, prints the figures."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import hugo, large, media, newcomer, plain, report, scale, serving, town, warm
from bench.measure import CommandError, Cost, run
from bench.program import Bench, hub_build, hub_command, hugo_build, plain_build, prepared, say

CHECKS = 5
"""Runs of `check`: it is short, and its target is close."""

PAGES, CHECK, MEMORY, SCALE, SEARCH, MEDIA = "pages", "check", "memory", "scale", "search", "media"
LIGHTHOUSE, WEIGHTS, HOSTILE = "lighthouse", "weights", "hostile"
WARM, SERVE, LARGE, SITE = "warm", "serve", "large", "site"
KINDS = (PAGES, CHECK, MEMORY, WARM, SERVE, MEDIA, LARGE, SITE, SCALE, SEARCH, LIGHTHOUSE, WEIGHTS, HOSTILE)

WITH_OTHERS = (None, PAGES, SERVE)
"""What is measured beside MkDocs and Hugo."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for; returns the exit code."""
    options = _options(arguments)
    if options.only == HOSTILE:
        return _hostile()
    try:
        with _folder(options.keep) as folder:
            for line in _figures(options, folder):
                print(line, flush=True)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _hostile() -> int:
    """Every step and rule on the worst texts; 1 where one grows more than its text does."""
    from bench import hostile  # and with it all that makes a site

    sound = True
    for line, within in hostile.figures():
        print(line, flush=True)
        sound = sound and within
    return 0 if sound else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--sizes", nargs="+", choices=town.SIZES, default=[*town.SIZES], help="the towns (both)"
    )
    parser.add_argument("--runs", type=_positive, default=5, help="builds of each town by each program (5)")
    parser.add_argument("--only", choices=KINDS, help="this figure alone")
    parser.add_argument("--menu", choices=plain.MENUS, default="sections", help="MkDocs' menu (sections)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in DIR, new or empty, and leave it")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number of runs")
    return int(text)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Where everything happens: a folder removed at the end, or `keep`."""
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="hub-bench-") as scratch:
            yield Path(scratch)
        return
    if keep.exists() and any(keep.iterdir()):
        raise CommandError(f"{keep} is not empty.")
    keep.mkdir(parents=True, exist_ok=True)
    yield keep.resolve()


def _figures(options: argparse.Namespace, folder: Path) -> Iterator[str]:
    """The lines of the report, as they come to be known."""
    if options.only in (LARGE, SITE):
        yield from {LARGE: large, SITE: newcomer}[options.only].figures(folder)
    elif options.only == SCALE:
        yield from _scale(folder, options.runs)
    elif options.only == SEARCH:
        from bench import search  # and with it all that builds a site: whoever measures memory stays small

        yield from search.figures(folder)
    else:
        menu = options.menu if options.only in WITH_OTHERS else ""
        sizes = _sizes(options)
        made = {s: prepared(s, folder / s, menu=menu, with_hugo=bool(menu)) for s in sizes}
        yield from _of_towns(options, made)


def _of_towns(options: argparse.Namespace, benches: dict[str, Bench]) -> Iterator[str]:
    """What is measured on towns that are made, the smallest first."""
    towns = list(benches.values())
    smallest, largest = towns[0], towns[-1]
    if options.only in (None, CHECK):
        yield report.checking(smallest.size, [_check(smallest, number) for number in range(CHECKS)])
    if options.only in (None, PAGES):
        builds = {size: _compare(bench, options.runs) for size, bench in benches.items()}
        yield from report.comparison(builds)
        if len(builds) > 1:
            yield from report.growth(builds["S"], builds["M"])
        yield from report.memory(largest.size, builds[largest.size].own)
    if options.only == MEMORY:
        yield from report.memory(largest.size, [hub_build(largest, n)[0] for n in range(options.runs)])
    for bench in towns if options.only in (None, SERVE) else ():
        yield from serving.figures(bench)
    for bench in towns if options.only in (None, WARM) else ():
        yield from warm.figures(bench, options.runs)  # which changes its texts
    for bench in towns if options.only == MEDIA else ():
        yield from media.figures(bench, options.runs)
    if options.only in (LIGHTHOUSE, WEIGHTS):
        yield from _visited(smallest, options)


def _sizes(options: argparse.Namespace) -> list[str]:
    """The towns needed, smallest first: `check` is measured on the smallest, memory on the largest."""
    sizes = [size for size in town.SIZES if size in options.sizes]
    needed = {MEMORY: sizes[-1:], **dict.fromkeys((CHECK, LIGHTHOUSE, WEIGHTS), sizes[:1])}
    return needed.get(options.only, sizes)


def _compare(bench: Bench, runs: int) -> report.Builds:
    """Build with each program in turn, A B A B: what else the machine does weighs on all."""
    pairs, pages, others, other_pages = [], (0, 0), [], 0
    for number in range(runs):
        own, own_pages = hub_build(bench, number)
        plain_, plain_pages = plain_build(bench, number)
        pairs.append((own, plain_))
        pages = (own_pages, plain_pages)
        if hugo.installed():
            cost, other_pages = hugo_build(bench, number)
            others.append(cost)
    return report.Builds(tuple(pairs), pages, tuple(others), other_pages)


def _check(bench: Bench, number: int, codes: tuple[int, ...] = (0,)) -> Cost:
    cost = run(hub_command("check", bench.hub), codes=codes)
    say(f"{bench.size}: check {number + 1}: {cost.cpu:.2f} s of CPU")
    return cost


def _scale(folder: Path, runs: int) -> Iterator[str]:
    """`check` on directories of two sizes, in turn; without a mistake, then with many."""
    for mistakes, words in ((0, ""), (scale.MISTAKES, ", with mistakes")):
        benches = [Bench(f"{number}{words}", folder / f"{number}-{mistakes}") for number in scale.SIZES]
        costs: dict[int, list[Cost]] = {number: [] for number in scale.SIZES}
        for number, bench in zip(scale.SIZES, benches, strict=True):
            say(f"{bench.size}: making the town")
            scale.write(bench.hub, number, mistakes)
        for rank in range(runs):
            for number, bench in zip(scale.SIZES, benches, strict=True):
                costs[number].append(_check(bench, rank, codes=(1,) if mistakes else (0,)))
        yield from report.scale(scale.SIZES, costs, words)


def _visited(bench: Bench, options: argparse.Namespace) -> Iterator[str]:
    """What a browser says of the pages of a town; like the search, it needs all that builds a site."""
    hub_build(bench, 0)
    if options.only == LIGHTHOUSE:
        from bench import lighthouse

        made = town.make(town.SIZES[bench.size])
        yield from lighthouse.figures(made, bench.site, bench.folder / "lighthouse", options.runs)
    else:
        from bench import weights

        yield from weights.figures(bench.folder, bench.site, town.TODAY)


if __name__ == "__main__":
    sys.exit(main())
