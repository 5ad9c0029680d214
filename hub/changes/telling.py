"""What followers will be told, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.changes.counting import listed, named, quoted
from hub.changes.dates import CANCELLED
from hub.changes.followers import Dated, Mail, Message, Turn, When
from hub.changes.line import Line
from hub.changes.nouns import Arrived, Changes
from hub.markup import dates
from hub.markup.plain import excerpt
from hub.model.dates import PartialDate
from hub.model.kind import Kind
from hub.model.kinds import BY_ATTRIBUTE
from hub.schemas.words import words_of


def of_feeds(changes: Changes) -> Iterator[Line]:
    """The messages that come or leave, and what comes without one."""
    for one in changes.messages:
        yield Line(_message(one), (named(one.feeds),))
    told = {one.address for one in changes.messages}
    for new in changes.arrived:
        kind = BY_ATTRIBUTE[new.thing.kind]
        if kind.feed and not any(at.endswith(new.thing.address) for at in told):
            yield Line(f"{quoted(new.thing.title)} n’est annoncé à personne. {_why(new, kind)}")


def _why(one: Arrived, kind: Kind[Any]) -> str:
    """Why nobody is told of something that comes: it has no day of publication, or was over by then."""
    if one.dated:
        return f"C’était fini, ou trop ancien, le jour de sa parution ({one.dated})."
    return f"Son champ {quoted(words_of(kind.model, 'publie_le').title)} est vide."


def _message(one: Message) -> str:
    feeds = len(one.feeds)
    where, of_where = (f"{feeds} abonnements", f"de {feeds} abonnements")
    if feeds == 1:
        where, of_where = "un abonnement", "d’un abonnement"
    title = quoted(one.title)
    day = dates.date(PartialDate.of(one.day))
    match one.when:
        case When.NOW:
            return f"{title} : un nouveau message dans {where}"
        case When.LATER:
            return f"{title} : un message dans {where}, à partir du {day}"
        case When.SILENT:
            return f"{title} : dans les archives {of_where}, sans prévenir personne"
    return f"{title} : retiré {of_where} ; qui l’a déjà reçu le garde"


def of_calendars(changes: Changes) -> Iterator[Line]:
    """The dates that calendars will have otherwise."""
    for one in changes.dates:
        yield Line(_date(one), (named(one.calendars),))


def _date(one: Dated) -> str:
    title = quoted(one.title)
    before, after = (excerpt(words, 160) for words in (one.before, one.after))
    match one.turn:
        case Turn.ADDED:
            return f"{title} s’ajoute : {after}"
        case Turn.REMOVED:
            field = quoted(CANCELLED)
            return f"{title} disparaît sans être dit annulé ({before}) : {field} le dirait aux abonnés"
        case Turn.CANCELLED:
            return f"{title} est annulé : {after}"
        case Turn.RESTORED:
            return f"{title} a lieu de nouveau : {after}"
        case Turn.MOVED:
            return f"{title} change de date : {before} → {after}"
    return f"{title} change de lieu : {before} → {after}"


def of_letters(changes: Changes) -> Iterator[Line]:
    """The mails that will tell other things."""
    for one in changes.mails:
        yield Line(_mail(one), tuple(_announces(one)))


def _mail(one: Mail) -> str:
    if one.new:
        return f"{quoted(one.thing.title)}, pour {one.readers}, est prête à envoyer."
    if one.sent:
        return f"{quoted(one.thing.title)} est déjà parue : sa page change, les courriels envoyés restent."
    return f"{quoted(one.thing.title)} n’annoncera plus la même chose à {one.readers}."


def _announces(one: Mail) -> Iterator[str]:
    if one.more:
        yield f"annonce : {listed([quoted(words) for words in one.more])}"
    if one.less:
        yield f"n’annonce plus : {listed([quoted(words) for words in one.less])}"
