"""A town of the size of Paris, built once: how its cost has grown from M, and what it holds in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.program import forget, hub_build, prepared
from bench.report import line, linear, memory


def figures(folder: Path) -> Iterator[str]:
    """M built, then L: both once, from nothing."""
    built = {}
    for size in ("M", "L"):
        bench = prepared(size, folder / size)
        built[size] = cost, pages = hub_build(bench, 0)
        yield line(f"{size}: {pages} pages", f"{cost.wall:.1f} s (CPU {cost.cpu:.1f} s)")
        yield from memory(size, [cost])
        forget(bench.site)
    yield from linear(built["M"], built["L"])
