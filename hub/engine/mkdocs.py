"""MkDocs and Material for MkDocs, as a black box: Markdown files in, HTML files out.

The only module that knows them. Whoever replaces them (docs/architecture.md) writes another `build`.
"""

from __future__ import annotations

import html
import json
import logging
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hub.engine.assets import named_by_content
from hub.hosting import manifest, policy
from hub.markup.town import of_town
from hub.markup.typography import french
from hub.model.channels import Channel, Form
from hub.model.sections import MENU, MENU_SECTIONS
from hub.model.site import Site
from hub.pages import Page
from hub.pages.page import CARDED
from hub.scratch import scratch

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner, see docs/architecture.md

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
"""Material's scripts, icons and palettes, which `theme/` does without: dead weight."""

_LEFT_OVER = re.compile(
    rb"""\s*<input[ ]class="md-toggle"[^>]*>            # the drawer and the search that the header replaces:
    |\s*<label[ ]class="md-overlay"[^>]*></label>      # no valid HTML, and stops for screen readers
    |\s*<div[ ]data-md-component="(?:skip|announce)">\s*</div>
    |\s*<div[ ]class="md-dialog".*?</div>\s*</div>
    |\s*<meta[ ]name="generator"[^>]*>
    """,
    re.VERBOSE | re.DOTALL,
)
"""What Material's frame holds outside its blocks, and its script alone would use."""


class EngineError(Exception):
    """The engine complained: a fault of this program or of its theme, not of a source."""


@dataclass(frozen=True)
class Output:
    """What the engine wrote: HTML by path, and the theme's files."""

    html: dict[str, bytes]
    assets: list[tuple[str, bytes]]


def build(pages: Iterable[Page], site: Site, config: Path, *, cards: bool = False) -> Output:
    """Render `pages` in a scratch folder.

    `cards` says whether pages name a picture for where their links are shared. `html` holds a file a page
    (`associations/index.html`) and `404.html`. Raises `EngineError` when MkDocs warns of anything.
    """
    with scratch() as folder:
        docs, out = folder / "docs", folder / "site"
        for page in pages:
            _write(page, docs, site.absolute(page.card) if cards else "")
        _run(docs, out, site, config)
        rendered = {
            file.relative_to(out).as_posix(): _LEFT_OVER.sub(b"", file.read_bytes())
            for file in sorted(out.rglob("*.html"))
        }
        theme = [(path, (out / path).read_bytes()) for path in _asset_paths(out)]
    assets = named_by_content(rendered, theme)
    return Output(rendered, assets)


def _write(page: Page, docs: Path, card: str) -> None:
    """One page as a Markdown file: its body is a single block of HTML, which Markdown leaves alone.

    Title and description are escaped here: Material prints both raw.
    """
    file = docs / (page.path.removesuffix("/index.html").removesuffix(".html") + ".md")
    file.parent.mkdir(parents=True, exist_ok=True)
    meta = {
        "title": html.escape(page.title),
        "description": html.escape(page.description),
        "section": MENU.get(page.section, page.section),
        "kind": "article" if page.shell in CARDED else "website",
        "card": card,
        "feeds": [_link(channel, form) for channel in page.feeds for form in channel.forms],
    }
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    file.write_text(f'---\n{head}\n---\n\n<div class="page">\n{page.body}\n</div>\n', encoding="utf-8")


def _link(channel: Channel, form: Form) -> dict[str, str]:
    """A feed as the page names it to those who look for one."""
    title = french(f"{channel.title} ({form.name})")
    return {"type": form.media_type, "title": html.escape(title), "path": channel.at(form).lstrip("/")}


def _run(docs: Path, out: Path, site: Site, config: Path) -> None:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    complaints = _Complaints(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        settings = load_config(
            config_file=str(config),
            docs_dir=str(docs),
            site_dir=str(out),
            site_name=html.escape(site.site_name),
            site_url=site.url,
            site_description=html.escape(site.site_description),
            nav=[{html.escape(section.title): f"{section.id}.md"} for section in MENU_SECTIONS],
        )
        settings.extra["hub"] = {**site.model_dump(), "of_town": of_town(site)}
        settings.extra["csp"] = policy.CONTENT_SECURITY_POLICY
        settings.extra["papier"] = {"clair": manifest.LIGHT, "sombre": manifest.DARK}
        mkdocs_build(settings)
    except MkDocsException as error:
        raise EngineError(str(error)) from error
    finally:
        logger.removeHandler(complaints)
        logger.propagate = True
    if complaints.messages:
        raise EngineError("\n".join(complaints.messages))


class _Complaints(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _asset_paths(out: Path) -> Iterator[str]:
    for file in sorted(out.rglob("*")):
        path = file.relative_to(out).as_posix()
        wanted = file.suffix not in (".html", ".map", ".gz", ".xml") and not path.startswith(UNUSED)
        if file.is_file() and wanted:
            yield path
