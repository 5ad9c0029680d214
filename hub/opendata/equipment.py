"""The rooms and the material of a town, in the columns of the national schema of equipment (SCDL 0.1.5), then
in those that it lacks: how many people, at what price, how long before.

https://gitlab.com/opendatafrance/scdl/equipements
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hub.markup.addresses import mails, phones
from hub.markup.plain import capital
from hub.model import Hub
from hub.model.room import ROOM, Room, RoomType
from hub.model.telephone import international

_NATIONAL = tuple(
    "COLL_NOM COLL_SIRET EQUIP_UID EQUIP_THEME EQUIP_CODE EQUIP_TYPE EQUIP_NOM ADR_NUMERO ADR_NOMVOIE "
    "ADR_CODEPOSTAL ADR_COMMUNE ADR_CLE_INTEROP ERP_ID ERP_TYPE ERP_CATEGORIE EQUIP_LAT EQUIP_LONG "
    "EQUIP_OUVERTURE EQUIP_TEL EQUIP_EMAIL EQUIP_WEB".split()
)
_OWN = tuple("capacite quantite acces equipements pour_qui tarif delai contact publie_le id".split())

ROOM_COLUMNS = (*_NATIONAL, *_OWN)

_THEMES = {RoomType.salle: "Equipement social et d'animation", RoomType.materiel: "Autre équipement"}
"""In the words of the national list."""

NO_NUMBER = "99999"
"""What the schema has for the number of a place that has none."""

_NUMBERED = re.compile(r"(?P<number>\d+(?: ?(?:bis|ter|quater))?),? +(?P<street>\S.*)", re.IGNORECASE)


def rooms(hub: Hub) -> Iterator[dict[str, Any]]:
    """The rows of the set; what the site does not keep is empty."""
    return (_row(hub, one) for one in hub.of(ROOM))


def _row(hub: Hub, one: Room) -> dict[str, Any]:
    number, street = _split((one.adresse and one.adresse.voie) or "")
    own = {name: getattr(one, name) for name in _OWN}
    row: dict[str, Any] = dict.fromkeys(_NATIONAL)
    row |= {
        "COLL_NOM": hub.site.commune,
        "COLL_SIRET": hub.site.editeur.siret,
        "EQUIP_UID": one.numero_national or one.id,
        "EQUIP_THEME": _THEMES[one.type],
        "EQUIP_CODE": one.numero_national and one.numero_national.partition("-")[2],
        "EQUIP_TYPE": capital(one.type.libelle),
        "EQUIP_NOM": one.titre,
        "ADR_NUMERO": number or (NO_NUMBER if street else None),
        "ADR_NOMVOIE": street or None,
        "ADR_CODEPOSTAL": one.adresse and one.adresse.code_postal,
        "ADR_COMMUNE": one.adresse and one.adresse.commune,
        "EQUIP_LAT": one.latitude,
        "EQUIP_LONG": one.longitude,
        "EQUIP_OUVERTURE": _opening(one),
        "EQUIP_TEL": next(map(_telephone, phones(one.contact)), None),
        "EQUIP_EMAIL": next(iter(mails(one.contact)), None),
        "EQUIP_WEB": hub.site.absolute(one.address),
    }
    return {
        **row,
        **own,
        "equipements": list(one.equipements),
        "publie_le": str(one.publie_le) if one.publie_le else None,
    }


def _opening(one: Room) -> str | None:
    """Its hours as people say them: between quotes, which is how OpenStreetMap writes words among hours."""
    words = ", ".join(one.horaires).replace('"', "'")
    return f'"{words}"' if words else None


def _telephone(number: str) -> str:
    """« 01 99 00 00 10 » -> « +33 199000010 », as the schema writes it."""
    code, _, rest = international(number).partition(" ")
    return f"{code} {rest.replace(' ', '')}" if code.startswith("+") else number.replace(" ", "")


def _split(street: str) -> tuple[str, str]:
    """« 12 bis rue des Nuages » -> (« 12 bis », « rue des Nuages »); no number where there is none."""
    found = _NUMBERED.fullmatch(street)
    return (found["number"], found["street"]) if found else ("", street)
