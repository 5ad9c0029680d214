"""Rules of texts (L): what is read aloud, followed, or sent by mail as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.markup.links import SPACED
from hub.prose import Event, Kind, Text
from hub.prose.lines import bare_words

_END = r"[^\s)»\]]*[^\s)»\].,;:!?]"
_BARE = re.compile(rf"(?<![\w/.@])(?:https?://{_END}|www\.[\w-]+\.{_END})")
_BY_ACCIDENT = re.compile(r"(?<![\w/.@:-])([^\W\d_]{3,})\.(es|se|ne|ve|re)(?![\w/@-]|\.\w)")
"""Endings of inclusive spelling that are countries' domains."""

_ENDING = re.compile(r"\.(?:es|se|ne|ve|re)(?![\w/@-]|\.\w)")
"""The end of the former, which is found much faster."""


def images_described(prose: Prose, known: Known) -> Iterator[Problem]:
    """An image says in words what it shows (RGAA 1.1)."""
    for event in _without_words(prose.text):
        yield problem(
            "L011",
            prose.at(event.at),
            "Cette image n'a pas de texte : qui ne la voit pas n'en saurait rien.",
            "Entre les crochets, dites ce qu'elle montre : ![Le potager en juin](…).",
        )


def _without_words(text: Text) -> Iterator[Event]:
    """The images that hold no word; an image may hold others, and each word is looked at once."""
    held: list[tuple[int, Event]] = []
    said = -1  # how many of the open ones hold a word
    for index, event in text.of(Kind.IMAGE, Kind.WORDS, Kind.CODE) if Kind.IMAGE in text.indexes else ():
        while held and held[-1][0] < index:
            if len(held) > said:
                yield held[-1][1]
            held.pop()
            said = min(said, len(held))
        if event.kind is Kind.IMAGE:
            held.append((event.other, event))
        elif event.text.strip():
            said = len(held)
    yield from (event for _, event in held[max(0, said) :])


def bare_addresses(prose: Prose, known: Known) -> Iterator[Problem]:
    """A web address is the target of a link on words: bare, nobody can follow it."""
    if "://" not in prose.text.written and "www." not in prose.text.written:
        return
    for event in bare_words(prose.text):
        for found in _BARE.finditer(_without_broken(event.text)):
            address = found[0] if "://" in found[0] else f"https://{found[0]}"
            yield problem(
                "L012",
                prose.at(prose.text.within(event, found.start())),
                f"« {found[0][:60]} » n'est pas un lien : on ne peut pas le suivre.",
                f"Mettez-le sur des mots : [le nom de la page]({address[:60]}).",
            )


def _without_broken(said: str) -> str:
    """The words without the addresses that have a blank, of which another rule speaks; places unchanged."""
    return SPACED.sub(lambda found: " " * len(found[0]), said) if "](" in said else said


def no_domains_by_accident(prose: Prose, known: Known) -> Iterator[Problem]:
    """« habitant.es » is read as a site in Spain by the mailboxes of those who subscribe."""
    if not _ENDING.search(prose.text.written):
        return
    for event in bare_words(prose.text):
        for found in _BY_ACCIDENT.finditer(event.text):
            yield problem(
                "L013",
                prose.at(prose.text.within(event, found.start())),
                f"Les messageries prendront « {found[0]} » pour l'adresse d'un site.",
                f"Écrivez « {found[1]}·{found[2]} » avec un point médian, ou les deux mots.",
            )


PROSE_RULES = (images_described, bare_addresses, no_domains_by_accident)
