"""The table « Projet | Quoi ? | Par qui ? » and its cousins -> actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from hub.checks.commonplaces import FIRST_NAMES
from hub.importing.attendees import is_name
from hub.importing.blocks import Table
from hub.importing.functions import Function
from hub.importing.ledger import Ledger
from hub.importing.minutes.action import Action
from hub.importing.minutes.draft import cut_to
from hub.importing.minutes.short_names import ShortNames
from hub.importing.people import People, contracted, withheld
from hub.importing.said_dates import dates_in, is_near
from hub.model.dates import PartialDate
from hub.model.fields import ONE_LINE, PASSAGE
from hub.model.hub import Hub
from hub.model.minutes import ActionState
from hub.model.names import fold, unaccented

_COLUMNS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (key, frozenset(words.split()))
    for key, words in (
        ("qui", "qui responsable responsables pilote pilotes referent referente referents porteur porteurs"),
        ("echeance", "quand echeance echeances delai delais date dates calendrier limite"),
        ("etat", "etat avancement statut realise"),
        ("quoi", "quoi action actions tache taches decision decisions description objet mission missions"),
        ("projet", "projet projets sujet sujets theme themes point points chantier dossier dossiers"),
        (
            "remarque",
            "remarque remarques commentaire commentaires observation observations note notes moyens",
        ),
    )
)
"""What the head of a column says it holds; the first that has one of its words."""

_HEADS = frozenset().union(*(words for _, words in _COLUMNS)) | frozenset(
    "par pour avec de des du la le les l d a en et ou qu que est quel quelle limite prevue prevu".split()
)
"""What the head of a column is made of: the rest is said of it besides."""

_STATES: Mapping[str, ActionState] = {
    **dict.fromkeys("fait faite termine terminee realise realisee ok oui".split(), ActionState.fait),
    **dict.fromkeys(("a faire", "a venir", "non"), ActionState.a_faire),
    **dict.fromkeys(("abandonne", "abandonnee"), ActionState.abandonne),
    "en cours": ActionState.en_cours,
}
_COMMON = frozenset(
    "bureau ville service services mairie direction associations association commission groupe membres tous "
    "toutes prestataire conseil college".split()
)
_PARTED = re.compile(r"[,;/\n+&]|\bet\s(?=(?:les?|la|une?)\s|l')|\bet\s(?=[A-ZÀ-Ý])|\s[–—-]\s")
_ARTICLE = re.compile(r"^(?:(?:les?|la|une?|des|par)\s+|l'|d')+(?=\w)", re.IGNORECASE)
LONGEST_TITLE = 80


def columns(table: Table) -> list[str] | None:
    """What each column of a follow-up table holds ('' for what is not known); None for another table."""
    found: list[str] = []
    for head in table.texts()[0]:
        said = set(fold(head).split())
        key = next((key for key, words in _COLUMNS if words & said and key not in found), "")
        found.append(key)
    acted = {"quoi", "projet"} & set(found)
    return found if acted and {"qui", "echeance", "etat"} & set(found) and len(found) > 1 else None


class FollowUp:
    """Tables -> actions; names are replaced by functions, doubts are asked."""

    def __init__(self, hub: Hub, people: People, ledger: Ledger, day: PartialDate) -> None:
        self._hub, self._people, self._ledger, self._day = hub, people, ledger, day
        self._short = ShortNames(hub)

    def actions(self, table: Table, keys: list[str], section: str) -> Iterator[Action]:
        """The rows; `section` is the heading above, of what the table is said to be about."""
        head, *rows = table.texts()
        for cell in head:
            (self._ledger.told if set(fold(cell).split()) <= _HEADS else self._ledger.leave)(cell)
        above = ""
        for row in rows:
            said = {key: cell.strip() for key, cell in zip(keys, row, strict=True) if key}
            others = [cell for key, cell in zip(keys, row, strict=True) if not key and cell.strip()]
            if not any(said.values()):
                for cell in others:
                    self._ledger.leave(cell)
                continue
            above = said.get("projet") or above
            yield self._action(said | {"projet": above}, others, section)

    def _action(self, said: dict[str, str], others: list[str], section: str) -> Action:
        what = (
            " ".join(filter(None, (said.get("quoi", ""), said.get("remarque", ""), *others)))
            or said["projet"]
        )
        what = self._without_names(_flat(what))
        project = self._without_names(_flat(said["projet"])) or self._title(section, what)
        written = said.get("echeance", "")
        due = self._due(written, what, project)
        who = tuple(cut_to(ONE_LINE, one, "suivi", self._ledger) for one in self._who(said.get("qui", "")))
        project = cut_to(ONE_LINE, project, "suivi", self._ledger)
        what = cut_to(PASSAGE, what, "suivi", self._ledger)
        return Action(project, what, who, due, self._state(said.get("etat", "")))

    def _title(self, section: str, what: str) -> str:
        """What an action is about, where the table does not say: the heading above, else its first words."""
        title = section or (
            what if len(what) <= LONGEST_TITLE else f"{what[:LONGEST_TITLE].rpartition(' ')[0]}…"
        )
        self._ledger.ask("suivi", f"Le tableau ne dit pas le projet des actions : « {title} » convient-il ?")
        return title

    def _without_names(self, words: str) -> str:
        words, numbers, sorts = withheld(words)
        for number, sort in zip(numbers, sorts, strict=True):
            self._ledger.person(number, sort)
        text, told = self._people.replaced(words, strict=True)
        for one in told:
            self._ledger.person(one.name)
            if not one.instead:
                self._ledger.ask(
                    "suivi", f"« {one.name} » : quelle association, ou quelle fonction ?", (one.name,)
                )
        return contracted(text)

    def _due(self, written: str, what: str, project: str) -> str:
        """The day or the month by which it is done: of its column, else the only date of the action."""
        found = [
            one for one in dates_in(written or what, self._day.first) if one.iso[:7] >= f"{self._day}"[:7]
        ]
        if written and not found:
            self._ledger.leave(written)
            if fold(written) not in ("", "a definir", "a confirmer", "nc"):
                self._ledger.ask(
                    "suivi", f"« {written} » n'est pas une date : quelle échéance pour « {project} » ?"
                )
            return ""
        if written:
            self._ledger.told(written)
            if not found[0].dated and not is_near(found[0].iso, self._day.first):
                self._ledger.ask("suivi", f"L'échéance « {written} » n'a pas d'année : {found[0].iso} ?")
            return found[0].iso[:10]
        if len(found) == 1:
            self._ledger.ask(
                "suivi", f"L'échéance de « {project} » est lue dans l'action : {found[0].iso[:10]} ?"
            )
            return found[0].iso[:10]
        return ""

    def _state(self, written: str) -> ActionState:
        plain = unaccented(written).strip(" .")
        if plain in _STATES:
            self._ledger.told(written)
            return _STATES[plain]
        self._ledger.leave(written)
        return ActionState.a_confirmer

    def _who(self, written: str) -> Iterator[str]:
        """The associations and functions in charge, each once."""
        seen: set[str] = set()
        for part in self._parts(written):
            name = self._one(part)
            if name and fold(name) not in seen:
                seen.add(fold(name))
                yield name

    def _parts(self, written: str) -> Iterator[str]:
        for line in written.split("\n"):
            if self._hub.named(line.strip()):
                yield line.strip()
            else:
                yield from (part.strip(" .") for part in _PARTED.split(line) if part.strip(" ."))

    def _one(self, part: str) -> str:
        """Who it is, without an article; '' for a person whose function nobody said, which is asked."""
        bare = _ARTICLE.sub("", part)
        if known := self._hub.named(part) or self._hub.named(bare):
            return bare if self._hub.named(bare) else known.nom
        if (short := self._short.without_town(bare)) and not _is_common(bare):
            self._ledger.told(part)
            return short.nom
        if function := self._people.of(part):
            self._ledger.person(part)
            return function.words if function.named else function.short
        if is_name(part) or fold(part).split(" ")[0] in FIRST_NAMES:
            self._ledger.person(part)
            self._ledger.ask("suivi", f"« {part} » : quelle association, ou quelle fonction ?", (part,))
            return ""
        text = self._without_names(bare)
        return text[:1].lower() + text[1:] if _is_common(text) or _is_function(text) else text


def _is_common(words: str) -> bool:
    return fold(words).split(" ")[0] in _COMMON


def _is_function(words: str) -> bool:
    return Function.of(words).feminine is not None


def _flat(cell: str) -> str:
    """The lines of a cell on one: a point between those that end with none."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    ended = [line if line.endswith((".", ";", ",", ":", "?", "!")) else f"{line} ;" for line in lines[:-1]]
    return " ".join((*ended, *lines[-1:]))
