"""Typst: the content of a work, laid out by a template, as a PDF for screen readers too or as a picture.

PDF/UA-1 (ISO 14289-1): Typst refuses by itself a document that is not. The same content gives the same bytes:
the one date in them is that of the document, and the only files that a template reads are given here. What
people wrote is a value of the template; should it ever be read as a source, there is no folder to read from.
"""

from __future__ import annotations

import json
import threading
from html import escape
from typing import Any

import typst

from hub.images.making import fallback
from hub.markup.qr import code
from hub.media.drawing import flat
from hub.media.look import Look
from hub.media.rows import named
from hub.media.work import Work
from hub.sources import Attachment

NOWHERE = "/dev/null"
"""The folder that Typst may read from: there is none."""

CARD = "carte"
"""The one template that is a picture."""


TEMPLATES = ("compte-rendu", "affiche", "programme", "mois", "livret", CARD)


class Press:
    """Makes works; the fonts are read once, and each thread has a compiler of its own."""

    def __init__(self, look: Look) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(look.fonts)]
        )
        self._files = {name: look.files(name) for name in TEMPLATES}
        self._own = threading.local()
        self._pictures: dict[str, str] = {}

    def made(self, work: Work) -> bytes:
        """The bytes of a work. Raises `typst.TypstError`, and `ImageError` for a picture."""
        pictures = {name: self._picture(name, image) for name, image in work.pictures}
        inputs = {
            "content": work.content,
            "code": code(work.code).decode() if work.code else "",
            "pictures": json.dumps(pictures),
        }
        return self._compiled(work, inputs)

    def _picture(self, name: str, image: Attachment) -> str:
        """A picture in a drawing: the one way to hand over bytes that are no text."""
        if name not in self._pictures:
            address = escape(fallback(image))
            self._pictures[name] = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'
        return self._pictures[name]

    def _compiled(self, work: Work, inputs: dict[str, str]) -> bytes:
        files = self._files[work.template]
        if work.template == CARD:
            return flat(self._drawn(inputs), photo=bool(work.pictures))
        made = self._compiler.compile(
            files, format="pdf", pdf_standards=["ua-1"], sys_inputs=inputs, timestamp=0
        )
        return named(made) if work.headed else made

    def _drawn(self, inputs: dict[str, str]) -> bytes:
        """A card as a page: its pixels are drawn of it."""
        drawn: bytes = self._compiler.compile(self._files[CARD], format="pdf", sys_inputs=inputs)
        return drawn

    @property
    def _compiler(self) -> Any:
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(
                root=NOWHERE,
                font_paths=self._fonts,
                ignore_system_fonts=True,
                package_path=NOWHERE,
                package_cache_path=NOWHERE,
            )
        return self._own.compiler
