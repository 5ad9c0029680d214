"""A document that a town wrote (Word, LibreOffice, web page, text, PDF) -> a guide or a piece of news.

It has its title, its Markdown, its pictures and its tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from hub.importing.blocks import TITLE, Block, Paragraph, plain, words_of
from hub.importing.header import header
from hub.importing.held import apart, held_text, texts
from hub.importing.ledger import Ledger
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome, Question, Written
from hub.importing.people import People
from hub.importing.personal import persons_in, told
from hub.importing.reading import TEXTS, blocks_of
from hub.importing.text import Text
from hub.importing.tidy import tidied
from hub.model.hub import Hub
from hub.model.kinds import KINDS
from hub.model.names import fold, slug, unaccented
from hub.model.publication import Publication
from hub.proposal.naming import plain as in_an_address
from hub.proposal.naming import shortened

LONGEST_TITLE = 200
FIRST_LINES = 5
"""Lines among which a document says what it is."""


@dataclass(frozen=True)
class Sort:
    """A sort of publication: the word of `--kind`, its folder, what stands in its header besides the title,
    of the name of the document and the day, and the words by which a title is known to be of it."""

    kind: str
    folder: str
    fields: Callable[[str, Asked], Mapping[str, Any]]
    signs: re.Pattern[str]


def looks_like(source: Source, sort: Sort) -> float:
    """How much a document looks like one of that sort: by its title, or its name."""
    if source.sort not in TEXTS:
        return 0.0
    try:
        blocks = tidied(blocks_of(source).blocks)
    except ImportingError:
        return 0.0
    said = [words_of(block) for block in blocks[:FIRST_LINES]]
    named = any(sort.signs.match(unaccented(words)) for words in (*said, PurePath(source.name).stem))
    return 0.34 if named and blocks else 0.0


def bring(source: Source, hub: Hub, asked: Asked, sort: Sort) -> Outcome:
    """The draft of the publication. Raises ImportingError."""
    reading = blocks_of(source)
    blocks = tidied(reading.blocks)
    if not any(words_of(block) for block in blocks):
        raise ImportingError(f"« {source.name} » : il n'a pas de texte.")
    ledger = Ledger()
    title, rest = _titled(blocks, source.name)
    ledger.told(title)
    text = Text(ledger, People(), "")
    title = words_of(text.plain([plain(title)])[0])[:LONGEST_TITLE]
    name = shortened(in_an_address(slug(title))) or "sans-titre"
    known = next((one for one in _held(hub, sort) if one.id == name or fold(one.titre) == fold(title)), None)
    text.name = known.id if known else name
    body = text.written(text.plain(rest))
    for words in reading.aside:
        ledger.leave(words)
    ledger.close([words_of(block) for block in blocks], f"{title}\n{body}")
    path = f"{sort.folder}/{text.name}.md"
    fields = {"titre": title, **sort.fields(_named(source.name), asked)}
    content = f"{header(fields)}\n{body}"
    remarks = (*reading.remarks, *filter(None, [told(ledger.personal.values())]))
    unread = tuple(dict.fromkeys(ledger.unread))
    there = held_text(asked.root, path)
    if there is None:
        pictures = (Written(path, content), *text.pictures)
        return Outcome(sort.kind, pictures, ledger.placed(path, content), unread, remarks)
    if known is None:
        raise ImportingError(f"« {path} » existe déjà, et ne se lit pas : corrigez-le d'abord.")
    questions = tuple(_differences(path, known, title, body, there))
    if not questions:
        same = (Written(path, (asked.root / path).read_bytes()), *text.pictures)
        return Outcome(sort.kind, same, ledger.placed(path, there), unread, remarks)
    said = f"« {path} » existe déjà : rien n'y est changé."
    return Outcome(sort.kind, (), questions, unread, (*remarks, said))


def _held(hub: Hub, sort: Sort) -> Sequence[Publication]:
    """Those of that sort that the town has."""
    found: Sequence[Publication] = getattr(hub, next(k.attribute for k in KINDS if k.folder == sort.folder))
    return found


def _named(name: str) -> str:
    """The document by its name, that names nobody."""
    return name if not persons_in(name) else "un document de la ville"


def _titled(blocks: Sequence[Block], name: str) -> tuple[str, Sequence[Block]]:
    """The title of a document, and the rest of it: the one that its style says, else its first line where it
    looks like one, else the name of the file."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.level == TITLE:
            return block.words, [*blocks[:index], *blocks[index + 1 :]]
    words = [index for index, block in enumerate(blocks) if words_of(block)]
    first = blocks[words[0]]
    others = len(words) > 1
    if isinstance(first, Paragraph) and others and not first.item and _may_be(first, blocks):
        return first.words.rstrip(" :"), [*blocks[: words[0]], *blocks[words[0] + 1 :]]
    stem = " ".join(re.sub(r"[_]+|(?<=\w)-(?=\w)", " ", PurePath(name).stem).split())
    return stem[:1].upper() + stem[1:], blocks


def _may_be(block: Paragraph, blocks: Sequence[Block]) -> bool:
    """Whether a first line is a title: the only heading of its level, or short and without an end."""
    if block.level:
        others = [one for one in blocks if isinstance(one, Paragraph) and one.level == block.level]
        return len(others) == 1
    return len(block.words) <= LONGEST_TITLE // 2 and not block.words.endswith((".", ";", ",", ":"))


def _differences(path: str, known: Publication, title: str, body: str, there: str) -> Sequence[Question]:
    lines = there.split("\n")
    found = []
    if fold(known.titre) != fold(title):
        line = next((n for n, one in enumerate(lines, 1) if one.startswith("titre:")), 1)
        said = "« titre » : ce fichier dit « {} », le document « {} »."
        found.append(Question(path, line, said.format(*apart(known.titre, title))))
    return [*found, *texts(path, known.text, body, lines)]
