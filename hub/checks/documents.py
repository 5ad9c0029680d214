"""Rules of what is inside attached documents: what acts (D), and whom they tell of (V)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.attachments import HEAVIEST
from hub.checks.authors import is_somebody
from hub.checks.personal import personal
from hub.checks.problem import Problem, problem
from hub.markup.weight import weight
from hub.model.attachment import DOCUMENTS, OFFICE, TEXTS, is_what_it_says
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.package import package
from hub.model.pdf import carried
from hub.sources import Attachment, Position

MOST_UNPACKED = 200_000_000
"""Bytes that an office file may hold once it is open: a hundred times what a long report does."""

LOOKED_AT = 500_000
"""Characters of a table in which persons are looked for."""

_FORMULA = re.compile(
    r"(?:^|[;,\t])[ \"]{0,3}(=(?!\")[^\s=;,][^;\n]{0,60}|[+@-][A-Za-z][\w.]{0,40}[(|!][^;\n]{0,60})",
    re.MULTILINE,
)
"""A cell that a spreadsheet computes (OWASP, « CSV Injection »); `="0123"` is how one keeps its zeros."""

_BETWEEN_CELLS = re.compile(r"[;,\t\"]")
_FIRST_NAMES = ("prenom", "prenoms")

Found = Iterator[Problem]


def documents_that_act(hub: Hub, today: dt.date) -> Found:
    """A document is read, not run: no program, no command, no macro, no file inside it."""
    for one in _sound(hub):
        if what := ", ".join(_acts(one)):
            yield problem(
                "D010",
                one.position,
                f"Ce document contient {what} : l'ouvrir peut faire plus que le montrer.",
                "Enregistrez-le de nouveau sans cela (en PDF, « imprimer » suffit) ; si vous savez ce que "
                "c'est et que le document en a besoin, il n'y a rien à faire.",
            )


def _acts(one: Attachment) -> Iterator[str]:
    if one.extension == ".pdf":
        found = carried(one)
        yield from ("un programme (JavaScript)",) if found.program else ()
        yield from ("une commande qui lance un programme",) if found.command else ()
        yield from ("un fichier joint",) if found.file else ()
        yield from ("une adresse qu'il appelle de lui-même",) if found.goes_out else ()
    elif inside := package(one) if one.extension in OFFICE else None:
        yield from ("des macros",) if inside.macros else ()
        yield from ("un objet d'un autre programme",) if inside.objects else ()


def documents_that_open(hub: Hub, today: dt.date) -> Found:
    """A document weighs, once it is open, what a computer can hold."""
    for one in _sound(hub):
        inside = package(one) if one.extension in OFFICE else None
        if inside and inside.unpacked > MOST_UNPACKED:
            yield problem(
                "D011",
                one.position,
                f"Ce document pèse {weight(one.size)}, mais {weight(inside.unpacked)} une fois ouvert : il "
                "bloquerait l'ordinateur de qui l'ouvre.",
                "Refaites-le à partir de l'original, ou enregistrez-le en PDF.",
            )


def tables_without_formulas(hub: Hub, today: dt.date) -> Found:
    """A cell of a CSV file is a value: a spreadsheet would compute what begins with « = »."""
    for one in _sound(hub):
        if one.extension != ".csv":
            continue
        text = one.data().decode("utf-8")
        if found := _FORMULA.search(text):
            line = text.count("\n", 0, found.start(1)) + 1
            column = found.start(1) - text.rfind("\n", 0, found.start(1))
            yield problem(
                "D012",
                Position(one.path, line, column),
                f"« {found[1][:40]} » est une formule : le tableur de qui ouvre ce fichier la calculera.",
                "Remplacez-la par sa valeur : dans le tableur, collez les valeurs, puis enregistrez en CSV.",
            )


def tables_without_persons(hub: Hub, today: dt.date) -> Found:
    """A table or a text to download gives no mobile, private mailbox or name of a person."""
    for one in _sound(hub):
        if one.extension in TEXTS:
            yield from _persons(one, one.data().decode("utf-8")[:LOOKED_AT])


def _persons(one: Attachment, text: str) -> Found:
    lines = enumerate(text.splitlines(), 1)
    is_table = one.extension == ".csv"
    found = [
        (number, person)
        for number, line in lines
        for person in personal(_BETWEEN_CELLS.sub(" ", line) if is_table else line)
    ]
    if found:
        (number, first), more = found[0], len(found) - 1
        others = f" ({more} autre{'s' * (more > 1)} de même)" if more else ""
        yield _told(one, number, first.start + 1, f"« {first.written} » semble être {first.sort}{others}")
    elif is_table and (column := _column_of_first_names(text)):
        yield _told(one, 1, column, "Ce tableau a une colonne de prénoms")


def _column_of_first_names(text: str) -> int:
    """Where the heading « Prénom » stands, from 1; 0 where there is none."""
    head = text.partition("\n")[0]
    for found in re.finditer(r"[^;,\t\"]+", head):
        if fold(found[0]) in _FIRST_NAMES:
            return found.start() + 1
    return 0


def _told(one: Attachment, line: int, column: int, what: str) -> Problem:
    return problem(
        "V020",
        Position(one.path, line, column),
        f"{what}, et ce fichier est public.",
        "Retirez du fichier ce qui touche des personnes ; gardez-le si chacune est d'accord.",
    )


def documents_without_authors(hub: Hub, today: dt.date) -> Found:
    """The properties of a document do not name the person who wrote it."""
    for one in _sound(hub):
        if named := [author for author in _authors(one) if is_somebody(author, hub)]:
            shown = ", ".join(f"« {author[:40]} »" for author in named[:3])
            yield problem(
                "V021",
                one.position,
                f"Les propriétés de ce document donnent son auteur : {shown}.",
                "Effacez-le (Fichier, Informations ou Propriétés, puis enregistrez) ; si la personne est "
                "d'accord, ou connue de tous, il n'y a rien à faire.",
            )


def _authors(one: Attachment) -> tuple[str, ...]:
    if one.extension == ".pdf":
        return carried(one).authors
    inside = package(one) if one.extension in OFFICE else None
    return inside.authors if inside else ()


def documents_without_remarks(hub: Hub, today: dt.date) -> Found:
    """A document that is published holds no remark nor change that somebody signed."""
    for one in _sound(hub):
        inside = package(one) if one.extension in OFFICE else None
        if inside and inside.remarks:
            yield problem(
                "V022",
                one.position,
                "Ce document garde des commentaires ou des modifications suivies, et dit de qui ils sont.",
                "Acceptez ou refusez les modifications, supprimez les commentaires, puis enregistrez.",
            )


def _sound(hub: Hub) -> Iterator[Attachment]:
    """The documents of which no rule says already that nobody can open them."""
    for one in hub.documents.values():
        if one.extension in DOCUMENTS and one.size <= HEAVIEST["document"] and _opens(one):
            yield one


def _opens(one: Attachment) -> bool:
    try:
        return is_what_it_says(one)
    except OSError:
        return False


CHECKS = (
    documents_that_act,
    documents_that_open,
    tables_without_formulas,
    tables_without_persons,
    documents_without_authors,
    documents_without_remarks,
)
