"""Rules of texts (L): no raw HTML; remarks that nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.prose import Event, Kind

_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_NAME = re.compile(r"<(/?)([a-z][a-z0-9-]*)", re.IGNORECASE)

OPENING, CLOSING = "<!--", "-->"
SHOWN = 40
"""Characters of a piece of HTML that a problem repeats."""


def no_html(prose: Prose, known: Known) -> Iterator[Problem]:
    """A text holds no HTML, but for `<br>` in a cell of a table, where nothing else breaks a line."""
    opened: set[str] = set()
    end_of_block = in_cell = -1
    if Kind.HTML not in prose.text.indexes:
        return
    for index, event in prose.text.of(Kind.CELL, Kind.HTML_BLOCK, Kind.HTML):
        if event.kind is Kind.CELL:
            in_cell = event.other
        elif event.kind is Kind.HTML_BLOCK:
            end_of_block = event.other
            yield from _block(prose, event)
        elif event.kind is Kind.HTML and index > end_of_block:
            if event.text.startswith(OPENING):
                yield _remark(prose, event.at)
            elif not (index < in_cell and _BREAK.fullmatch(event.text)):
                yield from _tag(prose, event, opened)


def _tag(prose: Prose, event: Event, opened: set[str]) -> Iterator[Problem]:
    """A tag within a line; the end of one already found is no other mistake."""
    found = _NAME.match(event.text)
    name = found[2].lower() if found else event.text
    if not (found and found[1] and name in opened):
        opened.add(name)
        yield _refused(prose, event.at, event.text)


def _block(prose: Prose, event: Event) -> Iterator[Problem]:
    """Lines of HTML, told once; or remarks, and what stands beside them."""
    source = prose.text.source(event)
    if not source.startswith(OPENING):
        yield _refused(prose, event.at, source)
        return
    at = 0
    while source.startswith(OPENING, at):
        end = source.find(CLOSING, at + 2)
        if end < 0:
            yield problem(
                "L001",
                prose.at(event.at + len(source[:at].encode())),
                "La remarque ouverte ici (« <!-- ») n'est pas refermée : toute la suite serait perdue.",
                "Effacez la remarque, et son « <!-- ».",
            )
            return
        at = end + len(CLOSING)
        at += len(source) - at - len(source[at:].lstrip())
    if source[at:]:
        lost = source[at:].partition("\n")[0]
        yield problem(
            "L001",
            prose.at(event.at + len(source[:at].encode())),
            f"Ce qui suit une remarque (« <!-- … --> ») sur sa ligne serait perdu : « {lost[:SHOWN]} ».",
            "Effacez la remarque.",
        )
    else:
        yield _remark(prose, event.at)


def _refused(prose: Prose, at: int, source: str) -> Problem:
    written = source[: source.find(">") + 1] or source.partition("\n")[0]
    remedy = (
        "Pour aller à la ligne, finissez la ligne du dessus par « \\ », ou laissez une ligne vide."
        if _BREAK.match(source)
        else "Employez la mise en forme Markdown (**gras**, [texte](adresse), listes, tableaux)."
    )
    return problem(
        "L001", prose.at(at), f"Le HTML n'est pas accepté dans les textes : « {written[:SHOWN]} ».", remedy
    )


def _remark(prose: Prose, at: int) -> Problem:
    return problem(
        "L025",
        prose.at(at),
        "Cette remarque (« <!-- … --> ») ne sera pas sur le site, mais reste lisible dans le fichier public.",
        "Effacez-la.",
    )


PROSE_RULES = (no_html,)
