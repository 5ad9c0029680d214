"""Rules of texts (L): what is read aloud, followed, or sent by mail as it was meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.texts import texts
from hub.model.hub import Hub
from hub.sources import line_and_column

_NO_ALTERNATIVE = re.compile(r"!\[\s*\]\(")
_TAKEN = re.compile(
    r"`[^`]*`|!?\[[^\]\n]{0,300}\]\([^)\n]{0,300}\)|<[^>\n]{0,300}>|^ {0,3}\[[^\]\n]{1,300}\]:.*$"
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+",
    re.MULTILINE,
)
"""What already is a link, an image, code or an e-mail address."""

_SETEXT = re.compile(r"^[^\s#>|*+-].*\n( {0,3}(?:-{2,}|={2,}))[ \t]*$", re.MULTILINE)
_UNDERLINE = re.compile(r"\n {0,3}(?:--|==)")
_EMPTY = re.compile(r"\]\(\s*+\)")
"""Parts of patterns that are found much faster than the whole, and that few texts have."""

_NO_ADDRESS = re.compile(r"(?<!!)\[([^\]\n]{1,300})\]\(\s*\)")

_END = r"[^\s)»\]]*[^\s)»\].,;:!?]"
_BARE = re.compile(rf"(?<![\w/.@])(?:https?://{_END}|www\.[\w-]+\.{_END})")
_BY_ACCIDENT = re.compile(r"(?<![\w/.@:-])([^\W\d_]{3,})\.(es|se|ne|ve|re)(?![\w/@-]|\.\w)")
"""Endings of inclusive spelling that are countries' domains."""

_ENDING = re.compile(r"\.(?:es|se|ne|ve|re)(?![\w/@-]|\.\w)")
"""The end of the former, which is found much faster."""


def images_described(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An image says in words what it shows (RGAA 1.1)."""
    for words, _, place, _ in texts(hub):
        for found in _NO_ALTERNATIVE.finditer(words) if "![" in words else ():
            yield problem(
                "L011",
                place(*line_and_column(words, found.start())),
                "Cette image n'a pas de texte : qui ne la voit pas n'en saurait rien.",
                "Entre les crochets, dites ce qu'elle montre : ![Le potager en juin](…).",
            )


def bare_addresses(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A web address is the target of a link on words: bare, nobody can follow it."""
    for words, _, place, _ in texts(hub):
        for found in _BARE.finditer(_untaken(words)) if _may_be_bare(words) else ():
            address = found[0] if "://" in found[0] else f"https://{found[0]}"
            yield problem(
                "L012",
                place(*line_and_column(words, found.start())),
                f"« {found[0][:60]} » n'est pas un lien : on ne peut pas le suivre.",
                f"Mettez-le sur des mots : [le nom de la page]({address[:60]}).",
            )


def no_domains_by_accident(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """« habitant.es » is read as a site in Spain by the mailboxes of those who subscribe."""
    for words, _, place, _ in texts(hub):
        for found in _BY_ACCIDENT.finditer(_untaken(words)) if _ENDING.search(words) else ():
            yield problem(
                "L013",
                place(*line_and_column(words, found.start())),
                f"Les messageries prendront « {found[0]} » pour l'adresse d'un site.",
                f"Écrivez « {found[1]}·{found[2]} » avec un point médian, ou les deux mots.",
            )


def rules_that_are_rules(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A line of dashes under a paragraph makes a heading of it; a rule stands below an empty line."""
    for words, _, place, _ in texts(hub):
        for found in _SETEXT.finditer(words) if _UNDERLINE.search(words) else ():
            yield problem(
                "L016",
                place(*line_and_column(words, found.start(1))),
                "Cette ligne fait un titre du texte qui est au-dessus.",
                "Pour un trait, laissez une ligne vide au-dessus ; pour un titre, écrivez « ## » devant.",
            )


def links_that_lead(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A link has an address."""
    for words, _, place, _ in texts(hub):
        for found in _NO_ADDRESS.finditer(words) if _EMPTY.search(words) else ():
            yield problem(
                "L014",
                place(*line_and_column(words, found.start())),
                f"Le lien « {found[1][:60]} » n'a pas d'adresse.",
                "Écrivez l'adresse entre les parenthèses, ou retirez les crochets.",
            )


def _may_be_bare(words: str) -> bool:
    return ("://" in words or "www." in words) and _BARE.search(words) is not None


def _untaken(words: str) -> str:
    """The text with blanks for what is a link, code or an e-mail address, places unchanged."""
    return _TAKEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)


CHECKS = (
    images_described,
    bare_addresses,
    no_domains_by_accident,
    rules_that_are_rules,
    links_that_lead,
)
