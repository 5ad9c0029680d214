"""The directory: themes and associations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.activity import Activity
from hub.model.attachment import Emblem
from hub.model.audience import Audience
from hub.model.fields import (
    TO_CONFIRM,
    Choice,
    CollegeId,
    Consent,
    Email,
    Entity,
    Id,
    Markdown,
    Name,
    PartialDate,
    Passage,
    Phone,
    PostalCode,
    Rna,
    Siren,
    Siret,
    Text,
    ThemeId,
    Website,
)
from hub.model.kind import Awaited, DataSet, Kind, Search, Section
from hub.model.names import sort_key
from hub.model.pictogram import Pictogram
from hub.model.reminder import SERVICE, Look, Reminder, Urgency, later
from hub.model.spot import Latitude, Longitude, Spot, spot_of
from hub.model.volunteering import Need

__all__ = [
    "ASSOCIATION",
    "THEME",
    "Association",
    "AssociationStatus",
    "Audience",
    "LocatedAddress",
    "PostalAddress",
    "Theme",
]


class Theme(Entity):
    """A subject by which people look for an association."""

    id: Id
    nom: Name
    pictogramme: Pictogram | None = None


class AssociationStatus(Choice):
    """Whether the association is alive."""

    active = "active", "active"
    en_sommeil = "en-sommeil", "en sommeil"
    dissoute = "dissoute", "dissoute"
    a_confirmer = TO_CONFIRM, "à confirmer"


class PostalAddress(Entity):
    """Where one receives mail, or the public."""

    voie: Text | None = None
    code_postal: PostalCode | None = None
    commune: Name | None = None

    @property
    def lines(self) -> list[str]:
        """The address as written on an envelope."""
        town = " ".join(part for part in (self.code_postal, self.commune) if part)
        return [line for line in (self.voie, town) if line]


class LocatedAddress(PostalAddress):
    """The address of an association, with its quarter of the town, and its degrees (`hub.model.spot`)."""

    quartier: Name | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None

    @property
    def position(self) -> Spot | None:
        """(latitude, longitude), None unless both are known."""
        return spot_of(self)


class Association(Entity):
    """One association of the town. `id` is its address and its key, for ever.

    `alias` are other names, which are shown; `graphies` are spellings met in texts, by which it is known and
    found, and that are shown nowhere.
    """

    id: Id
    nom: Name
    alias: tuple[Name, ...] = ()
    graphies: tuple[Name, ...] = ()
    statut: AssociationStatus
    college: CollegeId | None
    themes: tuple[ThemeId, ...] = ()
    objet: Markdown | None = None
    image: Emblem | None = None
    rna: Rna | None = None
    siren: Siren | None = None
    siret: Siret | None = None
    site: Website | None = None
    courriel: Email | None = None
    telephone: Phone | None = None
    adresse: LocatedAddress | None = None
    publics: tuple[Audience, ...] = ()
    activites: tuple[Activity, ...] = ()
    benevoles: tuple[Need, ...] = ()
    consentement: Consent | None = None
    verifie_le: PartialDate | None = None
    publie_le: PartialDate | None = None
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/associations/{self.id}/"

    @property
    def mention(self) -> str:
        """« dissoute » or « en sommeil »: what is said wherever it is named; '' of the others."""
        told = (AssociationStatus.dissoute, AssociationStatus.en_sommeil)
        return self.statut.libelle if self.statut in told else ""

    @property
    def quarter(self) -> str:
        """The quarter of the town where it is, as its card names it; '' where nothing says."""
        return (self.adresse.quartier if self.adresse else None) or ""

    @property
    def reachable(self) -> bool:
        """Whether one knows how to write, to call, or where to go."""
        return any((self.courriel, self.telephone, self.site, self.adresse))

    @property
    def unconfirmed(self) -> bool:
        """Whether it has still to read its card: one that is dissolved has nothing to confirm."""
        return self.verifie_le is None and self.statut is not AssociationStatus.dissoute

    def needs(self, today: dt.date) -> list[Need]:
        """What it needs volunteers for that day; one that is no more needs nobody."""
        if self.statut is AssociationStatus.dissoute:
            return []
        return [one for one in self.benevoles if not one.over(today)]

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling by which a text may name it."""
        return (self.nom, *self.alias, *self.graphies, self.id)


NAMED = 5
"""The names that a reminder gives; it counts the rest."""


def unread_cards(those: tuple[Association, ...], look: Look) -> Iterator[Reminder]:
    """Each association reads its card again within the year; one reminder for all that are due."""
    alive = [one for one in those if one.statut is not AssociationStatus.dissoute]
    days = look.within.fiche
    dated = [(one.verifie_le.last, one) for one in alive if one.verifie_le]
    old = sorted(((day, one) for day, one in dated if look.has_been(day, days)), key=lambda pair: pair[0])
    never = [one for one in those if one.unconfirmed]
    todo = "Demandez aux associations de lire leur fiche, puis écrivez ce jour-là dans « verifie_le »."
    if old:
        words = f"{_cards(len(old), 'à faire relire')} : {_first([one for _, one in old])}."
        at = old[0][1].origin.at("verifie_le")
        yield Reminder(Urgency.UPKEEP, later(old[0][0], days), SERVICE, words, todo, at)
    if never:
        words = f"{_cards(len(never), 'jamais confirmée', 'jamais confirmées')} : {_first(never)}."
        yield Reminder(Urgency.UPKEEP, look.today, SERVICE, words, todo, never[0].origin.at())


def _cards(number: int, one: str, many: str = "") -> str:
    return f"{number} fiches {many or one}" if number > 1 else f"{number} fiche {one}"


def _first(those: list[Association]) -> str:
    more = len(those) - NAMED
    names = ", ".join(one.nom for one in those[:NAMED])
    return f"{names} et {more} autre{'s' if more > 1 else ''}" if more > 0 else names


THEME = Kind(
    attribute="themes",
    model=Theme,
    one="thème",
    many="thèmes",
    told="Les sujets par lesquels on cherche une association.",
    register="associations.yaml",
)

ASSOCIATION = Kind(
    attribute="associations",
    model=Association,
    one="association",
    many="associations",
    told="Les fiches, une par association.",
    register="associations.yaml",
    required=True,
    order=lambda association: (sort_key(association.nom), association.id),
    awaited=(
        Awaited("présentation", ("objet",)),
        Awaited("contact", ("courriel", "telephone", "site", "adresse")),
    ),
    reminders=(unread_cards,),
    link="asso",
    section=Section(
        "/associations/",
        "Annuaire",
        "Les associations de la ville, par nom et par thème.",
        rank=50,
        menu=True,
        entry="Associations",
        words="liste annuaire clubs répertoire trouver",
        task="Trouver une association",
        drawing="annuaire",
    ),
    shell="association",
    frames={"annuaire": 3, "annuaire-suite": 4},  # a letter or a theme, the pages that follow its first
    feed=None,
    search=Search("Associations", "association club contact téléphone adresse mail site", 10),
    card=True,
    letter="Nouvelles dans l’annuaire",
    data=(DataSet("associations", "Les associations de l’annuaire, une par ligne."),),
    over=None,
)
