"""`explain`: a rule of the catalogue for a person, and the passages that its page shows too.

What the check answers to a wrong example is not written anywhere: the check is run.
"""

from __future__ import annotations

import tempfile
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from hub.build import Inspected, inspect
from hub.called import called
from hub.catalogue import CATALOGUE, CHAPTERS, Rule
from hub.catalogue.rule import Content, Edit, Example, Files, Link, Made, Severity
from hub.catalogue.town import TODAY, lay
from hub.checks.ready import lacking
from hub.model.published import Published, announced
from hub.report import told

WIDTH = 88
"""Columns of a terminal's text."""

LONGEST = 400
"""Characters of an example; the rest of a file that is too large adds nothing."""

MOST_FILES = 3
"""Files of an example that are shown; the others are like them."""

_INVISIBLE = {
    "\u00a0": "[espace insécable]",
    "\t": "[tabulation]",
    "\ufeff": "[BOM]",
    "\u200b": "[espace sans largeur]",
}


def listing() -> str:
    """Every code and its rule, by chapter."""
    lines: list[str] = []
    for title, rules in CHAPTERS.items():
        lines += ["", title, *(f"  {rule.code}  {rule.title}" for rule in rules)]
    return (
        "\n".join((*lines[1:], "", f"{called().command} explain CODE : la règle, sa raison, un exemple."))
        + "\n"
    )


def terminal(rule: Rule) -> str:
    """A rule for a terminal."""
    wrap: Callable[[str], str] = lambda text: textwrap.fill(text, WIDTH)  # noqa: E731
    parts = [f"{rule.code} ({rule.word})", wrap(rule.title), wrap(rule.reason)]
    for heading, body in passages(rule):
        parts.append(f"{heading}\n\n{textwrap.indent(body, '    ')}")
    return "\n\n".join(parts) + "\n"


def passages(rule: Rule) -> Iterator[tuple[str, str]]:
    """(heading, text): the wrong example, what the check answers, the right one."""
    example = rule.example
    for address, title in example.published.items():
        yield "Publié auparavant :", f"{address}  « {title} »"
    for path in example.before:
        yield f"Publié auparavant, dans {visible(path)} :", _shown(example.before, path)
    yield from _files("Faux", example.wrong, example.wrong or example.right)
    if example.former:
        yield "Publié auparavant :", f"le site de « {example.former} »"
    by = "La vérification" if rule.asked == "check" else f"« {called().name} {rule.asked} »"
    yield f"{by} répond :", answer(rule)
    yield from _files("Juste", example.right, example.right or example.wrong)


def _files(word: str, side: Files, named: Files) -> Iterator[tuple[str, str]]:
    for path in islice(named, MOST_FILES):
        yield f"{word}, dans {visible(path)} :", _shown(side, path)
    if (more := len(named) - MOST_FILES) > 0:
        yield f"{word}, dans {more} autres fichiers :", "(de même)"


def _shown(files: Files, path: str) -> str:
    """What a file holds in an example; one that is not named there is as it was."""
    if path not in files:
        return "(sans cela)"
    return _text(files[path])


def _text(content: Content) -> str:
    if content is None:
        return "(le fichier manque)"
    if isinstance(content, Link):
        return f"(un lien vers {content.target})"
    if isinstance(content, Made):
        return _text(content.make())
    if isinstance(content, bytes) and b"\0" in content:
        return f"(un fichier de {len(content)} octets)"
    if isinstance(content, bytes):
        content = content.decode("utf-8", errors="backslashreplace")
    written = content.new if isinstance(content, Edit) else content
    cut = written if len(written) <= LONGEST else written[: LONGEST // 8] + f"… ({len(written)} caractères)"
    return visible(_aligned(cut.strip("\n"))) or "(rien)"


def _aligned(passage: str) -> str:
    """A passage that begins in the middle of a line, moved left with the lines below it."""
    first, *rest = passage.split("\n")
    if first[:1].isspace() or not rest:
        return textwrap.dedent(passage)
    deeper = [line for line in rest if line.strip()]
    margin = min((len(line) - len(line.lstrip(" ")) for line in deeper), default=0)
    nested = first.endswith(":") or first.startswith("- ")
    shift = max(0, margin - 2) if nested else margin
    return "\n".join((first, *(line[shift:] for line in rest)))


def visible(text: str) -> str:
    """`text`, with the names of the signs that nobody sees."""
    return "".join(map(_visible, text))


def _visible(sign: str) -> str:
    if sign in _INVISIBLE:
        return _INVISIBLE[sign]
    hidden = unicodedata.category(sign) in ("Cc", "Cf") and sign != "\n"
    return f"[U+{ord(sign):04X}]" if hidden else sign


def answer(rule: Rule) -> str:
    """What the check prints of the wrong example, as of the day of the examples."""
    word = rule.word if rule.asked != "check" else ""
    return judged(rule, lambda found, source: "\n".join(told(found.problems, source, word)))


def judged(rule: Rule, report: Callable[[Inspected, Path], str]) -> str:
    """What `report` says of the wrong example: it is laid in a folder of its own, and checked."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        return visible(report(found_in(rule, rule.example.wrong, source), source))


def found_in(rule: Rule, files: Files, folder: Path) -> Inspected:
    """What the command that asks for a rule finds in one side of its example, laid in `folder`."""
    example = rule.example
    before = published_before(example)
    found = inspect(lay(files, folder, example.under), TODAY, lambda _: before)
    if rule.asked != "ready":
        return found
    errors = [one for one in found.problems if one.severity is Severity.ERROR]
    return found._replace(problems=[*errors, *lacking(found.hub, TODAY, example.former)])


def published_before(example: Example) -> Published:
    """What the town of an example published before."""
    if not example.before:
        return Published(example.published)
    with tempfile.TemporaryDirectory() as folder:
        hub = inspect(lay(example.before, Path(folder)), TODAY).hub
        return Published(example.published, {e.id: announced(e) for e in hub.events if e.debut.whole})


def explain(code: str) -> str | None:
    """The rule of that code for a terminal, None where there is none."""
    rule = CATALOGUE.get(code.upper())
    return terminal(rule) if rule else None
