"""Which feeds, calendars and data files a town publishes, and at which addresses."""

from __future__ import annotations

from typing import NamedTuple


class Channel(NamedTuple):
    """A feed or a calendar: the attributes of the hub that it announces, and what it is called."""

    address: str
    title: str
    kinds: tuple[str, ...]
    explanation: str


FEEDS = (
    Channel(
        "/rss.xml",
        "Tout ce qui est publié",
        ("minutes", "events", "news", "calls", "guides", "letters"),
        "Comptes rendus, dates, actualités, appels, guides et lettres.",
    ),
    Channel("/comptes-rendus/rss.xml", "Comptes rendus", ("minutes",), "Un message par réunion."),
    Channel("/agenda/rss.xml", "Agenda", ("events",), "Un message par date annoncée."),
    Channel("/actualites/rss.xml", "Actualités", ("news",), "Les nouvelles des associations."),
    Channel("/appels/rss.xml", "Appels", ("calls",), "Un message à l’ouverture de chaque appel."),
    Channel("/guides/rss.xml", "Guides", ("guides",), "Les nouveaux guides pratiques."),
    Channel("/lettre/rss.xml", "Lettre", ("letters",), "La lettre d’information, numéro par numéro."),
)

CALENDARS = (
    Channel(
        "/agenda.ics",
        "Tout l’agenda",
        ("events",),
        "Toutes les dates dont le jour est connu, tenues à jour.",
    ),
)

DATA_SETS = (
    ("associations", "Les associations de l’annuaire, une par ligne."),
    ("mandats", "Les sièges du bureau, un par ligne et par mandat, remplaçants compris."),
    ("reunions", "Les réunions qui ont un compte rendu."),
    ("actions", "Les actions décidées en réunion, avec leur état."),
    ("evenements", "Les dates de l’agenda, une ligne par entrée."),
)
"""The open data of `/donnees/`: (name, what a row is)."""
