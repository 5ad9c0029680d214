"""Two folders read one after the other: the second as if alone, at the cost of what differs."""

from __future__ import annotations

from pathlib import Path

from hub.inspection import found, found_beside, inspect, inspected
from tests import towns

GUIDE = "content/guides/semer.md"


def test_what_is_found_beside_is_what_is_found_alone(tmp_path: Path) -> None:
    first = found(towns.write(tmp_path / "a"))
    other = towns.write(
        tmp_path / "b", {**towns.edited(GUIDE, "De la terre.", "Voir [x](guide:y)."), "bureau.yaml": "x"}
    )
    beside, alone = inspected(found_beside(first, other), towns.TODAY), inspect(other, towns.TODAY)
    assert (beside.hub, beside.problems, beside.documents) == (alone.hub, alone.problems, alone.documents)
    assert beside.problems


def test_a_text_that_is_in_both_folders_is_one_thing(tmp_path: Path) -> None:
    first = found(towns.write(tmp_path / "a"))
    second = found_beside(first, towns.write(tmp_path / "b", towns.edited(GUIDE, "De la terre.", "Rien.")))
    same = [one is other for one, other in zip(first.hub.news, second.hub.news, strict=True)]
    assert same == [True]
    assert second.hub.guides[0] is not first.hub.guides[0]
    assert second.reading.root == (tmp_path / "b").resolve()
