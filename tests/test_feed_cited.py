"""What feeds only cite of minutes is the same, whether their whole text was read for it or not."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from hub.build import inspect
from hub.catalogue.rule import Content
from hub.feeds.item import cited, item
from hub.markup import Renderer
from hub.model.minutes import MINUTES
from tests import towns

TEXTS = (
    *("Rien.", "[Le plan](document:plan.pdf)", "[Le plan]( <document:plan.pdf> )", "Un plan.pdf"),
    *("[Ailleurs](https://a.example/b.PDF)", "<https://a.example/b.odt>", "https://a.example/b.odt?c=d#e"),
    *("[x][un]\n\n[un]: https://a.example/b\\.pdf", "[x](https://a.example/b&#46;pdf)", "[x](/c/d.ods)"),
    *("[x](https://a.example/b.pdf) et [y](https://a.example/c.pdf)", "`https://a.example/b.pdf`"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_minutes_are_cited_alike(tmp_path: Path, text: str) -> None:
    files: dict[str, Content] = {
        **towns.edited("minutes/2026-03-10-bureau.md", "lequel ?\n", f"lequel ?\n\n{text}\n"),
        "content/documents/plan.pdf": b"%PDF-1.7\n",
    }
    hub = inspect(towns.write(tmp_path, files), towns.TODAY).hub
    (thing,) = (one for one in hub.of(MINUTES) if one.id == "2026-03-10-bureau")
    made = partial(item, hub, thing, Renderer(hub), towns.TODAY)
    assert cited(made(whole=False)) == cited(made())


def test_of_a_whole_town_minutes_are_cited_alike() -> None:
    hub = inspect(towns.EXAMPLE, towns.TODAY).hub
    renderer = Renderer(hub)
    for thing in hub.of(MINUTES):
        if thing.publie_le:
            made = partial(item, hub, thing, renderer, towns.TODAY)
            assert cited(made(whole=False)) == cited(made())
