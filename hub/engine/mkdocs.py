"""MkDocs, as a black box: Markdown files in, HTML files out.

The only module that knows it. Whoever replaces it (docs/architecture.md) writes another `build`; ProperDocs,
which goes on where MkDocs stopped, asks for another `ENGINE` and no more.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from hub.engine.error import EngineError
from hub.engine.sheet import Sheet
from hub.scratch import scratch

__all__ = ["ENGINE", "MKDOCS", "PROPERDOCS", "EngineError", "build"]


class Engine(NamedTuple):
    """An engine: the package that is imported, and its exception."""

    package: str
    failure: str


MKDOCS = Engine("mkdocs", "MkDocsException")
PROPERDOCS = Engine("properdocs", "ProperDocsException")

ENGINE = MKDOCS
"""The engine that is rented today: both give the same bytes."""


def build(
    sheets: Iterable[Sheet], settings: Mapping[str, Any], config: Path, engine: Engine = ENGINE
) -> dict[str, str]:
    """The HTML of `sheets`, by their addresses.

    `settings` are put over those of the file `config`. Works in a scratch folder. Raises `EngineError` when
    the engine warns of anything.
    """
    with scratch() as folder:
        docs, out = folder / "docs", folder / "site"
        addresses = [_write(sheet, docs) for sheet in sheets]
        _run(engine, config, docs_dir=str(docs), site_dir=str(out), **settings)
        return {address: (out / address / "index.html").read_text("utf-8") for address in addresses}


def _write(sheet: Sheet, docs: Path) -> str:
    """A page as a Markdown file; returns its address.

    Its body is a single block of HTML, which Markdown leaves alone.
    """
    file = docs / f"{sheet.address.rstrip('/') or 'index'}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in sheet.meta.items())
    file.write_text(f'---\n{head}\n---\n\n<div class="page">\n{sheet.body}\n</div>\n', encoding="utf-8")
    return sheet.address


def _run(engine: Engine, config: Path, **settings: Any) -> None:
    failure: type[Exception] = getattr(import_module(f"{engine.package}.exceptions"), engine.failure)
    complaints = _Complaints(logging.WARNING)
    logger = logging.getLogger(engine.package)
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        load_config = import_module(f"{engine.package}.config").load_config
        import_module(f"{engine.package}.commands.build").build(load_config(str(config), **settings))
    except failure as error:
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
