"""What a town calls things: themes, colleges, publics, states, found by the words that people use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hub.model.association import Association, AssociationStatus, Audience
from hub.model.hub import Hub
from hub.model.names import fold, slug

_PUBLICS: Mapping[Audience, str] = {
    Audience.tous: "tous|tout|toutes|tout public|tous publics|tous les publics|tout age|tous ages"
    "|tous les ages|toutes et tous|toute personne",
    Audience.enfants: "enfant|enfants|jeune public",
    Audience.adolescents: "adolescent|adolescents|ado|ados",
    Audience.adultes: "adulte|adultes",
    Audience.seniors: "senior|seniors|personnes agees|aines|retraites|3e age|troisieme age",
    Audience.familles: "famille|familles|parents enfants",
    Audience.personnes_handicapees: "handicap|personnes handicapees|personnes en situation de handicap"
    "|situation de handicap|personne handicapee|public handicape",
}
_STATES: Mapping[AssociationStatus, str] = {
    AssociationStatus.active: "active|actif|oui|en activite|a|en cours|activite",
    AssociationStatus.en_sommeil: "en sommeil|sommeil|en veille|dormante|veille",
    AssociationStatus.dissoute: "dissoute|dissous|dissolution|d|dissoute en",
    AssociationStatus.a_confirmer: "a confirmer",
}


def _by_words(those: Mapping[str, str]) -> dict[str, str]:
    named = {fold(word): str(one) for one, words in those.items() for word in words.split("|")}
    return named | {fold(one): str(one) for one in those}


PUBLICS = _by_words({str(one): words for one, words in _PUBLICS.items()})
STATES = _by_words({str(one): words for one, words in _STATES.items()})

MOST_THEMES = 40
"""Words of a column that may be the themes of a town which has none: beyond, they are descriptions."""

LONGEST_THEME = 60
_KEY = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")

_STRONG, _WEAK = re.compile(r"(?<!\s)\s*[|;\n]\s*"), re.compile(r"(?<!\s)\s*(?:[,/+]|\bet\b)\s*")


class Listed(NamedTuple):
    """What a cell lists: the keys of what is known, and the words of what is not."""

    keys: tuple[str, ...]
    unknown: tuple[str, ...]


def listed(written: str, known: Mapping[str, str]) -> Listed:
    """The keys of what a cell names, which `known` has by folded words; a name may have commas of its own."""
    keys: list[str] = []
    unknown: list[str] = []
    for part in filter(None, _STRONG.split(written)):
        whole = _key(part, known)
        each = [part] if whole else [one for one in _WEAK.split(part) if one]
        for word in each:
            key = _key(word, known)
            if key:
                keys.append(key)
            else:
                unknown.append(word)
    return Listed(tuple(dict.fromkeys(keys)), tuple(dict.fromkeys(unknown)))


def _key(words: str, known: Mapping[str, str]) -> str | None:
    folded = fold(words)
    return known.get(folded) or known.get(_singular(folded))


def _singular(folded: str) -> str:
    return " ".join(re.sub(r"(?<=\w{2})[sx]$", "", word) for word in folded.split())


def names(those: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Keys by the folded words for them, in the plural or not, of (key, name) pairs."""
    found: dict[str, str] = {}
    for key, name in those:
        for word in (fold(key), fold(name)):
            found.setdefault(word, key)
    for word, key in list(found.items()):
        found.setdefault(_singular(word), key)
    return found


class Town(NamedTuple):
    """The directory as it is, and the words by which its themes and its colleges are known.

    `begun` are the themes that the files bring to a town which has none: (id, name).
    """

    hub: Hub
    themes: Mapping[str, str]
    colleges: Mapping[str, str]
    begun: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, hub: Hub, said: Iterable[str] = ()) -> Town:
        """`said` are the cells of the columns of themes: those of a town that has none become its own."""
        themes = [(theme.id, theme.nom) for theme in hub.themes]
        begun = [] if themes else _begun(said)
        known = hub.bureau.colleges if hub.site.mots.has("college") else ()
        colleges = names((one.id, one.nom) for one in known)
        return cls(hub, names(themes or begun), colleges, tuple(begun))

    def known(self, key: str) -> Association | None:
        return self.hub.by_id.get(key)


def _begun(said: Iterable[str]) -> list[tuple[str, str]]:
    """The themes of a column: « Sport, Culture » is two where each is one elsewhere, else a name."""
    whole: dict[str, str] = {}
    for written in said:
        for word in filter(None, re.split(r"\s*[|;\n/]\s*", written)):
            whole.setdefault(_singular(fold(word)), " ".join(word.split()))
    found = {
        key: name
        for key, name in whole.items()
        if "," not in name or any(_singular(fold(part)) not in whole for part in name.split(","))
    }
    if len(found) > MOST_THEMES or any(len(name) > LONGEST_THEME for name in found.values()):
        return []
    pairs = ((slug(name), name) for name in sorted(found.values(), key=fold))
    return [(key, name[:1].upper() + name[1:]) for key, name in pairs if _KEY.fullmatch(key)]
