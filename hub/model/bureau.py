"""The elected bureau: colleges, terms, seats."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, PrivateAttr

from hub.model.fields import (
    TO_CONFIRM,
    AssociationName,
    Choice,
    CollegeId,
    Consent,
    Entity,
    Id,
    Name,
    PartialDate,
    Passage,
    Text,
)
from hub.model.kind import Awaited, DataSet, Kind, Search, Section
from hub.model.reminder import SERVICE, Look, Reminder, Urgency
from hub.model.wording import DEFAULT, Wording

Count = Annotated[int, Field(ge=0, le=500)]


class Role(Choice):
    """In which capacity a seat is held."""

    titulaire = "titulaire", "titulaire"
    suppleant = "suppleant", "suppléant"
    a_confirmer = TO_CONFIRM, "à confirmer"


class College(Entity):
    """A group of associations that elects its own seats."""

    id: Id
    nom: Name
    titulaires: Count
    suppleants: Count

    def seats(self, role: Role) -> int:
        """How many seats of that role the college has."""
        return self.titulaires if role is Role.titulaire else self.suppleants


class Seat(Entity):
    """An association's seat during a term, or a part of it. A town without colleges names none (None)."""

    association: AssociationName
    college: CollegeId | None
    role: Role
    debut: PartialDate | None = None
    fin: PartialDate | None = None
    remplace: AssociationName | None = None


class Vacancy(Entity):
    """Seats declared without holder."""

    college: CollegeId | None
    role: Role
    nombre: Count


class Commission(Entity):
    """A working group of the bureau."""

    nom: Text
    membres: tuple[AssociationName, ...] = ()


class Term(Entity):
    """A bureau, from its election to the next."""

    _words = PrivateAttr(default=None)  # the `Wording` of its town; it has no type, for it is no field

    debut: PartialDate
    fin: PartialDate
    election: PartialDate | None = None
    sieges: tuple[Seat, ...] = ()
    vacants: tuple[Vacancy, ...] = ()
    commissions: tuple[Commission, ...] = ()
    consentement: Consent | None = None
    source: Passage | None = None

    @property
    def id(self) -> str:
        return f"{self.debut.year}-{self.fin.year}"

    @property
    def titre(self) -> str:
        """« Bureau 2025-2027 », or what the town calls it."""
        words: Wording = self._words or DEFAULT
        return f"{words('Bureau')} {self.id}"

    @property
    def address(self) -> str:
        return f"/bureau/{self.id}/"

    def contains(self, date: dt.date) -> bool:
        """Whether the term runs on that day, as far as its dates are known."""
        return self.debut.first <= date <= self.fin.last

    def held_on(self, seat: Seat, date: dt.date) -> bool:
        """Whether the seat is held on that day."""
        start, end = seat.debut or self.debut, seat.fin or self.fin
        return start.first <= date <= end.last


@dataclass(frozen=True)
class Bureau:
    """The whole of `bureau.yaml`."""

    colleges: tuple[College, ...] = ()
    mandats: tuple[Term, ...] = ()

    def term_on(self, date: dt.date) -> Term | None:
        """The term that runs on that day, None between two."""
        return next((term for term in self.mandats if term.contains(date)), None)


def ending_terms(those: tuple[Term, ...], look: Look) -> Iterator[Reminder]:
    """The bureau that follows is elected before a term ends."""
    latest = max(those, key=lambda term: term.fin, default=None)
    if latest and look.is_near(latest.fin.last, look.within.mandat):
        over = latest.fin.last < look.today
        yield Reminder(
            Urgency.NOW,
            latest.fin.last,
            SERVICE,
            f"Le mandat {latest.id} {'est fini' if over else 'va finir'}, et aucun autre n’est connu.",
            "Préparez l’élection, ou ajoutez le mandat suivant en tête de « mandats ».",
            latest.origin.at("fin"),
        )


def empty_seats(those: tuple[Term, ...], look: Look) -> Iterator[Reminder]:
    """A seat that nobody holds is to be filled while the term runs."""
    names = {college.id: college.nom for college in look.of(COLLEGE)}
    for term in (one for one in those if one.contains(look.today)):
        for index, vacancy in enumerate(term.vacants):
            if vacancy.nombre:
                words, role = look.words, look.words.label(vacancy.role)
                seats = f"{vacancy.nombre} sièges vides" if vacancy.nombre > 1 else "1 siège vide"
                known = names.get(vacancy.college, vacancy.college) if vacancy.college else ""
                group = f", {words('collège')} « {known} »" if known else ""
                called = words("du collège") if known else "de la ville"
                yield Reminder(
                    Urgency.UPKEEP,
                    look.today,
                    words("Le bureau"),
                    f"{seats} {words('au bureau')} : {role}{group}.",
                    f"Appelez les associations {called} à candidater.",
                    term.origin.at("vacants", index),
                )


COLLEGE = Kind(
    attribute="colleges",
    model=College,
    one="{collège}",
    many="{collèges}",
    told="Les groupes d’associations qui élisent leurs sièges.",
    register="bureau.yaml",
    required=True,
    needs="college",
)

TERM = Kind(
    attribute="mandats",
    model=Term,
    one="mandat",
    many="mandats",
    told="{Les bureaux élus}, du plus récent au plus ancien.",
    register="bureau.yaml",
    needs="bureau",
    awaited=(
        Awaited("composition", ("sieges",)),
        Awaited("membres {d’une commission}", ("membres",), each="commissions"),
    ),
    reminders=(ending_terms, empty_seats),
    link=None,
    section=Section(
        "/bureau/",
        "{Bureau}",
        "Les associations élues, mandat par mandat.",
        rank=20,
        under="/conseil/",
        words="élus membres être membre représentants représente qui s’occupe composition sport culture",
        lists=False,
        mapped=True,
        drawing="mairie",
    ),
    shell="mandat",
    feed=None,
    search=Search("", "élus membres représentants représente qui s’occupe composition actuel"),
    card=False,
    letter=None,
    data=(DataSet("mandats", "Les sièges {du bureau}, un par ligne et par mandat, remplaçants compris."),),
    over=None,
)
