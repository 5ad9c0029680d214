"""A document that tells what happened, or will -> `content/actualites/`."""

from __future__ import annotations

import re

from hub.importing import writings
from hub.importing.opening import Source
from hub.importing.outcome import Asked, Outcome
from hub.importing.writings import Sort
from hub.markup.dates import day as spoken
from hub.model.hub import Hub
from hub.model.wording import Wording

NEWS = Sort(
    "actualites",
    "content/actualites",
    lambda name, asked: {"source": f"{name}, repris le {spoken(asked.today)}"},
    re.compile(r"(?:actualites?\b|actu\b|communique\b|breves?\b|retour sur\b|nouvelles?\b)"),
)


def looks_like(source: Source, town: Wording) -> float:
    """How much a document looks like a piece of news: « Communiqué… », « Retour sur… »."""
    return writings.looks_like(source, NEWS)


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The draft of the piece of news. Raises ImportingError."""
    return writings.bring(source, hub, asked, NEWS)
