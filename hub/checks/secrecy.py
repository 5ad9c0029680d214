"""Rules of the secrecy of answers to questionnaires (Q): nobody is known by them, and they are not published.

No cell is repeated in a message.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from hub.checks.personal import Sort, personal
from hub.checks.problem import Problem, problem
from hub.model.french import joined
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.responses import Responses
from hub.sources import Position
from hub.sources.attachment import DOCUMENTS
from hub.sources.separated import decoded, separated
from hub.sources.tree import TABLE

SHOWN = 5
"""Lines, or headings, that a message lists."""

SPREADSHEETS = (".ods", ".xlsx")


def answers_reach_nobody(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No telephone, mailbox or number of a person is in a table of answers; a name is looked at again."""
    for name in sorted(hub.responses):
        responses = hub.responses[name]
        reached = _personal(responses, lambda sort: sort is not Sort.NAME)
        named = _personal(responses, lambda sort: sort is Sort.NAME)
        if reached:
            many = "ces lignes disent" if len(reached) > 1 else "cette ligne dit"
            yield problem(
                "Q009",
                Position(responses.path, reached[0], 1),
                f"Un portable, une boîte personnelle ou un numéro de personne : {many} de qui est la réponse "
                f"({lines_of(reached)}).",
                "Effacez-les du fichier. S'il est déjà dans le dépôt, ils restent dans l'historique : "
                "« Ce qui ne s'écrit pas », dans Contribuer.",
            )
        if named:
            yield problem(
                "Q010",
                Position(responses.path, named[0], 1),
                f"Des réponses semblent nommer quelqu'un ({lines_of(named)}).",
                "Relisez-les : remplacez un nom de personne par « (…) ». Le nom d'un lieu peut rester.",
            )


def _personal(responses: Responses, wanted: Callable[[Sort], bool]) -> list[int]:
    """The lines in which something of a person is, headings left out."""
    return [
        row.line
        for row in responses.rows[1:]
        if any(wanted(found.sort) for cell in row.cells for found in personal(cell))
    ]


def answers_stay_unpublished(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Documents are published: no table of answers is one."""
    for document in hub.documents.values():
        stem, extension = document.name.rpartition(".")[0], document.extension
        copied = extension in SPREADSHEETS and stem in hub.responses
        if copied or (extension == TABLE and _holds_answers(hub, document.data)):
            yield problem(
                "Q014",
                document.position,
                f"Ce document est un fichier de réponses : tout ce qui est dans {DOCUMENTS}/ est publié.",
                f"Retirez-le de {DOCUMENTS}/ : les réponses restent à côté du questionnaire, où elles sont "
                "comptées et ne sont pas publiées.",
            )


def _holds_answers(hub: Hub, data: Callable[[], bytes]) -> bool:
    """Whether a table has the columns of the answers to a questionnaire: the same headings, row for row."""
    if not hub.responses:
        return False
    try:
        rows = [cells for _, _, cells in separated(decoded(data()))]
    except (OSError, csv.Error):
        return False
    there = {_folded(cells) for cells in rows}
    return any(_is_copied(one.rows, there) for one in hub.responses.values())


def _is_copied(rows: Sequence[tuple[int, tuple[str, ...]]], there: set[tuple[str, ...]]) -> bool:
    """Whether the headings are there, or most of the answers."""
    if not rows:
        return False
    head, *body = [_folded(cells) for _, cells in rows]
    same = sum(row in there for row in body)
    return (len(head) > 1 and head in there) or (len(body) > 1 and same * 2 > len(body))


def _folded(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(cell) for cell in cells)


def lines_of(lines: Sequence[int]) -> str:
    """« ligne 3 », « lignes 3, 8 et 12 », « lignes 1, 2, 3, 4, 5 et 12 autres »."""
    distinct = list(dict.fromkeys(lines))
    if len(distinct) == 1:
        return f"ligne {distinct[0]}"
    first, more = distinct[:SHOWN], len(distinct) - SHOWN
    if more > 0:
        return f"lignes {', '.join(map(str, first))} et {more} autre{'s' if more > 1 else ''}"
    return f"lignes {joined([str(one) for one in first])}"


CHECKS = (answers_reach_nobody, answers_stay_unpublished)
