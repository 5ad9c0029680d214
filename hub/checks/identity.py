"""Rules of who the site says it is (P020 and following): its settings, its home page, its legal pages.

A town that takes this hub over begins with the files of another. What is left of them would be published as
its own: a legal notice, a data officer, a telephone number. A site whose own address is one of those that
lead nowhere (RFC 2606) is a trial, and is only warned.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hub.checks.as_read import as_read
from hub.checks.commonplaces import STREETS
from hub.checks.persons import place_before
from hub.checks.problem import Problem, problem
from hub.markup.town import of_town
from hub.model.fields import TO_CONFIRM
from hub.model.french import joined
from hub.model.hub import Hub
from hub.model.legal import LEGAL
from hub.model.names import fold
from hub.model.site import Site
from hub.model.walk import fields
from hub.sources import Position

PAGES = ("index", *LEGAL)
"""The home page, and those that the law asks for: they speak for the town."""

SETTINGS = (
    "site_name",
    "site_url",
    "site_description",
    "commune",
    "conseil",
    "identifiant",
    "contact",
    "signalement",
    "editeur",
    "directeur_de_publication",
    "hebergeur",
    "delegue_protection_donnees",
    "accueil",
    "accessibilite",
)

EXAMPLE = "Ville-Exemple"
OTHER_TOWNS: Mapping[str, re.Pattern[str]] = {
    EXAMPLE: re.compile(
        r"ville-?exemple|place de l['’]exemple|nuage plat|rue du serveur"
        r"|ville qui n['’]existe pas|site (?:est une|de) démonstration"
        r"|01[ .-]?99[ .-]?00[ .-]?00[ .-]?0[12](?!\d)",
        re.IGNORECASE,
    ),
    "Malakoff": re.compile(r"malakoff|place du 11[ -]novembre[ -]1918|\b92046\b|\b92240\b", re.IGNORECASE),
}
"""The towns whose files come with this program, and the words of theirs that nobody else has."""

_CREDITED = re.compile(r"programme|logiciel|code source", re.IGNORECASE)
"""A line that says whose the program is, not whose the site is."""

_RESERVED = re.compile(
    r"(?:\.|^)(?:example|invalid|test|localhost|example\.(?:com|net|org)|exemple\.fr)$", re.IGNORECASE
)
"""Names of machines that lead nowhere (RFC 2606), and the one that French examples show."""

_MACHINE = re.compile(
    r"(?<![\w.-])(?:[\w.+-]{1,64}@|https?://)?(?P<machine>(?:[\w-]{1,63}\.){1,8}[a-z]{2,9})(?![\w-])"
)
_OF_FICTION = "01 99 00|02 61 91|03 53 01|04 65 71|05 36 49".replace(" ", "[ .-]?")
_NOBODY = re.compile(rf"(?<!\d)(?:00000|0[1-9](?:[ .-]?00){{4}}|(?:{_OF_FICTION})(?:[ .-]?\d\d){{2}})(?!\d)")
"""A postal code that is no town's; numbers of fiction (ARCEP, plan de numérotation), and those of zeros."""


class Said(NamedTuple):
    """Words of the town about itself, and where they stand."""

    words: str
    at: Position


def no_other_town(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Settings, home page and legal pages say nothing of another town."""
    for path, lines in _by_file(hub).items():
        for town, words in OTHER_TOWNS.items():
            if fold(town) in fold(hub.site.commune):
                continue
            found = [(line, at) for line in lines for at in _of_town(line.words, words)]
            if found:
                yield _other_town(hub.site, town, path, found)


def _other_town(site: Site, town: str, path: str, found: list[tuple[Said, tuple[int, str]]]) -> Problem:
    (first, (_, written)), *others = found
    again = sorted({line.at.line for line, _ in others} - {first.at.line})
    more = f", et encore {_lines(again)}" if again else ""
    whole = "Relisez tous ces réglages" if path == "mkdocs.yml" else "Relisez toute la page"
    return problem(
        "P020" if is_trial(site) else "P021",
        first.at,
        f"« {written} » : ces mots sont d'une autre ville, {town}, et parlent ici pour {site.commune}{more}.",
        f"{whole} : mettez ce qui est {of_town(site)}, ou « à confirmer ».",
    )


def _lines(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"à la ligne {numbers[0]}"
    return f"aux lignes {joined([str(one) for one in numbers])}"


def _of_town(line: str, words: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    if not _CREDITED.search(line):
        for found in words.finditer(line):
            if place_before(line, found.start()) not in STREETS:  # « avenue de Malakoff »
                yield found.start(), found[0]


def no_placeholder(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Settings, home page and legal pages give addresses and numbers that lead to somebody."""
    if is_example(hub.site):
        return  # all of it is invented
    others = [words for town, words in OTHER_TOWNS.items() if fold(town) not in fold(hub.site.commune)]
    for lines in _by_file(hub).values():
        for line in lines:
            if any(True for words in others for _ in _of_town(line.words, words)):
                continue  # the rule above says it
            for written in _nobody(line.words, hub.site):
                yield problem(
                    "P022" if is_trial(hub.site) else "P023",
                    line.at,
                    f"« {written} » est pour les exemples : personne ne répond là.",
                    f"Mettez ce qui est {of_town(hub.site)}, ou « à confirmer ».",
                )
                break


def _nobody(line: str, site: Site) -> Iterator[str]:
    yield from (found[0] for found in _NOBODY.finditer(line))
    for found in _MACHINE.finditer(line):
        machine = found["machine"].lower()
        if _RESERVED.search(machine) and _own(machine) != _own(site.host):
            yield found[0]


def _own(machine: str) -> str:
    """The last two names of a machine's: a town's own, whatever stands before."""
    return ".".join(machine.split(".")[-2:])


def of_an_example(words: str) -> bool:
    """Whether an address or a number is one of those that are for examples, where nobody answers."""
    machine = words.rpartition("@")[2]
    return _NOBODY.search(words) is not None or leads_nowhere(machine)


def leads_nowhere(machine: str) -> bool:
    """Whether the name of a machine is one of those that are for examples."""
    return _RESERVED.search(machine) is not None


def is_trial(site: Site) -> bool:
    """Whether the site's own address leads nowhere."""
    return leads_nowhere(site.host)


def is_example(site: Site) -> bool:
    """Whether the town is the one of the examples, which is invented."""
    return fold(EXAMPLE) in fold(site.commune)


def somebody_answers(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Somebody answers for the site, and a site that gives a real contact has a real address."""
    site = hub.site
    if not site.is_known:
        return
    given = Site.fields_of(site.origin.document.data).get("contact")
    if given == "" or (given is None and not is_trial(site)):
        yield problem(
            "P024",
            site.origin.missing("contact"),
            "« contact » est vide : personne ne répond de ce site.",
            "Donnez l'adresse du service qui en répond, ou écrivez « contact: a-confirmer ».",
        )
    elif (
        site.contact
        and is_trial(site)
        and TO_CONFIRM not in site.host
        and not leads_nowhere(site.contact.rpartition("@")[2])
    ):
        yield problem(
            "P025",
            site.origin.at("site_url"),
            f"« {site.host} » est réservé aux exemples, et le contact est un vrai : les liens des flux, des "
            "agendas et des courriels ne mèneraient nulle part.",
            "Écrivez l'adresse où le site sera publié, dès qu'elle est connue.",
        )


def council_without_its_town(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The name of the council does not say the town's: the site says it after that name."""
    site = hub.site
    if site.is_known and names_town(site.conseil, site.commune):
        yield problem(
            "C049",
            site.origin.at("conseil"),
            f"« {site.conseil} » dit déjà « {site.commune} » : le site écrirait « {site.conseil} "
            f"{of_town(site)} ».",
            "Gardez le nom du conseil sans celui de la ville.",
        )


def names_town(council: str, town: str) -> bool:
    """Whether the name of a council says that of the town."""
    bare = re.sub(r"^(?:le|la|les) ", "", fold(town))
    return re.search(rf"\b{re.escape(bare)}\b", fold(council)) is not None


def _by_file(hub: Hub) -> dict[str, list[Said]]:
    """What the town says of itself, a line each, by file and in order."""
    said: dict[str, list[Said]] = {}
    site = hub.site
    if not site.is_known:
        return said
    written = (one for one in fields(site) if one.loc[0] in SETTINGS)
    said[site.origin.document.path] = sorted(
        (Said(as_read(one.value).words, site.origin.at(*one.loc)) for one in written),
        key=lambda one: one.at,
    )
    for name in PAGES:
        if page := hub.editorials.get(name):
            heads = [Said(page.titre, page.origin.at("titre"))]
            heads += [Said(page.resume, page.origin.at("resume"))] if page.resume else []
            place = page.origin.document.body_position
            text = [
                Said(as_read(line).words, place(number))
                for number, line in enumerate(page.text.split("\n"), 1)
            ]
            said[page.origin.document.path] = [*sorted(heads, key=lambda one: one.at), *text]
    return said


CHECKS = (no_other_town, no_placeholder, somebody_answers, council_without_its_town)
