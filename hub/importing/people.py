"""The persons whom a document names -> their functions, where it says them: no name is taken over.

A name is known by a title or a first name (`hub.checks.persons`), or because the document lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hub.checks.commonplaces import THINGS_TOO
from hub.checks.personal import Sort, personal
from hub.checks.persons import is_first_name, names, place_before
from hub.importing.functions import CIVILITY, Function, begins_function, is_function
from hub.model.names import fold, unaccented

UNKNOWN = "une personne (fonction à préciser)"
WITHHELD = {
    Sort.MOBILE: "(téléphone à demander)",
    Sort.MAILBOX: "(courriel à demander)",
    Sort.STATE_NUMBER: "(numéro retiré)",
    Sort.ACCOUNT: "(compte retiré)",
}
_WOMAN = re.compile(r"^(?:Mmes?|Mlle|Madame|Mesdames|Mademoiselle)\b")
_ALONE = re.compile(r"(?<![\w'’-])[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?![\w'’-]| [A-ZÀ-Ý])")
_BEFORE = re.compile(r"(?P<word>\b[dD]e|\b[àÀ]|\b[dD]['’]|\b[qQ]u['’])\s*$")
_FUNCTION_BEFORE = re.compile(
    r"(?:\b(?:[lL][ae]|[dD]u|[aA]u)\s|\b[lL]['’])"
    r"(?P<words>[^\W\d_][\w'’-]{0,40}(?:\s[\w'’-]{1,40}){0,6}?),? $"
)
_ENDS = ".!?…:»\n•"
_CLOSING = re.compile(r" *,(?= *[a-zà-ÿ]+)")


@dataclass(frozen=True, slots=True)
class Named:
    """What became of a name in a text: the name, and what stands for it ('' where nothing is known)."""

    name: str
    instead: str


@dataclass
class People:
    """Who is known by name: their functions, or the associations that they speak for."""

    functions: dict[str, Function] = field(default_factory=dict)

    def learn(self, name: str, function: Function) -> None:
        """`name` has that function; also by their surname, and by their first name where nobody shares it."""
        bare = CIVILITY.sub("", name).strip()
        if _WOMAN.match(name) and function.feminine is None:
            function = function.of_woman(True)
        words = bare.split()
        for key in {fold(bare), fold(" ".join(words[1:])), fold(words[0]) if words else ""} - {""}:
            self.functions.setdefault(key, function)

    def of(self, name: str) -> Function | None:
        """The function of somebody, by whole name, surname or first name."""
        bare = fold(CIVILITY.sub("", name))
        found = self.functions.get(bare)
        if found is None and " " in bare:
            found = self.functions.get(bare.split(" ", 1)[1])
        return found

    def replaced(self, text: str, *, strict: bool = False) -> tuple[str, tuple[Named, ...]]:
        """The text where functions stand for names, and what became of each name, in order; where `strict`,
        for a first name alone too."""
        said, told = self._replaced(text, strict)
        if told and any(names(said)):  # what stands beside a name may have hidden another
            said, more = self._replaced(said, strict)
            told = (*told, *more)
        return said, told

    def _replaced(self, text: str, strict: bool) -> tuple[str, tuple[Named, ...]]:
        told: list[Named] = []
        parts: list[str] = []
        at = 0
        for start, end in self._spans(text, strict):
            if start < at:
                continue
            if said := _said_before(text[at:start]):
                self.learn(text[start:end], said.of_woman(_WOMAN.match(text[start:end]) is not None))
                parts.append(text[at : at + said_end(text[at:start])])
                told.append(Named(text[start:end], said.with_article))
                at = end
                continue
            name, after, instead = self._instead(text, start, end)
            before = parts_before(text[at:start], instead)
            parts += [before, _cased(before or "".join(parts), instead)]
            told.append(Named(name, instead if instead != UNKNOWN else ""))
            at = after
        return "".join([*parts, text[at:]]), tuple(told)

    def _spans(self, text: str, strict: bool) -> list[tuple[int, int]]:
        found = set(names(text)) | (set(first_names(text)) if strict else set())
        for key in self.functions:
            if not key:
                continue
            pattern = r"[\W_]+".join(map(re.escape, key.split()))
            for one in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", unaccented(text)):
                if text[one.start()].isupper():
                    found.add(_with_civility(text, *one.span()))
        longest = sorted(found, key=lambda span: (span[0], -span[1]))
        return [one for i, one in enumerate(longest) if not any(o[1] >= one[1] for o in longest[:i])]

    def _instead(self, text: str, start: int, end: int) -> tuple[str, int, str]:
        """The name, where what is replaced ends, and what stands instead."""
        name = text[start:end]
        rest = text[end:]
        if found := begins_function(rest):
            if not self.of(name):
                self.learn(name, Function.of(found.words))
            function = Function.of(found.words)
            known = self.of(name)
            if known and known.feminine is not None:
                function = function.of_woman(known.feminine)
            closing = _CLOSING.match(rest[found.end :])
            return name, end + found.end + (closing.end() if closing else 0), function.with_article
        known = self.of(name)
        return name, end, known.short_with_article if known else UNKNOWN


def first_names(text: str) -> Iterator[tuple[int, int]]:
    """Where a first name stands alone: « Sophie propose »; a place that bears one is none."""
    for found in _ALONE.finditer(text):
        known = is_first_name(found[0].split("-")[0]) and fold(found[0]) not in THINGS_TOO
        if known and not place_before(text, found.start()):
            yield found.span()


def _said_before(before: str) -> Function | None:
    """The function that stands before a name, with its article: « la présidente du bureau, Mme Lopez »."""
    found = _FUNCTION_BEFORE.search(before)
    return Function.of(found["words"]) if found and is_function(found["words"]) else None


def said_end(before: str) -> int:
    """Where such a function ends."""
    found = _FUNCTION_BEFORE.search(before)
    return found.end("words") if found else len(before)


def parts_before(before: str, instead: str) -> str:
    """The words before a name, whose « de », « à », « d' », « qu' » go with what stands instead."""
    found = _BEFORE.search(before)
    if not found:
        return before
    word = found["word"].lower().rstrip("'’")
    stem = before[: found.start()]
    if word == "qu":
        return before if instead[:2] in ("l'", "un") else f"{stem}que "
    if instead.startswith("une "):
        return f"{stem}{'d' if word in ('d', 'de') else 'à '}{chr(39) if word in ('d', 'de') else ''}"
    return f"{stem}{'de ' if word in ('d', 'de') else found['word'] + ' '}"


def _cased(before: str, instead: str) -> str:
    """What stands instead, with a capital where a sentence begins; « de le » is « du »."""
    return instead[0].upper() + instead[1:] if not before.strip() or before.rstrip()[-1] in _ENDS else instead


def contracted(text: str) -> str:
    """« de le chargé » -> « du chargé », « à le » -> « au »: only what `replaced` may have made."""
    return re.sub(
        r"\b(?P<word>[dD]e|[àÀ]) le (?=\w)",
        lambda found: {"de": "du ", "à": "au "}[found["word"].lower()],
        text,
    )


def withheld(text: str) -> tuple[str, tuple[str, ...], tuple[Sort, ...]]:
    """The text without mobiles, private mailboxes and numbers of persons; what they were, and their sorts."""
    found = [one for one in personal(text) if one.sort is not Sort.NAME]
    for one in sorted(found, key=lambda one: -one.start):
        text = text[: one.start] + WITHHELD[one.sort] + text[one.start + len(one.written) :]
    return text, tuple(one.written for one in found), tuple(one.sort for one in found)


def _with_civility(text: str, start: int, end: int) -> tuple[int, int]:
    found = re.search(r"(?:M\.|Mr\.?|Mmes?\.?|Mlle|Monsieur|Madame|Mademoiselle|Dr\.?)\s+$", text[:start])
    return (found.start() if found else start, end)
