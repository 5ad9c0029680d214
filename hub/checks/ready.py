"""What a town still has to do before its site is published (P040 and following): `build.py ready`.

No check says it: a site that is being made lacks all of it, and its clerks need not hear so each time. What
is left of another town, and what leads to nobody, has its rules in `identity`, which are asked here too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from itertools import chain

from hub.called import called
from hub.checks import identity, subscribers
from hub.checks.problem import Problem, problem
from hub.markup.plain import excerpt
from hub.markup.town import of_town
from hub.model.answers import unanswered
from hub.model.association import ASSOCIATION
from hub.model.editorial import Editorial
from hub.model.hub import Hub
from hub.model.legal import ACCESS, DATA, LEGAL, NOTICE
from hub.model.sections import BY_ADDRESS
from hub.model.unknown import asks, is_to_write
from hub.model.walk import texts

OF_PAGES = {NOTICE: "P043", DATA: "P050", ACCESS: "P051"}
"""The rule that a page breaks in which something is not answered."""

SHOWN = 60
"""Characters of a line that a message repeats."""


def real_address(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The site has an address that leads somewhere (RFC 2606)."""
    site = hub.site
    if identity.is_trial(site):
        yield problem(
            "P040",
            site.origin.at("site_url"),
            f"« {site.host} » est une adresse réservée aux exemples : elle ne mène nulle part.",
            "Écrivez l'adresse où le site sera publié : elle est dans chaque flux, chaque agenda, chaque "
            "courriel.",
        )


def contact(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A service answers for the site, in a mailbox that is read."""
    site = hub.site
    machine = (site.contact or "").rpartition("@")[2]
    if not site.contact:
        yield problem(
            "P041",
            site.origin.missing("contact"),
            "Aucun service ne répond de ce site : « contact » est à confirmer.",
            "Donnez l'adresse électronique du service : les pages, la lettre et les flux la montrent.",
        )
    elif identity.leads_nowhere(machine):
        yield problem(
            "P041",
            site.origin.at("contact"),
            f"« {site.contact} » est une adresse d'exemple : personne ne lit cette boîte.",
            "Donnez l'adresse électronique du service : les pages, la lettre et les flux la montrent.",
        )


def filled_pages(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Nothing is « à confirmer » in the pages that the law asks for."""
    for one in hub.unknown:
        page = one.thing
        if not isinstance(page, Editorial) or page.id not in LEGAL:
            continue
        lines = page.text.split("\n")
        for number in one.lines:
            yield problem(
                "P042",
                page.origin.document.body_position(number),
                f"Il manque une réponse dans une page que la loi demande : « {_short(lines[number - 1])} ».",
                f"Mettez ce qui est {of_town(hub.site)}.",
            )


def answered(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The settings say all that the pages of the law are made of."""
    site = hub.site
    for one in unanswered(site):
        *above, name = one.loc
        yield problem(
            OF_PAGES[one.page],
            site.origin.missing(name, *above),
            f"La page « {BY_ADDRESS[f'/{one.page}/'].said(site.mots).title} » ne dit pas {one.words}.",
            f"Écrivez {_where(one.loc)} dans mkdocs.yml.",
        )


def _where(loc: tuple[str, ...]) -> str:
    *above, name = loc
    return f"« {name}: » sous « {above[0]}: »" if above else f"« {name}: »"


def words_to_come(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """No text is one that `new` left for the town to write."""
    for text in texts(hub):
        if text.loc or not isinstance(text.thing, Editorial):
            continue
        for number, line in enumerate(text.words.split("\n"), 1):
            if is_to_write(line):
                yield problem(
                    "P052",
                    text.thing.origin.document.body_position(number),
                    f"Cette page attend vos mots : {excerpt(line.partition(':')[2].strip(' *'), SHOWN)}",
                    "Écrivez-les, ou effacez cette ligne.",
                )


def real_town(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The town is not the one of the examples."""
    if identity.is_example(hub.site):
        yield problem(
            "P044",
            hub.site.origin.at("commune"),
            f"« {hub.site.commune} » est la ville des exemples : tout y est inventé.",
            f"Commencez les fichiers de votre ville : « {called().command} new DOSSIER ».",
        )


def known_cards(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Each card says who answers for it: the association that confirmed it, or where it was taken from."""
    for one in hub.of(ASSOCIATION):
        if one.unconfirmed and not one.source:
            yield problem(
                "P047",
                one.origin.missing("verifie_le"),
                "L'association n'a pas confirmé cette fiche, et rien ne dit d'où elle vient.",
                f"Demandez-lui de la lire, puis écrivez ce jour-là « verifie_le: {today} ». Ou dites dans "
                "« source: » d'où elle vient : la page montre alors qu'elle n'est pas confirmée.",
            )


def confirmed_cards(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Each association that is not dissolved has confirmed its card; one whose source is said may wait."""
    for one in hub.of(ASSOCIATION):
        if one.unconfirmed and one.source:
            yield problem(
                "P054",
                one.origin.missing("verifie_le"),
                "L'association n'a pas encore confirmé cette fiche ; sa page le dit, avec d'où elle vient.",
                f"Demandez-lui de la lire, puis écrivez ce jour-là : « verifie_le: {today} ».",
            )


def _short(line: str) -> str:
    """The sentence of a line that says « à confirmer », its end where it is long."""
    sentences = re.split(r"(?<=[.!?]) ", " ".join(line.strip(" -*#>|").split()))
    flat = next((one for one in sentences if asks(one)), sentences[0]).rstrip(" .;")
    return flat if len(flat) <= SHOWN else f"…{flat[1 - SHOWN :]}"


Rule = Callable[[Hub, dt.date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    real_address,
    contact,
    filled_pages,
    answered,
    words_to_come,
    real_town,
    known_cards,
    confirmed_cards,
    *subscribers.RULES,
)


def lacking(hub: Hub, today: dt.date, former: str = "") -> list[Problem]:
    """What is to be done before the site is published, by file and line; `former` is the `identifiant` of the
    town whose site is published already."""
    if not hub.site.is_known:
        return []  # an error says it
    rules = (identity.no_other_town, identity.no_placeholder, *RULES)  # its third one is two of ours
    found = chain.from_iterable(rule(hub, today) for rule in rules)
    return sorted({*found, *subscribers.same_name(hub, former)})
