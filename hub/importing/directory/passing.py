"""What the rules of `check` refuse of the drafts, found before they are written: it is asked instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hub.checks import Problem, Severity
from hub.importing.directory.draft import Draft
from hub.importing.directory.register import PATH, Register
from hub.importing.outcome import Asked
from hub.inspection import inspect
from hub.trial import new_problems, tried

ROUNDS = 4
"""A field that is taken out may show what was wrong in another."""

ALWAYS = frozenset(("id", "nom", "statut", "college"))
"""The keys without which an association is none."""


def passing(drafts: Sequence[Draft], put: Callable[[Sequence[Draft]], Register], asked: Asked) -> Register:
    """The register with all that passes; what does not is taken out of its draft, and asked."""
    register = put(drafts)
    before = inspect(asked.root, asked.today) if register.edits else None
    for _ in range(ROUNDS):
        if before is None or not register.edits:
            break
        text = register.text()
        found = new_problems(before, tried({PATH: text.encode()}, asked.root, asked.today))
        errors = [one for one in found if one.severity is Severity.ERROR and one.path == PATH]
        if not [one for one in _by_field(errors, text) if _taken_out(drafts, *one)]:
            break
        register = put(drafts)
    return register


def _by_field(errors: Sequence[Problem], text: str) -> Iterator[tuple[str, str, Problem]]:
    """The association and the key that each error is of."""
    if not errors:
        return
    entries = Register.of(text).entries
    for error in errors:
        line = error.line - 1
        for key, entry in entries.items():
            if entry.start_mark.line <= line < max(entry.end_mark.line, entry.start_mark.line + 1):
                keys = [own for own, _ in entry.value if own.start_mark.line <= line]
                name = keys[-1].value if not entry.flow_style and keys else ""
                yield key, name, error


def _taken_out(drafts: Sequence[Draft], key: str, name: str, error: Problem) -> bool:
    """Whether what was refused came of a draft, which says it no more."""
    for draft in drafts:
        if draft.known and draft.known.id == key:
            kept = [one for one in draft.changes if one[0] != name]
            found = len(kept) < len(draft.changes) or (name == "adresse" and bool(draft.address))
            draft.changes, draft.address = kept, [] if name == "adresse" else draft.address
        elif draft.lines and draft.key == key:
            kept_lines = [line for line in draft.lines if not line.startswith(f"{name}: ")]
            found = True
            draft.lines = [] if name in ALWAYS or not name else kept_lines
        else:
            continue
        if found:
            words = f"« {key} », {name or 'fiche'} : pas repris. {error.message}"
            draft.questions.append((draft.line, words))
            return True
    return False
