"""What those who follow the site are told: messages of feeds, dates of calendars, mails of the letter."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from hub.changes.thing import Thing


class Place(NamedTuple):
    """Something that has an address: a feed, a calendar."""

    title: str
    address: str


class When(StrEnum):
    """When a message is told."""

    NOW = "now"
    LATER = "later"
    SILENT = "silent"
    WITHDRAWN = "withdrawn"


class Message(NamedTuple):
    """A message of some feeds, by its GUID: told at once, on the `day` that it is dated, among archives where
    nobody is told, or taken back."""

    guid: str
    title: str
    address: str
    when: When
    day: dt.date
    feeds: tuple[Place, ...]


class Mail(NamedTuple):
    """The mail of an issue of the newsletter that will tell other things; `sent` says that its day has come.

    `new` says that the issue itself was not there.
    """

    thing: Thing
    readers: str
    sent: bool
    new: bool
    more: tuple[str, ...]
    less: tuple[str, ...]


class Turn(StrEnum):
    """What becomes of a date in calendars."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    MOVED = "moved"
    ELSEWHERE = "elsewhere"


class Dated(NamedTuple):
    """A date that calendars will have otherwise, by its UID; `before` and `after` say when, or where."""

    uid: str
    title: str
    address: str
    turn: Turn
    before: str
    after: str
    calendars: tuple[Place, ...]
