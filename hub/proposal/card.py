"""Correct a card: one value of an association in `associations.yaml`, and not another sign of the file."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple

import yaml

from hub.checks.suggest import Suggestions, spellings
from hub.model.association import Association
from hub.model.hub import Hub
from hub.model.names import fold
from hub.proposal.form import AnswerError, Answers, Draft, Remark
from hub.proposal.forms import CARD
from hub.proposal.written import flow, scalar

REGISTER = "associations.yaml"

_TO_REMOVE = frozenset(("a retirer", "retirer", "supprimer", "a supprimer"))

_ADDRESS = re.compile(r"(?P<voie>.+?),\s*(?P<code_postal>\d{5})\s+(?P<commune>[^,]+)")


def corrected(answers: Answers, hub: Hub, written: str) -> Draft:
    """The register `written` with the answer in it. Raises AnswerError."""
    association = known(answers["association"], hub)
    key = answers["champ"]
    plain = written.replace("\r\n", "\n")  # of Windows, and put back: no line changes by it
    entry = _Entry.of(plain, association.id)
    removed = fold(answers["valeur"]) in _TO_REMOVE
    text = (
        entry.without(key) if removed else entry.with_value(key, _value(key, answers["valeur"], entry.flow))
    )
    if text == plain:
        raise AnswerError(Remark(CARD.label("valeur"), "c'est déjà ce que dit la fiche."))
    if "\r\n" in written:
        text = text.replace("\n", "\r\n")
    what = next(field for field in CARD.fields if field.key == "champ").choices[key]
    done = "est retiré" if removed else "change"
    return Draft(REGISTER, text, f"{association.nom} : {what.lower()} {done}.", {key: CARD.label("valeur")})


def known(name: str, hub: Hub, label: str = "Association") -> Association:
    """The association that somebody means. Raises AnswerError, with the closest name."""
    if found := hub.named(name.strip()):
        return found
    if hub.spoiled.may_be(name):
        raise AnswerError(
            Remark(label, "l'annuaire est à corriger d'abord : « check » dit où. Réessayez ensuite.")
        )
    near = Suggestions(lambda: spellings(hub)).closest(name)
    meant = f" Vouliez-vous dire « {near.word} » ?" if near else " Recopiez son nom depuis l'annuaire."
    raise AnswerError(Remark(label, f"« {name[:80]} » n'est pas dans l'annuaire.{meant}"))


def _value(key: str, said: str, inside: bool) -> str:
    if key != "adresse":
        return scalar(said, inside=inside)
    found = _ADDRESS.fullmatch(said)
    if not found:
        words = "écrivez la rue, une virgule, le code postal et la commune : « 2 rue Haute, 01000 Le Bourg »."
        raise AnswerError(Remark(CARD.label("valeur"), words))
    return flow({name: part.strip() for name, part in found.groupdict().items()})


class _Entry(NamedTuple):
    """An association in the text of the register: where each of its keys and values stands, in characters."""

    written: str
    flow: bool
    start: int
    end: int
    places: dict[str, tuple[int, int, int]]

    @classmethod
    def of(cls, written: str, key: str) -> _Entry:
        """That of the id `key`. Raises AnswerError where the file is not one that can be mended so."""
        with suppress(yaml.YAMLError):
            root = yaml.compose(written, Loader=yaml.CSafeLoader)
            for name, value in root.value if root else ():
                if name.value == "associations":
                    for node in value.value:
                        found = cls._read(written, node)
                        if found._said("id") == key:
                            return found
        raise AnswerError(
            Remark("", f"la fiche est écrite d'une façon qui se corrige à la main, dans {REGISTER}.")
        )

    @classmethod
    def _read(cls, written: str, node: yaml.MappingNode) -> _Entry:
        places = {
            key.value: (key.start_mark.index, value.start_mark.index, value.end_mark.index)
            for key, value in node.value
        }
        return cls(written, bool(node.flow_style), node.start_mark.index, node.end_mark.index, places)

    def _said(self, key: str) -> str:
        _, start, end = self.places.get(key, (0, 0, 0))
        return self.written[start:end].strip("'\" \n")

    def with_value(self, key: str, value: str) -> str:
        """The register where the key has this value, beside or instead of what it had."""
        if key in self.places:
            _, start, end = self.places[key]
            old = self.written[start:end]
            return self._replaced(start, end, value + old[len(old.rstrip()) :])
        if self.flow:
            return self._replaced(self.end - 1, self.end - 1, f", {key}: {value}")
        last = max(end for _, _, end in self.places.values())
        line = self.written.find("\n", last - 1 if self.written[last - 1] == "\n" else last)
        at = len(self.written) if line < 0 else line
        return self._replaced(at, at, f"\n{self._indent()}{key}: {value}")

    def without(self, key: str) -> str:
        """The register where the key is no more. Raises AnswerError where others stand on its line."""
        if key not in self.places:
            return self.written
        key_start, _, end = self.places[key]
        begin = self.written.rfind("\n", 0, key_start) + 1
        if self.flow or self.written[begin:key_start].strip():
            raise AnswerError(Remark("", f"cette ligne se retire à la main, dans {REGISTER}."))
        line = self.written.find("\n", max(end - 1, key_start))
        return self._replaced(begin, len(self.written) if line < 0 else line + 1, "")

    def _indent(self) -> str:
        return " " * (self.start - self.written.rfind("\n", 0, self.start) - 1)

    def _replaced(self, start: int, end: int, by: str) -> str:
        return self.written[:start] + by + self.written[end:]
