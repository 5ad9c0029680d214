"""What the panel of a page is told: what is wrong in the texts, and which version the page shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from hub.called import called
from hub.catalogue import CATALOGUE, Severity
from hub.checks import Problem
from hub.model import Hub
from hub.model.kinds import BY_BASE
from hub.report import SHOWN_PLACES, gathered, lines_of, quotation
from hub.serving.edition import INDEX
from hub.serving.state import State

SHOWN = 60
"""Problems that a panel lists; it counts the rest, which `check` prints."""

UP_TO_DATE, HELD, ABSENT, FAULTY = "a-jour", "retenue", "absente", "telle-quelle"
"""What a page shows: its file as it is; as it was without an error; nothing yet; as it is, with them."""


def told(state: State | None, path: str, digest: str, failure: str) -> dict[str, Any]:
    """What the panel of the page at `path` is told, as JSON has it.

    `digest` is that of the page; `failure` says why it could not be made, '' where it was. `jeton` is
    another whenever anything else is. Without a state nothing is known of the texts.
    """
    said = {"page": digest, "panne": failure, **(_of_texts(state, path) if state else {})}
    return said | {"jeton": hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]}


def _of_texts(state: State, path: str) -> dict[str, Any]:
    own = _files_of(state, path)
    errors = sum(one.severity is Severity.ERROR for one in state.problems)
    problems = list(_problems(state, own))
    return {
        "version": _version(state, own),
        "fichiers": sorted(own & state.faulty),
        "retenus": sorted(state.held),
        "erreurs": errors,
        "avertissements": len(state.problems) - errors,
        "problemes": problems,
        "restants": len(state.problems) - sum(1 + one["ailleurs"] for one in problems),
        "changement": state.outlook,
        "commande": called().command,
    }


def _version(state: State, own: frozenset[str]) -> str:
    if not own & state.faulty:
        return UP_TO_DATE
    if own & state.held:
        return HELD
    return FAULTY if own & state.draft.reading.sources.documents.keys() else ABSENT


def _files_of(state: State, path: str) -> frozenset[str]:
    """The files that the page at `path` is about: of one that is not there yet, those that would give it."""
    address = f"/{path.removesuffix(INDEX)}"
    found = {one.origin.document.path for hub in _hubs(state) for one in _things_at(hub, address)}
    base, _, key = address.rstrip("/").rpartition("/")
    kind = BY_BASE.get(f"{base}/")
    if kind and kind.folder:
        found.add(f"{kind.folder}/{key or 'index'}.md")
    return frozenset(found)


def _hubs(state: State) -> Iterator[Hub]:
    yield state.edition.hub
    if state.draft.hub is not state.edition.hub:
        yield state.draft.hub


def _things_at(hub: Hub, address: str) -> Iterator[Any]:
    bases = (base for base in BY_BASE if address.startswith(base))
    for base in bases:
        yield from (one for one in hub.of(BY_BASE[base]) if one.address == address)


def _problems(state: State, own: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    """The problems, those that say the same together: errors first, those of this page before others."""
    groups = sorted(gathered(state.problems), key=lambda group: _rank(group, own))
    shown = list(islice(groups, SHOWN))
    lines = _lines(state, [first for first, *_ in shown])
    for first, *others in shown:
        words = quotation(first, lines.get((first.path, first.line), ""))
        yield {
            "gravite": str(first.severity),
            "fichier": first.path,
            "ligne": first.line,
            "colonne": first.column,
            "code": first.code,
            "phrase": first.message,
            "remede": first.remedy,
            "raison": CATALOGUE[first.code].reason,
            "extrait": list(words) if words else None,
            "places": [_place(one, first) for one in others[:SHOWN_PLACES]],
            "ailleurs": len(others),
        }


def _place(other: Problem, first: Problem) -> str:
    line = f"ligne\u00a0{other.line}"
    return line if other.path == first.path else f"{other.path}, {line}"


def _rank(group: list[Problem], own: frozenset[str]) -> tuple[bool, bool]:
    first = group[0]
    return first.severity is not Severity.ERROR, not any(one.path in own for one in group)


def _lines(state: State, problems: list[Problem]) -> dict[tuple[str, int], str]:
    """The lines of these problems, as they were read; of a file that gave no document, from the disk."""
    documents = state.draft.reading.sources.documents
    found = lines_of((one for one in problems if one.path not in documents), state.draft.reading.root)
    texts = {one.path: documents[one.path].text.split("\n") for one in problems if one.path in documents}
    for one in problems:
        if one.line <= len(texts.get(one.path, ())):
            found[one.path, one.line] = texts[one.path][one.line - 1]
    return found
