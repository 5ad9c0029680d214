"""Persons in a text: seen however they are written, and nothing else taken for them; in linear time."""

from __future__ import annotations

import datetime as dt
import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.catalogue.rule import Edit
from hub.checks.as_read import as_read
from hub.checks.personal import Sort, personal
from tests import towns
from tests.mistakes.case import BUREAU, CALL, GUIDE, MINUTES, YOGA

JOINTS = [
    " **",
    "\u200b",
    "\\.",
    " ",
    "\u00a0",
    "\u202f",
    "\u2009",
    "\n",
    "&nbsp;",
    ".",
    "·",
    "-",
    "\u2011",
    " – ",
    "/",
    " / ",
    ", ",
    "_",
    "",
]
PREFIXES = ("0", "+33 ", "+33", "0033", "+33 (0)", "(+33) ")
_DIGIT = st.integers(0, 9).map(str)
_MOBILE = st.builds(
    lambda first, rest: first + "".join(rest), st.sampled_from("67"), st.lists(_DIGIT, min_size=8, max_size=8)
)


def _in_groups(digits: str, sizes: tuple[int, ...], joint: str) -> str:
    ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
    return joint.join(digits[end - size : end] for end, size in zip(ends, sizes, strict=True))


def _is_of_days(digits: str) -> bool:
    """« 06, 13, 20, 27, 28 » are days as much as a number."""
    pairs = [int(digits[0]), *(int(digits[at : at + 2]) for at in range(1, 9, 2))]
    return max(pairs) <= 31 and pairs == sorted(set(pairs))


@settings(deadline=None)
@given(
    _MOBILE,
    st.sampled_from(PREFIXES),
    st.sampled_from(JOINTS),
    st.sampled_from(((1, 2, 2, 2, 2), (1, 3, 3, 2), (9,))),
    st.booleans(),
)
def test_a_mobile_is_seen_however_it_is_written(
    digits: str, prefix: str, joint: str, sizes: tuple[int, ...], wide: bool
) -> None:
    if _is_of_days(digits):
        return
    number = prefix + _in_groups(digits, sizes, joint)
    written = (
        number.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
        if wide and "&" not in joint
        else number
    )
    (found,) = personal(f"Voir là : {written} le soir.")
    assert (found.sort, found.written, found.start) == (Sort.MOBILE, written, len("Voir là : "))


OTHER_MOBILES = """
0692 12 34 56|+262 692 12 34 56|0690 30 12 34|0694/20/12/34|0696\u00a020\u00a012\u00a034
0639 69 12 34|+590 (0)690 30 12 34
06 12 34 56-78|061 234 5678|0 6 1 2 3 4 5 6 7 8|00.33.6.12.34.56.78|(0)6 12 34 56 78|06:12:34:56:78
+508 55 12 34|+687 75 12 34|+33 (0)6.12.34.56.78|(06) 12 34 56 78|06 1234 5678|+41 79 123 45 67
"""


@pytest.mark.parametrize("written", OTHER_MOBILES.strip().replace("\n", "|").split("|"))
def test_a_mobile_of_overseas_and_of_abroad_is_a_mobile(written: str) -> None:
    assert [(one.sort, one.written) for one in personal(f"Au {written}, 12 places.")] == [
        (Sort.MOBILE, written)
    ]


_DATE = st.dates(dt.date(2000, 1, 1), dt.date(2035, 12, 31))
_OTHERS = st.one_of(
    *(_DATE.map(lambda day, form=form: day.strftime(form)) for form in ("%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y")),
    _DATE.map(str),
    st.builds(
        lambda day, hour, form: f"{day.strftime(form)} {hour:02}.30",
        _DATE, st.integers(0, 23), st.sampled_from(("%d/%m/%Y", "%d.%m.%y", "%d/%m/%y", "%Y-%m-%d")),
    ),
    st.builds(lambda day, other: f"{day:%d/%m/%Y}-{other:%d/%m/%Y}", _DATE, _DATE),
    st.integers(0, 10**9).map(lambda n: f"{n:,} €".replace(",", " ")),
    st.integers(0, 10**9 - 1).map(lambda n: f"W{n:09}"),
    st.integers(0, 10**8 - 1).map(lambda n: f"751P{n:08}"),
    st.integers(0, 10**14 - 1).map(lambda n: _in_groups(f"{n:014}", (3, 3, 3, 5), " ")),
    st.integers(0, 10**14 - 1).map(lambda n: f"{n:014}"),
    st.integers(0, 10**9 - 1).map(lambda n: _in_groups(f"{n:09}", (3, 3, 3), " ")),
    st.integers(0, 10**23 - 1).map(lambda n: _in_groups(f"{n:023}", (5, 5, 11, 2), " ")),
    st.integers(0, 10**11 - 1).map(lambda n: f"FR{n:011}"),
    st.integers(0, 10**5 - 1).map(lambda n: f"{n:05} Ville"),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(_OTHERS, min_size=1, max_size=3), st.sampled_from((" ; ", ", puis ", "\n- ")))
def test_dates_prices_and_numbers_of_registers_are_no_persons(others: list[str], between: str) -> None:
    assert list(personal(f"Voir {between.join(others)}.")) == []


@pytest.mark.parametrize(
    "joint", [*"@＠", "&#64;", "&#x40;", "%40", " [at] ", "(at)", " (arobase) ", " arobase ", " at "]
)
@pytest.mark.parametrize("dot", [".", " [point] ", "[.]", " point "])
def test_a_mailbox_is_seen_however_its_sign_is_written(joint: str, dot: str) -> None:
    for box in (f"moi{joint}gmail{dot}com", f"jeanne.semeuse{joint}mini{dot}example"):
        (found,) = personal(f"À {box} !")
        assert (found.sort, found.written) == (Sort.MAILBOX, box)
    assert list(personal(f"À contact{joint}mini{dot}example !")) == []


NAMED = (
    """
Mme Semeuse|M. J.-P. Semeur|Mme la Présidente Semeuse|M. Le Goff|Mme Le Guennec|Dr Semeur
Claire Semeuse|CLAIRE SEMEUSE|SEMEUSE Claire|Claire de La Serre|Jean-Pierre Semeur|J. Semeur
J.-P. Semeur|Chlo\u00e9 Semeuse|Chloe\u0301 Semeuse|Chloé\u00a0Semeuse
""".strip()
    .replace("\n", "|")
    .split("|")
)
NOT_NAMED = (
    """
Mme la Présidente|Mme La Présidente|M. le Maire|M. Le Maire|Mme Trésorière|M. Trésorier
Madame la Maire|Monsieur l'Adjoint|Madame la Vice-Présidente|Mme la Conseillère Municipale
Monsieur le Directeur Général|Mmes Présidentes|M. le Sous-Préfet|le Docteur|12 av. Claire Semeuse
12 bd Claire Semeuse|R. Claire Semeuse|12 r Claire Semeuse|pl. Claire Semeuse|imp. Claire Semeuse
passage Claire Semeuse|sente Claire Semeuse|ruelle Claire Semeuse|allée Claire Semeuse
esplanade Claire Semeuse|le foyer Claire Semeuse|la ludothèque Claire Semeuse
le gymnase municipal Claire Semeuse|le groupe scolaire Claire Semeuse|Bât. Claire Semeuse
rue du Docteur Semeur|stade M. Semeur|rue Mme Semeuse|rue J. Semeur|la Saint Jean Baptiste
ROSE DES VENTS|AVENUE CLAIRE SEMEUSE|points : A. Bilan, B. Budget|article L. 312-1-2|article R. Code du sport
Rose de Noël
Jean de La Fontaine
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("name", NAMED)
def test_a_person_is_seen(name: str) -> None:
    assert [(one.sort, one.written) for one in personal(f"On a vu {name}, hier.")] == [(Sort.NAME, name)]


@pytest.mark.parametrize("words", NOT_NAMED)
def test_a_function_or_a_place_is_no_person(words: str) -> None:
    assert list(personal(f"On a vu {words}, hier.")) == []


@settings(deadline=None)
@given(st.sampled_from(NAMED + NOT_NAMED), st.sampled_from(("NFC", "NFD")))
def test_the_way_of_writing_accents_changes_nothing(words: str, form: str) -> None:
    one, other = (list(personal(unicodedata.normalize(f, f"On a vu {words}."))) for f in ("NFC", form))
    assert [unicodedata.normalize("NFC", found.written) for found in one] == [
        unicodedata.normalize("NFC", found.written) for found in other
    ]


@settings(deadline=None)
@given(st.text(alphabet="0612 ./\u00a0\u202f\u2011–*_`\\&#64;@é\u0301\u0316\u200bJeanDupont\n", max_size=60))
def test_what_is_read_knows_where_it_was_written(text: str) -> None:
    read = as_read(text)
    places = [read.quoted(index, index + 1) for index in range(len(read.words))]
    assert [start for start, _ in places] == sorted(start for start, _ in places)
    assert all(text.startswith(written, start) and written for start, written in places)
    for found in personal(text):
        assert text[found.start : found.start + len(found.written)] == found.written


LONG: list[Callable[[int], str]] = [
    lambda n: "+33" + " " * n + "x",
    lambda n: "+33" + "-" * n + "x",
    lambda n: "+33" * n,
    lambda n: "06 " * n,
    lambda n: "0" * n,
    lambda n: "06\u00a0\u200b" * n,
    lambda n: "Mme " * n,
    lambda n: "rue de la " * n + "Mme Semeuse",
    lambda n: "Jean " * n,
    lambda n: "JEAN-" * n,
    lambda n: "J. " * n,
    lambda n: "A" * n,
    lambda n: "a." * n,
    lambda n: "a@" * n,
    lambda n: "a (at " * n,
    lambda n: "e" + "\u0301\u0316" * n,
    lambda n: "FR76 3000 " * n,
    lambda n: "1 " * n,
    lambda n: "+41 79 1 " * n,
    lambda n: "_" * n,
]


@pytest.mark.parametrize("long", LONG, ids=lambda long: re.sub(r"\s+", " ", ascii(long(1)))[:20])
def test_twice_the_text_never_takes_three_times_as_long(long: Callable[[int], str]) -> None:
    def cost(n: int) -> float:
        text, costs = long(n), []
        for _ in range(3):
            start = time.process_time()
            list(personal(text))
            costs.append(time.process_time() - start)
        return min(costs)

    assert cost(8000) < 3 * cost(4000) + 0.01


CONSENT = "consentement: Artiste connue de tous, vu le 2026-11-12"
NAMING = {
    "content/actualites/pluie.md": Edit("---\nEnfin.", f"{CONSENT}\n---\nClaire Semeuse chante."),
    GUIDE: Edit("---\n## Avant", f"{CONSENT}\n---\nClaire Semeuse chante.\n\n## Avant"),
    YOGA: Edit("---\nUn tapis", f"{CONSENT}\n---\nClaire Semeuse chante. Un tapis"),
    CALL: Edit("---\nDécrivez", f"{CONSENT}\n---\nClaire Semeuse chante. Décrivez"),
    "content/lettre/2026-11.md": Edit("---\nChères", f"{CONSENT}\n---\nClaire Semeuse chante. Chères"),
    "content/index.md": Edit("---\nBonjour", f"{CONSENT}\n---\nClaire Semeuse chante. Bonjour"),
    MINUTES: Edit("---\n## Arrosoirs", f"{CONSENT}\n---\nClaire Semeuse chante.\n\n## Arrosoirs"),
    BUREAU: Edit("    vacants:", f"    source: Claire Semeuse\n    {CONSENT}\n    vacants:"),
    "associations.yaml": Edit("    courriel:", f"    source: Claire Semeuse\n    {CONSENT}\n    courriel:"),
    "mkdocs.yml": Edit(
        "    identifiant:", f"    contact: camille.mini@mini.example\n    {CONSENT}\n    identifiant:"
    ),
}


@pytest.mark.parametrize("path", NAMING)
def test_wherever_a_text_may_name_somebody_an_agreement_can_be_told(tmp_path: Path, path: str) -> None:
    edit = NAMING[path]
    silent = towns.inspected(tmp_path / "told", {path: edit})
    without = Edit(edit.old, edit.new.replace(f"    {CONSENT}\n", "").replace(f"{CONSENT}\n", ""))
    told = towns.inspected(tmp_path / "untold", {path: without})
    assert silent.problems == []
    assert [p.code[0] for p in told.problems] == ["V"]
