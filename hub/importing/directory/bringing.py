"""A spreadsheet of associations -> `associations.yaml`: what is missing is added, what differs is asked.

HelloAsso's exports are read so too: the table of a form (« Raison sociale », beside the names of who paid,
which are left) and the JSON of its directory (`name`, `city`, `zipCode`, `description`, `rnaNumber`, as
its API has them).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from hub.called import called
from hub.checks.personal import Sort
from hub.importing.directory import national
from hub.importing.directory.columns import OF_DIRECTORIES, columns_of
from hub.importing.directory.draft import Draft
from hub.importing.directory.drafting import drafts_of
from hub.importing.directory.headings import PERSON, is_known
from hub.importing.directory.matching import Match, matched
from hub.importing.directory.merging import merged
from hub.importing.directory.passing import passing
from hub.importing.directory.register import PATH, Register
from hub.importing.directory.taking import entries_in
from hub.importing.directory.town import Town
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome, Question, Written, mend_first
from hub.importing.personal import told
from hub.importing.tables import Table, likeness
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.wording import Wording
from hub.sources.opening import open_plain

KIND = "annuaire"

LONGER_THAN_ACRONYMS = 6
"""Letters of a word in capitals that is read as a word."""

TO_DO = "Ajoutez-le aux fichiers de la ville, ou corrigez le tableau, puis recommencez."
"""What to do of a word that the town has not."""


def looks_like(source: Source, town: Wording) -> float:
    """How much a file looks like a directory: by the columns that it has."""
    return likeness(source, is_known, _likeness)


def _likeness(table: Table) -> float:
    if national.is_national(table):
        return 1.0
    fields = {one.field for one in columns_of(table)}
    if "nom" not in fields or len(table.headings) < 2:
        return 0.0
    return min(1.0, 0.25 + 0.15 * len(fields & {*OF_DIRECTORIES, PERSON}))


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The directory with what the file says that it did not. Raises ImportingError."""
    if "associations" in hub.spoiled.unknown:
        raise mend_first(PATH)
    found = entries_in(source, asked)
    town = Town.of(hub, (cell.written for one in found.entries for cell in one.of("themes")))
    held = _written(asked)
    matches = matched(merged(found.entries), hub)
    drafts = drafts_of(matches, town, source.name, asked.today)
    register = passing(drafts, lambda those: _put(Register.of(held), those, town), asked)
    questions = [question for draft in drafts for question in _asked(draft, register, source.name)]
    questions += () if found.national else _in_capitals(matches, source.name)
    text = register.text()
    return Outcome(
        KIND,
        (Written(PATH, text),) if register.edits else (),
        tuple(sorted((*questions, *_unknown(drafts, source.name)))),
        (*found.unread, *(words for draft in drafts for words in draft.unread)),
        (*found.remarks, *_counts(drafts), *_persons(drafts)),
    )


def _written(asked: Asked) -> str:
    try:
        with open_plain(asked.root, PATH) as file:
            return file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise ImportingError(
            f"{PATH} n'est pas en UTF-8 : « {called().command} check » dit quoi faire."
        ) from None


def _put(register: Register, drafts: Sequence[Draft], town: Town) -> Register:
    """The register with what the drafts bring."""
    used = {key for draft in drafts for key in draft.themes}
    register.append("themes", [[f"id: {key}", f"nom: {name}"] for key, name in town.begun if key in used])
    new = []
    for draft in drafts:
        if draft.known is None:
            new += [draft.lines] if draft.lines else []
            continue
        for name, value in draft.credited:
            register.put(draft.known.id, name, value)
        for name, value in draft.address:
            register.put_in_address(draft.known.id, name, value)
    register.append("associations", new)
    return register


def _asked(draft: Draft, register: Register, name: str) -> Iterable[Question]:
    for line, message in draft.questions:
        yield Question(name, line, message)
    for position, message in draft.differences:
        yield Question(PATH, register.line(position.line), message)


def _unknown(drafts: Sequence[Draft], name: str) -> Iterator[Question]:
    """A question for each word that the town has not, however many rows have it."""
    lines: dict[str, list[tuple[int, str]]] = {}
    for draft in drafts:
        for words in draft.unknown:
            lines.setdefault(fold(words), []).append((draft.line, words))
    for those in lines.values():
        line, words = those[0]
        more = f" (et {len(those) - 1} autre{'s' * (len(those) > 2)} fois)" if len(those) > 1 else ""
        yield Question(name, line, f"{words}{more}. {TO_DO}")


def _in_capitals(matches: Sequence[Match], name: str) -> Iterator[Question]:
    """One question for the new names that are all in capitals: a page shows them as they are written."""
    those = [one.entry for one in matches if one.known is None and _shouts(one.entry.name)]
    if those:
        others = [str(one.line) for one in those[1:]]
        more = f" (de même : ligne{'s' * (len(others) > 1)} {', '.join(others)})" if others else ""
        words = f"« {those[0].name} » est en capitales{more} : écrivez-le comme l'association l'écrit."
        yield Question(name, those[0].line, words)


def _shouts(name: str) -> bool:
    """Whether a name is in capitals and is no acronym."""
    return name.isupper() and any(len(word) >= LONGER_THAN_ACRONYMS for word in name.split())


def _counts(drafts: Sequence[Draft]) -> list[str]:
    new = sum(1 for one in drafts if one.known is None and one.lines)
    more = sum(1 for one in drafts if one.known and (one.changes or one.address))
    same = sum(1 for one in drafts if one.known and not one.changes and not one.address)
    left = len(drafts) - new - more - same
    parts = [(new, "nouvelle"), (more, "complétée"), (same, "inchangée"), (left, "non reprise")]
    said = [
        f"{number} fiche{'s' * (number > 1)} {word}{'s' * (number > 1)}" for number, word in parts if number
    ]
    return [f"{', '.join(said)}."] if said else []


def _persons(drafts: Sequence[Draft]) -> list[str]:
    found: Counter[Sort] = Counter(sort for draft in drafts for sort in draft.persons)
    return [words] if (words := told(found.elements())) else []
