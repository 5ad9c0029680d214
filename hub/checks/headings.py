"""Rules of texts (L): headings that are headings, in order, and that say something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.prose import Event, Kind
from hub.prose.words import words

_NO_HEADING = re.compile(
    r"(?P<signs>#{1,6}(?=[^\W\d_]|[\u00a0\u202f])|#{2,6}(?=[^\s#])|#{7,})(?P<title>[^\n]*)"
)


def headings_in_order(prose: Prose, known: Known) -> Iterator[Problem]:
    """Headings go down one level at a time, from `##`, and say something (RGAA 9.1)."""
    above = 1
    for index, event in prose.text.of(Kind.HEADING):
        if _underlined(prose, event):
            continue
        level, title = event.value, words(prose.text.inside(index)).strip()
        at = prose.at(event.at)
        if not title:
            yield problem("L007", at, "Ce titre est vide.", "Écrivez-le, ou effacez ses « # ».")
        elif level == 1:
            yield problem(
                "L008",
                at,
                f"« # {title} » serait un second titre de page : le premier est « titre ».",
                f"Écrivez « ## {title} ».",
            )
        elif level > above + 1:
            yield problem(
                "L008",
                at,
                f"Ce titre saute un niveau : « {'#' * level} » après « {'#' * above} ».",
                f"Écrivez « {'#' * (above + 1)} {title} ».",
            )
        above = max(level, 2)


def _underlined(prose: Prose, event: Event) -> bool:
    return "\n" in prose.text.source(event).rstrip()


def rules_that_are_rules(prose: Prose, known: Known) -> Iterator[Problem]:
    """A line of dashes under a paragraph makes a heading of it; a rule stands below an empty line."""
    for _, event in prose.text.of(Kind.HEADING):
        if _underlined(prose, event):
            source = prose.text.source(event).rstrip()
            line = source.rpartition("\n")[2].lstrip(" \t>")
            yield problem(
                "L016",
                prose.at(event.at + len(source.encode()) - len(line)),
                "Cette ligne fait un titre du texte qui est au-dessus.",
                "Pour un trait, laissez une ligne vide au-dessus ; pour un titre, écrivez « ## » devant."
                if line.startswith("-")
                else "Effacez-la ; pour un titre, écrivez « ## » devant les mots.",
            )


def headings_with_a_blank(prose: Prose, known: Known) -> Iterator[Problem]:
    """A blank parts the `#` of a heading from its words: without it they are shown, as a word is."""
    if "#" not in prose.text.written:
        return
    for line in prose.lines:
        event = prose.text.events[line.first]
        found = _NO_HEADING.match(event.text) if event.kind is Kind.WORDS and event.text[:1] == "#" else None
        if found and not prose.text.escaped(event.at):
            title = found["title"].strip(" #\u00a0\u202f")
            yield problem(
                "L021",
                prose.at(line.at),
                f"« {found['signs']} » n'a pas d'espace ordinaire derrière lui : il s'affichera tel quel."
                if len(found["signs"]) < 7
                else "Il y a sept « # » ou plus : ils s'afficheront tels quels.",
                f"Pour un titre, écrivez « {'#' * min(max(2, len(found['signs'])), 6)} {title[:40]} » ; "
                "pour montrer le signe, « \\# ».",
            )


PROSE_RULES = (headings_in_order, rules_that_are_rules, headings_with_a_blank)
