"""What a result shows of its page: a phrase where the words are, and the fact that explains it."""

from __future__ import annotations

import json
import subprocess

from hub.search.record import FACT, HEADING, ITEM, PHRASE
from tests.ical_client import NODE
from tests.towns import ROOT

_ASSETS = (ROOT / "theme" / "overrides" / "assets" / "hub" / "search").as_uri()
_SCRIPT = f"""
import {{ excerpted }} from "{_ASSETS}/excerpt.js";
import {{ pieces }} from "{_ASSETS}/text.js";
const [content, locations, known] = JSON.parse(process.argv[1]);
const {{ excerpt, fact }} = excerpted({{ content, locations }}, known);
const text = (words) => pieces(words).map(([one, answers]) => (answers ? `[${{one}}]` : one)).join("");
console.log(JSON.stringify([text(excerpt), text(fact)]));
"""


def _shown(content: str, word: str, known: str = "") -> tuple[str, str]:
    """The excerpt and the fact shown of a page where Pagefind found `word`.

    What is marked stands in brackets; « _ » is a space where a line does not break.
    """
    found = [place for place, one in enumerate(content.split()) if word in one]
    done = subprocess.run(
        [NODE, "--input-type=module", "--eval", _SCRIPT, json.dumps([content, found, known])],
        capture_output=True,
        text=True,
        check=True,
    )
    excerpt, fact = (one.replace("\u00a0", "_") for one in json.loads(done.stdout))
    return excerpt, fact


_PAGE = (
    f"{FACT}association active {PHRASE}Yoga doux pour tempéraments volcaniques. Tapis fournis. "
    f"{FACT}Public : adultes. {HEADING}Ses dates. {ITEM}Cours du mardi : mardi 24 novembre 2026"
)


def test_a_page_found_by_its_title_shows_what_introduces_it() -> None:
    content = _PAGE + f" {PHRASE}Le club de dragons loue sa salle à qui la demande poliment."
    assert _shown(content, "dragons", "Yoga pour dragons") == (
        "Yoga doux pour tempéraments volcaniques. Tapis fournis.",
        "",
    )


def test_a_fact_that_holds_the_word_stands_beside_the_introduction() -> None:
    assert _shown(_PAGE, "adultes") == (
        "Yoga doux pour tempéraments volcaniques. Tapis fournis.",
        "Public_: [adultes].",
    )


def test_a_link_stands_after_the_title_of_its_list() -> None:
    assert _shown(_PAGE, "Cours")[1] == "Ses dates – [Cours] du mardi_: mardi 24_novembre 2026"


def test_the_sentence_where_the_word_is_is_shown_whole() -> None:
    before = "Une première phrase qui prend de la place. " * 6
    content = f"{PHRASE}{before}La marmite est franche. On la rend propre."
    assert _shown(content, "marmite")[0] == "La [marmite] est franche. On la rend propre."


def test_a_heading_is_shown_with_what_it_names() -> None:
    content = (
        f"{PHRASE}Le bureau élu. {HEADING}Sports et loisirs. {HEADING}Titulaires. {ITEM}Yoga pour dragons"
    )
    assert _shown(content, "Sports")[0] == "[Sports] et loisirs · Titulaires · Yoga pour dragons"


def test_an_item_of_an_agenda_is_shown_with_those_after_it_and_not_with_the_text() -> None:
    text = "La séance commence à l'heure, ce qui surprend assez pour être noté au registre. " * 2
    content = f"{HEADING}Ordre du jour. {PHRASE}Sièges vacants {PHRASE}Lettre du conseil {PHRASE}{text}"
    assert _shown(content, "Sièges")[0] == "[Sièges] vacants · Lettre du conseil"


def test_a_sentence_that_is_too_long_is_cut_between_groups_of_words() -> None:
    names = ", ".join(f"la commission numéro {number} de la ville" for number in range(20))
    excerpt, _ = _shown(f"{PHRASE}Sont venues {names}, le parapluie, {names}.", "parapluie")
    assert excerpt.startswith("… ")
    assert "[parapluie]" in excerpt
    assert excerpt.endswith("…")
    assert not excerpt.endswith(("la…", "de…", "de la…", ",…"))


def test_a_word_longer_than_an_excerpt_is_shown_whole() -> None:
    address = f"https://formulaires.example/{'e' * 300}"
    assert _shown(f"{PHRASE}{address} est à remplir.", "formulaires")[0] == f"{address.capitalize()}…"
    assert _shown(f"{PHRASE}{address} est à remplir.", "remplir")[0] == "… est à [remplir]."


def test_a_long_list_keeps_its_name() -> None:
    names = ", ".join(f"Association {number}" for number in range(20))
    _, fact = _shown(f"{PHRASE}Les salles. {FACT}Associations présentes : {names}, Yoga", "Yoga")
    assert fact.startswith("Associations présentes_: … ")
    assert fact.endswith("[Yoga]")


def test_the_mark_stands_on_the_word_without_its_elision_nor_its_punctuation() -> None:
    content = f"{PHRASE}trois boîtes : l'O\u0361euvre, dit-on, les garde."
    assert _shown(content, "euvre")[0] == "Trois boîtes_: l’[Œuvre], dit-on, les garde."


def test_an_electronic_address_is_not_what_answers() -> None:
    assert _shown(f"{PHRASE}Un cours. {FACT}Inscription : yoga@exemple.example", "yoga") == ("Un cours.", "")


def test_french_spacing_comes_back() -> None:
    assert _shown(f"{PHRASE}À 18 h 15 : « chanter » !", "À")[0] == "[À] 18_h_15_: «_chanter_»_!"
