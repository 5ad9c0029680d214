"""What the law asks a public site to say of itself, as fields: who publishes it, who hosts it, whom to ask.

Loi n° 2004-575 du 21 juin 2004, article 1-1 (publisher, director, host); règlement (UE) 2016/679, articles 13
and 37 (data officer); loi n° 2005-102 du 11 février 2005, article 47, and RGAA 4.1.2 (accessibility). The
three pages are made from these fields: they cannot say anything else.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from hub.model.fields import (
    Choice,
    Email,
    Entity,
    Markdown,
    OneOrMore,
    PartialDate,
    Phone,
    Siret,
    Text,
    Url,
)

NOTICE, DATA, ACCESS = "mentions-legales", "donnees-personnelles", "accessibilite"
"""The pages that are made from what is below, by key."""

LEGAL = (NOTICE, DATA, ACCESS)

HALF, WHOLE = 50, 100
"""Per cent of the criteria: from half of them a site is « partiellement conforme » (RGAA 4.1.2)."""


class Publisher(Entity):
    """Who publishes the site: the commune, unless `nom` says otherwise; `siret` is for the national catalogue
    of open data."""

    nom: Text | None = None
    siret: Siret | None = None
    adresse: Text | None = None
    telephone: Phone | None = None


class Host(Entity):
    """Who hosts it; `journaux` is for how long the visits are kept in its journals, in words."""

    nom: Text | None = None
    adresse: Text | None = None
    telephone: Phone | None = None
    journaux: Text | None = None


class DataOfficer(Entity):
    """How to reach the data protection officer; `nom` is a service's, never a person's."""

    nom: Text | None = None
    courriel: Email | None = None
    telephone: Phone | None = None
    adresse: Text | None = None


class Reception(Entity):
    """Where the service that keeps the site receives: people without a mailbox come or call."""

    telephone: Phone | None = None
    adresse: Text | None = None
    horaires: OneOrMore[Text] = ()


class Conformity(Choice):
    """What a site may say of itself, in the words that the law gives."""

    non_conforme = "non-conforme", "non conforme"
    partiellement_conforme = "partiellement-conforme", "partiellement conforme"
    totalement_conforme = "totalement-conforme", "totalement conforme"


class Accessibility(Entity):
    """The declaration of accessibility: without an audit, a site is « non conforme ».

    `taux` is the rate of the criteria that are respected, per cent; `etablie_le`, the day of the declaration.
    """

    etat: Conformity = Conformity.non_conforme
    taux: Annotated[int, Field(ge=0, le=WHOLE)] | None = None
    audite_le: PartialDate | None = None
    audite_par: Text | None = None
    etablie_le: PartialDate | None = None
    schema_pluriannuel: Url | None = None
    plan_d_action: Url | None = None
    non_conformites: Markdown | None = None
    derogations: Markdown | None = None
    hors_obligation: Markdown | None = None
    environnement: OneOrMore[Text] = ()
    outils: OneOrMore[Text] = ()
    pages: OneOrMore[Text] = ()

    @property
    def measured(self) -> Conformity:
        """What the audit allows to say."""
        if self.taux is None or self.audite_le is None or self.taux < HALF:
            return Conformity.non_conforme
        return Conformity.totalement_conforme if self.taux == WHOLE else Conformity.partiellement_conforme
