"""What one does with a page, from the sentence that says whom to ask."""

import pytest

from hub.build import TEMPLATES
from hub.markup import Renderer
from hub.pages.gestures import gestures
from hub.pages.page import Pages
from tests import towns


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    hub = towns.hub_of(tmp_path_factory.mktemp("mini"))
    return Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        (None, []),
        ("À l'accueil", []),
        ("Service, 01 99 00 00 10", ["Appeler"]),
        ("Au 01 99 00 00 10 ou à a@b.example", ["Écrire", "Appeler"]),
        ("Sur https://b.example/inscription", ["S’inscrire"]),
    ],
)
def test_a_sentence_that_says_whom_to_ask_gives_the_buttons_to_do_so(
    tools: Pages, contact: str | None, told: list[str]
) -> None:
    found = gestures(tools, contact, "Chaises", "/echanges/chaises/", signing_up=True)
    assert [one.words for one in found] == told


def test_a_mail_that_is_begun_says_what_it_is_about(tools: Pages) -> None:
    (one,) = gestures(tools, "a@b.example", "Chaises", "/echanges/chaises/")
    assert one.address.startswith("mailto:a@b.example?subject=Chaises&body=Bonjour")
    assert "echanges%2Fchaises" in one.address
