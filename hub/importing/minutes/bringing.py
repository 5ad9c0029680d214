"""A file -> the draft of minutes, and what to ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from hub.checks.personal import Sort
from hub.importing.blocks import Paragraph, words_of
from hub.importing.held import held_text
from hub.importing.kinds import LIKELY
from hub.importing.ledger import Ledger
from hub.importing.minutes import title
from hub.importing.minutes.attendance import Attendance
from hub.importing.minutes.draft import Draft, cut_to
from hub.importing.minutes.existing import differences
from hub.importing.minutes.follow_up import FollowUp
from hub.importing.minutes.labels import Part, label_of
from hub.importing.minutes.meeting import FIRST_LINES, begun
from hub.importing.minutes.nouns import own_nouns
from hub.importing.minutes.officials import town
from hub.importing.minutes.parts import Parts, Sorting
from hub.importing.minutes.text import SHOWN, written
from hub.importing.minutes.titles import agenda_of
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome, Written
from hub.importing.people import People
from hub.importing.personal import told
from hub.importing.reading import TEXTS, blocks_of
from hub.importing.said_dates import dates_in, is_near
from hub.importing.text import Text
from hub.importing.tidy import tidied
from hub.markup.town import of_town
from hub.model.dates import PartialDate
from hub.model.fields import ONE_LINE
from hub.model.hub import Hub
from hub.model.wording import Wording

KIND = "comptes-rendus"
_SIGNS = (Part.PRESENT, Part.EXCUSED, Part.AGENDA, Part.NEXT, Part.FOLLOW_UP)


def looks_like(source: Source, town: Wording) -> float:
    """How much a file looks like the minutes of a meeting: its title, and the parts that minutes have,
    in the words of the town."""
    if source.sort not in TEXTS:
        return 0.0
    try:
        blocks = tidied(blocks_of(source).blocks)
    except ImportingError:
        return LIKELY  # what cannot be read is refused in its own words
    said, nouns = [block.words for block in blocks if isinstance(block, Paragraph)], own_nouns(town)
    parts = {label.part for words in said if (label := label_of(words, nouns))}
    named = any(title.is_title(words, nouns) for words in (*said[:FIRST_LINES], PurePath(source.name).stem))
    return min(1.0, 0.35 * named + 0.2 * len(parts.intersection(_SIGNS)))


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The draft of the minutes that a file holds. Raises ImportingError where the day of the meeting is not
    known: it is the name of the file, and its address."""
    reading = blocks_of(source)
    blocks = tidied(reading.blocks)
    ledger = Ledger()
    drafting = _Drafting(Sorting(hub, ledger).sort(blocks), hub, ledger)
    draft, pictures = drafting.draft(source, asked.today)
    for words in reading.aside:
        ledger.leave(words)
    ledger.close([words_of(block) for block in blocks], draft.said)
    remarks = (*reading.remarks, *filter(None, [told(ledger.personal.values())]))
    return _outcome(draft, pictures, ledger, hub, remarks=remarks, asked=asked)


class _Drafting:
    """The parts of minutes -> their draft."""

    def __init__(self, parts: Parts, hub: Hub, ledger: Ledger) -> None:
        self._parts, self._hub, self._ledger = parts, hub, ledger
        self._people = People()

    def draft(self, source: Source, today: dt.date) -> tuple[Draft, list[Written]]:
        """The draft, and the pictures of its text."""
        draft = begun(source.name, self._parts, self._hub, self._ledger, today)
        lines, day = self._parts.lines, PartialDate.parse(draft.date)
        draft.town = town(lines[Part.TOWN], self._people, self._ledger)
        self._attended(draft)
        nouns = own_nouns(self._hub.site.mots)
        text = Text(self._ledger, self._people, f"{draft.date}-{draft.body}", SHOWN)
        draft.town = [self._line("ville", text.bare(one)) for one in draft.town]
        draft.agenda = [self._line("ordre_du_jour", text.bare(one)) for one in lines[Part.AGENDA]]
        draft.place = self._line("lieu", text.bare(draft.place or " ".join(lines[Part.PLACE])))
        draft.text = written(text, self._parts.text, draft.agenda, nouns)
        if not draft.agenda and (titles := list(agenda_of(draft.text, nouns))):
            draft.titles = [self._line("ordre_du_jour", title) for title in titles]
            self._ledger.ask(
                "ordre_du_jour",
                "Pas d'ordre du jour dans le document : il est fait des titres du texte. Relisez-le.",
            )
        follow_up = FollowUp(self._hub, self._people, self._ledger, day)
        draft.actions = [one for table in self._parts.tables for one in follow_up.actions(*table)]
        draft.next = self._next(day)
        draft.source = f"Compte rendu de la réunion, Ville {of_town(self._hub.site)}."
        if Sort.NAME in self._ledger.personal.values():
            draft.source += " Les noms des personnes sont remplacés par leur fonction."
        return draft, text.pictures

    def _line(self, key: str, words: str) -> str:
        """The words, up to what a field of one line holds; the rest is left out, and said."""
        return cut_to(ONE_LINE, words, key, self._ledger)

    def _attended(self, draft: Draft) -> None:
        lines = self._parts.lines
        attendance = Attendance(self._hub, self._people, self._ledger)
        draft.present = attendance.listed(lines[Part.PRESENT], "presents")
        present = {self._id(name) for name in draft.present}
        for name in attendance.listed(lines[Part.EXCUSED], "excuses"):
            if self._id(name) in present:
                self._ledger.leave(name)
                self._ledger.ask(
                    "presents", f"« {name} » est à la fois présente et excusée dans le document."
                )
            else:
                draft.excused.append(name)
        draft.town += [one for one in dict.fromkeys(attendance.officials) if one not in draft.town]
        for words in lines[Part.ABSENT]:
            self._ledger.leave(words)  # no field is for who was absent without excuse

    def _id(self, name: str) -> str:
        known = self._hub.named(name)
        return known.id if known else name

    def _next(self, day: PartialDate) -> str:
        """When the next meeting is: the first date that is said of it, which comes after this one."""
        for words in self._parts.next:
            for said in dates_in(words, day.last):
                if said.iso[:7] < f"{day}"[:7] or said.iso[:10] == f"{day}":
                    self._ledger.ask(
                        "", f"La prochaine réunion serait le {said.iso}, avant celle-ci : quand est-elle ?"
                    )
                    return ""
                if not said.dated and not is_near(said.iso, day.first):
                    self._ledger.ask(
                        "prochaine", f"« {words[said.start : said.end]} » n'a pas d'année : {said.iso} ?"
                    )
                return said.iso
        return ""


def _outcome(
    draft: Draft,
    pictures: Sequence[Written],
    ledger: Ledger,
    hub: Hub,
    *,
    remarks: Sequence[str],
    asked: Asked,
) -> Outcome:
    """The outcome; where the town has the file already, it stays, and what differs is asked."""
    unread = tuple(dict.fromkeys(ledger.unread))
    held = held_text(asked.root, draft.path)
    if held is None or held == draft.written:
        questions = ledger.placed(draft.path, draft.written)
        return Outcome(
            KIND, (Written(draft.path, draft.written), *pictures), questions, unread, tuple(remarks)
        )
    said = (
        f"« {draft.path} » existe déjà : rien n'y est changé. Pour le reprendre à neuf, effacez-le d'abord."
    )
    return Outcome(KIND, (), tuple(differences(draft, held, hub)), unread, (*remarks, said))
