"""What is said under a proposal, in Markdown, and in the log of a job: the change in a sentence, what stops
its publication, what it brings that is worth a look, page after page; then what it does and whom it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hub.controls import visible
from hub.forge.announcement import GRAVITIES, Announcement, Trouble
from hub.markup import outline
from hub.markup.forge import block, code, inert, line

SHOWN = 30
"""Problems that are shown; the rest is counted."""

CHANGES_SHOWN = 24_000
"""Characters of what the change does: the problems take the rest of what a forge allows."""

LONGEST, SHORT, ROWS = 400, 120, 40
"""Characters of a sentence and of a name that are shown, and rows of a table."""

_UNTOLD = "Ce que ce changement fera n’a pas pu être dit."


def comment(one: Announcement, run: str) -> str:
    """What is said under the proposal, in Markdown; `run` is the address of the job, as the forge gave it."""
    return "\n\n".join(_paragraphs(one, run)) + "\n"


def in_text(one: Announcement) -> Iterator[str]:
    """The same for the log of a job, line by line."""
    yield from (_headline(one), "")
    yield visible(_lead(one))
    for title, troubles in _parts(one):
        yield from ("", title)
        for trouble in troubles[:SHOWN]:
            where = f"{trouble.of}, {trouble.field}" if trouble.field else trouble.of
            yield visible(f"- {where} : {trouble.said} {trouble.remedy} ({trouble.place}, {trouble.code})")
            yield from (visible(f"    {row}") for row in trouble.instead.splitlines())
    if one.changes:
        yield from list(outline.text(one.changes))[1:]


def _parts(one: Announcement) -> Iterator[tuple[str, list[Trouble]]]:
    """What stops the publication, then what the change brings; old warnings are counted elsewhere."""
    errors = [trouble for trouble in one.troubles if trouble.is_error]
    warnings = [trouble for trouble in one.troubles if trouble.new and not trouble.is_error]
    yield from ((title, those) for title, those in ((_STOPS, errors), (_LOOK, warnings)) if those)


_STOPS = "À corriger avant de publier"
_LOOK = "À regarder : cela n’empêche pas de publier"


def _paragraphs(one: Announcement, run: str) -> Iterator[str]:
    yield f"### {_headline(one)}"
    yield inert(_lead(one))
    for title, troubles in _parts(one):
        yield f"#### {title}"
        yield from _told(troubles)
    if any(_parts(one)):
        yield "Pas à pas : « Quand la vérification refuse », dans les pages « Contribuer » du site."
    if old := sum(not (trouble.new or trouble.is_error) for trouble in one.troubles):
        many = "s étaient" if old > 1 else " était"
        yield f"{old} avertissement{many} déjà là avant cette proposition."
    if one.changes and one.changes.parts:
        yield outline.markdown(one.changes._replace(lead=""), CHANGES_SHOWN).strip()
    if run:
        yield (
            f"**Pour le voir** : sur [la page de la vérification]({run}), téléchargez « site », ouvrez le "
            "dossier, puis `index.html` ; tout y est, sauf la recherche."
        )
    yield "_Ce message se renouvelle à chaque enregistrement._"


def _lead(one: Announcement) -> str:
    return one.changes.lead if one.changes else _UNTOLD


def _headline(one: Announcement) -> str:
    told = [trouble for _, troubles in _parts(one) for trouble in troubles]
    counted = [
        f"{number} {words[number > 1]}"
        for gravity, words in GRAVITIES.items()
        if (number := sum(trouble.gravity == gravity for trouble in told))
    ]
    if any(trouble.is_error for trouble in told):
        return f"Pas encore : {', '.join(counted)}"
    return f"Vérifié : {', '.join(counted) or 'rien à corriger'}"


def _told(troubles: list[Trouble]) -> Iterator[str]:
    """Page after page, the places of a page one under the other."""
    pages: dict[str, list[Trouble]] = {}
    for one in troubles[:SHOWN]:
        pages.setdefault(one.of, []).append(one)
    for page, those in pages.items():
        yield f"**{inert(line(page, SHORT)) or '…'}**"
        yield "\n".join(row for alike in _alike(those) for row in _rows(alike))
    if len(troubles) > SHOWN:
        yield f"- … et {len(troubles) - SHOWN} de plus."


def _alike(troubles: list[Trouble]) -> Iterable[list[Trouble]]:
    """Those that have the same remedy together, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Trouble]] = {}
    for one in troubles:
        groups.setdefault((one.code, one.remedy), []).append(one)
    return groups.values()


def _rows(alike: list[Trouble]) -> Iterator[str]:
    """A problem and what to do; what is to be done at several places is told once, above them."""
    (first, *others), remedy = alike, inert(line(alike[0].remedy, LONGEST))
    if not others:
        yield f"- {_place(first)} {remedy} ({code(first.place)}, {inert(line(first.code, 20))})"
        yield from _instead(first)
        return
    yield f"- {remedy} ({inert(line(first.code, 20))})"
    for one in alike:
        yield f"  - {_place(one)} ({code(one.place)})"
        yield from (f"  {row}" if row else "" for row in _instead(one))


def _place(one: Trouble) -> str:
    field = f"**{inert(line(one.field, SHORT))}** : " if line(one.field) else ""
    return f"{field}{inert(line(one.said, LONGEST))}"


def _instead(one: Trouble) -> Iterator[str]:
    if one.instead.strip():
        rows = [line(row, LONGEST) for row in one.instead.splitlines()[:ROWS]]
        yield from ("", *(f"  {row}" for row in block(rows)), "")
