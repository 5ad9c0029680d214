"""A town checked again, one change after the other: exactly what a check of it from nothing finds."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.build import Inspected, inspect, inspect_again
from hub.checks.known import Known
from hub.model.memory import Memory
from hub.prose import Text, read
from tests import towns

TODAY, LATER = towns.TODAY, towns.TODAY + dt.timedelta(days=40)
"""Between the two, the only call closes."""

GUIDE, REGISTER = "content/guides/semer.md", "associations.yaml"

SENTENCES = (
    "Voyez [les Licornes](asso:licornes), ou [le chœur](asso:coeur).",
    "Voyez [une autre](asso:licorne), et [encore](guide:planter).",
    "Lisez [la suite](/guides/semer/#apres), et [le début](/guides/planter/#avant).",
    "Lisez [ailleurs](guide:semer#enfin), et [là](/agenda/yoga/).",
    "## Enfin",
    "Répondez [à l'appel](appel:serre).",
    "Prenez [le plan](document:plan.txt), et ![un arbre](image:arbre.png).",
    "Demandez à M. Durand, au 06 12 34 56 78.",
    "Une adresse : https://graines.example/semer.",
    "[^1] et <b>gras</b>",
)
NAMES = ("licornes", "licorne", "coeur", "Les Licornes jardinières", "Licornes", "jardin", "vert", "serre")
TEXTS = tuple(path for path in towns.MINIATURE if path.endswith(".md"))

Change = Callable[[Path], tuple[str, ...]]
"""What changes a town in its folder; it says which paths."""


def writes(path: str, words: str) -> Change:
    """A sentence more at the end of a text, which is there or not."""

    def change(folder: Path) -> tuple[str, ...]:
        file = folder / path
        was = file.read_text("utf-8") if file.exists() else "---\ntitre: Nouveau\n---\n"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{was}\n{words}\n", "utf-8")
        return (path,)

    return change


def renames(old: str, new: str) -> Change:
    """One name for another, in all the town: a key, an association, a theme."""

    def change(folder: Path) -> tuple[str, ...]:
        files = [file for file in folder.rglob("*.*") if file.suffix in (".md", ".yaml")]
        for file in files:
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
        return tuple(str(file.relative_to(folder)) for file in files)

    return change


def puts(path: str, old: str, new: str) -> Change:
    """Other words in one file, the first time that they stand there."""

    def change(folder: Path) -> tuple[str, ...]:
        file = folder / path
        if file.exists():
            file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
        return (path,)

    return change


def moves(old: str, new: str) -> Change:
    """A file under another name."""

    def change(folder: Path) -> tuple[str, ...]:
        if (folder / old).exists():
            (folder / new).parent.mkdir(parents=True, exist_ok=True)
            (folder / old).rename(folder / new)
        return old, new

    return change


def removes(path: str) -> Change:
    def change(folder: Path) -> tuple[str, ...]:
        (folder / path).unlink(missing_ok=True)
        return (path,)

    return change


def attaches(name: str, content: str) -> Change:
    def change(folder: Path) -> tuple[str, ...]:
        (folder / "content/documents").mkdir(exist_ok=True)
        (folder / "content/documents" / name).write_text(content, "utf-8")
        return (f"content/documents/{name}",)

    return change


paths = st.sampled_from((*TEXTS, "content/guides/planter.md", "content/appels/mare.md"))
files = st.sampled_from((*towns.MINIATURE, "redirections.yaml"))
signs = st.sampled_from(("\n", ": ", "- ", "---", "titre", "2026", "id:", "}", "é", "text"))
changes = st.one_of(
    st.builds(writes, paths, st.sampled_from(SENTENCES)),
    st.builds(renames, st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.builds(puts, st.just(GUIDE), st.sampled_from(("## Avant", "## Après")), st.sampled_from(SENTENCES)),
    st.builds(puts, files, signs, signs),
    st.builds(moves, paths, paths),
    st.builds(removes, files),
    st.builds(attaches, st.sampled_from(("plan.txt", "plan.md")), st.sampled_from(("Le plan.", ""))),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(changes, st.booleans(), st.sampled_from((TODAY, LATER))), min_size=1, max_size=6))
def test_whatever_changes_in_whatever_order_nothing_else_is_found(
    steps: list[tuple[Change, bool, dt.date]],
) -> None:
    with TemporaryDirectory() as made:
        folder = towns.write(Path(made) / "sources")
        for number, sentence in enumerate(SENTENCES):  # apart: what is guessed in a text keeps nothing of it
            writes(f"content/actualites/{number}.md", sentence)(folder)
        known = inspect(folder, TODAY)
        for change, told, today in steps:
            changed = change(folder)
            known = inspect_again(known, folder, today, changed=changed if told else None)
            fresh = inspect(folder, today)
            assert known.problems == fresh.problems
            assert (known.hub, known.documents) == (fresh.hub, fresh.documents)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return towns.write(tmp_path / "sources")


def again(known: Inspected, folder: Path, change: Change, today: dt.date = TODAY) -> list[str]:
    """The codes that a check of the town finds after a change; as many as one from nothing."""
    found = inspect_again(known, folder, today, changed=change(folder))
    assert found.problems == inspect(folder, today).problems
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("sentence", "change", "code"),
    [
        ("Voyez [le chœur](asso:coeur).", renames("id: coeur", "id: choeur"), "L002"),
        ("Lisez [la suite](/guides/semer/#apres).", puts(GUIDE, "## Après", "## Puis"), "L010"),
        ("Lisez [le guide](/guides/semer/).", moves(GUIDE, "content/guides/planter.md"), "L004"),
        ("Prenez [le plan](document:plan.txt).", removes("content/documents/plan.txt"), "D001"),
    ],
    ids=["a key", "a part of a page", "a page", "a file"],
)
def test_a_text_that_did_not_change_is_told_that_what_it_names_is_gone(
    town: Path, sentence: str, change: Change, code: str
) -> None:
    attaches("plan.txt", "Le plan.")(town)
    writes("content/index.md", f"{sentence} Et [le plan](document:plan.txt).")(town)
    known = inspect(town, TODAY)
    assert known.problems == []
    assert code in again(known, town, change)


def test_a_text_that_did_not_change_is_told_that_a_call_has_closed(town: Path) -> None:
    writes("content/index.md", "Répondez [à l'appel](appel:serre).")(town)
    known = inspect(town, TODAY)
    assert "P008" in again(known, town, lambda _: (), LATER)


def test_a_text_whose_mistake_is_mended_elsewhere_is_told_no_more(town: Path) -> None:
    writes("content/index.md", "Voyez [autre chose](guide:planter).")(town)
    known = inspect(town, TODAY)
    assert [problem.code for problem in known.problems] == ["L002"]
    assert again(known, town, moves(GUIDE, "content/guides/planter.md")) == []


def test_one_text_that_changed_is_the_only_one_that_is_read(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = inspect(town, TODAY)
    changed = writes(GUIDE, "Et du soleil.")(town)
    texts: list[str] = []

    def noted(words: str) -> Text:
        texts.append(words)
        return read(words)

    monkeypatch.setattr("hub.checks.retold.read", noted)
    inspect_again(known, town, TODAY, changed=changed)
    assert [words.split("\n")[-2] for words in texts] == ["Et du soleil."]


def test_a_rule_of_texts_gets_nothing_of_the_town_that_it_did_not_ask_for(town: Path) -> None:
    known = Known(inspect(town, TODAY).hub, TODAY)
    assert not [name for name in vars(known) if not name.startswith("_")]
    known.listen()
    assert known.leads("asso", "coeur")
    assert known.asked == {("leads", "asso", "coeur"): True}
    known.did_you_mean("asso", "coeurs", "")
    assert known.asked is None


def test_what_is_made_of_one_thing_is_made_once_for_that_object_and_no_equal_one() -> None:
    memory, one, other = Memory(), [1], [1]
    made = [memory.of(list.copy, thing) for thing in (one, one, other)]
    assert made[0] is made[1] is not made[2]


def test_what_is_made_of_many_is_made_again_where_one_fact_or_one_of_them_is_other() -> None:
    memory, one, other = Memory(), [1], [1]

    def together(things: tuple[list[int], ...], day: str) -> list[str]:
        return [day]

    first = memory.of_all(together, (one, other), "lundi")
    assert memory.of_all(together, (one, other), "lundi") is first
    assert memory.of_all(together, (other, one), "lundi") is not first
    assert memory.of_all(together, (other, one), "mardi") == ["mardi"]


def test_a_memory_forgets_what_is_there_no_more_and_is_not_pickled() -> None:
    memory, one, other = Memory(), [1], [2]
    kept = [memory.of(list.copy, one), memory.of(list.copy, other)]
    fewer = memory.only([other])
    assert fewer.of(list.copy, other) is kept[1]
    assert fewer.of(list.copy, one) is not kept[0]
    assert pickle.loads(pickle.dumps(memory)).of(list.copy, one) is not kept[0]
