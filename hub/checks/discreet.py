"""What is told of persons where it stays for ever (a comment of a forge, an issue): enough to find the words,
and nobody's name nor number."""

from __future__ import annotations

import re

from hub.checks.personal import personal

_SUSPECTED = re.compile(r"(?P<before>auteur : )?« (?P<written>[^«»]{1,300}) »(?(before)| semble)")
"""How the rules of persons say whom: « Marie Exemple » semble être le nom d'une personne."""

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset("m mme mlle mr dr me de du des la le les d l et".split())
_DIGITS = 6
"""Digits from which words are a number."""


def masked(sentence: str) -> str:
    """A sentence of a rule, in which what seems to be a person's is told by its first signs."""
    return _SUSPECTED.sub(
        lambda found: found[0].replace(found["written"], _hidden(found["written"])), sentence
    )


def discreet(words: str) -> str:
    """Words of anybody, in which what seems to be a person's is told by its first signs."""
    told, at = [], 0
    for found in personal(words):
        told += [words[at : found.start], _hidden(found.written)]
        at = found.start + len(found.written)
    return "".join((*told, words[at:]))


def _hidden(written: str) -> str:
    name, at, host = written.partition("@")
    if at:
        return f"{name.strip()[:1]}…@{host.strip()}"
    if sum(map(str.isdigit, written)) >= _DIGITS:
        return f"{written.strip()[:2]}…{written.strip()[-2:]}"
    return _WORD.sub(_initial, written)


def _initial(found: re.Match[str]) -> str:
    word = found[0]
    return f"{word[0]}…" if word[0].isupper() and word.casefold() not in _TITLES else word
