"""The text of an issue that a form made -> its form, and the answers by key.

docs.github.com, « Syntax for issue forms »: each answer stands under a heading of level 3, the words of its
field; `_No response_` where there is none. Forgejo writes the same, and so do the templates for GitLab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.proposal.form import AnswerError, Answers, Field, Form, Remark
from hub.proposal.forms import FORMS

LONGEST = 20_000
"""Characters of a whole issue: some ten pages, and nobody answers a form with a book."""

_NOTHING = ("_No response_", "_Aucune réponse_", "None")


def read(body: str) -> tuple[Form, Answers] | None:
    """The form that was filled in, and its answers; None where the text is not of a form.

    Raises AnswerError where it is, and an answer cannot be used whatever the town.
    """
    if len(body) > LONGEST:
        raise AnswerError(Remark("", f"la demande est trop longue (plus de {LONGEST} caractères)."))
    said = dict(_sections(body))
    form = next((one for one in FORMS if all(field.label in said for field in one.fields)), None)
    if form is None:
        return None
    answers = {field.key: said[field.label] for field in form.fields}
    if remarks := [remark for field in form.fields for remark in _judged(field, answers[field.key])]:
        raise AnswerError(*remarks)
    return form, {field.key: _value(field, answers[field.key]) for field in form.fields}


def _sections(body: str) -> Iterator[tuple[str, str]]:
    """Each heading and what stands under it, the last first: of two alike, the first is the form's own."""
    parts = re.split(r"^### +(.+?)[ \t]*$", _without_remarks(_lines(body)), flags=re.MULTILINE)
    for label, text in reversed(list(zip(parts[1::2], parts[2::2], strict=True))):
        clean = text.strip()
        yield label, "" if clean in _NOTHING else clean


def _without_remarks(text: str) -> str:
    """Without the comments of HTML; one that does not end stays, and is looked at once."""
    before, opening, after = text.partition("<!--")
    kept = [before]
    while opening:
        _, closing, rest = after.partition("-->")
        if not closing:
            return "".join((*kept, opening, after))
        before, opening, after = rest.partition("<!--")
        kept.append(before)
    return "".join(kept)


def _lines(body: str) -> str:
    """With the ends of lines of Unix, and no sign that is none (a control, a surrogate)."""
    plain = body.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in plain if sign in "\n\t" or sign.isprintable() or sign in "\u00a0\u202f\u2009"
    )


def _judged(field: Field, said: str) -> Iterator[Remark]:
    if field.required and not said:
        yield Remark(field.label, "il manque une réponse.")
    elif said and field.choices and said not in field.choices.values():
        yield Remark(field.label, f"choisissez parmi : {', '.join(field.choices.values())}.")
    elif not field.long and "\n" in said:
        yield Remark(field.label, "répondez sur une seule ligne.")


def _value(field: Field, said: str) -> str:
    return next((value for value, words in field.choices.items() if words == said), said)
