"""`python -m tests.mutations`: the example town with a character too many or too few, and counts.

Without options: each single deletion, and each insertion of each character of `mutants.INSERTED`. It takes
hours; `--every 10` takes one mutant in ten, evenly.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from tests.mutants import DELETED, INSERTED, Judged, Mutant, Town, Verdict, excuse

SLOWEST = 5
CHUNK = 2_000
"""Mutants of a task."""


class Task(NamedTuple):
    """Mutants of one file by one character: those whose rank is `first`, `first + every` ... below `end`."""

    path: str
    typed: str
    first: int
    end: int
    every: int


@dataclass(slots=True)
class Tally:
    """What came of many mutants."""

    verdicts: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    slowest: list[tuple[float, Mutant]] = field(default_factory=list)
    elsewhere: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    excused: Counter[str] = field(default_factory=Counter)

    def add(self, judged: Judged) -> None:
        self.verdicts[judged.verdict] += 1
        self.slowest = sorted([*self.slowest, (judged.seconds, judged.mutant)], reverse=True)[:SLOWEST]
        if judged.verdict is Verdict.ELSEWHERE:
            codes = " ".join(sorted({problem.code for problem in judged.problems}))
            self.elsewhere[codes].append(f"{judged.mutant} {judged.problems[0]}")
        if judged.verdict is Verdict.EXCUSED:
            self.excused[excuse(judged.problems, judged.mutant) or ""] += 1

    def merge(self, other: Tally) -> None:
        self.verdicts += other.verdicts
        self.crashes += other.crashes
        self.excused += other.excused
        self.slowest = sorted([*self.slowest, *other.slowest], reverse=True)[:SLOWEST]
        for codes, mutants in other.elsewhere.items():
            self.elsewhere[codes] += mutants


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge the mutants that the command line asks for; returns 1 when one is not at its line."""
    options = _options(arguments)
    tally = Tally()
    with ProcessPoolExecutor(options.processes, initializer=_start) as pool:
        for done, part in enumerate(pool.map(_judged, tasks := list(_tasks(options))), 1):
            tally.merge(part)
            if sys.stderr.isatty():
                print(f"\r{done}/{len(tasks)}", end="", file=sys.stderr, flush=True)
    for line in _lines(tally, options.show):
        print(line)
    return 1 if tally.crashes or tally.elsewhere else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="one mutant in so many (1)")
    parser.add_argument("--from", dest="offset", type=int, default=0, help="the rank of the first (0)")
    parser.add_argument("--only", default="", metavar="PATH", help="files whose path begins like this")
    parser.add_argument("--deletions", action="store_true", help="no insertions")
    parser.add_argument("--show", type=int, default=3, help="mutants shown of each kind elsewhere (3)")
    parser.add_argument("--processes", type=int, default=os.cpu_count(), help="as many as processors")
    return parser.parse_args(arguments)


def _tasks(options: argparse.Namespace) -> Iterator[Task]:
    texts = Town().texts
    for number, typed in enumerate([DELETED, *([] if options.deletions else INSERTED)]):
        for path, text in texts.items():
            if path.startswith(options.only):
                length, step = len(text) + bool(typed), CHUNK * options.every
                first = (options.offset + number + crc32(path.encode())) % options.every
                for start in range(first, length, step):
                    yield Task(path, typed, start, min(start + step, length), options.every)


_town: list[Town] = []
"""The town of this process."""


def _start() -> None:
    _town.append(Town())


def _judged(task: Task) -> Tally:
    tally = Tally()
    for index in range(task.first, task.end, task.every):
        mutant = Mutant(task.path, index, task.typed)
        try:
            tally.add(_town[0].judge(mutant))
        except Exception:
            tally.crashes.append(f"{mutant}\n{traceback.format_exc()}")
    return tally


def _lines(tally: Tally, show: int) -> Iterator[str]:
    yield f"{'mutants':<16}{sum(tally.verdicts.values()) + len(tally.crashes):>10}"
    for verdict in Verdict:
        yield f"{verdict:<16}{tally.verdicts[verdict]:>10}"
    yield f"{'crashes':<16}{len(tally.crashes):>10}"
    for seconds, mutant in tally.slowest:
        yield f"slowest: {seconds:.2f} s {mutant}"
    for reason, number in tally.excused.most_common():
        yield f"excused: {number:>6} {reason}"
    for codes, mutants in sorted(tally.elsewhere.items(), key=lambda item: -len(item[1])):
        yield f"elsewhere: {len(mutants):>6} {codes}"
        yield from (f"    {one}" for one in mutants[:: max(1, len(mutants) // show)][:show])
    yield from tally.crashes[: show * 3]


if __name__ == "__main__":
    sys.exit(main())
