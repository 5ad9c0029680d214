"""What came of files, for who reads, for a program, and as a list to tick in the proposal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from hub.importing.asking import AskedOnce, asked_once
from hub.importing.bringing import Brought
from hub.importing.gathered import gathered
from hub.markup.forge import code, inert

CHECKLIST = ".site.a-verifier.md"
"""Where the list to tick is kept, beside the sources: git ignores it, as it does what the site leaves."""

_TITLE = "### "

SHOWN = 200
"""Characters of a passage that was left out, in the words for who reads."""


def text(those: Sequence[Brought], *, dry: bool) -> str:
    """The sentences for who reads; `dry` says that nothing was written."""
    asked = asked_once([one.outcome.questions for one in those])
    lines = (
        line for one, questions in zip(those, asked, strict=True) for line in _lines(one, questions, dry=dry)
    )
    return "\n".join(lines) + "\n"


def _lines(one: Brought, asked: Sequence[AskedOnce], *, dry: bool) -> Iterator[str]:
    outcome = one.outcome
    yield f"{one.source.name} : {one.source.sort}, lu comme « {outcome.kind} »."
    yield from (f"  {remark}" for remark in (*one.source.remarks, *outcome.remarks))
    word = "À écrire" if dry else "Écrit"
    yield from (f"  {word} : {written.path}" for written in outcome.written)
    yield from (f"  Inchangé : {path}" for path in one.same)
    yield from _list("À vérifier", (f"{q.place} {q.message}{also}" for q, also in asked))
    yield from _list("Non repris", (f"« {_short(words)} »" for words in gathered(outcome.unread)))


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    held = list(items)
    if held:
        yield f"  {title} ({len(held)}) :"
        yield from (f"  - {item}" for item in held)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= SHOWN else f"{flat[:SHOWN]}…"


def as_json(those: Sequence[Brought], error: str = "") -> str:
    """One object: `written`, `questions`, `unread`; `files` says what each file was read as, `error` why
    nothing is written."""
    said: dict[str, object] = {
        "files": [{"path": one.source.name, "kind": one.outcome.kind} for one in those],
        "written": [written.path for one in those for written in one.outcome.written],
        "questions": [
            {"path": q.path, "line": q.line, "message": q.message}
            for one in those
            for q in one.outcome.questions
        ],
        "unread": [words for one in those for words in one.outcome.unread],
    }
    return json.dumps(said | ({"error": error} if error else {}), ensure_ascii=False, indent=2) + "\n"


def checklist(those: Sequence[Brought], kept: str = "") -> str:
    """Markdown for the proposal, which is public: it repeats no name, and counts what was left out. `kept` is
    the list of imports before: what it says of other files stays."""
    held = {section.partition("\n")[0]: section for section in kept.split(_TITLE)[1:]}
    asked = asked_once([one.outcome.questions for one in those])
    held |= {inert(one.source.name): _section(one, its) for one, its in zip(those, asked, strict=True)}
    return "".join(f"{_TITLE}{section.rstrip()}\n\n" for section in held.values())


def _section(one: Brought, asked: Sequence[AskedOnce]) -> str:
    lines = [f"{inert(one.source.name)}\n"]
    lines += [f"- [ ] {code(q.place)} {inert(f'{q.public}{also}')}" for q, also in asked]
    if number := len(one.outcome.unread):
        many = "passages non repris" if number > 1 else "passage non repris"
        lines.append(f"- [ ] {number} {many} : à relire dans le document.")
    return "\n".join(lines)
