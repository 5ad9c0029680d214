"""A file -> the entries that it holds, and what is said of its columns and of what is left of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hub.checks.personal import Sort
from hub.importing.directory import national
from hub.importing.directory.columns import Column, columns_of, unknown_headings
from hub.importing.directory.entries import Entry, entries_of, left
from hub.importing.directory.headings import NOTHING, PERSON, is_known
from hub.importing.directory.rows import is_sum, words_of
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError
from hub.importing.tables import Table, read


class Taken:
    """The entries of a file, the words that are of none, and what is said of it."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.unread: list[str] = []
        self.remarks: list[str] = []
        self.known = False
        """Whether a table of it is a directory, be it empty."""
        self.national = False
        """Whether a table of it is the national register, all of which is in capitals, and says so."""


def entries_in(source: Source, asked: Asked) -> Taken:
    """What a file holds. Raises ImportingError where no column of it may be that of names."""
    tables, taken = read(source, is_known), Taken()
    columns = asked_columns(asked.columns)
    if missing := unknown_headings(tables, columns):
        raise ImportingError(f"« --columns » : aucune colonne ne s'appelle « {missing[0]} ».")
    for table in tables:
        taken.unread += [words for row in table.above for words in dict.fromkeys(row.cells) if words]
        if national.is_national(table):
            _national(table, source.name, asked.commune, taken)
        else:
            _directory(table, columns_of(table, columns), taken)
    if not taken.known:
        raise ImportingError(
            f"« {source.name} » : aucune colonne n'y est celle des noms d'associations. Dites laquelle : "
            '--columns "Colonne=nom".'
        )
    return taken


def _national(table: Table, name: str, commune: str, taken: Taken) -> None:
    try:
        register = national.entries(table, commune)
    except ImportingError as error:
        raise ImportingError(f"« {name} » : {error}") from None
    taken.known = taken.national = True
    taken.entries += register.entries
    taken.remarks += register.remarks


def asked_columns(asked: Iterable[str]) -> list[str]:
    """Each « Colonne=champ » of what was typed; commas part them, and may stand in a heading."""
    found: list[str] = []
    for typed in asked:
        before = ""
        for part in typed.split(","):
            whole = f"{before},{part}" if before else part
            before = "" if "=" in part else whole
            if not before:
                found.append(whole.strip())
        if before:
            found.append(before.strip())
    return found


def _directory(table: Table, columns: Sequence[Column], taken: Taken) -> None:
    sheet = f"Feuille « {table.name} » : " if table.name else ""
    if all(column.field != "nom" for column in columns):
        taken.remarks.append(f"{sheet}pas de colonne de noms, rien n'en est repris.")
        taken.unread += _whole(table)
        return
    taken.known = True
    taken.remarks += [sheet + said for said in _said(table, columns)]
    for entry in entries_of(table, columns):
        if is_sum(entry):
            taken.unread.append(words_of(entry))
        else:
            taken.entries.append(entry)


def _whole(table: Table) -> Iterable[str]:
    """The rows of a table of which nothing is taken, without what is of persons."""
    found: list[Sort] = []
    for row in table.rows:
        words = [
            words for pair in zip(table.headings, row.cells, strict=True) for words in left(*pair, found)
        ]
        if words:
            yield f"ligne {row.line}, {' ; '.join(words)}"


def _said(table: Table, columns: Sequence[Column]) -> Iterable[str]:
    """What each column is taken for, as `--columns` has it, and how to say that it is another."""
    filled = [str(one) for one in columns if one.field not in ("", PERSON, NOTHING)]
    yield f"colonnes reprises (titres à la ligne {table.line}) : {', '.join(filled)}."
    counts = [(one.heading, len(table.column(at))) for at, one in enumerate(columns) if one.field == PERSON]
    if persons := [f"« {heading} » ({number})" for heading, number in counts]:
        yield f"colonnes de personnes, laissées : {', '.join(persons)}. Accord à demander."
    if others := [one.heading for one in columns if one.field in ("", NOTHING)]:
        names = ", ".join(f"« {one} »" for one in others)
        yield f'colonnes non reprises : {names}. Pour en reprendre une : --columns "{others[0]}=objet".'
