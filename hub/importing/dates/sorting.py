"""Words -> the category of a date, who may come; names -> organisers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hub.importing.attendees import looks_like_name
from hub.importing.ledger import Ledger
from hub.model.event import TOWN, Category, EventAudience
from hub.model.hub import Hub
from hub.model.names import fold, unaccented

_CATEGORIES: Mapping[Category, re.Pattern[str]] = {
    Category.echeance: re.compile(
        r"\b(?:echeance|date limite|cloture des|dernier jour|limite de depot|deadline|depot des dossiers)"
    ),
    Category.formation: re.compile(r"\b(?:formations?|stages?|initiation|webinaire|atelier de formation)\b"),
    Category.reunion: re.compile(
        r"\b(?:reunions?|bureau|pleniere|conseil|commission|comite|assemblee generale|ag|ca"
        r"|groupe de travail)\b"
    ),
}
_PUBLIC = re.compile(r"tout|tous|libre|ouvert|famille|enfant|grand public")
_PARTED = re.compile(r"(?<!\s)\s*(?:[;|\n]|,|\s/\s|\s\+\s|\bet\b|&)\s*")


def category(kind: str, title: str) -> Category:
    """By the words of the source for it, else by the title; an event where nothing says more."""
    for words in (kind, title):
        said = fold(words)
        if said in {fold(one.libelle) for one in Category} | {one.value for one in Category}:
            return next(one for one in Category if said in (fold(one.libelle), one.value))
        plain = unaccented(words)
        if found := next((one for one, pattern in _CATEGORIES.items() if pattern.search(plain)), None):
            return found
    return Category.evenement


def is_category(kind: str) -> bool:
    """Whether these words are the name of a category, and say nothing more."""
    return fold(kind) in {fold(one.libelle) for one in Category} | {one.value for one in Category}


def audience(words: str) -> EventAudience | None:
    """Who may come; None where the town has no word for it."""
    said = fold(words)
    known = {fold(one.libelle): one for one in EventAudience} | {one.value: one for one in EventAudience}
    if said in known:
        return known[said]
    if re.search(r"\bassociations?\b|\badherent", said):
        return EventAudience.associations
    return EventAudience.tous if _PUBLIC.search(said) else None


class Organisers:
    """Names as written -> the ids of associations, or the town."""

    def __init__(self, hub: Hub, ledger: Ledger) -> None:
        self._hub, self._ledger = hub, ledger
        town = fold(hub.site.commune)
        self._town = {one + rest for one in ("ville", "mairie", "commune") for rest in ("", f" de {town}")}
        self._town |= {f"ville d {town}", f"mairie d {town}", town}

    def known(self, name: str) -> str:
        """The id of one name; '' where it is nobody's."""
        bare = re.sub(r"^(?:la|l'|le|les|association)\s+", "", name.strip(), flags=re.IGNORECASE)
        if fold(name) in self._town or fold(bare) in self._town:
            return TOWN
        found = self._hub.named(name.strip()) or self._hub.named(bare)
        return found.id if found else ""

    def listed(self, cells: Iterator[str]) -> list[str]:
        """The organisers that these cells name; who is not known is asked."""
        found: list[str] = []
        for cell in cells:
            for name in self._parts(cell):
                if key := self.known(name):
                    found.append(key)
                elif looks_like_name(name):
                    self._ledger.person(name)
                    words = f"« {name} » semble être quelqu'un : pour quelle association ?"
                    self._ledger.ask("organisateurs", words, (name,))
                else:
                    self._ledger.leave(name)
                    words = f"« {name} » n'est pas dans l'annuaire.{self._near(name)}"
                    self._ledger.ask("organisateurs", words)
        return list(dict.fromkeys(found))

    def _parts(self, cell: str) -> list[str]:
        if self.known(cell):
            return [cell]
        parts = [part for part in _PARTED.split(cell) if part]
        return parts if any(map(self.known, parts)) or len(parts) < 2 else [cell.strip()]

    def _near(self, name: str) -> str:
        from hub.checks.suggest import closest

        names = [one for association in self._hub.associations for one in association.names]
        found = closest(name, names)
        return f" Est-ce « {found} » ?" if found else " Ajoutez sa fiche, ou son autre nom."
