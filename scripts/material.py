"""`python -m scripts.material`: what this site takes of Material for MkDocs, counted: what leaving it costs.

What is used of its style sheet is what Chromium says it used (rule usage of the DevTools Protocol) for a page
of each kind of the example town, on a phone and on a large screen, and printed.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Browser, sync_playwright

from hub.build import ENGINE_CONFIG, THEME, build
from hub.engine.assets import theme_files
from hub.engine.material import Serving
from tests import towns
from tests.conftest import chromium_path
from tests.serving import served

OVERRIDES = THEME / "overrides"
WIDTHS = (360, 1280)

_TAKEN = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)""")
_BLOCK = re.compile(r"{%-?\s*block\s+(\w+)")
_NAME = re.compile(r"[.\s\"'](md-[\w-]+)|(--md-[\w-]+)")


class Taken(NamedTuple):
    """What the files of this program name of Material's."""

    templates: int
    from_material: list[str]
    blocks: list[str]
    classes: list[str]
    variables: list[str]
    extensions: list[str]
    plugins: list[str]

    def lines(self) -> Iterator[str]:
        """In French, as `docs/architecture.md` says them."""
        yield f"gabarits du cadre : {self.templates}"
        yield f"gabarits de Material qu'ils prennent : {_listed(self.from_material)}"
        yield f"blocs de Material qu'ils remplissent : {_listed(self.blocks)}"
        yield f"classes de Material dans nos gabarits, feuilles et scripts : {_listed(self.classes)}"
        yield f"variables de Material que règlent nos feuilles : {len(self.variables)}"
        yield f"extensions de Markdown : {_listed(self.extensions)}"
        yield f"greffons : {_listed(self.plugins)}"


def taken() -> Taken:
    """Counted in `theme/`, in the code and in the engine's settings."""
    templates = sorted(OVERRIDES.rglob("*.html"))
    written = "\n".join(file.read_text(encoding="utf-8") for file in templates)
    ours = [file for kind in ("*.html", "*.css", "*.js") for file in THEME.rglob(kind)]
    names = [found for file in ours for found in _NAME.findall(file.read_text(encoding="utf-8"))]
    settings = yaml.safe_load(ENGINE_CONFIG.read_bytes())
    return Taken(
        len(templates),
        sorted({name for name in _TAKEN.findall(written) if not (OVERRIDES / name).is_file()}),
        sorted(set(_BLOCK.findall(written))),
        sorted({name for name, _ in names if name}),
        sorted({name for _, name in names if name}),
        settings.get("markdown_extensions", []),
        settings["plugins"],
    )


def sheet_line() -> str:
    """The weight of the style sheet, and of what is published of it."""
    serving = Serving.beside(theme_files(OVERRIDES))
    whole, kept = serving.whole.stat().st_size, len(serving.sheet())
    return f"sa feuille de style : {whole} octets, dont {kept} sont publiés"


def used(site: Path) -> tuple[int, int]:
    """The rules of the style sheet that some page of that site uses, and their bytes."""
    rules: set[tuple[int, int]] = set()
    with served(site) as url, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for width in WIDTHS:
            for address in towns.KINDS.values():
                rules.update(_rules(chromium, url + address, width))
        chromium.close()
    alone = {rule for rule in rules if not any(_holds(rule, other) for other in rules)}
    return len(alone), sum(end - start for start, end in alone)


def _holds(rule: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a rule is one of others, as a layer is: Chromium counts both."""
    return rule != other and rule[0] <= other[0] and other[1] <= rule[1]


def _rules(browser: Browser, address: str, width: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each rule of Material's that a page uses, in its sheet's characters."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    sheets: dict[str, str] = {}

    def note(event: dict[str, Any]) -> None:
        sheets[event["header"]["styleSheetId"]] = event["header"]["sourceURL"]

    session.on("CSS.styleSheetAdded", note)
    for command in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking"):
        session.send(command)
    tab.goto(address)
    tab.emulate_media(media="print")
    tab.evaluate("document.body.offsetHeight")
    for rule in session.send("CSS.stopRuleUsageTracking")["ruleUsage"]:
        if rule["used"] and "/assets/stylesheets/" in sheets.get(rule["styleSheetId"], ""):
            yield int(rule["startOffset"]), int(rule["endOffset"])
    context.close()


def _listed(names: list[str]) -> str:
    return f"{len(names)} ({', '.join(names)})" if names else "0"


def main() -> int:
    """Print the lines."""
    print("\n".join(taken().lines()))
    print(sheet_line())
    sheet = Serving.beside(theme_files(OVERRIDES)).sheet()
    print(f"ce qui en est publié, compressé : {len(gzip.compress(sheet, 9))} octets")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        build(towns.inspect(towns.EXAMPLE, towns.TODAY).hub, towns.TODAY, site)
        rules, size = used(site)
    print(f"règles de cette feuille qui servent à une page de chaque sorte : {rules}, {size} octets")
    return 0


if __name__ == "__main__":
    sys.exit(main())
