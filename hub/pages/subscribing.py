"""The page of subscriptions: three ways, each in one gesture; then every address, for who chooses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from hub.look.pictograms import pictogram
from hub.markup.mailto import mailto
from hub.model import Hub
from hub.model.calendars import CalendarChannel, calendars_of
from hub.model.channels import SUBSCRIBING, Channel, code_of, feeds_of
from hub.model.pictogram import Pictogram
from hub.model.site import Site
from hub.pages.add_to_calendar import webcal
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The page of subscriptions."""
    yield Sheet(SUBSCRIBING, _page)


class Address(NamedTuple):
    """What one may subscribe to: `url` is to be copied, `opening` opens an application, if any."""

    anchor: str
    title: str
    explanation: str
    url: str
    opening: str
    code: str


class Gesture(NamedTuple):
    """A link, and the words of it."""

    words: str
    address: str


class Way(NamedTuple):
    """A way to be told: its place in the page, what one gets (`told`: what, when, how it stops), the first
    gesture, the one beside it, and the address that this first gesture opens, or that is to be copied."""

    anchor: str
    drawing: Markup
    title: str
    told: tuple[tuple[str, str], ...]
    first: Gesture | None
    other: Gesture
    url: str


def _page(tools: Pages) -> Page:
    hub = tools.hub
    return tools.section_page(
        SUBSCRIBING, "abonnements.html", ways=ways(hub), calendars=_calendars(hub), feeds=_feeds(hub)
    )


def ways(hub: Hub) -> list[Way]:
    """By mail, in one's calendar, in a reader of feeds; last, a way that the town does not offer yet."""
    found = (_by_mail(hub.site), _in_a_calendar(_calendars(hub)[0]), _in_a_reader(_feeds(hub)[0]))
    return sorted(found, key=lambda way: not (way.first or way.url))


def _calendars(hub: Hub) -> list[Address]:
    """Those that one chooses among, the whole agenda first."""
    return [_address(hub, one, webcal(hub, one.address)) for one in calendars_of(hub.site.mots)]


def _feeds(hub: Hub) -> list[Address]:
    """Those that one chooses among, the one of everything first."""
    return [_address(hub, one) for one in feeds_of(hub.kinds)]


def _address(hub: Hub, channel: Channel | CalendarChannel, opening: str = "") -> Address:
    url, code = hub.site.absolute(channel.address), code_of(channel.anchor)
    return Address(channel.anchor, channel.title, channel.explanation, url, opening, code)


def _by_mail(site: Site) -> Way:
    """The letter: whoever keeps the list writes its readers in."""
    letter = site.mots.say("la lettre {du conseil}")
    lines = ("Bonjour,", "", "Je souhaite recevoir la lettre à cette adresse.", "")
    asked = site.contact and Gesture("Demander la lettre", mailto(site.contact, "Recevoir la lettre", lines))
    return Way(
        "lettre",
        pictogram(Pictogram.courriel.value),
        "Par courriel",
        _told(letter, "à chaque numéro envoyé", "le lien au pied du courriel"),
        asked or None,
        Gesture("La lire ici", "/lettre/"),
        site.contact or "",
    )


def _in_a_calendar(everything: Address) -> Way:
    return Way(
        "par-agenda",
        pictogram(Pictogram.agenda.value),
        "Dans votre agenda",
        _told("les dates, tenues à jour", "dans la journée", "supprimez cet agenda"),
        Gesture("Ajouter l’agenda", everything.opening),
        Gesture("Choisir les dates", "#agendas"),
        everything.url,
    )


def _in_a_reader(everything: Address) -> Way:
    return Way(
        "par-flux",
        pictogram(Pictogram.abonnement.value),
        "Dans un lecteur de flux",
        _told("tout ce qui paraît ici", "dès que c’est en ligne", "supprimez ce flux"),
        None,
        Gesture("Choisir les sujets", "#flux-titre"),
        everything.url,
    )


def _told(what: str, when: str, stopped: str) -> tuple[tuple[str, str], ...]:
    return ("Vous recevez", what), ("Quand", when), ("Pour arrêter", stopped)
