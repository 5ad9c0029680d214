"""What is kept of the build before: never a wrong byte."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.build import inspect
from hub.catalogue.rule import Content
from hub.kept.book import Book, DamagedError, Entry, Writing
from hub.kept.told import Told, UntoldError
from hub.kept.trace import AS_BEFORE, Trace
from hub.kept.watched import BY_KEY, WHOLE, Answers, Watched
from hub.markup import Renderer
from hub.model import Hub
from hub.pages import Pages
from hub.places import TEMPLATES
from hub.remembered import noting, remembered
from hub.stage import Placed
from tests import keeping, towns

DAYS = (0, 0, 0, 0, 1, -1, 40, 400)
"""Days from one build to the next."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gardé")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chance=st.randoms(use_true_random=False))
def test_whatever_changes_a_warm_build_gives_the_bytes_of_a_cold_one(
    root: Path, before: keeping.Made, chance: random.Random
) -> None:
    today, sources = towns.TODAY, dict(towns.MINIATURE)
    for _ in range(3):
        day = today + dt.timedelta(days=chance.choice(DAYS))
        changed = keeping.edited(sources, chance)
        try:
            hub = _hub(root, changed, day)
        except ValueError:  # with an error no site is built
            continue
        warm, cold = keeping.make(hub, day, before), keeping.make(hub, day)
        assert warm.files == cold.files
        assert warm.said == cold.said
        before, today, sources = warm, day, changed


def _hub(root: Path, sources: dict[str, str], day: dt.date) -> Hub:
    """The hub of these sources. Raises ValueError where they have an error."""
    gone: dict[str, Content] = dict.fromkeys(set(towns.MINIATURE) - set(sources))
    for file in root.rglob("*.*"):
        file.unlink()
    found = inspect(towns.write(root, {**gone, **sources}), day)
    if not found.sound:
        raise ValueError
    return found.hub


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("ville"))


@pytest.fixture(scope="module")
def before(hub: Hub) -> keeping.Made:
    return keeping.make(hub, towns.TODAY)


def test_where_nothing_changed_everything_is_kept(hub: Hub, before: keeping.Made) -> None:
    again = keeping.make(hub, towns.TODAY, before)
    assert set(before.book.entries) - again.kept == set()
    assert again.files == before.files


NAMED = "nom: Chœur de cœur\n    alias: [Cœur de chœur]"

CHANGES = {
    "a text": (
        towns.edited("content/guides/semer.md", "De la terre.", "Du terreau."),
        "guides/semer/index.html",
        "associations/licornes/index.html",
    ),
    "the name of an association": (
        towns.edited("associations.yaml", "nom: Cœur de chœur", NAMED),
        "actualites/pluie/index.html",
        "guides/semer/index.html",
    ),
    "the title of what a text links to": (
        towns.edited("content/agenda/yoga.md", "titre: Yoga du mardi", "titre: Yoga doux"),
        "associations/licornes/index.html",
        "associations/coeur/index.html",
    ),
    "a date": (
        towns.edited("content/agenda/yoga.md", "jusqu_a: 2026-12-15", "jusqu_a: 2027-01-19"),
        "agenda/2026/12/index.html",
        "agenda/2026/05/index.html",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_made_again_and_nothing_that_it_does_not_touch(
    tmp_path: Path, before: keeping.Made, change: str
) -> None:
    files, made, kept = CHANGES[change]
    again = keeping.make(towns.hub_of(tmp_path, files), towns.TODAY, before)
    assert made not in again.kept
    assert kept in again.kept


def test_the_next_day_what_says_nothing_of_the_day_is_kept(hub: Hub, before: keeping.Made) -> None:
    again = keeping.make(hub, towns.TODAY + dt.timedelta(days=1), before)
    assert "associations/coeur/index.html" in again.kept
    assert "agenda/yoga/index.html" not in again.kept


def test_all_that_a_hub_answers_is_answered_when_it_is_watched(hub: Hub) -> None:
    public = {name for name in dir(Hub) if not name.startswith("_")} | set(hub.__dataclass_fields__)
    own = {"of", "kinds", "named", "once", "open_calls", "keys", "addresses", "site", "memory", "logo"}
    own |= {"thread"}  # two mappings asked by their keys
    assert public - {"having", "forget", "halves", "with_halves"} == WHOLE | BY_KEY | own


@pytest.mark.parametrize("name", sorted(WHOLE | BY_KEY | {"addresses"}))
def test_what_is_read_of_a_watched_hub_is_noted_and_can_be_asked_again(hub: Hub, name: str) -> None:
    with noting() as facts:
        watched = getattr(Watched(hub), name)
        if name not in WHOLE:
            list(watched)
    (fact,) = facts
    tools = Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {})
    assert Answers(tools, hub, Told()).digest(fact)


def test_a_question_that_nobody_asks_has_no_answer(hub: Hub) -> None:
    answers = Answers(Pages(hub, towns.TODAY, Renderer(hub), TEMPLATES, {}), hub, Told())
    for fact in (("once", "os.system"), ("of", "__class__"), ("open_calls", "demain"), ("__dict__",), ()):
        assert answers.digest(fact) == ""


def test_whoever_asks_again_reads_what_was_read_to_answer_first() -> None:
    from hub.remembered import note

    made: list[int] = []

    def double(number: int) -> int:
        note(("read", str(number)))
        made.append(number)
        return 2 * number

    recalled = remembered(double)
    assert recalled(2) == recalled(2) == 4
    with noting() as facts:
        recalled(2)
    assert (made, facts) == ([2], {("read", "2")})


class _Opaque:
    """Something of which nothing is told."""


def _maker(inside: object) -> object:
    return lambda: inside


def test_a_maker_is_told_with_what_it_found_around_itself() -> None:
    told = Told()
    assert told.digest(_maker("a")) == told.digest(_maker("a"))
    assert told.digest(_maker("a")) != told.digest(_maker("b"))
    with pytest.raises(UntoldError):
        told.digest(_maker(_Opaque()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("a, b",)),
        (("a",), ["a"]),
        ({"a": 1}, {"a": "1"}),
        (None, "None"),
        (dt.date(2026, 1, 1), dt.datetime(2026, 1, 1)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ],
)
def test_different_values_are_told_apart(one: object, other: object) -> None:
    told = Told()
    assert told.digest(one) != told.digest(other)


BOOK = Book(
    [(("named", "Malakfé"), "abc")],
    {"a/index.html": Entry("m", (0,), Placed("a/index.html", 3, "d", 5, 7), b'["/a/"]')},
)


def test_a_book_is_read_as_it_was_written() -> None:
    read = Book.loads(BOOK.dumps())
    assert read.facts == BOOK.facts
    assert {path: one._replace(head=b"") for path, one in read.entries.items()} == BOOK.entries
    assert read.dumps() == BOOK.dumps()


def test_a_fact_that_nothing_reads_any_more_leaves_its_number_to_another() -> None:
    former = Book.loads(BOOK.dumps())
    files = {name: Placed(name, 1, "d", 1, 1) for name in ("a/index.html", "b.txt")}
    fact = ("named", "Ludo"), "def"

    def written(book: Book, *traces: tuple[str, Trace]) -> Book:
        writing = Writing(book)
        for name, trace in traces:
            writing.write(former.entries[name].placed if trace == AS_BEFORE else files[name], trace, b"")
        return Book.loads(b"".join(writing.pieces()))

    both = written(former, ("a/index.html", AS_BEFORE), ("b.txt", Trace("n", (fact,))))
    assert both.facts == [*BOOK.facts, fact]
    alone = written(both, ("b.txt", Trace("n", (fact,))))
    assert [one for one, _ in alone.facts] == [(), fact[0]]
    other = ("named", "Yoga"), "ghi"
    assert written(alone, ("b.txt", Trace("n", (other, fact)))).facts == [other, fact]


@given(data=st.binary(max_size=60) | st.text('[]",0a', max_size=60).map(str.encode))
def test_any_bytes_are_a_book_or_damaged(data: bytes) -> None:
    try:
        Book.loads(data)
    except DamagedError:
        return


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"m"', "1"),
        ("[0]", "[1]"),
        ("[0]", "[-1]"),
        ("[0]", "[true]"),
        (",3,", ',"3",'),
        (",5,", ",5.0,"),
    ],
)
def test_a_book_of_other_types_is_damaged(old: str, new: str) -> None:
    text = BOOK.dumps().decode()
    assert old in text
    with pytest.raises(DamagedError):
        Book.loads(text.replace(old, new, 1).encode())
