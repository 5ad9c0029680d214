"""Every word of a document is in a field, in the text, or said to be left out: the account of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hub.checks.personal import Sort
from hub.importing.outcome import Question
from hub.model.names import fold

JOINTS = frozenset("l la le les un une d de du des et au aux par ainsi que".split())
"""Words that join names in a list, or stand before one: a list of the site does without."""

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> list[str]:
    """The words of a text, folded: a letter or a digit is what makes one."""
    return [fold(word) for word in _WORD.findall(text)]


@dataclass
class Ledger:
    """What became of the words of a document: `unread` left out, `otherwise` said in another form (a date,
    the label of a field); and what to ask. A question stands where `about` does: a key of the header, else
    the line of the text that holds these words."""

    unread: list[str] = field(default_factory=list)
    otherwise: Counter[str] = field(default_factory=Counter)
    questions: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    personal: dict[str, Sort] = field(default_factory=dict)

    def leave(self, words: str) -> None:
        """These words stand nowhere in the draft."""
        if words.strip():
            self.unread.append(words.strip())

    def person(self, words: str, sort: Sort = Sort.NAME) -> None:
        """These words are of a person: they are left out, and counted."""
        self.leave(words)
        self.personal.setdefault(words.strip(), sort)

    def told(self, words: str) -> None:
        """These words are said in another form."""
        self.otherwise.update(words_in(words))

    def ask(self, about: str, message: str, persons: Iterable[str] = ()) -> None:
        """Ask about a part of the draft; `persons` are the words that a public list must not repeat."""
        if (asked := (about, message, tuple(persons))) not in self.questions:
            self.questions.append(asked)

    def close(self, source: Iterable[str], draft: str) -> None:
        """Leave out what is lost: the words of `source` (its passages) that are in no part of `draft`, that
        were not told otherwise, nor left out before."""
        held = Counter(words_in(draft)) + self.otherwise
        held.update(word for words in self.unread for word in words_in(words))
        for passage in source:
            lost = []
            for found in _WORD.finditer(passage):
                word = fold(found[0])
                if held[word] > 0:
                    held[word] -= 1
                elif word not in JOINTS:
                    lost.append(found[0])
            self.leave(" ".join(lost))

    def placed(self, path: str, text: str) -> tuple[Question, ...]:
        """The questions, each at its line of the draft `text`."""
        lines = text.split("\n")
        found = [
            Question(path, _line(lines, about), message, persons)
            for about, message, persons in self.questions
        ]
        return tuple(sorted(found))


def _line(lines: list[str], about: str) -> int:
    """The line that is of a key, or that holds words; 1 where there is none."""
    for number, line in enumerate(lines, start=1):
        if about and (line.startswith(f"{about}:") or line.strip().startswith(f"- {about}:")):
            return number
    return next((number for number, line in enumerate(lines, start=1) if about and about in line), 1)
