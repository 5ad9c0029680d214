"""A calendar, the JSON of OpenAgenda or a spreadsheet -> `content/agenda/`, a date a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hub.checks import Severity
from hub.importing.dates import exported
from hub.importing.dates.drafting import Draft, Drafting
from hub.importing.dates.files import FOLDER, completed, held, name_of, text_of
from hub.importing.dates.given import Listed
from hub.importing.dates.known import FIELDS, compared, joined, marks_of, matched, own_uid, unique, values_of
from hub.importing.dates.reading import listed_in
from hub.importing.opening import Source
from hub.importing.outcome import Asked, Outcome, Question, Written, mend_first
from hub.importing.personal import told
from hub.inspection import inspect
from hub.model.event import EVENT, Announced, Event
from hub.model.hub import Hub
from hub.proposal.naming import free
from hub.trial import new_problems, tried

KIND = "agenda"


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The dates that a file holds, those that the town has already completed. Raises ImportingError."""
    if "events" in hub.spoiled.unknown:
        raise mend_first(FOLDER)
    if (rows := exported.rows_of(source)) is not None:
        return _exported(rows, source, hub, asked)
    return _Bringing(source, hub, asked).outcome(listed_in(source, hub, asked))


def _exported(rows: exported.Rows, source: Source, hub: Hub, asked: Asked) -> Outcome:
    """What was exported from here: the rows that are known are compared, others are new dates."""
    found = exported.compared(rows, hub, source.name)
    bringing = _Bringing(source, hub, asked)
    files = list(bringing.passing([held(asked.root, *one) for one in found.changes.items()]))
    outcome = bringing.outcome(found.new)
    return Outcome(
        KIND,
        (*outcome.written, *files),
        tuple(sorted((*outcome.questions, *found.questions))),
        outcome.unread,
        (*outcome.remarks, f"{found.same} date{'s' * (found.same > 1)} sans changement."),
    )


class _Bringing:
    """The drafts of a source, beside what the town has."""

    def __init__(self, source: Source, hub: Hub, asked: Asked) -> None:
        self._source, self._hub, self._asked = source, hub, asked
        self._questions: list[Question] = []
        self._unread: list[str] = []
        self._counts: Counter[str] = Counter()

    def outcome(self, listed: Listed) -> Outcome:
        """What comes of the dates of a source."""
        drafts = self._drafts(listed)
        known = matched(drafts, self._hub)
        new = [one for one, event in zip(drafts, known, strict=True) if event is None]
        written = list(self._new(new))
        held = [(one, event) for one, event in zip(drafts, known, strict=True) if event is not None]
        written += self.passing([one for draft, event in held for one in self._again(draft, event)])
        for draft in drafts:
            self._unread += draft.ledger.unread
        self._questions += [Question(self._source.name, line, words) for line, words in listed.questions]
        persons = told(sort for draft in drafts for sort in draft.ledger.personal.values())
        return Outcome(
            KIND,
            tuple(written),
            tuple(sorted(self._questions)),
            tuple(dict.fromkeys((*listed.aside, *self._unread))),
            tuple(filter(None, (*listed.remarks, *self._counted(), _guessed(new), persons))),
        )

    def _drafts(self, listed: Listed) -> list[Draft]:
        """A draft each; those of this very site, which its calendar gave, are left as they are."""
        feed = EVENT.feed
        assert feed
        own = {self._hub.site.guid(feed.guid, one.id) for one in self._hub.events}
        given, again = unique(listed.dates)
        listed.questions += again
        found = []
        for one in given:
            if one.uid[: len(next(iter(own), ""))] in own:
                self._counts["de ce site, laissée{s} telle{s} quelle{s}"] += 1
                continue
            drafting = Drafting(self._hub, self._source.name, self._asked.today)
            draft = drafting.draft(one)
            if draft is None:
                words = f"« {one.title} », {one.begin or 'sans jour'} : pas de titre ou de jour : pas repris."
                listed.questions.append((one.line, words))
                listed.aside.append(f"{one.title} ; {one.begin} ; {' ; '.join(one.aside)}")
            else:
                found.append(draft)
        return found

    # New ones

    def _new(self, drafts: Sequence[Draft]) -> Iterator[Written]:
        """The files of new dates; one that `check` refuses is asked instead."""
        taken = set(self._taken())
        for draft in drafts:
            draft.path = free(FOLDER, name_of(draft), frozenset(taken))
            taken.add(draft.path)
            if uid := own_uid(draft.given.uid):
                marks = joined(marks_of(values_of(draft.event, draft.text, self._hub)))
                draft.fields["origine"] = {"uid": uid, "empreinte": marks}
        refused = self._refused({one.path: one.content.encode() for one in drafts})
        for draft in drafts:
            if why := refused.get(draft.path):
                words = f"« {draft.given.title} », {draft.given.begin} : pas repris. {why}"
                self._questions.append(Question(self._source.name, draft.given.line, words))
                self._unread.append(draft.words)
                continue
            self._counts["nouvelle{s}"] += 1
            self._announced(draft)
            self._questions += draft.ledger.placed(draft.path, draft.content)
            yield Written(draft.path, draft.content)

    def _announced(self, draft: Draft) -> None:
        """Ask of a meeting that minutes announce already, under another title."""
        for event in self._hub.events:
            same = event.debut.whole and event.debut.first == draft.event.debut.first
            if same and isinstance(event, Announced) and draft.event.categorie is event.categorie:
                what = event.categorie.libelle
                words = f"{event.origin.document.path} annonce déjà une {what} ce jour : est-ce la même ?"
                draft.ledger.ask("debut", f"{words} Si oui, gardez l'une des deux.")

    def _taken(self) -> Iterator[str]:
        """The names of files that are there, and of addresses that dates have."""
        yield from (f"{FOLDER}/{one.id}.md" for one in self._hub.events)
        folder = self._asked.root / FOLDER
        if folder.is_dir():
            yield from (f"{FOLDER}/{one.name}" for one in folder.iterdir())

    def _refused(self, files: dict[str, bytes]) -> dict[str, str]:
        """Why the rules refuse some of these files."""
        if not files:
            return {}
        before = inspect(self._asked.root, self._asked.today)
        found = new_problems(before, tried(files, self._asked.root, self._asked.today))
        return {one.path: f"{one.message} {one.remedy}" for one in found if one.severity is Severity.ERROR}

    # Those that the town has

    def passing(self, those: Sequence[Written]) -> Iterator[Written]:
        """The files that change, but those which `check` would refuse: these stay as they are, and it is
        asked."""
        held = {one.path: text_of(self._asked.root, one.path) for one in those}
        refused = self._refused({one.path: one.data for one in those if one.content != held[one.path]})
        for one in those:
            if why := refused.get(one.path):
                words = f"Ce qui a changé dans {self._source.name} n'est pas repris. {why}"
                self._questions.append(Question(one.path, 1, words))
            else:
                yield one

    def _again(self, draft: Draft, event: Event) -> Iterator[Written]:
        found = compared(event, draft, self._hub)
        origin = event.origin
        for name, words in found.questions:
            at = origin.at() if name == "texte" or isinstance(event, Announced) else origin.at(name)
            self._questions.append(Question(str(at.path), at.line, words))
        if isinstance(event, Announced):
            return
        path = f"{FOLDER}/{event.id}.md"
        text = text_of(self._asked.root, path)
        new = completed(draft, event, text, self._hub, self._asked.today)
        asked = {words for about, words, _ in draft.ledger.questions if _field(about) in found.untouched}
        self._counts["changée{s}" if new != text and found.changes else "inchangée{s}"] += 1
        self._questions += [one for one in draft.ledger.placed(path, new) if one.message in asked]
        yield Written(path, new)

    def _counted(self) -> list[str]:
        said = [
            f"{number} date{'s' * (number > 1)} {words.format(s='s' * (number > 1))}"
            for words, number in self._counts.items()
        ]
        return [f"{', '.join(said)}."] if said else []


def _field(about: str) -> str:
    """The field of a date that a question is about: words are of its text."""
    return about if about in FIELDS else "recurrence" if about == "changements" else "texte"


def _guessed(drafts: Sequence[Draft]) -> str:
    """What the categories were taken for, where no source said them."""
    found = Counter(one.event.categorie.libelle for one in drafts if one.guessed)
    said = ", ".join(f"{number} {word}{'s' * (number > 1)}" for word, number in sorted(found.items()))
    return f"Catégories devinées d'après les titres : {said}." if said else ""
