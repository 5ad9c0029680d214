"""French as the house writes it: one spelling of a word, and no number parted from what it counts."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from hub.markup.typography import french
from tests.towns import ROOT

FOLDERS = ("examples", "docs", "theme/templates", "hub", "bench")
OF_MALAKOFF = ("content", "minutes")
ENDS = (".md", ".yaml", ".html", ".py", ".js")

AVOIDED = {
    r"[éÉ]vènements?": "événement",
    r"(?<![/\w\"'(:`.-])[Cc]omptes?-rendus?(?![/\w-]|\.\w|\")": "compte rendu",
    r"[Ee]-?mails?\b(?=[ ,.;:)»])(?<![\w=-]mail)": "courriel",
    r"[Ss]ites? [Ww]ebs\b|[Ss]ite-web": "site web",
    r"[Ww]eekends?\b": "week-end",
    r"\brendez vous\b(?! (?:à|chez|sur))": "rendez-vous",
    r"\bn ° ?\d": "n°",
    r"\b1(?:ère|ere|ier)\b|\b[2-9](?:ème|eme)\b": "1re, 2e",
    r"\b\d+ ?(?:kms|mns)\b|\bMr\.? [A-Z]": "km, min, M.",
}
"""What the house does not write, and what it does."""

SPELLINGS_AT_WORK = (
    "hub/model/",
    "hub/search/",
    "hub/checks/personal.py",
    "hub/importing/",
    "docs/importer.md",
    "hub/checks/commonplaces.py",
    "bench/",
)
"""Code that reads what other people write, in all its spellings."""


def _texts(*folders: str) -> list[Path]:
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in ENDS]
    return [file for file in files if not str(file.relative_to(ROOT)).startswith(SPELLINGS_AT_WORK)]


def _french(file: Path) -> str:
    """What a file holds in French: of a program, its sentences."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        return text
    return "\n".join(re.findall(r"\"[^\"\n]*[ éèàêçù][^\"\n]*\"", text))


def _misspelt(files: list[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}: {one[0]!r}, {right}"
        for file in files
        for avoided, right in AVOIDED.items()
        for one in re.finditer(avoided, _french(file))
    ]


def test_a_word_has_one_spelling_in_the_house() -> None:
    assert _misspelt([*ROOT.glob("*.md"), *_texts(*FOLDERS)]) == []


@pytest.mark.malakoff
def test_a_word_has_the_same_spelling_in_what_malakoff_writes() -> None:
    assert _misspelt([*ROOT.glob("*.yaml"), *_texts(*OF_MALAKOFF)]) == []


_VERBATIM = re.compile(r"<(script|style|code|pre|svg|kbd|samp|textarea|head)\b.*?</\1>", re.DOTALL)
_PARTED = re.compile(r"[^\s>]*(?:\d|n°) [\wÀ-ÿ«’]+|\w+ :(?: ?<|$)")


def _words(html: str) -> str:
    return unescape(re.sub(r"<(?!/?(?:p|li|td|div)\b)[^<>]+>", "", _VERBATIM.sub("", html)))


def test_no_page_of_the_example_parts_a_number_from_its_word(example_site: Path) -> None:
    parted = set()
    for file in sorted(example_site.rglob("*.html")):
        words = re.sub(r"<[^<>]+>", "\n", _words(file.read_text(encoding="utf-8")))
        for line in words.split("\n"):
            for found in _PARTED.finditer(line):
                if french(found[0]) != found[0]:
                    parted.add(f"{file.relative_to(example_site)}: {found[0]}")
    assert sorted(parted) == []


def test_no_feed_of_the_example_parts_a_number_from_its_word(example_site: Path) -> None:
    parted = set()
    for name in ("rss.xml", "atom.xml", "feed.json", "agenda.ics", *_mails(example_site)):
        text = (example_site / name).read_text(encoding="utf-8").replace("\r\n ", "")
        for found in re.finditer(
            r"(?<![\w:/.-])\d+ (?:jours?|pages?|associations?|personnes?|euros|h|km|mois)\b", text
        ):
            parted.add(f"{name}: {found[0]}")
    assert sorted(parted) == []


def _mails(site: Path) -> list[str]:
    return [str(file.relative_to(site)) for file in sorted(site.glob("lettre/*/courriel.*"))]
