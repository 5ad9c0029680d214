"""Figures: bars drawn of what the sources hold, each with the table that it is drawn from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hub.markup.plain import capital
from hub.model import Hub
from hub.model.association import AssociationStatus
from hub.model.minutes import ActionState, Minutes

WIDTH = 340
"""Units of a drawing: as wide as a phone, so that its words are as large there as those of the page."""

ROW = 40
"""Units from a bar to the next: a line of words, the bar, and room."""


class Bar(NamedTuple):
    """A bar: what it counts, its length in units of the drawing, that of its part if it has one."""

    words: str
    value: str
    length: float
    part: float | None
    y: int


class Figure(NamedTuple):
    """A drawing and its table: `head` names the columns, each row begins with what it counts.

    What is not known is in the table and in the note, never in the drawing; a count that has no other to be
    compared with is not drawn.
    """

    key: str
    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    bars: list[Bar]
    note: str = ""

    @property
    def height(self) -> int:
        """Of the drawing, in its units."""
        return ROW * len(self.bars)


def figures(hub: Hub) -> list[Figure]:
    """What the town's sources let one count; nothing for what they do not hold."""
    listed = [a for a in hub.associations if a.statut is not AssociationStatus.dissoute]
    themes = Counter(theme for a in listed for theme in a.themes)
    statuses = Counter(a.statut for a in hub.associations)
    years: dict[int, list[Minutes]] = defaultdict(list)
    for minutes in hub.minutes:
        years[minutes.date.year].append(minutes)
    found = [
        _counted(
            "situations",
            "Associations de l’annuaire",
            "Situation",
            [(s.libelle, statuses[s]) for s in AssociationStatus if s is not AssociationStatus.a_confirmer],
            unknown=statuses[AssociationStatus.a_confirmer],
        ),
        _counted("themes", "Associations par thème", "Thème", [(t.nom, themes[t.id]) for t in hub.themes]),
        _counted(
            "reunions",
            hub.site.mots.say("Réunions {du conseil}"),
            "Année",
            [(str(y), len(years[y])) for y in sorted(years)],
        ),
        _attendance(years),
        _actions(hub),
    ]
    return [figure for figure in found if figure.rows]


def drawn(key: str, title: str, told: Sequence[tuple[str, float, str]]) -> Figure:
    """The figure of amounts that have words of their own: what each is of, the amount, its words."""
    bars = _bars([(words, amount, None) for words, amount, _ in told])
    named = [bar._replace(value=words) for bar, (_, _, words) in zip(bars, told, strict=True)]
    return Figure(key, title, (), [(words, value) for words, _, value in told], named)


def _counted(
    key: str, title: str, what: str, counts: Iterable[tuple[str, float]], unknown: int = 0
) -> Figure:
    """The figure of what is counted; `unknown` is how many things no source tells of."""
    told = [(capital(words), number) for words, number in counts if number]
    rows: list[tuple[str, ...]] = [(words, _number(number)) for words, number in told]
    bars = _bars([(words, number, None) for words, number in told]) if len(told) > 1 else []
    if not unknown:
        return Figure(key, title, (what, "Nombre"), rows, bars)
    note = f"À confirmer, et donc absentes du dessin : {unknown}." if bars else ""
    return Figure(key, title, (what, "Nombre"), [*rows, ("À confirmer", _number(unknown))], bars, note)


def _attendance(years: dict[int, list[Minutes]]) -> Figure:
    """The associations present at a meeting, on average; minutes that name nobody tell nothing."""
    means = []
    for year, of_year in sorted(years.items()):
        present = [len(minutes.presents) for minutes in of_year if minutes.presents]
        if present:
            means.append((str(year), round(sum(present) / len(present), 1)))
    figure = _counted("presence", "Associations présentes à une réunion, en moyenne", "Année", means)
    return figure._replace(head=("Année", "Associations"))


def _actions(hub: Hub) -> Figure:
    """The actions decided in a year, and how many of those whose state is known are done; one that several
    meetings speak of is one."""
    years: dict[int, list[ActionState]] = defaultdict(list)
    for thread in hub.threads.values():
        for action in thread.actions:
            years[action.first.minutes.date.year].append(action.etat)
    told = []
    rows: list[tuple[str, ...]] = []
    for year, states in sorted(years.items()):
        unknown, done = states.count(ActionState.a_confirmer), states.count(ActionState.fait)
        if len(states) > unknown:
            told.append((str(year), len(states) - unknown, done))
        rows.append((str(year), str(len(states)), str(done), str(unknown)))
    head: tuple[str, ...] = ("Année", "Décidées", "Faites", "État à confirmer")
    note = "La partie pleine de chaque barre : les actions faites." if told else ""
    if not any(int(row[3]) for row in rows):
        rows, head = [row[:3] for row in rows], head[:3]
    elif told:
        note += " Celles dont l’état est à confirmer ne sont pas dessinées."
    return Figure("actions", "Actions décidées et actions faites", head, rows, _bars(told), note)


def _bars(told: Sequence[tuple[str, float, float | None]]) -> list[Bar]:
    """Bars whose longest fills the drawing; a value stands at their right, above them."""
    longest = max((number for _, number, _ in told), default=1)
    return [
        Bar(
            words,
            _number(number) if part is None else f"{_number(part)} sur {_number(number)}",
            round(WIDTH * number / longest, 1),
            None if part is None else round(WIDTH * part / longest, 1),
            index * ROW,
        )
        for index, (words, number, part) in enumerate(told)
    ]


def _number(value: float) -> str:
    """« 12,5 », « 12 »."""
    return f"{value:g}".replace(".", ",")
