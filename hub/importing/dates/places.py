"""Where something takes place, as people write it on one line -> `lieu`."""

from __future__ import annotations

import re

from hub.checks.commonplaces import STREETS
from hub.importing.dates.given import Raw
from hub.model.names import fold

_ADDRESS = re.compile(r"https?://\S|[^\s@]@[^\s@]")
_COUNTRY = re.compile(r"(?:,|(?<![\s,]))\s*France$", re.IGNORECASE)


def place(words: str, latitude: float | None = None, longitude: float | None = None) -> Raw:
    """« Salle des fêtes, 1 rue du Bac, 92240 Malakoff » -> its name and its address; {} for an address of the
    web, which is no place."""
    line = ", ".join(part.strip(" ,") for part in words.split("\n") if part.strip(" ,"))
    line = " ".join(line.split())
    if _ADDRESS.search(line):
        return {}
    line = _COUNTRY.sub("", line)
    name, _, rest = line.partition(", ")
    inside = re.fullmatch(r"(?P<name>[^()]+)\((?P<rest>[^()]+)\)", line)
    if inside and _is_street(inside["rest"]):
        name, rest = inside["name"].strip(), inside["rest"].strip()
    elif _is_street(name) or (rest and not re.search(r"\d|\b(?:rue|avenue|place|bd)\b", rest)):
        name, rest = line, ""
    said: dict[str, str] = {"nom": name} if name else {}
    if said and rest:
        said["adresse"] = rest
    if said and latitude is not None and longitude is not None and (latitude, longitude) != (0, 0):
        said |= {"latitude": f"{latitude:.6f}", "longitude": f"{longitude:.6f}"}
    return said


def _is_street(words: str) -> bool:
    """« 12 bis rue du Bac », « place de l'Église »."""
    said = fold(words).split()
    while said and (said[0][:1].isdigit() or said[0] in ("bis", "ter", "quater")):
        said = said[1:]
    return bool(said) and said[0] in STREETS
