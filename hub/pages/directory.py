"""The directory of associations: one page while it is short, pages by letter and by theme beyond."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from hub.model import Hub
from hub.model.association import Association, AssociationStatus, Audience
from hub.model.media import BOOKLET
from hub.model.names import initial
from hub.model.offer import ACTIVITY
from hub.pages import filing, narrowing
from hub.pages.directory_rows import entries
from hub.pages.filing import DIGITS, HOME, OTHERS, File
from hub.pages.index import index, listed
from hub.pages.joining import asking
from hub.pages.links import Link
from hub.pages.page import Page, Pages
from hub.pages.portions import Portion
from hub.pages.quarters import plan
from hub.pages.sheet import Sheet

Choices = list[tuple[str, str, int]]
"""(value, words, how many associations) of a list one chooses from."""

Part = Portion[Association]


def files(hub: Hub, today: dt.date) -> Iterator[tuple[str, bytes]]:
    """What its page asks for: the index that is looked through, or the sheet that narrows the list."""
    yield from index(hub, today) if filing.by_letter(hub) else (narrowing.sheet(hub),)


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The directory, and its pages by letter and by theme where it is long."""
    if not filing.by_letter(tools.hub):
        yield Sheet(HOME, _whole)
        return
    yield Sheet(HOME, _entrance)
    for rank, letter in enumerate(tools.once(_letters)):
        for number, part in enumerate(letter.parts):
            yield Sheet(part.address, _letter_page, (rank, number))
    for rank, theme in enumerate(tools.once(_themes)):
        for number, part in enumerate(theme.parts):
            yield Sheet(part.address, _names_page, ("theme", rank, number))
    for rank, quarter in enumerate(tools.once(_quarters)):
        for number, part in enumerate(quarter.parts):
            yield Sheet(part.address, _names_page, ("quartier", rank, number))


def _letters(tools: Pages) -> list[File]:
    return filing.letters(tools.hub)


def _themes(tools: Pages) -> list[File]:
    return filing.themes(tools.hub)


def _quarters(tools: Pages) -> list[File]:
    return filing.quarters(tools.hub)


def _whole(tools: Pages) -> Page:
    """The whole directory. Without a script it is narrowed by a style sheet; with one, also as one types."""
    hub = tools.hub
    names = listed(hub)
    return tools.section_page(
        HOME,
        "annuaire.html",
        rows=entries(tools, names),
        letters=list(dict.fromkeys(initial(one.nom) for one in names)),
        dissolved=[one for one in hub.associations if one.statut is AssociationStatus.dissoute],
        themes=[file for file in filing.themes(hub) if file.number],
        narrowing=f"../{narrowing.sheet(hub).path}",
        **_form(tools, names),
    )


def _entrance(tools: Pages) -> Page:
    """The page of a long directory: its letters, its themes, and a form that looks through its index."""
    hub = tools.hub
    return tools.section_page(
        HOME,
        "annuaire-entree.html",
        letters=tools.once(_letters),
        themes=[file for file in tools.once(_themes) if file.number],
        codes=_codes(hub),
        files=" ".join(f"../{file.path}" for file in index(hub, tools.today)),
        **_form(tools, listed(hub)),
    )


def _form(tools: Pages, names: Sequence[Association]) -> dict[str, Any]:
    """What one chooses from, with how many associations each choice has, and where one asks to be listed."""
    hub = tools.hub
    quarters = filing.quarters(hub)
    colleges = {c.id: c.nom for c in hub.bureau.colleges}
    return {
        "themes_choice": _choices({t.id: t.nom for t in hub.themes}, (a.themes for a in names)),
        "quarters_choice": [(one.key, one.name, one.number) for one in quarters if one.number],
        "quarters": {one.key: one.address for one in quarters},
        "plan": plan(hub),
        "booklet": tools.download(BOOKLET),
        "publics_choice": _choices({p.value: p.libelle for p in Audience}, map(_publics, names)),
        "colleges_choice": _choices(colleges, ((a.college or "",) for a in names)),
        "count": len(names),
        "unconfirmed": sum(one.unconfirmed for one in names),
        "doing": ACTIVITY in hub.kinds,
        "needed": any(one.benevoles and one.needs(tools.today) for one in names),
        "asking": asking(tools),
    }


def _publics(one: Association) -> set[Audience]:
    """Whom it is for: what is for everybody is for each."""
    return set(Audience) if Audience.tous in one.publics else set(one.publics)


def _choices(words: dict[str, str], values: Iterable[Iterable[str]]) -> Choices:
    """The values that some association has, in the order of `words`."""
    counts = Counter(str(value) for of_one in values for value in of_one)
    return [(key, name, counts[key]) for key, name in words.items() if counts[key]]


def _codes(hub: Hub) -> dict[str, str]:
    """The values of each list, in the order that the index counts them by."""
    return {
        "theme": " ".join(theme.id for theme in hub.themes),
        "public": " ".join(Audience),
        "college": " ".join(college.id for college in hub.bureau.colleges),
        "quartier": " ".join(quarter.key for quarter in filing.quarters(hub)),
    }


def _letter_page(tools: Pages, rank: int, number: int) -> Page:
    """A page of a letter: the associations that the directory lists, then those dissolved."""
    letters = tools.once(_letters)
    letter, part = letters[rank], letters[rank].parts[number]
    said = _SAID.get(letter.key, f"lettre {letter.name}")
    before, after = _beside(letters, letter, part)
    return tools.page(
        "annuaire-lettre.html",
        part.address,
        f"Associations : {said}{part.words}",
        f"Les associations de l’annuaire, {filing.from_to(part.things)}.",
        HOME,
        shell=filing.shell_of(part),
        letters=[Link(one.address, one.name, one is letter) for one in letters],
        starts=filing.starts(letter.parts, part),
        rows=entries(tools, [o for o in part.things if o.statut is not AssociationStatus.dissoute]),
        dissolved=[one for one in part.things if one.statut is AssociationStatus.dissoute],
        previous=before,
        following=after,
    )


_SAID = {DIGITS: "chiffres", OTHERS: "autres écritures"}
"""What is said of a letter that is none."""


def _beside(letters: list[File], letter: File, part: Part) -> tuple[Link | None, Link | None]:
    """The pages before and after a page of a letter; at an end, those of the next letter."""
    here = letters.index(letter)
    files = letters[max(0, here - 1) : here + 2]
    every = [(file, one) for file in files for one in file.parts]
    at = next(rank for rank, (_, one) in enumerate(every) if one.address == part.address)
    before = _neighbour(*every[at - 1]) if at else None
    return before, _neighbour(*every[at + 1]) if at + 1 < len(every) else None


def _neighbour(file: File, part: Part) -> Link:
    """« C, page 2 »."""
    return Link(part.address, f"{file.name}{f', page {part.number}' if part.total > 1 else ''}")


_NAMED: dict[str, tuple[Callable[[Pages], list[File]], str]] = {
    "theme": (_themes, "Les associations qui ont pour thème « {} »"),
    "quartier": (_quarters, "Les associations du quartier « {} »"),
}
"""What lists of names there are beside letters, and what is said of each."""


def _names_page(tools: Pages, sort: str, rank: int, number: int) -> Page:
    """A page of a theme or of a quarter: names by letter, and for whom each works."""
    files, told = _NAMED[sort]
    one_of = tools.once(files)[rank]
    part = one_of.parts[number]
    filed: dict[str, list[tuple[Association, str]]] = {}
    for one in part.things:
        letter = filing.letter_name(filing.key_of(one))
        filed.setdefault(letter, []).append((one, ", ".join(public.libelle for public in one.publics)))
    before, after = _beside([one_of], one_of, part)
    return tools.page(
        "annuaire-noms.html",
        part.address,
        f"Associations : {one_of.name}{part.words}",
        f"{told.format(one_of.name)} : {filing.from_to(part.things) or 'aucune'}.",
        HOME,
        shell=filing.shell_of(part),
        sort=sort,
        file=one_of,
        letters=filed,
        starts=filing.starts(one_of.parts, part),
        previous=before,
        following=after,
    )
