"""Rules of texts (L): what Markdown makes of a slip: notes, code, numbers and cells that nobody wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.prose import Event, Kind, Text

_CALL = re.compile(r"\[\^(?P<label>[^\[\]\s]{1,60})\](?P<colon>[ \u00a0\u202f]?:)?")
_FENCE = re.compile(r"`{3,}|~{3,}")
_NUMBER = re.compile(r"(?P<number>[0-9]{1,9})(?P<sign>[.)])")

LARGE = 100
"""A list of one that begins there is a year or a quantity, at the head of a sentence."""

SHOWN = 40
"""Characters that a problem repeats."""


def notes_and_their_calls(prose: Prose, known: Known) -> Iterator[Problem]:
    """A call of a note has its note, and a note its call: alone, one is shown as it is, the other lost."""
    if "[^" not in prose.text.written:
        return
    called = {event.text.casefold() for _, event in prose.text.of(Kind.NOTE_MARK)}
    written: set[str] = set()
    for _, event in prose.text.of(Kind.NOTE):
        label = event.text.casefold()
        if label in written or label not in called:
            yield problem(
                "L018",
                prose.at(event.at),
                f"La note « {event.text} » est déjà écrite plus haut : celle-ci serait perdue."
                if label in written
                else f"Rien n'appelle la note « {event.text} » : elle serait perdue.",
                "Donnez-lui un autre nom, et appelez-la dans le texte."
                if label in written
                else f"Écrivez « [^{event.text}] » là où elle s'appelle, ou effacez-la.",
            )
        written.add(label)
    yield from _calls_of_nothing(prose)


def _calls_of_nothing(prose: Prose) -> Iterator[Problem]:
    """What looks like a call, or like a note, and is neither: the first of each name, the note before all."""
    found = [
        (one["colon"] is None or one.start() > 0, prose.text.within(event, one.start()), one)
        for event in _said(prose.text)
        for one in _CALL.finditer(event.text)
    ]
    told: set[str] = set()
    for no_note, at, one in sorted(found, key=lambda each: each[:2]):
        if prose.text.escaped(at) or one["label"].casefold() in told:
            continue
        told.add(one["label"].casefold())
        yield problem(
            "L018",
            prose.at(at),
            f"Aucune note ne s'appelle « {one['label']} » : « [^{one['label']}] » s'affichera tel quel."
            if no_note
            else f"« [^{one['label']}] » ne commence pas une note.",
            f"Écrivez la note plus bas, après une ligne vide : « [^{one['label']}]: … »."
            if no_note
            else f"Laissez une ligne vide au-dessus, et collez le deux-points : « [^{one['label']}]: … ».",
        )


def _said(text: Text) -> Iterator[Event]:
    """The words that are no code."""
    end_of_code = -1
    for index, event in text.of(Kind.CODE_BLOCK, Kind.WORDS):
        if event.kind is Kind.CODE_BLOCK:
            end_of_code = event.other
        elif index > end_of_code:
            yield event


def code_that_is_code(prose: Prose, known: Known) -> Iterator[Problem]:
    """A fence of code is closed; without a fence, lines that four blanks move to the right are no code."""
    for _, event in prose.text.of(Kind.CODE_BLOCK):
        if not event.value:
            yield problem(
                "L020",
                prose.at(event.at),
                "Cette ligne, décalée de quatre espaces ou d'une tabulation, s'affichera comme du code.",
                "Ramenez-la à la marge de la précédente ; si c'est du code, mettez-le entre deux lignes "
                "« ``` ».",
            )
        elif not _closed(prose.text.source(event)):
            yield problem(
                "L019",
                prose.at(event.at),
                "Le code ouvert ici n'est pas refermé : toute la suite s'affichera comme du code.",
                "Mettez une même ligne après la dernière ligne de code ; s'il n'y a pas de code, effacez "
                "celle-ci.",
            )


def _closed(source: str) -> bool:
    opening = _FENCE.match(source)
    rest = source.rstrip("\n").partition("\n")[2]
    last = rest.rpartition("\n")[2].strip(" \t>")
    return bool(opening and last.startswith(opening[0]) and not last.strip(opening[0][0]))


def references_that_lead(prose: Prose, known: Known) -> Iterator[Problem]:
    """What is written as a link by reference has a line that says where it leads."""
    for one in prose.text.undefined:
        written = prose.text.between(one.at, one.end)
        yield problem(
            "L023",
            prose.at(one.at),
            f"Aucune ligne « [{one.label[:SHOWN]}]: … » ne dit où mène « {written[:60]} » : les crochets "
            "s'afficheront.",
            "Mettez l'adresse entre parenthèses : [texte](adresse) ; si ce n'est pas un lien, un « \\ » "
            "devant chaque crochet.",
        )


def numbers_as_written(prose: Prose, known: Known) -> Iterator[Problem]:
    """A list counts from its first number: another number, further down, is not shown."""
    for index, event in prose.text.of(Kind.LIST):
        if event.value is not None:
            yield from _miscounted(prose, list(_items(prose.text, index)))


def _items(text: Text, index: int) -> Iterator[Event]:
    """The items of the list at `index`, not those of the lists that they hold."""
    at = index + 1
    while at < text.events[index].other:
        yield text.events[at]
        at = text.events[at].other + 1


def _miscounted(prose: Prose, items: list[Event]) -> Iterator[Problem]:
    found = [_NUMBER.search(prose.text.between(item.at, item.at + 20)) for item in items]
    numbers = [int(one["number"]) for one in found if one]
    if len(numbers) < len(items) or (len(set(numbers)) == 1 and len(items) > 1):
        return  # all of one number, as those who let them be counted write them
    first = numbers[0]
    if len(items) == 1 and first >= LARGE:
        yield problem(
            "L024",
            prose.at(items[0].at),
            f"« {first}. », au début d'une ligne, commence une liste numérotée.",
            f"Si c'est une phrase, écrivez « {first}\\. » ou d'autres mots devant.",
        )
    for shown, (number, item) in enumerate(zip(numbers, items, strict=True), start=first):
        if number != shown:
            yield problem(
                "L024",
                prose.at(item.at),
                f"Ce numéro est « {number} », mais il s'affichera « {shown} » : une liste se compte à la "
                "suite.",
                f"Écrivez « {shown}. » ; si ce n'est pas un point de la liste, une ligne vide, puis "
                f"« {number}\\. ».",
            )
            return


PROSE_RULES = (
    notes_and_their_calls,
    code_that_is_code,
    references_that_lead,
    numbers_as_written,
)
