"""The rows of grants, in the sixteen columns of the national schema (SCDL subventions 2.1.1), in its order.

https://schema.data.gouv.fr/scdl/subventions/2.1.1/documentation.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.campaign import CAMPAIGN
from hub.model.grant import Grant, GrantNature, Payment
from hub.opendata.publisher import named

COLUMNS = tuple(
    "nomAttribuant idAttribuant dateConvention referenceDecision nomBeneficiaire idBeneficiaire "
    "rnaBeneficiaire objet montant nature conditionsVersement datesPeriodeVersement idRAE "
    "notificationUE pourcentageSubvention dispositifAide".split()
)

_NATURES = {
    GrantNature.numeraire: "aide en numéraire",
    GrantNature.nature: "aide en nature",
    GrantNature.les_deux: "aide en numéraire;aide en nature",
}
_PAYMENTS = {Payment.unique: "unique", Payment.echelonne: "échelonné"}


def rows(hub: Hub) -> Iterator[dict[str, Any]]:
    """Each grant, those of the last year first. An association alone gets what it is given, and the whole of
    it; what is given to it is no aid to a company, of which the Commission would be told."""
    for campaign in hub.of(CAMPAIGN):
        yield from (_row(hub, one) for one in campaign.attributions)


def sizes(hub: Hub) -> Iterator[tuple[Grant, ...]]:
    """The grants of each campaign."""
    return (campaign.attributions for campaign in hub.of(CAMPAIGN))


def days(hub: Hub) -> Iterator[str]:
    """The day of each row, as its column `dateConvention` says it."""
    return (str(one.day) for campaign in hub.of(CAMPAIGN) for one in campaign.attributions)


def _row(hub: Hub, grant: Grant) -> dict[str, Any]:
    to = hub.named(grant.association)
    whole, part = divmod(grant.cents, 100)
    return {
        "nomAttribuant": named(hub.site),
        "idAttribuant": hub.site.editeur.siret,
        "dateConvention": str(grant.day),
        "referenceDecision": grant.deliberation,
        "nomBeneficiaire": to.nom if to else grant.association,
        "idBeneficiaire": to.siret if to else None,
        "rnaBeneficiaire": to.rna if to else None,
        "objet": grant.objet,
        "montant": grant.cents / 100 if part else whole,
        "nature": _NATURES[grant.nature],
        "conditionsVersement": _PAYMENTS[grant.versement] if grant.versement else None,
        "datesPeriodeVersement": grant.paid or None,
        "idRAE": None,
        "notificationUE": "non",
        "pourcentageSubvention": 1,
        "dispositifAide": grant.dispositif or (grant.type.libelle if grant.type else None),
    }
