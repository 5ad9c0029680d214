"""A field of an association as a cell of a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hub.model.association import Association, AssociationStatus
from hub.model.fields import TO_CONFIRM
from hub.model.hub import Hub

_UNKNOWN = AssociationStatus.a_confirmer.libelle

JOINT = " | "
"""Between two values of a list: names have commas of their own."""


def directory_cells(one: Association, hub: Hub) -> dict[str, str]:
    """Each field of an association that a spreadsheet holds, '' where nothing is known.

    An agreement stays in the sources: the spreadsheet goes from hand to hand.
    """
    return {name: said(one, hub) for name, said in _CELLS.items()}


def directory_cell(one: Association, hub: Hub, field: str) -> str:
    """One of them."""
    return _CELLS[field](one, hub)


def _themes(one: Association, hub: Hub) -> str:
    known = hub.themes_by_id
    return JOINT.join(known[key].nom if key in known else key for key in one.themes)


def _college(one: Association, hub: Hub) -> str:
    if one.college is None:  # of a town that has none
        return ""
    known = hub.colleges.get(one.college)
    return known.nom if known else _UNKNOWN if one.college == TO_CONFIRM else one.college


def _plain(field: str) -> Callable[[Association, Hub], str]:
    return lambda one, _: "" if getattr(one, field) is None else str(getattr(one, field))


def _list(field: str) -> Callable[[Association, Hub], str]:
    return lambda one, _: JOINT.join(map(str, getattr(one, field)))


def _address(part: str) -> Callable[[Association, Hub], str]:
    return lambda one, _: (getattr(one.adresse, part) if one.adresse else None) or ""


_CELLS: Mapping[str, Callable[[Association, Hub], str]] = {
    "id": _plain("id"),
    "nom": _plain("nom"),
    "alias": _list("alias"),
    "graphies": _list("graphies"),
    "statut": lambda one, _: one.statut.libelle,
    "college": _college,
    "themes": _themes,
    "objet": _plain("objet"),
    "rna": _plain("rna"),
    "siren": _plain("siren"),
    "siret": _plain("siret"),
    "site": _plain("site"),
    "courriel": _plain("courriel"),
    "telephone": _plain("telephone"),
    "voie": _address("voie"),
    "code_postal": _address("code_postal"),
    "commune": _address("commune"),
    "quartier": _address("quartier"),
    "publics": lambda one, _: JOINT.join(public.libelle for public in one.publics),
    "verifie_le": _plain("verifie_le"),
    "publie_le": _plain("publie_le"),
    "source": _plain("source"),
}

DIRECTORY = tuple(_CELLS)
"""The columns of the directory, by the fields that they hold."""
