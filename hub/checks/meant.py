"""What was meant by a value that was refused: the remedy that it suggests, by code."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from hub.checks.contacts import mended_mail, mended_phone, mended_web
from hub.checks.french_dates import iso_form
from hub.checks.spreadsheet import (
    day_of,
    in_town,
    mended_number,
    mended_postal_code,
    mended_register_number,
    mended_rna,
)
from hub.checks.suggest import did_you_mean
from hub.model.association import Theme
from hub.model.bureau import College
from hub.model.fields import LENGTHS, is_site_url
from hub.model.hub import Hub
from hub.model.names import fold, slug
from hub.model.telephone import shown
from hub.model.zone import ALIASES, FRENCH, names

_DAY = len("2026-11-25")

_HOUR = r"(\d{1,2}) *[h:] *(\d{2})?"

_ON_A_MAP = re.compile(
    r"(?P<degrees>\d{1,3}(?:\.\d{1,15})?) *°? *(?:(?P<minutes>\d{1,2}(?:\.\d{1,9})?) *['’′] *)?"
    r"(?:(?P<seconds>\d{1,2}(?:\.\d{1,9})?) *(?:[\"”″]|'') *)?(?P<side>[NSEWO])?"
)

Values = Mapping[str, str]


def _key(values: Values, hub: Hub) -> str:
    if "voulu" in values:
        return f"Vouliez-vous dire « {values['voulu']} » ?"
    return _among(values["champ"], values)


def _choice(values: Values, hub: Hub) -> str:
    return _among(values["valeur"], values)


def _among(word: str, values: Values) -> str:
    allowed = values["attendus"].split(", ")
    return did_you_mean(word, allowed, f"Possibles : {', '.join(allowed)}.")


def _answer(values: Values, hub: Hub) -> str | None:
    """A yes where one of a few words is expected."""
    return f"Possibles : {values['attendus']}." if "attendus" in values else None


def _date(values: Values, hub: Hub) -> str | None:
    written = values["valeur"]
    if hour_alone := re.fullmatch(_HOUR, written):
        return f"Écrivez aussi le jour, devant : 2026-03-14 {_hour(hour_alone[1], hour_alone[2])}."
    hour = bool(values.get("heure"))
    if hour and (several := _from_to(written)):
        return several
    if counted := day_of(written, hour=hour):
        return f"Un tableur compte ainsi les jours : {counted}."
    found = iso_form(re.sub(r"(?<=:\d\d)[.,]\d{1,9}$", "", written))
    found = found if hour or not found else found[:_DAY]
    return f"Écrivez-la dans l'ordre année-mois-jour : {found}." if found else None


def _from_to(written: str) -> str | None:
    """A day with the hour when it begins and the hour when it ends: « 2026-12-30 18h30-20 h »."""
    found = re.fullmatch(rf"(.{{6,60}}?) *(?:-|–|à|/|jusqu['’]à) *{_HOUR}", written)
    begins = iso_form(re.sub(r"(?i)\bde +(?=\d)", "", found[1])) if found else None
    if not found or not begins or len(begins) == _DAY:
        return None
    end = f"{begins[:_DAY]} {_hour(found[2], found[3])}"
    return f"Une heure va dans « debut », l'autre dans « fin » : debut: {begins}, puis fin: {end}."


def _hour(hour: str, minute: str | None) -> str:
    return f"{int(hour):02}:{minute or '00'}"


def _zoned(values: Values, hub: Hub) -> str | None:
    found = in_town(values["valeur"], hub.site.zone, hour=bool(values.get("heure")))
    return f"Dans la ville, c'est : {found}." if found else None


def _day_alone(values: Values, hub: Hub) -> str | None:
    """A day with the hour that a form put behind it."""
    found = re.match(r"\d{4}-\d{2}-\d{2}(?=[ T])", values["valeur"])
    return f"Écrivez le jour seul : {found[0]}." if found else None


def _empty_line(values: Values, hub: Hub) -> str | None:
    """The only line of a list: there is nothing to erase but the list."""
    field = values["champ"]
    return f"S'il n'y en a pas, écrivez « {field}: [] » ; sinon, complétez." if values.get("seul") else None


def _bound(values: Values, hub: Hub) -> str | None:
    """The least or the most that a number may be."""
    for bound, words in (("ge", "plus"), ("le", "moins")):
        if bound in values:
            return f"Écrivez {float(values[bound]):.0f} ou {words}."
    return None


def _calendar(values: Values, hub: Hub) -> str | None:
    """A month or an hour that no year and no day has; 24:00 where something begins is of the day after."""
    parts = re.match(r"\d{4}-(\d{2})(?:-\d{2}(?:[ T](\d{2}):)?)?", values["valeur"])
    if parts and not 1 <= int(parts[1]) <= 12:
        return f"Un mois s'écrit de 01 à 12, pas {parts[1]}."
    if parts and int(parts[2] or 0) > 24:
        return f"Une heure s'écrit de 00 à 23, pas {parts[2]}."
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]24:00", values["valeur"])
    try:
        day = found and dt.date.fromisoformat(found[1])
    except ValueError:
        return None
    if not day:
        return None
    return (
        f"24:00 est la fin d'un jour, et ne va que dans « fin ». Écrivez {day + dt.timedelta(days=1)} 00:00."
    )


def _mail(values: Values, hub: Hub) -> str | None:
    return mended_mail(values["valeur"])


CALLING_CODES = {
    "Pacific/Noumea": 687,
    **dict.fromkeys(("Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Gambier"), 689),
    "Pacific/Wallis": 681,
    "America/Miquelon": 508,
}
"""Those of the collectivities that have a plan of their own (ARCEP), by the zone of their towns."""


def _phone(values: Values, hub: Hub) -> str | None:
    code = CALLING_CODES.get(hub.site.fuseau)
    if code and (known := shown(f"+{code} {values['valeur']}")):
        return f"Écrivez-le avec son indicatif, pour qui appelle d'ailleurs : {known}."
    return mended_number(values["valeur"]) or mended_phone(values["valeur"])


def _postal_code(values: Values, hub: Hub) -> str | None:
    return mended_postal_code(values["valeur"])


def _siren(values: Values, hub: Hub) -> str | None:
    return mended_register_number(values["valeur"], LENGTHS["siren"], "siren")


def _siret(values: Values, hub: Hub) -> str | None:
    return mended_register_number(values["valeur"], LENGTHS["siret"], "siret")


def _rna(values: Values, hub: Hub) -> str | None:
    return mended_rna(values["valeur"])


def _whole(values: Values, hub: Hub) -> str | None:
    """The number among words: « environ 80 personnes »."""
    found = re.findall(r"(?<![\d.,])\d{1,9}(?![\d.,])", values["valeur"])
    return f"Écrivez le nombre seul : {found[0]}." if len(found) == 1 and len(values["valeur"]) < 60 else None


def _degrees(values: Values, hub: Hub) -> str | None:
    """A number with the comma of French, or with the minutes and the letter of a map: « 48°49'12"N »."""
    written = values["valeur"]
    if found := re.fullmatch(r"(-?\d{1,3}),(\d{1,15})", written):
        return f"Écrivez-le avec un point : {found[1]}.{found[2]}."
    parts = _ON_A_MAP.fullmatch(written.replace(",", "."))
    if not parts:
        return None
    degrees, minutes, seconds = (float(parts[name] or 0) for name in ("degrees", "minutes", "seconds"))
    number = round(degrees + minutes / 60 + seconds / 3600, 6)
    return (
        f"Écrivez-le avec un point, sans lettre : {-number if parts['side'] in ('S', 'W', 'O') else number}."
    )


def _cut(values: Values, hub: Hub) -> str | None:
    """The digits that fell off at the comma of a number."""
    if "cle" not in values:
        return None
    field, before, after = values["cle"], values["avant"], values["champ"]
    if values.get("degres"):
        return f"Écrivez le nombre avec un point : {field}: {before}.{after}."
    return f'Mettez le nombre entre guillemets : {field}: "{before},{after}".'


def _list(values: Values, hub: Hub) -> str | None:
    """A list that a form wrote as a text: `["licornes"]`."""
    inside = re.fullmatch(r"\[(.{1,2000})\]", values.get("valeur", "").strip())
    words = re.findall(r"[\"']([^\"',]+)[\"']", inside[1]) if inside else []
    return (
        f"Écrivez-la sans guillemets autour : « {values['champ']}: [{', '.join(words)}] »." if words else None
    )


def _web(values: Values, hub: Hub) -> str | None:
    return mended_web(values["valeur"])


def _site(values: Values, hub: Hub) -> str | None:
    """The same address without what no site's may have, where that leaves one."""
    written = re.sub(r"^(?![a-z]+:)", "https://", values["valeur"].strip(), flags=re.IGNORECASE)
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return None
    steps = (re.sub(r"[^A-Za-z0-9._~-]", "", step) for step in parts.path.split("/"))
    folders = "".join(f"{step}/" for step in steps if step.strip("."))
    try:
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        port = ""
    tidy = f"{parts.scheme}://{host}{port}/{folders}"
    return f"Écrivez : {tidy}" if is_site_url(tidy) else None


def _identifier(values: Values, hub: Hub) -> str:
    """A theme or a college by its name; else what was written, as an address has it."""
    written = values["valeur"]
    known: Mapping[str, Sequence[Theme | College]] = {"themes": hub.themes, "college": hub.bureau.colleges}
    for thing in known.get(values["champ"], ()):
        if fold(written) in (fold(thing.nom), fold(thing.id)):
            return f"Écrivez son identifiant : {thing.id}."
    return f"N'employez que des minuscules sans accent, des chiffres et des tirets : {slug(written)[:80]}."


def _zone(values: Values, hub: Hub) -> str | None:
    """The zone that was meant: by its place, whatever the region, accents and capitals; else one like it."""
    written = fold(values["valeur"].replace("_", " "))
    place = fold(values["valeur"].rpartition("/")[2].replace("_", " "))
    alias = next((zone for name, zone in ALIASES.items() if fold(name) in (written, place)), None)
    known = dict.fromkeys((*FRENCH, *sorted(names())))
    same = (one for one in known if fold(one.rpartition("/")[2].replace("_", " ")) == place)
    meant = alias or next(same, None)
    return f"Vouliez-vous dire « {meant} » ?" if meant else did_you_mean(values["valeur"], known, "") or None


def _noun(values: Values, hub: Hub) -> str | None:
    """A noun behind « le » or « la », whose gender is said."""
    found = re.fullmatch(r"(le|la)[ \u00a0](.+)", values["valeur"], re.IGNORECASE)
    return f"Écrivez : {'une' if found[1].lower() == 'la' else 'un'} {found[2]}." if found else None


def _name(values: Values, hub: Hub) -> str | None:
    """The name of a file by its title."""
    title = values["titre"]
    better = slug(title)[:60].strip("-")
    return f"Donnez-lui quelques mots de son titre, qui seront son adresse : {better}.md." if title else None


MEANT: Mapping[str, Callable[[Values, Hub], str | None]] = {
    "C001": _key,
    "C006": _choice,
    "C004": _list,
    "C007": _date,
    "C008": _calendar,
    "C009": _whole,
    "C010": _identifier,
    "C011": _web,
    "C012": _bound,
    "C013": _empty_line,
    "C014": _day_alone,
    "C016": _mail,
    "C017": _phone,
    "C018": _rna,
    "C019": _siren,
    "C020": _siret,
    "C022": _cut,
    "C024": _answer,
    "C026": _postal_code,
    "C028": _degrees,
    "C041": _site,
    "C045": _zoned,
    "C051": _noun,
    "C052": _zone,
    "T056": _name,
}
"""What was meant, by code; None leaves the general remedy."""
