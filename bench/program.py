"""A town made ready in a folder of its own, and the commands that build its site."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import hugo, plain, town
from bench.measure import Cost, run

PROGRAM = Path(__file__).resolve().parent.parent / "build.py"


@dataclass(frozen=True, slots=True)
class Bench:
    """A town and its folder: `hub` holds its sources, `plain` its MkDocs project, `hugo` its Hugo one."""

    size: str
    folder: Path

    @property
    def hub(self) -> Path:
        return self.folder / "hub"

    @property
    def plain(self) -> Path:
        return self.folder / "plain"

    @property
    def hugo(self) -> Path:
        return self.folder / "hugo"

    @property
    def site(self) -> Path:
        return self.folder / "site-hub"


def say(words: str) -> None:
    """Tell how far it is, beside the figures."""
    print(words, file=sys.stderr, flush=True)


def prepared(size: str, folder: Path, *, menu: str = "", with_hugo: bool = False) -> Bench:
    """Make the town of that size in `folder`, and see that it is sound: `check` must find no error.

    With a `menu`, its MkDocs project too, and with Hugo, where it is installed, its project.
    """
    say(f"{size}: making the town")
    made = town.make(town.ALL_SIZES[size])
    bench = Bench(size, folder)
    town.write(made, bench.hub)
    if menu:
        plain.write(made, bench.plain, menu)
    if with_hugo and hugo.installed():
        hugo.write(made, bench.hugo)
    run(hub_command("check", bench.hub))
    return bench


def hub_command(name: str, source: Path) -> list[str]:
    """A command of this program on these sources, as of the day of the town."""
    return [
        sys.executable,
        f"{PROGRAM}",
        name,
        "--source",
        f"{source}",
        "--today",
        f"{town.TODAY}",
        "--quiet",
    ]


def build_command(source: Path, out: Path) -> list[str]:
    """The build of the pages of these sources; media are measured apart."""
    return [*hub_command("build", source), "--out", f"{out}", "--no-media"]


def hub_build(bench: Bench, number: int) -> tuple[Cost, int]:
    """The town's site from nothing, without what was kept beside it: (cost, pages built)."""
    for kept in bench.folder.glob(f".{bench.site.name}.*"):
        forget(kept)
    return cold(bench, f"hub {number + 1}", build_command(bench.hub, bench.site), bench.site)


def plain_build(bench: Bench, number: int) -> tuple[Cost, int]:
    """The same by MkDocs alone."""
    out = bench.folder / "site-mkdocs"
    return cold(bench, f"mkdocs {number + 1}", plain.command(sys.executable, bench.plain, out), out)


def hugo_build(bench: Bench, number: int) -> tuple[Cost, int]:
    """The same by Hugo."""
    out = bench.folder / "site-hugo"
    return cold(bench, f"hugo {number + 1}", hugo.command(bench.hugo, out), out)


def cold(bench: Bench, name: str, command: list[str], out: Path) -> tuple[Cost, int]:
    """Build into `out`, made anew: (cost, pages built)."""
    forget(out)
    cost = run(command, plain.ENVIRONMENT)
    say(f"{bench.size}: {name}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.memory:.0f} MB")
    return cost, sum(1 for page in out.rglob("*.html") if page.name != "404.html")


def forget(kept: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if kept.is_dir():
        shutil.rmtree(kept)
    else:
        kept.unlink(missing_ok=True)
