"""The addresses of a forge by which one proposes a change."""

from __future__ import annotations

import pytest

from hub.model.depot import Depot, Forge


def depot(forge: Forge, address: str = "https://forge.example/mini/hub") -> Depot:
    return Depot(forge=forge, adresse=address)


@pytest.mark.parametrize(
    ("forge", "expected"),
    [
        (Forge.github, "https://forge.example/mini/hub/edit/main/content/agenda/f%C3%AAte.md"),
        (Forge.gitlab, "https://forge.example/mini/hub/-/edit/main/content/agenda/f%C3%AAte.md"),
        (Forge.forgejo, "https://forge.example/mini/hub/_edit/main/content/agenda/f%C3%AAte.md"),
    ],
)
def test_a_file_is_corrected_at_the_address_that_its_forge_has(forge: Forge, expected: str) -> None:
    assert depot(forge).edit("content/agenda/fête.md") == expected


@pytest.mark.parametrize(
    ("forge", "expected"),
    [
        (Forge.github, "https://forge.example/mini/hub/new/main/minutes?filename=a.md&value=x%20%26%20y%0A"),
        (
            Forge.gitlab,
            "https://forge.example/mini/hub/-/new/main/minutes?file_name=a.md&content=x%20%26%20y%0A",
        ),
        (
            Forge.forgejo,
            "https://forge.example/mini/hub/_new/main/minutes?filename=a.md&value=x%20%26%20y%0A",
        ),
    ],
)
def test_a_new_file_is_filled_in_by_its_address(forge: Forge, expected: str) -> None:
    assert depot(forge).new("minutes", "a.md", "x & y\n") == expected


def test_the_address_to_clone_from_is_that_of_the_page() -> None:
    assert depot(Forge.github, "https://forge.example/mini/hub.git/").root == "https://forge.example/mini/hub"
