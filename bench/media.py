"""What PDFs, posters and cards add to a build."""

from __future__ import annotations

from collections.abc import Iterator

from bench import report
from bench.measure import Cost
from bench.program import Bench, cold, forget, hub_command

SUFFIXES = (".pdf", ".png", ".jpg")

KEPT = (".{0}.medias", ".{0}.cache")
"""Where what was made is kept, beside a site of that name."""


def figures(bench: Bench, runs: int) -> Iterator[str]:
    """Builds without media, with media that are made, with media that were kept."""
    out = bench.folder / "site-media"
    kept = [out.with_name(name.format(out.name)) for name in KEPT]
    command = [*hub_command("build", bench.hub), "--out", f"{out}"]
    costs: tuple[list[Cost], list[Cost], list[Cost]] = ([], [], [])
    counted: dict[str, int] = {}
    steps = (("without media", [*command, "--no-media"]), ("made", command), ("kept", command))
    for number in range(runs):
        for found, (name, one) in zip(costs, steps, strict=True):
            for folder in kept if name != "kept" else ():
                forget(folder)
            found.append(cold(bench, f"media {number + 1}, {name}", one, out)[0])
            counted[name] = sum(file.suffix in SUFFIXES for file in out.rglob("*"))
    yield from report.media(bench.size, *costs, counted["made"] - counted["without media"])
