"""An issue of the newsletter in words: blocks of entries, the same on the page, in the feed and in mails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeVar

from markupsafe import escape

from hub.markup import dates, rhythm, states
from hub.markup.markdown import Renderer
from hub.markup.plain import capital, excerpt
from hub.markup.titles import minutes_title
from hub.model.association import ASSOCIATION, Association
from hub.model.attachment import Picture, picture_of
from hub.model.call import CALL, Call
from hub.model.event import EVENT, EventAudience, Occurrence
from hub.model.exchange import EXCHANGE, Exchange
from hub.model.guide import GUIDE
from hub.model.issue import Issue
from hub.model.kind import Kind
from hub.model.letter import LetterAudience
from hub.model.minutes import MINUTES, Minutes
from hub.model.news import NEWS
from hub.model.publication import Publication

T = TypeVar("T")

SHOWN = 12
"""Things of a kind that are told one by one: a letter is read in five minutes, and Gmail cuts long mails."""

SUMMARY = 200
"""Characters of a summary: two lines on a phone held sideways."""


class Entry(NamedTuple):
    """A thing that is announced: plain text; `fact` says when, `label` warns; both may be ''.

    `address` starts with `/`; `picture` is the one that the thing has, if any.
    """

    title: str
    address: str
    fact: str = ""
    summary: str = ""
    label: str = ""
    picture: Picture | None = None


class Block(NamedTuple):
    """Things of one kind; `more` leads to the rest, at `address`, and is '' where all is told. What readers
    `known` already is folded on a page."""

    title: str
    address: str
    entries: list[Entry]
    more: str
    known: bool = False


def blocks(issue: Issue, renderer: Renderer) -> list[Block]:
    """What the issue announces, kind by kind; nothing for a kind that has nothing."""

    def told(thing: Publication | Association) -> Entry:
        return _told(thing, renderer)

    def call(one: Call) -> Entry:
        return told(one)._replace(fact=_closing(one))

    def exchange(one: Exchange) -> Entry:
        return told(one)._replace(fact=f"{capital(one.sens.libelle)}, {dates.until(one.jusqu_a)}")

    own: dict[Kind[Any], Callable[[Any], Entry]] = {EXCHANGE: exchange}
    kinds = (
        _of(MINUTES, issue.minutes, _minutes),
        _of(EVENT, issue.dates, _date),
        _of(CALL, issue.calls, call),
        _block("Formations", EVENT.base, issue.trainings, _training),
        _of(NEWS, issue.news, told),
        _of(GUIDE, issue.guides, told),
        *(_of(kind, things, own.get(kind, told)) for kind, things in issue.others),
        _of(ASSOCIATION, issue.associations, told),
        _block("Toujours au rendez-vous", EVENT.base, issue.regulars, _date)._replace(known=True),
    )
    return [block for block in kinds if block.entries]


def _of(kind: Kind[Any], things: Sequence[T], tell: Callable[[T], Entry]) -> Block:
    """Things of a kind, under the title that it declares."""
    return _block(kind.letter or "", kind.base, things, tell)


def _block(title: str, address: str, things: Sequence[T], tell: Callable[[T], Entry]) -> Block:
    left = len(things) - SHOWN
    more = "" if left <= 0 else f"{left} autre{'s' if left > 1 else ''} sur le site"
    return Block(title, address, [tell(thing) for thing in things[:SHOWN]], more)


def html(told: Sequence[Block]) -> str:
    """The blocks as HTML for a page or a feed, with links that start with `/`."""
    return "\n".join(f"<h2>{escape(block.title)}</h2>\n{listed(block)}" for block in told)


def listed(block: Block) -> str:
    """The entries of a block as HTML, without its title."""
    entries = "\n".join(map(_entry_html, block.entries))
    more = f'\n<p><a href="{escape(block.address)}">{escape(block.more)}</a></p>' if block.more else ""
    return f"<ul>\n{entries}\n</ul>{more}"


def _entry_html(entry: Entry) -> str:
    label = f" <strong>({escape(entry.label)})</strong>" if entry.label else ""
    lines = [f'<a href="{escape(entry.address)}">{escape(entry.title)}</a>{label}']
    lines += [escape(words) for words in (entry.fact, entry.summary) if words]
    return f"<li>{'<br>'.join(lines)}</li>"


def readers(audience: LetterAudience) -> str:
    """« Lettre aux associations »: for whom the issue is, in words."""
    to = {LetterAudience.habitants: " aux habitantes et aux habitants"}
    to[LetterAudience.associations] = " aux associations"
    return f"Lettre{to.get(audience, '')}"


def _minutes(minutes: Minutes) -> Entry:
    decided, voted = len(minutes.suivi), len(minutes.votes)
    facts = [f"{voted} vote{'s' if voted > 1 else ''}"] if voted else []
    facts += (
        [f"{decided} action{'s' if decided > 1 else ''} décidée{'s' if decided > 1 else ''}"]
        if decided
        else []
    )
    summary = excerpt(" ; ".join(minutes.ordre_du_jour), SUMMARY)
    return Entry(minutes_title(minutes), minutes.address, ", ".join(facts), summary)


def _date(once: Occurrence) -> Entry:
    """When and where, in a line: a letter announces many."""
    event = once.event
    fact = _fact(rhythm.when(once), once)
    if again := _again(once):
        fact += f", {again}"
    if cancelled := states.left_out(once):
        fact += f", {cancelled}"
    return Entry(event.titre, event.address, fact, label=states.of_time(once))


def _again(once: Occurrence) -> str:
    """« chaque mardi », « et d’autres dates »: that there are others, which its page tells."""
    rule = once.event.recurrence
    if rule is None or once.event.daily:
        return ""
    return rhythm.rhythm(once.event).every if rule.frequence else "et d’autres dates" if rule.dates else ""


def _training(once: Occurrence) -> Entry:
    """One chooses a training by what it is about."""
    return _date(once)._replace(summary=once.event.resume or "", picture=once.event.image)


def _fact(when: str, once: Occurrence) -> str:
    place = once.lieu.nom if once.lieu else None
    reserved = once.event.public is EventAudience.associations
    parts = (capital(when), place, EventAudience.associations.libelle if reserved else None)
    return ", ".join(part for part in parts if part)


def _closing(call: Call) -> str:
    kind = call.type.libelle.capitalize()
    return f"{kind}, {dates.until(call.cloture)}" if call.cloture else kind


def _told(thing: Publication | Association, renderer: Renderer) -> Entry:
    """A thing by its name and its summary, or the beginning of its text."""
    label = ""
    if isinstance(thing, Association):
        name, summary, text, label = thing.nom, None, thing.objet or "", states.of_association(thing)
    else:
        name, summary, text = thing.titre, thing.resume, thing.text
    words = summary or renderer.beginning(text)
    entry = Entry(name, thing.address, label=label, picture=picture_of(thing))  # type: ignore[union-attr]
    return entry._replace(summary=excerpt(words, SUMMARY))
