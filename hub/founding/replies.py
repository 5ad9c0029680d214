"""What somebody answers at a terminal -> a value of `Answers`, or what to answer instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from hub.checks.depot import forge_of
from hub.checks.faults import worded
from hub.checks.identity import names_town, of_an_example
from hub.checks.personal import Sort, personal
from hub.founding.answers import Answers, Keeping, NewCollege
from hub.markup.town import of
from hub.model.fields import TO_CONFIRM, Entity
from hub.model.hub import Hub
from hub.model.site import Site
from hub.model.typing_faults import faults_of
from hub.sources import Origin
from hub.sources.reading import parsed

Known = Mapping[str, Any]
"""What was answered before, by field."""

MISSING = "C002"
"""The rule that the other fields break, which are not asked yet."""


class WrongAnswerError(ValueError):
    """A French sentence that says what to answer instead."""


def field(name: str, model: type[Entity] = Answers) -> Callable[[str, Known], Any]:
    """What reads an answer as the field of that name; what it refuses, it refuses as `check` would."""

    def read(answer: str, known: Known) -> Any:
        try:
            return _adapter(model, name).validate_python(answer)
        except ValidationError:
            raise WrongAnswerError(_taught(name, answer, model)) from None

    return read


@cache
def _adapter(model: type[Entity], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(model, include_extras=True)[name])


def _taught(name: str, answer: str, model: type[Entity]) -> str:
    """What `check` says of a field that holds this."""
    document, _ = parsed(f"{name}: {json.dumps(answer, ensure_ascii=False)}\n", "reponse.yaml")
    assert document
    try:
        model.model_validate({name: answer or " "})
    except ValidationError as error:
        faults = [one for one in faults_of(error, model, Origin(document)) if one.code != MISSING]
    problem = worded(faults[0], Hub(Site.unknown()))
    return f"{problem.message} {problem.remedy}"


def commune(answer: str, known: Known) -> str:
    """The name of a town, alone."""
    if not re.search(r"[^\W\d_]", answer):
        raise WrongAnswerError(
            "Écrivez le nom de la commune, tel qu'on le lit sur une carte : Le Mans, Hyères."
        )
    if re.match(r"(?:de|du|des) |d['’]", answer, re.IGNORECASE):
        raise WrongAnswerError("Écrivez le nom seul : « Le Mans », et non « du Mans ». La suite vient après.")
    if found := re.match(r"(?:ville|commune|mairie)\s+(?:de |du |des |d['’])", answer, re.IGNORECASE):
        raise WrongAnswerError(
            f"Écrivez le nom seul, sans « {found[0].strip()} » : Le Mans, Hyères. La suite vient après."
        )
    name: str = field("commune")(answer, known)
    return name


def council(answer: str, known: Known) -> str:
    """The name of a council, without its town's."""
    if names_town(answer, known["commune"]):
        raise WrongAnswerError(
            f"Le site écrit lui-même « {_of(known)} » après ce nom : écrivez-le sans celui de la ville."
        )
    name: str = field("conseil")(answer, known)
    return name


def _of(known: Known) -> str:
    said: str = known.get("commune_de") or of(known["commune"])
    return said


_NUMBERS = (
    r"(?P<titulaires>\d{1,3})(?:\s*titulaires?)?"
    r"(?:(?:[\s,;+/-]|et)+(?P<suppleants>\d{1,3})(?:\s*suppl[ée]ant\w*)?)?\W*"
)
_SEATS = tuple(
    re.compile(name + _NUMBERS, re.IGNORECASE)
    for name in (r"(?P<nom>.*?\w)\s*[,;:]\s*", r"(?P<nom>.*?[^\s\d,;:-])[\s-]+")
)
"""A name, a sign and its seats; or without a sign, where the name does not end with a number itself."""


def college(answer: str, known: Known) -> NewCollege:
    """« Sports et loisirs, 4, 4 » -> a college with its seats."""
    found = next(filter(None, (one.fullmatch(answer) for one in _SEATS)), None)
    if not found or not re.search(r"[^\W\d_]", found["nom"]):
        raise WrongAnswerError(
            "Écrivez son nom, puis ses sièges titulaires, puis ses suppléants : « Sports et loisirs, 4, 4 »."
        )
    if any(found["nom"].casefold() == one.nom.casefold() for one in known.get("colleges", ())):
        raise WrongAnswerError(f"« {found['nom']} » est déjà dans la liste.")
    values = {"titulaires": found["titulaires"], "suppleants": found["suppleants"] or "0"}
    read = {name: field(name, NewCollege)(value, known) for name, value in values.items()}
    return NewCollege(nom=field("nom", NewCollege)(found["nom"], known), **read)


def service(name: str) -> Callable[[str, Known], Any]:
    """An address or a number at which a service answers, and nobody in particular."""

    def read(answer: str, known: Known) -> Any:
        value = field(name)(answer, known)
        if of_an_example(answer):
            raise WrongAnswerError(
                f"« {answer} » est pour les exemples : personne ne répond là. Donnez l'adresse ou le numéro "
                f"d'un service, ou répondez « {TO_CONFIRM} »."
            )
        for found in personal(answer):
            if found.sort in (Sort.MOBILE, Sort.MAILBOX):
                raise WrongAnswerError(
                    f"« {answer} » semble être {found.sort}, et le site le montrerait. Donnez l'adresse "
                    f"ou le numéro d'un service, ou répondez « {TO_CONFIRM} »."
                )
        return value

    return read


def keeping(answer: str, known: Known) -> Keeping:
    """Where the files are kept, by the names that people give."""
    plain = answer.casefold().strip(" .")
    if plain in ("aucun", "non", "sans"):
        return Keeping.aucune
    if plain in ("codeberg", "gitea"):
        return Keeping.forgejo
    kept: Keeping = field("forge")(plain, known)
    return kept


def depot(answer: str, known: Known) -> Any:
    """The address of the files, at the forge that was named."""
    address = field("depot")(answer, known)
    if (own := forge_of(address)) and own != known["forge"].value:
        raise WrongAnswerError(
            f"Cette adresse est chez {Keeping[own].libelle}, et non {known['forge'].libelle}."
        )
    return address
