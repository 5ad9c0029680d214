"""Rooms and material of the town that associations may ask for: what there is, for whom, whom to ask."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.model.association import PostalAddress
from hub.model.attachment import AttachedDocument, Picture
from hub.model.fields import Choice, Contact, Meaning, OneOrMore, Passage, Phrase, Text, matching
from hub.model.kind import Awaited, DataSet, Feed, Kind, Search, Section
from hub.model.names import sort_key
from hub.model.publication import Publication
from hub.model.spot import Latitude, Longitude

EquipmentNumber = Annotated[
    Text, matching(r"[0-9][0-9AB][0-9]{3}-[0-9]{8}-[0-9]{3}", "equipment"), Meaning.NUMBER
]
"""What the national schema of equipment calls a room: the town in the numbers of INSEE, what it is in the
national list, and its rank among those."""


class RoomType(Choice):
    """Whether one goes there, or takes it away."""

    salle = "salle", "salle"
    materiel = "materiel", "matériel"


class Room(Publication):
    """A room, or a lot of material, that the town lends or lets. Nothing is booked here."""

    type: RoomType
    capacite: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        None, json_schema_extra={"unit": "personnes"}
    )
    quantite: Text | None = None
    adresse: PostalAddress | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    acces: Phrase | None = None
    horaires: OneOrMore[Text] = ()
    equipements: tuple[Text, ...] = ()
    pour_qui: Phrase | None = None
    tarif: Phrase | None = None
    delai: Text | None = None
    contact: Contact
    numero_national: EquipmentNumber | None = None
    image: Picture | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/salles/{self.id}/"


ROOM = Kind(
    attribute="rooms",
    model=Room,
    one="salle",
    many="salles et matériel",
    feminine=True,
    folder="content/salles",
    optional=True,
    order=lambda room: (room.type is not RoomType.salle, sort_key(room.titre), room.id),
    awaited=(Awaited("tarif", ("tarif",)), Awaited("délai", ("delai",))),
    link="salle",
    section=Section(
        "/salles/",
        "Salles et matériel",
        "Ce que la ville prête aux associations, et à qui le demander.",
        rank=86,
        under="/guides/",
        words="réserver réservation louer location prêt salle des fêtes sono tables chaises barnum",
        mapped=True,
        task="Réserver une salle",
        drawing="salle",
    ),
    shell="salle",
    feed=Feed("Salles et matériel", "Les nouvelles salles, le nouveau matériel.", "Salle", "salle"),
    search=Search("Échanges et salles", "salle lieu réserver louer location prêt matériel capacité", 45),
    card=True,
    letter="Nouveau dans les salles et le matériel",
    data=(DataSet("salles", "Les salles et le matériel de la ville, un par ligne.", "publie_le"),),
    over=None,
)
