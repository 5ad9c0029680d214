"""What a meeting decided, as a list: the table of its page, for those who read it in a message."""

from __future__ import annotations

from html import escape

from hub.markup import dates, elections
from hub.markup.titles import listed
from hub.model import Hub
from hub.model.minutes import Action, Minutes


def votes(minutes: Minutes) -> str:
    """The votes of the minutes as HTML, '' where there was none."""
    if not minutes.votes:
        return ""
    rows = "\n".join(
        f"<li>{escape(one.objet, quote=False)} : {escape(elections.vote(one), quote=False)}</li>"
        for one in minutes.votes
    )
    return f"\n<h2>Votes</h2>\n<ul>\n{rows}\n</ul>"


def follow_up(hub: Hub, minutes: Minutes) -> str:
    """The actions of the minutes as HTML, '' where they decide none."""
    if not minutes.suivi:
        return ""
    rows = "\n".join(f"<li>{_row(hub, action)}</li>" for action in minutes.suivi)
    return f"\n<h2>Synthèse et suivi</h2>\n<ul>\n{rows}\n</ul>"


def _row(hub: Hub, action: Action) -> str:
    who = listed(hub, action.qui)
    when = f"échéance : {dates.date(action.echeance)}" if action.echeance else ""
    known = " ; ".join(part for part in (who, when, action.etat.libelle) if part)
    return f"<strong>{escape(action.projet)}</strong> : {escape(action.quoi)} ({escape(known, quote=False)})"
