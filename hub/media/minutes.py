"""Minutes as documents to be printed, pinned on a board, kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hub.markup import Renderer, dates, elections
from hub.markup.leads import in_full
from hub.markup.plain import capital
from hub.markup.titles import listed, minutes_title
from hub.markup.typography import french
from hub.media.look import Look, numbers, page
from hub.media.nodes import Node, line, table
from hub.media.pictures import Pictures
from hub.media.tree import Leads, tree
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.media import pdf_of
from hub.model.minutes import Action, Minutes
from hub.model.vote import Vote

_VOTED = ("Objet", "Résultat", "Voix")
_HEAD = ("Projet", "Quoi ?", "Par qui ?", "Échéance", "État")


def works(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The PDF of each set of minutes."""
    return (make() for _, make in sheets(hub, renderer, look))


def sheets(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same, each by its address, and none of them made."""
    return ((pdf_of(one), partial(work, one, hub, renderer, look)) for one in hub.minutes)


def work(one: Minutes, hub: Hub, renderer: Renderer, look: Look) -> Work:
    """The PDF of one set of minutes of the hub."""
    pictures = Pictures(hub)
    leads = Leads(in_full(hub, one.address), pictures.shown)
    told = {
        **page(hub.site, one.address),
        "heading": french(f"{minutes_title(one)} – {hub.site.site_name}"),
        "title": line(_unbroken_date(one)),
        "published": numbers(one.publie_le.first if one.publie_le else one.date.first),
        "facts": [(line(what), line(words)) for what, words in _facts(hub, one)],
        "agenda": [line(point) for point in one.ordre_du_jour],
        "text": tree(renderer.typeset(one.text), leads),
        "votes": _votes(one.votes) if one.votes else None,
        "suivi": _follow_up(hub, one.suivi) if one.suivi else None,
        "source": line(one.source) if one.source else None,
    }
    return look.work(
        pdf_of(one),
        "compte-rendu",
        told,
        code=hub.site.absolute(one.address),
        pictures=pictures.used,
        headed=bool(one.suivi or one.votes),
    )


def _facts(hub: Hub, one: Minutes) -> Iterator[tuple[str, str]]:
    """(what, words), what is not known left out."""
    facts = (
        ("Date", dates.long_day(one.date.first) if one.date.day else dates.date(one.date)),
        ("Instance", one.body.one),
        ("Lieu", one.lieu),
        ("Associations présentes", listed(hub, one.presents) or "à confirmer"),
        ("Associations excusées", listed(hub, one.excuses)),
        ("Pour la ville", " ; ".join(_attendee(who.nom, who.fonction) for who in one.ville)),
        ("Prochaine réunion", dates.moment(one.prochaine) if one.prochaine else ""),
        ("Quorum", elections.plural(one.quorum, "association") if one.quorum else ""),
        ("Statut", " ".join((one.statut.libelle, dates.on(one.adopte_le) if one.adopte_le else ""))),
    )
    for what, words in facts:
        if words:
            yield what, capital(words)


def _unbroken_date(one: Minutes) -> str:
    """The title, whose date is not broken between two lines."""
    words = dates.date(one.date)
    return minutes_title(one).replace(words, words.replace(" ", "\u00a0"))


def _attendee(name: str | None, role: str) -> str:
    return f"{name}, {role}" if name else role


def _votes(votes: tuple[Vote, ...]) -> Node:
    """The table of the votes; of fewer than ten voices their outcome alone."""
    rows = [
        [line(words) for words in (one.objet, one.outcome.libelle, elections.counted(one))] for one in votes
    ]
    return table([line(words) for words in _VOTED], rows, [""] * len(_VOTED), headed=True)


def _follow_up(hub: Hub, actions: tuple[Action, ...]) -> Node:
    """The table of the follow-up, the first cell of whose rows is their head."""
    head = [line(words) for words in _HEAD]
    rows = [[line(words) for words in _row(hub, action)] for action in actions]
    return table(head, rows, [""] * len(_HEAD), headed=True)


def _row(hub: Hub, action: Action) -> tuple[str, ...]:
    """A row of the follow-up: project, what, who, until when, how far."""
    return (
        action.projet,
        action.quoi,
        listed(hub, action.qui) or "à confirmer",
        dates.date(action.echeance) if action.echeance else "non fixée",
        action.etat.libelle,
    )
