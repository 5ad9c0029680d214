"""A build after one text changed, by a new process: how long it takes, and whether its bytes are those of a
build from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.edits import edit
from bench.measure import run
from bench.program import Bench, build_command, forget, hub_build, say
from bench.report import cpu, line, wall

TARGETS = {"S": "≤ 1.0 s", "M": "≤ 4.0 s"}
SHOWN = 5
"""Files told that are not as they should be."""


def figures(bench: Bench, runs: int) -> Iterator[str]:
    """Builds of a town over the site that is there, each after another text changed; then a cold one."""
    hub_build(bench, 0)
    costs = []
    for number in range(runs):
        edit(bench.hub / "minutes", number)
        costs.append(run(build_command(bench.hub, bench.site)))
        say(f"{bench.size}: warm {number + 1}: {costs[-1].wall:.2f} s, CPU {costs[-1].cpu:.2f} s")
    value = f"{wall(costs):.2f} s (CPU {cpu(costs):.2f} s)"
    yield line(f"{bench.size}: one text changed, a new process", value, TARGETS.get(bench.size))
    yield line(f"{bench.size}: the bytes of a cold build", _compared(bench), "the same")


def _compared(bench: Bench) -> str:
    """How the site that was built over others differs from the one that these sources give from nothing."""
    fresh = bench.folder / "fresh" / bench.site.name
    forget(fresh.parent)
    fresh.parent.mkdir()
    run(build_command(bench.hub, fresh))
    other = different(bench.site, fresh)
    shutil.rmtree(fresh.parent)
    return f"{len(other)} files differ: {', '.join(other[:SHOWN])}" if other else "the same"


def different(one: Path, other: Path) -> list[str]:
    """The files that two folders do not both have with the same bytes."""
    ones, others = _files(one), _files(other)
    names = sorted({*ones, *others})
    return [name for name in names if not _are_same(ones.get(name), others.get(name))]


def _files(folder: Path) -> dict[str, Path]:
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}


def _are_same(one: Path | None, other: Path | None) -> bool:
    return one is not None and other is not None and one.read_bytes() == other.read_bytes()
