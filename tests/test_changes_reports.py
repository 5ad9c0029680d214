"""What a change does, for a forge and for programs: words that do nothing, of a form that does not change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import cmarkgfm
import jsonschema
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from hub.catalogue.rule import Edit
from hub.changes import Changes
from hub.changes.followers import Dated, Mail, Message, Place, Turn, When
from hub.changes.nouns import Arrived, Changed, Citation, Cited, Difference, File, How, Lost, Unread
from hub.changes.reports import REPORTS, as_json, brief, markdown
from hub.changes.thing import Thing
from hub.incomplete import IncompleteError
from hub.markup import outline
from hub.markup.forge import BREAK, fenced, inert
from hub.markup.outline import LONGEST
from hub.markup.typography import french
from hub.schemas import changes as schemas
from hub.schemas.files import generated
from hub.schemas.words.changing import NOUNS
from tests import towns
from tests.comparing import compared
from tests.other_words import CALLED_OTHERWISE, DEFAULT_WORDS

HOSTILE = (
    "@equipe",
    "a@b.fr",
    "#12 GH-12 !3 ~bug %4 $5 &6",
    "proprio/depot#7",
    "[cliquez](https://mechant.example)",
    "![x](https://mechant.example/x.png)",
    "<img src=x onerror=alert(1)> <script>",
    "https://mechant.example www.mechant.example mailto:a@b.fr",
    "/close",
    "`x` ``` ~~~",
    "| a | b |",
    "# Titre",
    "- [ ] tâche",
    "1. liste",
    "***",
    "&lt;b&gt; &#64;equipe",
    ":tada: deadbeefcafe",
    "[^1] [ref]: https://mechant.example",
    "a\r\n\r\n/close\u2028x\u202e",
    "\\[x](y) \\\\`",
    "$`a`$ $$x$$",
)


def as_html(words: str) -> str:
    """As GitHub shows it, without what it makes of names and numbers."""
    return str(cmarkgfm.github_flavored_markdown_to_html(words, options=Options.CMARK_OPT_FOOTNOTES))


def shown(html: str) -> str:
    """What a reader sees."""
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).replace(BREAK, "").split())


TAGS = re.compile(r"<(?!/?(?:p|ul|li|h4|pre|code|br /?)\b)[a-zA-Z/!][^>]*>")


def harmless(made: str) -> bool:
    """No element but paragraphs, titles and lists; no name that calls; no line that GitLab obeys."""
    html = as_html(made)
    calls = re.search(
        r"(?<![\w`])[@#!~%$&]\w|\w+://|www\.",
        re.sub(r"<pre.*?</pre>", "", html, flags=re.S)
        .replace("&amp;", "§")
        .replace("&lt;", "§")
        .replace("&gt;", "§")
        .replace("&quot;", "§"),
    )
    return not TAGS.search(html) and not calls and not re.search(r"(?m)^\s*/\w", made)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_anybody_are_shown_and_do_nothing(words: str) -> None:
    made = inert(words)
    assert harmless(f"- {made}"), as_html(f"- {made}")
    if "\u2028" not in words:
        assert shown(as_html(f"- {made}")) == " ".join(words.split())


@given(st.text("@#!~%$&^:/\\`*_{}[]<>()+-.|=\"' aAwWgGhH0123é\n\r\t", max_size=60))
def test_any_words_are_shown_and_do_nothing(words: str) -> None:
    made = inert(f"x {words} x")
    assert harmless(f"- {made}"), (made, as_html(f"- {made}"))
    assert shown(as_html(f"- {made}")) == " ".join(f"x {words} x".split())


@given(st.text(max_size=80))
def test_a_block_of_code_cannot_be_left(words: str) -> None:
    html = as_html(fenced(words, "yaml") + "\n\nfin")
    assert html.count("<pre") == html.count("</pre>") == 1
    assert html.endswith("<p>fin</p>\n")


def full(words: str, number: int = 1) -> Changes:
    """Changes in which everything that sources say is `words`."""
    thing = Thing("guides", "guide", words, words, f"/guides/{words}/", words)
    place = Place(words, words)
    difference = Difference("texte", "Texte", How.CHANGED, words, words, words)
    return Changes(
        arrived=(Arrived(thing, ("Action",)),) * number,
        changed=(Changed(thing, (difference,) * 9), Changed(thing, (), words)) * number,
        gone=(thing,) * number,
        settings=(difference,),
        lost=(Lost(words, words, f"- {{ancienne: {words}}}"),) * number,
        messages=(Message("urn:uuid:0", words, words, When.NOW, towns.TODAY, (place,) * 9),) * number,
        mails=(Mail(thing, "tout le monde", False, False, (words,) * 9, (words,)),) * number,
        dates=(Dated("urn:uuid:0", words, words, Turn.MOVED, words, words, (place,)),) * number,
        cited=(Cited(words, (Citation(words, 3, words),) * 9),) * number,
        files=(File(words, How.ADDED),) * number,
        reformatted=(words,) * number,
        unread=Unread((words,), (words,)),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_a_comment_is_harmless_wherever_words_of_the_sources_stand(words: str) -> None:
    made = markdown(full(words))
    assert harmless(re.sub(r"(?s)```+yaml.*?```+", "", made)), as_html(made)
    assert not re.search(r"(?m)^\s*/\w", made)


@pytest.mark.parametrize("number", [1, 30, 300])
def test_a_comment_is_never_longer_than_a_forge_takes(number: int) -> None:
    made = markdown(full("mot " * 400, number))
    assert len(made) <= LONGEST
    html = as_html(made)
    assert html.count("<pre") == html.count("</pre>")


def test_a_comment_says_first_what_matters_most(tmp_path: Path) -> None:
    found = compared(tmp_path, {"content/guides/semer.md": None})
    titles = re.findall(r"(?m)^#### (.*)$", markdown(found))
    assert titles == ["Adresses perdues", "Ce qui disparaît", "Qui sera prévenu"]
    assert "```yaml\n  - {ancienne: /guides/semer/, nouvelle: /guides/}" in markdown(found)


def test_what_changes_is_called_as_the_town_calls_it(tmp_path: Path) -> None:
    row = "  - {{id: {0}, nom: {0}, titulaires: 0, suppleants: 0}}\n".format
    more = "colleges:\n" + row("bleu") + row("gris")
    bureau = towns.MINIATURE["bureau.yaml"].replace("suppleants: 1", "suppleants: 2")
    bureau = bureau.replace("colleges:\n", more)
    said = REPORTS["text"](compared(tmp_path, {"bureau.yaml": bureau}, CALLED_OTHERWISE))
    assert french("2 familles paraissent") in said
    assert french("Remplaçantes : « 1 » devient « 2 »") in said
    assert "{" not in said
    assert DEFAULT_WORDS.findall(said.partition("Ce qui change")[2].replace("bureau.yaml", "")) == []


@pytest.mark.parametrize("number", [1, 11, 30])
def test_what_another_job_tells_of_it_is_the_same_but_for_what_is_counted(number: int) -> None:
    found = full("mot", number)
    told = outline.read(json.loads(REPORTS["brief"](found)))
    assert outline.markdown(told) == markdown(found)
    assert "\n".join(outline.text(told)) + "\n" == REPORTS["text"](found)
    assert brief(found)["phrase"] == told.lead


@pytest.mark.parametrize("form", REPORTS)
def test_a_terminal_and_a_forge_get_no_sign_that_they_obey(form: str) -> None:
    made = REPORTS[form](full("a\x1b[2J\u202eb"))
    assert "\x1b" not in made
    assert form in ("json", "brief") or "\u202e" not in made


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft7Validator:
    found = json.loads(generated()["schemas/changes.schema.json"])
    jsonschema.Draft7Validator.check_schema(found)
    return jsonschema.Draft7Validator(found)


def _towns(folder: Path) -> Iterator[Changes]:
    yield full("mot", 2)
    yield Changes()
    yield compared(
        folder, {"content/guides/semer.md": None, "content/actualites/pluie.md": Edit("Enfin", "Oh")}
    )


def test_the_json_satisfies_its_schema(schema: jsonschema.Draft7Validator, tmp_path: Path) -> None:
    for found in _towns(tmp_path):
        assert [error.message for error in schema.iter_errors(json.loads(as_json(found)))] == []


def test_the_schema_refuses_another_form(schema: jsonschema.Draft7Validator) -> None:
    made = json.loads(as_json(full("mot")))
    del made["messages"][0]["feeds"][0]["title"]
    assert not schema.is_valid(made)


def test_a_field_that_has_no_words_stops_the_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    title, words = NOUNS[Lost]
    less = {name: said for name, said in words.items() if name != "line"}
    monkeypatch.setitem(NOUNS, Lost, (title, less))  # type: ignore[arg-type]
    with pytest.raises(IncompleteError, match="line"):
        schemas.changes()
