"""What the kinds of content written one to a file have in common, and the simple ones."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import Field

from hub.model.attachment import AttachedDocument
from hub.model.fields import (
    TO_CONFIRM,
    AssociationName,
    Choice,
    Consent,
    Contact,
    Entity,
    PartialDate,
    Passage,
    Text,
    ThemeId,
    Url,
)
from hub.model.kind import Feed, Kind, Part, Search, Section
from hub.model.names import sort_key


class Publication(Entity):
    """A titled thing with a text of its own: its file's name is its key, the body its text."""

    titre: Text
    resume: Passage | None = None
    publie_le: PartialDate | None = None
    consentement: Consent | None = None

    @property
    def id(self) -> str:
        return self.origin.document.stem

    @property
    def text(self) -> str:
        return self.origin.document.body


def when_published(thing: Any) -> tuple[str, str]:
    """The order of what is read newest first: of two of a day, by their keys."""
    return str(thing.publie_le or ""), thing.id


class News(Publication):
    """A piece of news."""

    associations: tuple[AssociationName, ...] = ()
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/actualites/{self.id}/"


_NEWS_GROUP, _NEWS_WORDS, _NEWS_RANK = "Appels et actualités", "actualité nouvelle info annonce", 50
"""One group of results for all that is told of the town."""

NEWS = Kind(
    attribute="news",
    model=News,
    one="actualité",
    many="actualités",
    folder="content/actualites",
    order=when_published,
    newest=True,
    link="actualite",
    section=Section("/actualites/", "Actualités", "Les nouvelles des associations et du conseil.", rank=70),
    shell="actualite",
    feed=Feed("Actualités", "Les nouvelles des associations.", "Actualité", "actualite"),
    search=Search(_NEWS_GROUP, _NEWS_WORDS, _NEWS_RANK),
    card=True,
    letter="Actualités",
    data=None,
    over=None,
)


class CallType(Choice):
    """What is called for."""

    projets = "projets", "appel à projets"
    candidatures = "candidatures", "appel à candidatures"
    subventions = "subventions", "demande de subvention"
    benevolat = "benevolat", "appel à bénévoles"


class CallState(Choice):
    """Where a call stands on a given day."""

    ouvert = "ouvert", "ouvert"
    a_venir = "a-venir", "à venir"
    clos = "clos", "clos"
    a_confirmer = TO_CONFIRM, "date de clôture à confirmer"
    passe = "passe", "passé, clôture inconnue"


A_YEAR = dt.timedelta(days=365)
"""How long a call may stand that says no closing: nobody waits longer for an answer."""


class Call(Publication):
    """A call: for projects, candidates, grant applications, volunteers."""

    type: CallType
    ouverture: PartialDate | None = None
    cloture: PartialDate | None = None
    contact: Contact | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/appels/{self.id}/"

    def over(self, today: dt.date) -> bool:
        """Whether one may not answer it any more."""
        return self.state(today) in (CallState.clos, CallState.passe)

    def state(self, today: dt.date) -> CallState:
        """Open to the end of its closing day; never said open where no closing is known.

        Without one it is past a year after its opening, or after it was published where none is known.
        """
        if self.ouverture and self.ouverture.first > today:
            return CallState.a_venir
        if self.cloture is None:
            opened = self.ouverture or self.publie_le
            past = opened is not None and opened.last + A_YEAR < today
            return CallState.passe if past else CallState.a_confirmer
        return CallState.ouvert if today <= self.cloture.last else CallState.clos


CALL = Kind(
    attribute="calls",
    model=Call,
    one="appel",
    many="appels",
    folder="content/appels",
    order=when_published,
    newest=True,
    link="appel",
    section=Section(
        "/appels/",
        "Appels",
        "Projets, candidatures, subventions, bénévolat.",
        rank=80,
        menu=True,
        words="subventions candidatures bénévolat projets participer",
    ),
    shell="appel",
    feed=Feed("Appels", "Un message à l’ouverture de chaque appel.", "Appel", "appel"),
    search=Search(_NEWS_GROUP, _NEWS_WORDS, _NEWS_RANK),
    card=True,
    letter="Appels ouverts",
    data=None,
    over=Call.over,
)


class GuideSource(Entity):
    """A page or a document on which a guide rests: the date it bears, and the day it was read."""

    titre: Text
    adresse: Url | None = None
    page_du: PartialDate | None = None
    lu_le: PartialDate


class Guide(Publication):
    """A resource guide for associations."""

    responsable: Contact | None = None
    revu_le: PartialDate | None = None
    a_revoir_avant: PartialDate | None = None
    themes: tuple[ThemeId, ...] = ()
    documents: tuple[AttachedDocument, ...] = ()
    source: tuple[GuideSource, ...] = ()

    @property
    def address(self) -> str:
        return f"/guides/{self.id}/"


GUIDE = Kind(
    attribute="guides",
    model=Guide,
    one="guide",
    many="guides",
    folder="content/guides",
    order=lambda guide: sort_key(guide.titre),
    link="guide",
    section=Section(
        "/guides/",
        "Guides",
        "Des réponses pratiques pour les associations.",
        rank=90,
        menu=True,
        words="aide documentation démarches fiches pratiques",
        mapped=True,
    ),
    shell="guide",
    feed=Feed("Guides", "Les nouveaux guides pratiques.", "Guide", "guide"),
    search=Search("Guides", "guide aide comment faire conseil pratique démarche", 40),
    card=True,
    letter="Nouveaux guides",
    data=None,
    over=None,
)


class LetterAudience(Choice):
    """Who receives an issue of the newsletter."""

    tous = "tous", "tout le monde"
    habitants = "habitants", "les habitantes et les habitants"
    associations = "associations", "les associations"


class Letter(Publication):
    """An issue of the newsletter; the body is its editorial, the rest is composed (`hub.model.issue`)."""

    numero: Annotated[int, Field(ge=1, le=9999)]
    public: LetterAudience = LetterAudience.tous

    def reaches(self, audience: LetterAudience) -> bool:
        """Whether those readers receive it: an issue for all is received by all."""
        return LetterAudience.tous in (self.public, audience) or self.public is audience

    @property
    def address(self) -> str:
        return f"/lettre/{self.id}/"


LETTER = Kind(
    attribute="letters",
    model=Letter,
    one="lettre",
    many="lettres",
    folder="content/lettre",
    order=when_published,
    newest=True,
    link="lettre",
    section=Section(
        "/lettre/",
        "Lettre",
        "La lettre d’information, numéro par numéro.",
        rank=100,
        words="newsletter lettre info bulletin",
    ),
    shell="lettre",
    feed=Feed(
        "Lettre",
        "La lettre d’information, numéro par numéro.",
        "Lettre",
        "lettre",
        (
            Part(
                "/lettre/habitants/",
                "Lettre aux habitantes et aux habitants",
                "Les numéros qui s’adressent à toute la ville.",
                lambda letter: letter.reaches(LetterAudience.habitants),
            ),
            Part(
                "/lettre/associations/",
                "Lettre aux associations",
                "Les numéros qui s’adressent aux associations.",
                lambda letter: letter.reaches(LetterAudience.associations),
            ),
        ),
    ),
    search=Search(_NEWS_GROUP, _NEWS_WORDS, _NEWS_RANK),
    card=True,
    letter=None,
    data=None,
    over=None,
)


class Editorial(Publication):
    """A plain page, or the introduction of a section."""

    source: Passage | None = None

    @property
    def address(self) -> str:
        return "/" if self.id == "index" else f"/{self.id}/"


EDITORIAL = Kind(
    attribute="editorials",
    model=Editorial,
    one="page",
    many="pages",
    folder="content",
    link=None,
    section=None,
    shell=None,
    feed=None,
    search=None,
    card=False,
    letter=None,
    data=None,
    over=None,
)
