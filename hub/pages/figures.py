"""Figures: what the sources of the town let one count, each with the sentence that says what it shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from hub.markup import dates
from hub.markup.money import euros
from hub.markup.plain import capital
from hub.markup.typography import decimal
from hub.model import Hub
from hub.model.association import AssociationStatus
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.grant import GrantNature
from hub.model.minutes import ActionState, Minutes
from hub.pages.bars import Amount, Figure, bars
from hub.pages.given import in_money

Years = dict[int, list[Minutes]]


def figures(hub: Hub) -> list[Figure]:
    """What the town's sources let one count; nothing for what they do not hold."""
    years: Years = defaultdict(list)
    for minutes in hub.minutes:
        years[minutes.date.year].append(minutes)
    found = [
        _statuses(hub),
        _themes(hub),
        _meetings(hub, years),
        _attendance(years),
        _actions(hub),
        _grants(hub),
    ]
    return [figure for figure in found if figure.rows]


def _statuses(hub: Hub) -> Figure:
    """The associations of the directory by what is known of their state."""
    counted = Counter(a.statut for a in hub.associations)
    unknown = counted.pop(AssociationStatus.a_confirmer, 0)
    told = [Amount(capital(s.libelle), counted[s]) for s in AssociationStatus if counted[s]]
    active = counted[AssociationStatus.active]
    known = counted.total()
    sentence = _share(
        active, known, "association", "dont on connaît la situation", ("est active", "sont actives")
    )
    if not known:
        listed = f"des {unknown} associations" if unknown > 1 else "de la seule association"
        sentence = f"La situation {listed} de l’annuaire est à confirmer."
    rows = _rows(told)
    if unknown:
        rows.append(("À confirmer", str(unknown)))
    drawn = bars(told, capital(AssociationStatus.active.libelle))
    note = f"À confirmer, et donc absentes du dessin : {unknown}." if unknown and drawn else ""
    head = ("Situation", "Nombre")
    title = "Associations de l’annuaire"
    return Figure("situations", title, head, rows, drawn, sentence, note, bool(unknown))


def _themes(hub: Hub) -> Figure:
    """The associations of each theme, the one that most have first."""
    listed = [a for a in hub.associations if a.statut is not AssociationStatus.dissoute]
    counted = Counter(theme for a in listed for theme in a.themes)
    told = [Amount(t.nom, counted[t.id]) for t in hub.themes if counted[t.id]]
    told.sort(key=lambda one: -one.number)
    note = "Une association peut avoir plusieurs thèmes." if counted.total() > len(listed) else ""
    leading = [one for one in told if one.number == told[0].number]
    drawn = bars(told, leading[0].words if len(leading) == 1 else "")
    head = ("Thème", "Nombre")
    return Figure("themes", "Associations par thème", head, _rows(told), drawn, _leading(leading, told), note)


def _leading(leading: Sequence[Amount], told: Sequence[Amount]) -> str:
    """What theme most associations have."""
    if not leading:
        return ""
    each = _associations(leading[0].number)
    if len(told) == 1:
        return f"« {leading[0].words} » est le seul thème : {each}."
    if len(leading) == 1:
        return f"« {leading[0].words} » est le thème qui revient le plus : {each}."
    if len(leading) == len(told):
        return f"Les {len(told)} thèmes ont chacun {each}."
    return f"{len(leading)} thèmes ont chacun {each}, plus que les autres."


def _meetings(hub: Hub, years: Years) -> Figure:
    """The meetings of each year that have minutes."""
    told = [Amount(str(year), len(years[year])) for year in sorted(years)]
    whole = sum(map(len, years.values()))
    since = f"depuis {told[0].words}" if len(told) > 1 else f"en {told[0].words}" if told else ""
    sentence = f"{f'{whole} réunions ont' if whole > 1 else 'Une réunion a'} un compte rendu ici, {since}."
    title = hub.site.mots.say("Réunions {du conseil}")
    return Figure("reunions", title, ("Année", "Nombre"), _rows(told), bars(told), sentence)


def _attendance(years: Years) -> Figure:
    """The associations present at a meeting, on average; minutes that name nobody tell nothing."""
    told = []
    counted = [minutes for of_year in years.values() for minutes in of_year if minutes.presents]
    for year, of_year in sorted(years.items()):
        present = [len(minutes.presents) for minutes in of_year if minutes.presents]
        if present:
            told.append(Amount(str(year), round(sum(present) / len(present), 1)))
    last = told[-1] if told else Amount("", 0)
    were = f"{_associations(last.number)} {'étaient' if last.number > 1 else 'était'}"
    title = "Associations présentes à une réunion"
    sentence = f"En {last.words}, {were} là à une réunion, en moyenne."
    if len(counted) == 1:
        sentence = f"{were} à la réunion du {dates.date(counted[0].date)}."
    else:
        title += ", en moyenne"
    return Figure("presence", title, ("Année", "Associations"), _rows(told), bars(told, last.words), sentence)


def _actions(hub: Hub) -> Figure:
    """The actions decided in a year, and how many of those whose state is known are done; one that several
    meetings speak of is one."""
    years: dict[int, list[ActionState]] = defaultdict(list)
    for thread in hub.threads.values():
        for action in thread.actions:
            years[action.first.minutes.date.year].append(action.etat)
    told: list[Amount] = []
    rows: list[tuple[str, ...]] = []
    for year, states in sorted(years.items()):
        unknown, done = states.count(ActionState.a_confirmer), states.count(ActionState.fait)
        if len(states) > unknown:
            told.append(Amount(str(year), len(states) - unknown, done))
        rows.append((str(year), str(len(states)), str(done), str(unknown)))
    head: tuple[str, ...] = ("Année", "Décidées", "Faites", "État à confirmer")
    return _without_unknown(
        Figure("actions", "Actions décidées et actions faites", head, rows, bars(told)), told
    )


def _without_unknown(figure: Figure, told: Sequence[Amount]) -> Figure:
    """The actions with their sentence and their note; no column for states of which none is unknown."""
    known, done = int(sum(one.number for one in told)), int(sum(one.part or 0 for one in told))
    decided, unknown = (sum(int(row[column]) for row in figure.rows) for column in (1, 3))
    sentence = _share(done, known, "action", "dont on connaît l’état", ("est faite", "sont faites"))
    if not known:
        whose = f"des {decided} actions décidées" if decided > 1 else "de la seule action décidée"
        sentence = f"L’état {whose} est à confirmer."
    note = "La partie pleine de chaque barre : les actions faites." if figure.bars else ""
    if note and unknown:
        note += f" Celles dont l’état est à confirmer, {unknown}, ne sont pas dessinées."
    elif known and unknown:
        note = f"Actions dont l’état est à confirmer : {unknown}."
    if not unknown:
        figure = figure._replace(rows=[row[:3] for row in figure.rows], head=figure.head[:3])
    return figure._replace(sentence=sentence, note=note, unknown=bool(unknown))


def _grants(hub: Hub) -> Figure:
    """What the town gave each year, in money."""
    given = [one for one in reversed(hub.of(CAMPAIGN)) if in_money(one)]
    told = [Amount(one.id, in_money(one), value=euros(in_money(one))) for one in given]
    rows: list[tuple[str, ...]] = [
        (one.words, one.value, str(_bearers(hub, of))) for one, of in zip(told, given, strict=True)
    ]
    sentence = ""
    if told:
        number = _associations(_bearers(hub, given[-1]))
        sentence = f"Pour {told[-1].words}, la ville a attribué {told[-1].value} à {number}."
    head = ("Année", "Montant", "Associations")
    drawn = bars(told, told[-1].words if told else "")
    return Figure("subventions", "Subventions en argent", head, rows, drawn, sentence)


def _bearers(hub: Hub, campaign: Campaign) -> int:
    """How many associations a campaign gave money to."""
    names = [one.association for one in campaign.attributions if one.nature is not GrantNature.nature]
    return len({association.id if (association := hub.named(name)) else name for name in names})


def _share(some: int, whole: int, noun: str, known: str, verbs: tuple[str, str]) -> str:
    """« 32 des 37 associations dont on connaît la situation sont actives. »: `verbs` in both numbers."""
    one, many = verbs
    if not some:
        return f"Aucune {noun} {known} n’{one}."
    if some == whole:
        return f"Les {whole} {noun}s {known} {many}." if whole > 1 else f"La seule {noun} {known} {one}."
    return f"{some} des {whole} {noun}s {known} {many if some > 1 else one}."


def _associations(count: float) -> str:
    return f"{decimal(count)} association{'s' if count > 1 else ''}"


def _rows(told: Sequence[Amount]) -> list[tuple[str, ...]]:
    return [(one.words, decimal(one.number)) for one in told]
