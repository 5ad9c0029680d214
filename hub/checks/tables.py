"""Rules of texts (L): tables that are tables, without a cell that is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hub.checks.known import Known
from hub.checks.minutes_text import is_head_of_follow_up
from hub.checks.pasted import SHOWN, SYMBOL
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.prose import Kind
from hub.prose.lines import Line

_ITEM = re.compile(rf"(?:[-*+oØüvq•‣·–—]|{SYMBOL}|\d{{1,3}}[.)°º]?[.)]?|[a-zA-Z]\)) *\t\s*")
"""The sign of a list and the tab after it, which are no cell."""

_BAR = re.compile(r"(?<!\\)\|")

_BELOW_HEAD = re.compile(r"(?=[^|]*\|)[|: \t]*-[|: \t-]*")
"""The line of dashes under the head of a table."""


def tables_that_are_tables(prose: Prose, known: Known) -> Iterator[Problem]:
    """The columns of a table are parted by « | », under whose head stands a line of dashes: what has tabs, or
    bars alone, is one paragraph."""
    if prose.text.written.count("\t") < 2 and prose.text.written.count("|") < 2:
        return
    told: Line | None = None
    for above, line in pairwise(prose.lines):
        if not line.follows(above) and not _beneath(prose, above, line):
            continue
        if found := _of_tabs(prose, above, line) or _of_bars(prose, above, line):
            if told is not above and not is_head_of_follow_up(prose, prose.written(above)):
                yield found
            told = line


def _beneath(prose: Prose, above: Line, line: Line) -> bool:
    """Whether two rows with tabs stand one under the other: editors put a blank line between pasted lines."""
    between = prose.text.between(above.end, line.at)
    return not line.joined and not between.strip() and "\t" in prose.text.between(above.at, above.end)


def _of_tabs(prose: Prose, above: Line, line: Line) -> Problem | None:
    """Two rows that a spreadsheet leaves."""
    cells = _between_tabs(prose.written(above))
    if len(cells) < 2 or len(_between_tabs(prose.written(line))) < 2:
        return None
    return problem(
        "L017",
        prose.at(above.at),
        "Ce tableau est collé sans ses colonnes : ses lignes seront mises bout à bout.",
        f"Séparez les colonnes par des barres, « | {' | '.join(cells)[:SHOWN]} | », et mettez "
        f"« {_dashes(len(cells))} » sous la première ligne.",
    )


def written_out(lines: list[str]) -> str:
    """The table whose rows begin these lines of a text, as it should be written; '' where there is none."""
    rows = list(_rows(lines))
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:
        return ""
    head, *rest = ([*row, *[""] * (width - len(row))] for row in rows)
    return "\n".join((_row(head), _dashes(width), *map(_row, rest)))


def _rows(lines: list[str]) -> Iterator[list[str]]:
    """The cells of each row, a blank line or a line of dashes passed over, until something else comes."""
    for line in lines:
        cells = _between_tabs(line, empty=True) or _between_bars(line)
        if cells and not _BELOW_HEAD.fullmatch(line):
            yield cells
        elif line.strip() and not cells:
            return


def _between_bars(line: str) -> list[str]:
    written = line.strip()
    return [cell.strip() for cell in _BAR.split(written.strip("|"))] if written.startswith("|") else []


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _between_tabs(written: str, *, empty: bool = False) -> list[str]:
    """The cells of a row, those that are `empty` too where they are wanted."""
    if "\t" not in written:
        return []
    head = _ITEM.match(written)
    cells = [cell.strip() for cell in written[head.end() if head else 0 :].split("\t")]
    kept = cells if empty and len(list(filter(None, cells))) > 1 else list(filter(None, cells))
    return [cell.replace("|", "\\|") for cell in kept] if empty else kept


def _of_bars(prose: Prose, above: Line, line: Line) -> Problem | None:
    """A row and what is below it, of which the parser made no table."""
    first, second = prose.written(above), prose.written(line)
    dashes = _BELOW_HEAD.fullmatch(second)
    both = first.startswith("|") and second.startswith("|")
    if not (both or (dashes and "|" in first)) or prose.text.escaped(above.at):
        return None
    columns = _columns(first)
    if columns < 2 and not dashes:
        return None
    glued = dashes and columns == _columns(second)
    return problem(
        "L017",
        prose.at(above.at),
        "Le texte collé au-dessus de ce tableau l'empêche d'en être un : ses barres s'afficheront."
        if glued
        else "Sans ligne de tirets à sa mesure, ce tableau n'en est pas un : ses barres s'afficheront.",
        "Laissez une ligne vide au-dessus de cette ligne."
        if glued
        else f"Sous la première ligne, mettez « {_dashes(columns)} ».",
    )


def _columns(written: str) -> int:
    return written.replace("\\|", "").strip("| \t").count("|") + 1


def _dashes(columns: int) -> str:
    return f"|{' --- |' * columns}"


def cells_under_a_head(prose: Prose, known: Known) -> Iterator[Problem]:
    """A row has no more cells than the head of its table: the others are lost."""
    text = prose.text
    cells = 0
    for index, row in text.of(Kind.TABLE, Kind.ROW):
        if row.kind is Kind.TABLE:
            cells = len(row.value)
            continue
        last = text.events[row.other - 1].end if row.other > index + 1 else row.at
        rest = text.between(last, row.end)
        lost = rest.strip(" \t\n|")
        if lost:
            at = last + len(rest[: rest.index(lost)].encode())
            yield problem(
                "L022",
                prose.at(at),
                f"L'en-tête de ce tableau n'a que {cells} colonne{'s' if cells > 1 else ''} : "
                f"« {lost[:SHOWN]} » serait perdu.",
                "Ajoutez une colonne à l'en-tête et à la ligne de tirets ; une barre qui est dans les "
                "mots s'écrit « \\| ».",
            )
        elif cells > 1 and "|" not in text.source(row):
            yield problem(
                "L017",
                prose.at(row.at),
                "Cette ligne touche le tableau qui est au-dessus : elle en serait une.",
                "Laissez une ligne vide entre les deux.",
            )


PROSE_RULES = (tables_that_are_tables, cells_under_a_head)
