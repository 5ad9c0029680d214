"""`python -m bench`: makes the towns, runs the commands, prints the figures."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import plain, report, scale, town
from bench.measure import CommandError, Cost, run

PROGRAM = Path(__file__).resolve().parent.parent / "build.py"
CHECKS = 5
"""Runs of `check`: it is short, and its target is close."""

PAGES, CHECK, MEMORY, SCALE, SEARCH, MEDIA = "pages", "check", "memory", "scale", "search", "media"
LIGHTHOUSE, WEIGHTS, HOSTILE = "lighthouse", "weights", "hostile"


@dataclass(frozen=True, slots=True)
class Bench:
    """A town made ready in a folder of its own: `hub` holds its sources, `plain` its MkDocs project."""

    size: str
    folder: Path

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def plain(self) -> Path:
        return self.folder / "plain"

    @property
    def site(self) -> Path:
        return self.folder / "site-hub"


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
    kinds = (PAGES, CHECK, MEMORY, SCALE, SEARCH, MEDIA, LIGHTHOUSE, WEIGHTS, HOSTILE)
    parser.add_argument("--only", choices=kinds, help="this figure alone")
    parser.add_argument("--menu", choices=plain.MENUS, default="pruned", help="MkDocs' menu (pruned)")
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
    if options.only == SCALE:
        yield from _scale(folder, options.runs)
        return
    if options.only == SEARCH:
        from bench import search  # and with it all that builds a site: whoever measures memory stays small

        yield from search.figures(folder)
        return
    sizes = _sizes(options)
    benches = {size: _prepare(size, folder / size, options) for size in sizes}
    smallest, largest = benches[sizes[0]], benches[sizes[-1]]
    if options.only in (None, CHECK):
        yield report.checking(smallest.size, [_check(smallest, number) for number in range(CHECKS)])
    if options.only in (None, PAGES):
        builds = {size: _compare(bench, options.runs) for size, bench in benches.items()}
        yield from report.comparison(builds)
        if len(builds) > 1:
            yield from report.growth(builds["S"], builds["M"])
    if options.only is None:
        yield report.memory(largest.size, builds[largest.size].own)
    if options.only == MEDIA:
        for bench in benches.values():
            yield from report.media(bench.size, *_media(bench, options.runs))
    if options.only in (LIGHTHOUSE, WEIGHTS):
        yield from _visited(smallest, options)
    if options.only == MEMORY:
        yield report.memory(largest.size, [_hub_build(largest, n)[0] for n in range(options.runs)])


def _sizes(options: argparse.Namespace) -> list[str]:
    """The towns needed, smallest first: `check` is measured on the smallest, memory on the largest."""
    sizes = [size for size in town.SIZES if size in options.sizes]
    needed = {MEMORY: sizes[-1:], **dict.fromkeys((CHECK, LIGHTHOUSE, WEIGHTS), sizes[:1])}
    return needed.get(options.only, sizes)


def _prepare(size: str, folder: Path, options: argparse.Namespace) -> Bench:
    """Make the town, and see that it is sound: `check` must find no error."""
    _say(f"{size}: making the town")
    made = town.make(town.SIZES[size])
    bench = Bench(size, folder)
    town.write(made, bench.hub)
    if options.only in (None, PAGES):
        plain.write(made, bench.plain, options.menu)
    run(_hub_command("check", bench))
    return bench


def _compare(bench: Bench, runs: int) -> report.Builds:
    """Build with each program in turn, A B A B: what else the machine does weighs on both."""
    pairs, pages = [], (0, 0)
    for number in range(runs):
        own, own_pages = _hub_build(bench, number)
        other, other_pages = _plain_build(bench, number)
        pairs.append((own, other))
        pages = (own_pages, other_pages)
    return report.Builds(tuple(pairs), pages)


def _check(bench: Bench, number: int, codes: tuple[int, ...] = (0,)) -> Cost:
    cost = run(_hub_command("check", bench), codes=codes)
    _say(f"{bench.size}: check {number + 1}: {cost.cpu:.2f} s of CPU")
    return cost


def _scale(folder: Path, runs: int) -> Iterator[str]:
    """`check` on directories of two sizes, in turn; without a mistake, then with many."""
    for mistakes, words in ((0, ""), (scale.MISTAKES, ", with mistakes")):
        benches = [Bench(f"{number}{words}", folder / f"{number}-{mistakes}") for number in scale.SIZES]
        costs: dict[int, list[Cost]] = {number: [] for number in scale.SIZES}
        for number, bench in zip(scale.SIZES, benches, strict=True):
            _say(f"{bench.size}: making the town")
            scale.write(bench.hub, number, mistakes)
        for rank in range(runs):
            for number, bench in zip(scale.SIZES, benches, strict=True):
                costs[number].append(_check(bench, rank, codes=(1,) if mistakes else (0,)))
        yield from report.scale(scale.SIZES, costs, words)


def _media(bench: Bench, runs: int) -> tuple[list[Cost], list[Cost], list[Cost], int]:
    """Builds without media, with media that are made, with media that were kept; how many are made."""
    out = bench.folder / "site-media"
    kept = out.with_name(f".{out.name}.cache") / "medias"
    command = [*_hub_command("build", bench), "--out", f"{out}"]
    costs: tuple[list[Cost], list[Cost], list[Cost]] = ([], [], [])
    for number in range(runs):
        shutil.rmtree(kept, ignore_errors=True)
        steps = (("without media", [*command, "--no-media"]), ("made", command), ("kept", command))
        for found, (name, one) in zip(costs, steps, strict=True):
            found.append(_cold(bench, f"media {number + 1}, {name}", one, out)[0])
    return *costs, sum(1 for _ in kept.iterdir())


def _visited(bench: Bench, options: argparse.Namespace) -> Iterator[str]:
    """What a browser says of the pages of a town; like the search, it needs all that builds a site."""
    _hub_build(bench, 0)
    if options.only == LIGHTHOUSE:
        from bench import lighthouse

        made = town.make(town.SIZES[bench.size])
        yield from lighthouse.figures(made, bench.site, bench.folder / "lighthouse", options.runs)
    else:
        from bench import weights

        yield from weights.figures(bench.folder, bench.site, town.TODAY)


def _hub_build(bench: Bench, number: int) -> tuple[Cost, int]:
    """Build the pages; media are measured apart."""
    command = [*_hub_command("build", bench), "--out", f"{bench.site}", "--no-media"]
    return _cold(bench, f"hub {number + 1}", command, bench.site)


def _plain_build(bench: Bench, number: int) -> tuple[Cost, int]:
    out = bench.folder / "site-mkdocs"
    return _cold(bench, f"mkdocs {number + 1}", plain.command(sys.executable, bench.plain, out), out)


def _hub_command(name: str, bench: Bench) -> list[str]:
    day = f"{town.TODAY}"
    return [sys.executable, f"{PROGRAM}", name, "--source", f"{bench.hub}", "--today", day, "--quiet"]


def _cold(bench: Bench, name: str, command: list[str], out: Path) -> tuple[Cost, int]:
    """Build into `out`, made anew: (cost, pages built)."""
    shutil.rmtree(out, ignore_errors=True)
    cost = run(command, plain.ENVIRONMENT)
    _say(f"{bench.size}: {name}: {cost.wall:.2f} s, {cost.memory:.0f} MB")
    return cost, sum(1 for page in out.rglob("*.html") if page.name != "404.html")


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
