"""A Markdown text -> events with their places (`hub.prose`)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hub.prose import Event, Kind, read
from hub.prose.lines import lines
from hub.prose.words import words

WRITTEN = "ab é\n\t *_`~[]()!<>#-+1.2)|\\&;:\"'=^œ\u00a0🦄"
SIGNS = st.text(st.sampled_from(WRITTEN) | st.characters(exclude_categories=["Cs"]), max_size=200)


def kinds(written: str) -> list[Kind]:
    return [event.kind for event in read(written).events if event.kind is not Kind.END]


def the(kind: Kind, written: str) -> Event:
    return next(event for event in read(written).events if event.kind is kind)


def test_a_list_may_follow_a_paragraph_without_an_empty_line() -> None:
    assert kinds("Présents :\n- Une\n- Deux\n")[:3] == [Kind.PARAGRAPH, Kind.WORDS, Kind.LIST]


def test_a_table_may_follow_a_paragraph_without_an_empty_line() -> None:
    assert Kind.TABLE in kinds("| a | b |\n|---|---|\n| 1 | 2 |\n")


def test_what_stands_in_and_after_a_glued_table_is_at_its_place_in_the_text() -> None:
    text = read("Été\nà | b\n--|--\n[un](/a/) | 2\n\n[deux](/b/)\n")
    links = [event for event in text.events if event.kind is Kind.LINK]
    assert [(text.place(link.at), text.source(link)) for link in links] == [
        ((4, 1), "[un](/a/)"),
        ((6, 1), "[deux](/b/)"),
    ]
    assert text.source(the(Kind.TABLE, text.written)).startswith("à | b\n")


def test_rows_of_dashes_that_head_nothing_are_left_as_written() -> None:
    assert the(Kind.WORDS, "Été\na | b\n--|--|--\n").text == "Été"
    assert Kind.TABLE not in kinds("Été\na | b\n--|--|--\n\nc\n\n    d | e\n    -|-\n")


def test_a_tab_at_the_end_of_a_line_breaks_nothing() -> None:
    assert Kind.HARD_BREAK not in kinds("Un \t\ndeux\n")
    assert Kind.HARD_BREAK in kinds("Un  \ndeux\n")


def test_a_tab_after_a_fence_does_not_make_code_of_the_rest() -> None:
    assert kinds("- a\n  ```\n  b\n  ``` \t\n\nc\n")[-2:] == [Kind.PARAGRAPH, Kind.WORDS]


def test_an_event_is_placed_by_line_and_column_in_characters() -> None:
    written = "Été\n\nà œ [ici](guide:semer)\n"
    text = read(written)
    link = next(event for event in text.events if event.kind is Kind.LINK)
    assert (text.place(link.at), text.source(link)) == ((3, 5), "[ici](guide:semer)")


def test_escaped_signs_are_words_that_follow_each_other() -> None:
    assert the(Kind.WORDS, r"1\. l\'eau \*pure\*").text == "1. l'eau *pure*"


def test_a_link_by_reference_knows_where_it_leads() -> None:
    assert the(Kind.LINK, "[un *mot*][x]\n\n[x]: /agenda/ 'Titre'\n").value == (
        "/agenda/",
        "Titre",
        "reference",
    )


def test_what_stands_inside_an_element_is_between_its_beginning_and_its_end() -> None:
    text = read("**un [deux](/a/)** trois\n")
    strong = next(index for index, event in enumerate(text.events) if event.kind is Kind.STRONG)
    assert words(text.inside(strong)) == "un deux"


@given(SIGNS)
def test_any_text_is_read_and_every_beginning_has_its_end(written: str) -> None:
    text = read(written)
    open_: list[int] = []
    for index, event in enumerate(text.events):
        if event.kind is Kind.END:
            begun = open_.pop()
            assert (event.other, text.events[begun].other) == (begun, index)
            assert event.value is text.events[begun].kind
        elif event.other >= 0:
            open_.append(index)
    assert open_ == []


@given(SIGNS)
def test_every_place_is_a_place_of_the_text(written: str) -> None:
    text = read(written)
    lines = written.split("\n")
    for event in text.events:
        line, column = text.place(event.at)
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


SHOWN_SIGNS = st.lists(
    st.sampled_from(["a", "é", "🦄", " ", "\\*", "\\\\", "&amp;", "&eacute;", "&x;", "`", "\\a"])
)


@given(SHOWN_SIGNS)
def test_each_sign_of_words_is_found_where_it_is_written(parts: list[str]) -> None:
    text = read("".join(parts))
    for event in text.events:
        if event.kind is not Kind.WORDS:
            continue
        for index, sign in enumerate(event.text):
            _, column = text.place(text.within(event, index))
            rest = text.written[column - 1 :]
            assert rest.startswith((sign, "&"))


def test_a_reference_that_nothing_defines_is_kept_with_its_place() -> None:
    text = read("é [a *b*][C], [d], [e][]\n\n[e]: /x/\n")
    assert [(text.place(one.at), one.label) for one in text.undefined] == [((1, 3), "C")]


def test_code_knows_whether_it_stands_between_fences() -> None:
    values = [
        event.value for event in read("```\na\n```\n\n    ```\n").events if event.kind is Kind.CODE_BLOCK
    ]
    assert values == [True, False]


def test_the_lines_of_words_are_those_of_paragraphs_items_and_notes() -> None:
    text = read("a *b*\nc\\\nd\n\n- e\n  f\n\n    g\n\n## h\n\n| i |\n|---|\n| j |\n\nk[^l]\n\n[^l]: m\n")
    found = [(text.between(line.at, line.end), line.joined) for line in lines(text)]
    assert found == [
        ("a *b*", False),
        ("c", True),
        ("d", False),
        ("e", False),
        ("f", True),
        ("g", False),
        ("k[^l]", False),
        ("m", False),
    ]
