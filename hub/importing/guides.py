"""A document that explains how to do something -> `content/guides/`."""

from __future__ import annotations

import re

from hub.importing import writings
from hub.importing.opening import Source
from hub.importing.outcome import Asked, Outcome
from hub.importing.writings import Sort
from hub.model.hub import Hub
from hub.model.wording import Wording

GUIDE = Sort(
    "guides",
    "content/guides",
    lambda name, asked: {"source": [{"titre": name, "lu_le": str(asked.today)}]},
    re.compile(r"(?:comment\b|guide\b|mode d.emploi|fiche\b|tutoriel|notice\b|demarches?\b|memo\b|faq\b)"),
)


def looks_like(source: Source, town: Wording) -> float:
    """How much a document looks like a guide: « Comment… », « Guide… », « Mode d'emploi… »."""
    return writings.looks_like(source, GUIDE)


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The draft of the guide. Raises ImportingError."""
    return writings.bring(source, hub, asked, GUIDE)
