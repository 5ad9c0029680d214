"""What is put aside is found again, here and in a copy of this process."""

from __future__ import annotations

import os
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hub.aside import Aside
from hub.remembered import note, noting, remembered

VALUES = st.recursive(st.text() | st.integers() | st.none(), lambda some: st.lists(some).map(tuple))


@given(st.lists(VALUES))
def test_what_is_put_aside_is_found_as_it_was(values: list[Any]) -> None:
    aside = Aside()
    placed = [aside.put_value(value) for value in values]
    assert [aside.value(one) for one in reversed(placed)] == values[::-1]


@given(st.lists(st.binary()))
def test_the_whole_is_in_its_order(pieces: list[bytes]) -> None:
    aside = Aside()
    for piece in pieces:
        aside.put(piece)
    assert b"".join(aside.whole()) == b"".join(pieces)


def test_a_copy_reads_what_stands_there_and_writes_elsewhere() -> None:
    aside = Aside()
    first = aside.put(b"avant")
    if not (copy := os.fork()):
        mine = aside.put(b"copie")
        os._exit(0 if (aside.get(first), aside.get(mine)) == (b"avant", b"copie") else 1)
    second = aside.put(b"apres")
    assert os.waitpid(copy, 0)[1] == 0
    assert (aside.get(first), aside.get(second)) == (b"avant", b"apres")


def test_what_stands_aside_is_made_once_and_tells_what_was_read() -> None:
    made = []

    def make(name: str) -> str:
        made.append(name)
        note(("named", name))
        return name * 2

    recalled = remembered(make, aside=Aside())
    for _ in range(2):
        with noting() as facts:
            assert recalled("é") == "éé"
        assert facts == {("named", "é")}
    assert made == ["é"]


def test_of_the_last_ones_alone_nothing_more_is_held() -> None:
    made = []
    recalled = remembered(made.append, most=2)
    for one in (1, 2, 1, 3, 2, 1):
        recalled(one)
    assert made == [1, 2, 3, 1]
