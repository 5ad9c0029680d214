"""Addresses in a page: they break where it does not hurt, and can be followed."""

from __future__ import annotations

import html
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.markup.addresses import breakable, followed


@pytest.mark.parametrize(
    ("address", "broken"),
    [
        ("bureau@ville.example", "bureau|@ville|.example"),
        ("https://ville.example/agenda/tout.ics", "https://ville|.example/|agenda/|tout|.ics"),
    ],
)
def test_an_address_breaks_at_its_joints(address: str, broken: str) -> None:
    assert breakable(address) == broken.replace("|", "<wbr>")


@given(st.text())
def test_a_sentence_says_the_same_once_its_addresses_are_links(text: str) -> None:
    assert html.unescape(re.sub(r"</?(?:wbr|a)\b[^>]*>", "", followed(text))) == html.unescape(
        str(html.escape(text))
    )


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Écrire à salles@ville.example.", ["mailto:salles@ville.example"]),
        ("Sur https://ville.example/inscription, avant juin.", ["https://ville.example/inscription"]),
        ("(https://ville.example/a?b=1&c=2)", ["https://ville.example/a?b=1&amp;c=2"]),
        ("https://fr.example/Serre_(jardin).", ["https://fr.example/Serre_(jardin)"]),
        ("Au 01 99 00 00 10, le matin", ["tel:+33199000010"]),
        ("Au 0262 40 00 10 ou au +33 (0)1 99 00 00 10", ["tel:+262262400010", "tel:+33199000010"]),
        (
            "Au 0\u00a0800\u00a0123\u00a0456, au 39 19 ou au 116\u00a0006",
            ["tel:+33800123456", "tel:3919", "tel:116006"],
        ),
        ("Du 3000 au 3 919 €, au 3000,50 €, le 3919", []),
        ("Sur https://ville.example@autre.example/ ou a..b@ville.example", []),
        ("Sur https://ville.example/Fête", ["https://ville.example/F%C3%AAte"]),
        ("Le 12.03.2026, dossier 0199000010777", []),
        ("Sur place, 3 € @ la porte <script>", []),
    ],
)
def test_mail_and_web_addresses_are_links_and_nothing_else(text: str, targets: list[str]) -> None:
    assert re.findall(r'href="([^"]*)"', followed(text)) == targets


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "0 ", "+33", "https://a.example/(", "au 39 "])
def test_twice_the_sentence_never_takes_three_times_as_long(piece: str) -> None:
    def cost(n: int) -> float:
        text, costs = piece * n, []
        for _ in range(3):
            start = time.process_time()
            followed(text)
            costs.append(time.process_time() - start)
        return min(costs)

    assert cost(8000) < 3 * cost(4000) + 0.01
