"""A file of answers, YAML -> `Answers`, or what is wrong in it as `check` would say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hub.checks import Problem
from hub.checks.depot import forge_of
from hub.checks.faults import worded
from hub.checks.identity import names_town, of_an_example
from hub.checks.personal import personal
from hub.checks.privacy import IN_FIELDS, NUMBERS
from hub.checks.problem import problem
from hub.founding.answers import Answers
from hub.model.hub import Hub
from hub.model.site import Site
from hub.model.typing_faults import faults_of
from hub.sources import Fault, Origin
from hub.sources.reading import parsed
from hub.sources.text import Unreadable, decoded, read_bytes

OF_A_SERVICE = ("courriel", "telephone")
"""The answers that are public, and no person's."""

OTHERWISE = "Donnez l'adresse ou le numéro d'un service, ou laissez vide : le site dira « à confirmer »."


@dataclass
class RefusedError(Exception):
    """Answers that no town can be made of: `problems` says why, each at its line."""

    problems: tuple[Problem, ...]


def read(path: Path) -> Answers:
    """The answers that a file holds. Raises `RefusedError`."""
    name = path.name if path.suffix in (".yaml", ".yml") else f"{path.name}.yaml"
    try:
        if path.suffix in (".yaml", ".yml"):
            _, data = read_bytes(path.parent, path.name)
        else:
            data = path.read_bytes()
        document, faults = parsed(decoded(data, name), name)
    except Unreadable as unreadable:
        raise RefusedError(tuple(_worded([unreadable.fault]))) from None
    if document is None or faults:
        raise RefusedError(tuple(_worded(faults)))
    return typed(document.data, Origin(document))


def typed(data: dict[str, Any], origin: Origin) -> Answers:
    """The answers that values are. Raises `RefusedError`."""
    try:
        answers = Answers.model_validate(data)
    except ValidationError as error:
        raise RefusedError(tuple(_worded(faults_of(error, Answers, origin)))) from None
    rules = (_of_persons, _of_examples, _against_each_other)
    if found := tuple(problem for rule in rules for problem in rule(answers, origin)):
        raise RefusedError(found)
    return answers


def _of_persons(answers: Answers, origin: Origin) -> Iterator[Problem]:
    """What is a person's, where a service answers."""
    for name in OF_A_SERVICE:
        for found in personal(getattr(answers, name) or ""):
            said = f"« {found.written} » semble être {found.sort}, et le site le montrerait."
            yield problem((IN_FIELDS | NUMBERS)[found.sort], origin.at(name), said, OTHERWISE)


def _of_examples(answers: Answers, origin: Origin) -> Iterator[Problem]:
    """An address or a number where nobody answers."""
    for name in OF_A_SERVICE:
        if of_an_example(getattr(answers, name) or ""):
            said = f"« {getattr(answers, name)} » est pour les exemples : personne ne répond là."
            yield problem("P022", origin.at(name), said, OTHERWISE)


def _against_each_other(answers: Answers, origin: Origin) -> Iterator[Problem]:
    """Answers that cannot both be right, told as the settings that they would make."""
    if names_town(answers.conseil, answers.commune):
        said = f"« {answers.conseil} » dit déjà le nom de la ville, que le site écrit après lui."
        yield problem("C049", origin.at("conseil"), said, "Gardez le nom du conseil sans celui de la ville.")
    own = forge_of(answers.depot or "")
    if own and own != answers.forge.value:
        said = f"« {answers.depot} » n'est pas chez « {answers.forge.value} »."
        yield problem("P053", origin.at("depot"), said, f"Écrivez « forge: {own} », ou une autre adresse.")


def _worded(faults: Iterable[Fault]) -> Iterator[Problem]:
    return (worded(fault, Hub(Site.unknown())) for fault in faults)
