"""What a change does, point by point: sections of lines, the most important first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from hub.called import called
from hub.catalogue import Severity
from hub.changes import telling
from hub.changes.addresses import LABEL
from hub.changes.counting import counted, known, listed, quoted
from hub.changes.line import Line
from hub.changes.nouns import Changed, Changes, Cited, Difference, How, Told
from hub.changes.thing import Thing
from hub.changes.wording import FEW, differences
from hub.checks import Problem
from hub.markup.plain import excerpt
from hub.model.french import joined
from hub.model.noun import noun_of


class Section(NamedTuple):
    """A title and its lines."""

    title: str
    lines: tuple[Line, ...]


def sections(changes: Changes) -> list[Section]:
    """What there is to say: what must be looked at, then what changes, then who is told."""
    problems = changes.problems or Told()
    made = (
        ("À corriger avant de publier", _errors(problems, changes.cited)),
        ("Disparu, et encore cité", _cited(changes)),
        ("Adresses perdues", _lost(changes)),
        ("À relire", (_problem(one) for one in problems.new if one.severity is Severity.WARNING)),
        ("Ce qui paraît", (_thing(one.thing, _of_rows(one.rows)) for one in changes.arrived)),
        ("Ce qui change", _changed(changes)),
        ("Ce qui disparaît", (_thing(one) for one in changes.gone)),
        ("Fichiers joints", (Line(f"{one.path} : {_FILES[one.how]}") for one in changes.files)),
        ("Qui sera prévenu", telling.of_feeds(changes)),
        ("Dans les agendas", telling.of_calendars(changes)),
        ("Dans la lettre", telling.of_letters(changes)),
        ("Ce qui est corrigé", (Line(f"{one.path} : {one.message}") for one in problems.mended)),
        ("Sans effet sur le site", _formed(changes)),
        ("Ce qui n’a pas pu être lu", _unread(changes)),
    )
    return [Section(title, lines) for title, found in made if (lines := tuple(found))]


_FILES = {How.ADDED: "ajouté", How.REMOVED: "retiré", How.CHANGED: "remplacé"}


def _errors(told: Told, gone: tuple[Cited, ...]) -> Iterator[Line]:
    """The errors that are new, those left out that name what is gone: they are told with it."""
    errors = [one for one in told.new if one.severity is Severity.ERROR]
    apart = {(by.path, by.line) for one in gone for by in one.by}
    yield from (_problem(one) for one in errors if (one.path, one.line) not in apart)
    old = told.standing - len(errors)
    if old > 0:
        were = "1 erreur était déjà là" if old == 1 else f"{old} erreurs étaient déjà là"
        yield Line(f"{were} : « {called().command} check » les montre toutes.")


def _problem(one: Problem) -> Line:
    return Line(f"{one.path}, ligne {one.line} : {one.message}", (one.remedy,) if one.remedy else ())


def _cited(changes: Changes) -> Iterator[Line]:
    for one in changes.cited:
        places = [f"{by.title} ({by.path}, ligne {by.line})" for by in one.by]
        yield Line(f"{quoted(one.title)} n’est plus là, et reste cité{_by(one)}.", tuple(places))


def _by(cited: Cited) -> str:
    number = len(cited.by)
    return f" à {number} endroits" if number > 1 else " ici" if number else ""


def _lost(changes: Changes) -> Iterator[Line]:
    for one in changes.lost:
        what = f" ({excerpt(one.title, 70)})" if one.title else ""
        if one.line:
            told = f"ne mène plus à rien. Dans {quoted(LABEL)} (redirections.yaml), ajoutez :"
            yield Line(f"{one.address}{what} {told}", (), one.line)
        else:
            yield Line(f"{one.address}{what} ne mène plus à rien : remettez le fichier, si des gens l’ont.")


def _thing(thing: Thing, more: tuple[str, ...] = ()) -> Line:
    at = thing.address or thing.path
    return Line(f"{known(thing)} : {at}", more)


def _of_rows(rows: tuple[str, ...]) -> tuple[str, ...]:
    said = [
        counted(number, one, noun_of(f"un {one}").several)
        for one, number in Counter(row[:1].lower() + row[1:] for row in rows).items()
    ]
    return (f"avec {joined(said)}",) if said else ()


def _changed(changes: Changes) -> Iterator[Line]:
    yield from (_moved(one) for one in changes.changed if one.former)
    for one in changes.changed:
        if not one.former:
            yield Line(_thing(one.thing).words, differences(one.differences))
    if changes.settings:
        yield Line(
            "réglages du site : mkdocs.yml", (*_identity(changes.settings), *differences(changes.settings))
        )
    yield from (Line(f"l’ordre des {many}") for many in changes.reordered)


def _moved(one: Changed) -> Line:
    to = one.thing.address or one.thing.key
    return Line(f"{known(one.thing)} change d’adresse : {one.former} → {to}", differences(one.differences))


def _identity(found: tuple[Difference, ...]) -> Iterator[str]:
    if any(one.field == "identifiant" for one in found):
        yield "L’identifiant change : chaque abonné recevra de nouveau tous les messages et toutes les dates."


def _formed(changes: Changes) -> Iterator[Line]:
    if not changes.reformatted:
        return
    many = len(changes.reformatted) > 1
    files = listed(changes.reformatted, FEW)
    yield Line(f"{files} : {'seule leur forme change' if many else 'seule sa forme change'}.")


def _unread(changes: Changes) -> Iterator[Line]:
    for when, paths in (("Avant", changes.unread.before), ("Après", changes.unread.after)):
        if paths:
            told = f"quelque chose n’a pas pu être lu dans {listed(paths, FEW)} ; le reste est comparé"
            yield Line(f"{when} ce changement, {told}.")
