"""The directory: themes and associations."""

from __future__ import annotations

from hub.model.fields import (
    TO_CONFIRM,
    Choice,
    Consent,
    Email,
    Entity,
    Id,
    Markdown,
    PartialDate,
    Passage,
    Phone,
    PostalCode,
    Rna,
    Siren,
    Siret,
    Text,
    Url,
)


class Theme(Entity):
    """A subject by which people look for an association."""

    id: Id
    nom: Text


class AssociationStatus(Choice):
    """Whether the association is alive."""

    active = "active", "active"
    en_sommeil = "en-sommeil", "en sommeil"
    dissoute = "dissoute", "dissoute"
    a_confirmer = TO_CONFIRM, "à confirmer"


class Audience(Choice):
    """For whom it works."""

    tous = "tous", "tout public"
    enfants = "enfants", "enfants"
    adolescents = "adolescents", "adolescents"
    adultes = "adultes", "adultes"
    seniors = "seniors", "seniors"
    familles = "familles", "familles"
    personnes_handicapees = "personnes-handicapees", "personnes handicapées"


class PostalAddress(Entity):
    """Where an association receives its mail or its public."""

    voie: Text | None = None
    code_postal: PostalCode | None = None
    commune: Text | None = None

    @property
    def lines(self) -> list[str]:
        """The address as written on an envelope."""
        town = " ".join(part for part in (self.code_postal, self.commune) if part)
        return [line for line in (self.voie, town) if line]


class Association(Entity):
    """One association of the town. `id` is its address and its key, for ever.

    `alias` are other names, which are shown; `graphies` are spellings met in texts, by which it is known and
    found, and that are shown nowhere.
    """

    id: Id
    nom: Text
    alias: tuple[Text, ...] = ()
    graphies: tuple[Text, ...] = ()
    statut: AssociationStatus
    college: Id
    themes: tuple[Id, ...] = ()
    objet: Markdown | None = None
    rna: Rna | None = None
    siren: Siren | None = None
    siret: Siret | None = None
    site: Url | None = None
    courriel: Email | None = None
    telephone: Phone | None = None
    adresse: PostalAddress | None = None
    publics: tuple[Audience, ...] = ()
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
    def reachable(self) -> bool:
        """Whether one knows how to write, to call, or where to go."""
        return any((self.courriel, self.telephone, self.site, self.adresse))

    @property
    def names(self) -> tuple[str, ...]:
        """Every spelling by which a text may name it."""
        return (self.nom, *self.alias, *self.graphies, self.id)
