"""What feeds tell of a thing of each kind: its title, a first sentence, a summary, what follows its text."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

from hub.feeds.follow_up import follow_up, votes
from hub.markup import Renderer, dates, elections, issue, rhythm, states
from hub.markup.plain import capital, ended
from hub.markup.titles import event_title, letter_title, minutes_title
from hub.model import Hub
from hub.model.call import CALL, Call
from hub.model.election import ELECTION, Election
from hub.model.event import EVENT, Event
from hub.model.exchange import EXCHANGE, Exchange
from hub.model.issue import issue_of
from hub.model.kind import Feed
from hub.model.kinds import kind_of
from hub.model.letter import LETTER, Letter
from hub.model.minutes import MINUTES, Minutes
from hub.model.training import TRAINING, Training


class Telling:
    """How a thing is told that says no more than its title, its summary and its text."""

    def title(self, thing: Any) -> str:
        """Plain text, as what follows but for `more` and `after`, which are HTML."""
        return str(thing.titre)

    def lead(self, thing: Any, today: dt.date) -> str:
        """A first sentence that says when, or of what."""
        return ""

    def summary(self, thing: Any, renderer: Renderer, today: dt.date) -> str:
        """What it is about: in its own words where it has some, else its beginning, after what leads it."""
        own: str | None = getattr(thing, "resume", None)
        return own or " ".join(filter(None, (self.lead(thing, today), renderer.beginning(thing.text))))

    def more(self, hub: Hub, thing: Any) -> str:
        """What follows its text, before its documents."""
        return ""

    def after(self, hub: Hub, thing: Any, renderer: Renderer, today: dt.date) -> str:
        """What comes last."""
        return ""


class _OfMinutes(Telling):
    def title(self, thing: Minutes) -> str:
        return minutes_title(thing)

    def lead(self, thing: Minutes, today: dt.date) -> str:
        return f"Ordre du jour : {' ; '.join(thing.ordre_du_jour)}." if thing.ordre_du_jour else ""

    def summary(self, thing: Minutes, renderer: Renderer, today: dt.date) -> str:
        return self.lead(thing, today) or super().summary(thing, renderer, today)

    def more(self, hub: Hub, thing: Minutes) -> str:
        return votes(thing) + follow_up(hub, thing)


class _OfElection(Telling):
    def title(self, thing: Election) -> str:
        return f"Annulé : {thing.titre}" if thing.annule else thing.titre

    def lead(self, thing: Election, today: dt.date) -> str:
        return f"{capital(elections.standing(thing, today))}."

    def more(self, hub: Hub, thing: Election) -> str:
        """Who was elected, by how many voices where these are told."""
        voted = elections.turnout(thing.turnout())
        told = f"\n<p>{capital(voted)}.</p>" if voted and thing.known else ""
        return told + elections.html(hub, thing)


class _OfEvent(Telling):
    def title(self, thing: Event) -> str:
        return ("Annulé : " if thing.annule else "") + event_title(thing)

    def lead(self, thing: Event, today: dt.date) -> str:
        repeated = rhythm.besides(thing)
        lead = capital(rhythm.when(thing.first)) + (f" ({repeated})" if repeated else "") + "."
        return f"{lead} Annulé : {ended(thing.annule)}" if thing.annule else lead

    def summary(self, thing: Event, renderer: Renderer, today: dt.date) -> str:
        words = super().summary(thing, renderer, today)
        return f"Annulé. {words}" if thing.resume and thing.annule else words

    def more(self, hub: Hub, thing: Event) -> str:
        """The times of a series that are otherwise; nothing where there is none, or none takes place."""
        if thing.annule:
            return ""
        rows = "\n".join(f"<li>{escape(states.told(once), quote=False)}</li>" for once in thing.exceptions)
        return f"\n<p>Ce qui change :</p>\n<ul>\n{rows}\n</ul>" if rows else ""


class _OfCall(Telling):
    def lead(self, thing: Call, today: dt.date) -> str:
        return f"{capital(states.standing(thing, today))}."

    def summary(self, thing: Call, renderer: Renderer, today: dt.date) -> str:
        words = super().summary(thing, renderer, today)
        over = thing.resume and thing.over(today)
        return f"Appel {states.standing(thing, today)}. {words}" if over else words


class _OfTraining(Telling):
    def title(self, thing: Training) -> str:
        return ("Annulé : " if thing.annule else "") + thing.titre

    def lead(self, thing: Training, today: dt.date) -> str:
        times = [dates.moment(one.debut) for one in thing.held]
        when = f"{capital(', '.join(times))}." if times else ""
        return f"{when} Annulé : {ended(thing.annule)}".strip() if thing.annule else when

    def summary(self, thing: Training, renderer: Renderer, today: dt.date) -> str:
        words = super().summary(thing, renderer, today)
        return f"Annulé. {words}" if thing.resume and thing.annule else words


class _OfExchange(Telling):
    def title(self, thing: Exchange) -> str:
        return f"{capital(thing.sens.libelle)} : {thing.titre}"

    def lead(self, thing: Exchange, today: dt.date) -> str:
        return f"{capital(states.lasting(thing, today))}. À qui écrire : {ended(thing.contact)}"


class _OfLetter(Telling):
    def title(self, thing: Letter) -> str:
        return letter_title(thing)

    def after(self, hub: Hub, thing: Letter, renderer: Renderer, today: dt.date) -> str:
        """What an issue announces after its editorial: a mailing tool that reads the feed gets it all."""
        return "\n" + issue.html(issue.blocks(issue_of(hub, thing, today), renderer))


_PLAIN = Telling()
_OWN = {
    MINUTES: _OfMinutes(),
    ELECTION: _OfElection(),
    EVENT: _OfEvent(),
    CALL: _OfCall(),
    EXCHANGE: _OfExchange(),
    LETTER: _OfLetter(),
    TRAINING: _OfTraining(),
}
"""The kinds of which there is more to say."""


def telling_of(thing: Any) -> Telling:
    """How a thing is told."""
    return _OWN.get(kind_of(thing), _PLAIN)


def feed_of(thing: Any) -> Feed:
    """What the kind of a thing that is announced says of its feed."""
    feed = kind_of(thing).feed
    assert feed, "only what is announced has a name in feeds"
    return feed
