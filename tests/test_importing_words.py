"""What clerks write, in all their ways, and what is understood of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.importing import from_html, from_text, minutes
from hub.importing.blocks import Block, Paragraph, Table, plain
from hub.importing.functions import Function
from hub.importing.headings import headed
from hub.importing.ledger import JOINTS, Ledger, words_in
from hub.importing.minutes.attendance import Attendance
from hub.importing.minutes.follow_up import columns
from hub.importing.minutes.labels import Part, announces_next, label_of
from hub.importing.minutes.nouns import body_of, own_nouns
from hub.importing.minutes.officials import town
from hub.importing.minutes.roll import roll
from hub.importing.minutes.title import is_title, whole_date
from hub.importing.opening import Source
from hub.importing.outcome import Asked
from hub.importing.people import People
from hub.importing.said_dates import dates_in, is_near
from hub.importing.signature import Sort
from hub.importing.tidy import tidied
from hub.importing.to_markdown import markdown
from hub.model import Hub
from hub.model.minutes import Body
from hub.model.names import slug
from hub.model.wording import Wording
from hub.prose.reading import read
from hub.prose.words import words
from tests import towns

DAY = dt.date(2021, 11, 25)


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("Compte rendu du 25 novembre 2021", "2021-11-25"),
        ("Début février 2022", "2022-02"),
        ("courant mars", "2022-03"),
        ("le jeudi 3 février à 18h30", "2022-02-03 18:30"),
        ("Mardi 1er mars 2022 de 18 h à 20 h", "2022-03-01 18:00"),
        ("le vingt-cinq novembre deux mille vingt et un", "2021-11-25"),
        ("le premier mars deux mille vingt-deux", "2022-03-01"),
        ("25/11/2021 à 18 h 30", "2021-11-25 18:30"),
        ("03.02.22", "2022-02-03"),
        ("réunion du 2022-02-03", "2022-02-03"),
        ("le 2 déc. 2021", "2021-12-02"),
        ("12/2022", "2022-12"),
        ("le 27 novembre", "2021-11-27"),
        ("le 3 novembre", "2022-11-03"),
        ("le 30 février 2022", None),
        ("au mois de mai de chaque année, en mai", "2022-05"),
        ("une marche de 3 km", None),
        ("12 pour, 2 contre", None),
        ("à 18h30", None),
    ],
)
def test_a_date_is_read_as_it_is_said(said: str, iso: str | None) -> None:
    found = [one.iso for one in dates_in(said, DAY)]
    assert found[:1] == ([iso] if iso else [])


def test_a_year_written_before_its_day_is_of_that_day() -> None:
    said = whole_date("L'an deux mille vingt-six, le trois octobre à dix heures, l'assemblée s'est réunie.")
    assert said and said.iso == "2026-10-03"


@pytest.mark.parametrize(
    ("line", "part", "rest"),
    [
        ("Associations présent.e.s : A, B", Part.PRESENT, "A, B"),
        ("PRÉSENTS :", Part.PRESENT, ""),
        ("PRESENTS", Part.PRESENT, ""),
        ("Présent·e·s : A", Part.PRESENT, "A"),
        ("Présent(e)s: A", Part.PRESENT, "A"),
        ("Étaient présentes : A", Part.PRESENT, "A"),
        ("Membres présents au bureau : A", Part.PRESENT, "A"),
        ("Associations excusé.e.s : B", Part.EXCUSED, "B"),
        ("Absent-e-s excusé-e-s : B", Part.EXCUSED, "B"),
        ("Absents : B", Part.ABSENT, "B"),
        ("Ville de Malakoff : C", Part.TOWN, "C"),
        ("Pour la Ville : C", Part.TOWN, "C"),
        ("Élu·e·s : C", Part.TOWN, "C"),
        ("ORDRE DU JOUR", Part.AGENDA, ""),
        ("1. Rappel de l'ordre du jour :", Part.AGENDA, ""),
        ("Lieu : la Maison du peuple", Part.PLACE, "la Maison du peuple"),
        ("Synthèse et suivi", Part.FOLLOW_UP, ""),
        ("Actions à mener", Part.FOLLOW_UP, ""),
        ("Prochain bureau du CLVA", Part.NEXT, ""),
        ("Prochaine réunion : le 3 mars", Part.NEXT, "le 3 mars"),
        ("Prochain bureau le 3 mars", None, ""),
        ("La ville souhaite communiquer : affiches, courriels", None, ""),
        ("Présentation des outils", None, ""),
        ("Les présents ont voté.", None, ""),
        ("Une association présente son projet : un jardin", None, ""),
    ],
)
def test_a_part_is_known_by_its_label(line: str, part: Part | None, rest: str) -> None:
    found = label_of(line)
    assert (found and found.part) == part
    if found:
        assert line[found.end :].strip() == rest


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("ville"))


@pytest.fixture(scope="module")
def example() -> Hub:
    from hub.inspection import inspect

    return inspect(towns.EXAMPLE, towns.TODAY).hub


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Cœur de chœur, Mémoire des boutons", ["Cœur de chœur", "Mémoire des boutons"]),
        ("coeur de choeur ; les Licornes jardinières", ["coeur de choeur", "Licornes jardinières"]),
        (
            "Tambours et tisanes et l'Atelier du machin-truc",
            ["Tambours & tisanes", "L'Atelier du machin-truc"],
        ),
        ("Cœur de choeurs", ["Cœur de chœur"]),
        ("Répar'tout & compagnie (Mme Anne Modèle)", ["Répar'tout & compagnie"]),
        ("Anne Modèle, Mémoire des boutons", ["Mémoire des boutons"]),
        ("Mémoire des boutons : Mme Modèle", ["Mémoire des boutons"]),
        ("Cœur de chœur, Cœur de chœur", ["Cœur de chœur"]),
        ("Les Pétanqueurs de l'espace", []),
        ("Mme Modèle", []),
        ("", []),
    ],
)
def test_who_came_is_matched_with_the_directory(line: str, names: list[str], example: Hub) -> None:
    ledger = Ledger()
    found = Attendance(example, People(), ledger).listed([line], "presents")
    assert [example.named(one) for one in found] == [example.named(one) for one in names]
    assert len(found) == len(names)
    assert not [name for name in found if "Modèle" in name]


def test_a_doubt_about_a_name_is_a_question(example: Hub) -> None:
    ledger = Ledger()
    Attendance(example, People(), ledger).listed(
        ["Cœur de choeurs", "Photographes du brouillon d'hier", "Amis du lac"], "presents"
    )
    assert [message for _, message, _ in ledger.questions] == [
        "« Cœur de choeurs » est lu « Cœur de chœur » : est-ce bien elle ?",
        "« Photographes du brouillon d'hier » n'est pas dans l'annuaire. Est-ce « Photographes du brouillard » ?",
        "« Amis du lac » n'est pas dans l'annuaire. Ajoutez sa fiche, ou son autre nom.",
    ]


def test_a_name_is_known_without_the_town_s_or_by_its_only_beginning(tmp_path: Path) -> None:
    text = towns.MINIATURE["associations.yaml"]
    for name in ("Judo de Mini", "Chorale des chats", "Cercle de lune", "Cercle de sel"):
        text += f"\n  - {{id: {slug(name)}, nom: {name}, statut: active, college: a-confirmer}}\n"
    text = text.replace("\n\n  - {", "\n  - {")
    small = towns.hub_of(tmp_path, {"associations.yaml": text})
    town = replace(small, site=small.site.model_copy(update={"commune": "Mini", "commune_de": None}))
    ledger = Ledger()
    found = Attendance(town, People(), ledger).listed(["Judo, la Chorale, C.E.R.C.L.E, Cercle"], "presents")
    assert found == ["Judo de Mini", "Chorale des chats"]
    assert [message for _, message, _ in ledger.questions] == [
        "« Chorale » est lu « Chorale des chats » : est-ce bien elle ?",
        "« C.E.R.C.L.E » n'est pas dans l'annuaire. Est-ce « Cercle de lune » ou « Cercle de sel » ?",
        "« Cercle » n'est pas dans l'annuaire. Est-ce « Cercle de lune » ou « Cercle de sel » ?",
    ]


@pytest.mark.parametrize(
    ("line", "officials"),
    [
        ("Licornes, Mme Modèle, service de la vie associative", ["Service de la vie associative"]),
        ("Licornes ; l'adjointe à la culture", ["Adjointe à la culture"]),
        ("Licornes (Mme Modèle, présidente)", []),
    ],
)
def test_who_came_for_the_town_among_associations_is_of_the_town(
    line: str, officials: list[str], hub: Hub
) -> None:
    attendance = Attendance(hub, People(), ledger := Ledger())
    assert attendance.listed([line], "presents") == ["Licornes"]
    assert (attendance.officials, ledger.questions) == (officials, [])


OWN = Wording(conseil="un office", bureau="un comité", pleniere="aucune")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("CR comité du 3 mars", Body.bureau),
        ("Bureau du 3 mars", Body.bureau),
        ("Assemblée plénière", None),
        ("Réunion de l'office", None),
        ("Groupe de travail du comité", Body.groupe_de_travail),
    ],
)
def test_a_body_is_known_by_what_the_town_calls_it(words: str, body: Body | None) -> None:
    assert body_of(words, OWN) == body


def test_a_usual_word_that_the_town_has_for_another_body_is_of_that_one() -> None:
    own = Wording(bureau="une commission", commission="un atelier")
    assert [body_of(words, own) for words in ("Commission du 3 mars", "Atelier", "Bureau")] == [
        Body.bureau,
        Body.commission,
        Body.bureau,
    ]


@pytest.mark.parametrize(
    ("line", "titled"),
    [
        ("Comité du 3 mars", True),
        ("Le comité, mardi 3 mars", True),
        ("Comité", True),
        ("Comité des fêtes : devis", False),
        ("Bureau du 3 mars", True),
    ],
)
def test_the_town_s_own_noun_names_a_meeting_and_no_association(line: str, titled: bool) -> None:
    assert is_title(line, own_nouns(OWN)) is titled


def test_the_next_meeting_is_announced_in_the_town_s_words() -> None:
    assert label_of("Prochain comité :", own_nouns(OWN)) == (Part.NEXT, 17)
    assert announces_next("Le prochain comité aura lieu le 3 mars.", own_nouns(OWN))
    assert label_of("Prochain comité :") is None
    assert not announces_next("Le prochain comité aura lieu le 3 mars.")


@pytest.mark.parametrize(("iso", "near"), [("2021-12-03 18:30", True), ("2021-11", True), ("2022-06", False)])
def test_a_date_of_the_coming_half_year_needs_no_year(iso: str, near: bool) -> None:
    assert is_near(iso, DAY) is near


@pytest.mark.parametrize(
    ("line", "functions"),
    [
        (
            "Anne Modèle, 1ère adjointe en charge de la vie associative, Claire Exemple, chargée de mission.",
            ["Première adjointe en charge de la vie associative", "Chargée de mission"],
        ),
        ("Mme Modèle (2e adjointe) ; M. Fictif, directeur", ["Deuxième adjointe", "Directeur"]),
        (
            "Anne Modèle – adjointe au maire, chargée de la culture",
            ["Adjointe au maire, chargée de la culture"],
        ),
        ("la première adjointe, le chargé de mission", ["Première adjointe", "Chargé de mission"]),
        ("Mme Modèle", []),
    ],
)
def test_who_came_for_the_town_is_a_function(line: str, functions: list[str]) -> None:
    assert town([line], People(), Ledger()) == functions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mme Modèle ouvre la séance.", "La première adjointe ouvre la séance."),
        ("Merci à Paul.", "Merci au directeur."),
        ("La demande de Paul Fictif", "La demande du directeur"),
        ("Anne Modèle et M. Fictif", "La première adjointe et le directeur"),
        ("Le directeur, M. Fictif, répond.", "Le directeur, répond."),
        ("M. Inconnu, chargé de mission à la mairie, répond.", "Le chargé de mission à la mairie répond."),
        ("Mme Inconnue (présidente) répond.", "La présidente répond."),
        ("Selon Mme Inconnue, non.", "Selon une personne (fonction à préciser), non."),
        ("L'avis de M. Inconnu", "L'avis d'une personne (fonction à préciser)"),
        ("La rue Louise Michel, la salle Jean Jaurès", "La rue Louise Michel, la salle Jean Jaurès"),
        ("Le forum est confirmé.", "Le forum est confirmé."),
    ],
)
def test_a_function_stands_for_a_name(text: str, said: str) -> None:
    from hub.importing.people import contracted

    people = People()
    people.learn("Anne Modèle", Function.of("1ère adjointe en charge de la vie associative"))
    people.learn("Paul Fictif", Function.of("directeur"))
    assert contracted(people.replaced(text)[0]) == said


@pytest.mark.parametrize(
    ("heads", "keys"),
    [
        ("Projet|Quoi ?|Par qui ?", ["projet", "quoi", "qui"]),
        ("Action|Responsable|Échéance|Avancement", ["quoi", "qui", "echeance", "etat"]),
        ("Sujet|Tâche|Pilote|Pour quand|Remarques", ["projet", "quoi", "qui", "echeance", "remarque"]),
        ("Année|Montant", None),
        ("Nom|Qui", None),
    ],
)
def test_a_follow_up_table_is_known_by_its_heads(heads: str, keys: list[str] | None) -> None:
    row = tuple((plain(head),) for head in heads.split("|"))
    assert columns(Table((row, row))) == keys


def levels(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(one.level, one.words) for one in blocks if isinstance(one, Paragraph) and one.level]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<h2>Un</h2><p>a.</p><h3>Deux</h3>", [(2, "Un"), (3, "Deux")]),
        ("<h1>Un</h1><h4>Deux</h4><p>a.</p>", [(2, "Un"), (3, "Deux")]),
        ("<p><b><u>Un</u></b></p><p>a.</p><p><b>Deux</b></p><p><b><u>Trois</u></b></p>", [(2, "Un"), (3, "Deux"), (2, "Trois")]),
        ("<p>BILAN DE L'ANNÉE</p><p>a.</p>", [(2, "BILAN DE L'ANNÉE")]),
        ("<p>1. Le forum</p><p>a.</p>", [(2, "Le forum")]),
        ("<p>I – Le forum :</p><p>a.</p>", [(2, "Le forum")]),
        ("<p>Le forum</p><p>a.</p><ul><li><b>Un point</b></li></ul><p>b.</p>", [(2, "Le forum"), (3, "Un point")]),
        ("<p><b>Tout ce paragraphe est en gras, et n'est pas un titre.</b></p>", []),
        ("<ul><li><b>un</b></li><li><b>deux</b></li></ul>", []),
        ("<p>1) Un</p><p>a.</p><p>2) Deux</p><p>b.</p>", [(2, "Un"), (2, "Deux")]),
        ("<p>1) Un</p><p>a.</p><p><b>Trois</b></p><p>b.</p><p>2) Deux</p><p>b.</p>", [(2, "Un"), (3, "Trois"), (2, "Deux")]),
        ("<ol><li>Un</li></ol><p>a.</p><ol start=2><li>Deux</li></ol><p>b.</p>", [(2, "Un"), (2, "Deux")]),
        ("<p>1) Un</p><p>2) Deux</p><p>a.</p>", []),
        ("<p>1) Un</p><p>a.</p><p>3) Trois</p><p>b.</p>", []),
        ("<p>1) Un point qui finit.</p><p>a.</p><p>2) Un autre.</p><p>b.</p>", []),
        ("<ol><li>Un</li><li>Deux</li></ol><p>a.</p>", []),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_style_its_look_or_the_agenda(
    page: str, wanted: list[tuple[int, str]]
) -> None:
    blocks = tidied(from_html.read(page).blocks)
    assert levels(headed(blocks, ["Le forum de rentrée", "Le forum"])) == wanted


@pytest.mark.parametrize("sign", ["-", "–", "•", "·", "*", "➢", "→", "✓", "▪", "\uf0b7", "\uf0d8"])
def test_whatever_the_bullet_it_is_an_item(sign: str) -> None:
    blocks = tidied(from_html.read(f"<p>{sign}\u00a0\u00a0 un</p><p>{sign}\tdeux</p>").blocks)
    assert markdown(blocks, {}) == "- un\n- deux\n"


def test_lists_in_lists_and_tables_are_kept() -> None:
    page = "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><table><tr><td>x|y</td><td><p>1</p><p>2</p></td></tr><tr><td colspan=2>z</td></tr></table>"
    assert markdown(tidied(from_html.read(page).blocks), {}) == (
        "1. a\n   - b\n2. c\n\n| x\\|y | 1<br>2 |\n| --- | --- |\n| z |  |\n"
    )


MEANT = st.text(st.sampled_from("abé *_[]()<>#|`~\\-+1.!&;:=\n"), max_size=60)


@settings(max_examples=150)
@given(MEANT)
def test_whatever_the_signs_the_markdown_says_the_same_words(written: str) -> None:
    blocks = tidied([plain(written)])
    text = read(markdown(blocks, {}))
    said = "".join(words(text.events).split())
    wanted = "".join(block.words for block in blocks if isinstance(block, Paragraph)).replace("\n", "")
    assert said == "".join(wanted.split())


PIECES = (
    "Présents :", "Excusé.e.s :", "Ville :", "Ordre du jour :", "Synthèse et suivi", "Prochain bureau :", "Lieu :",
    "Absents :", "Licornes", "Yoga pour dragons", "les Amis du lac", "Mme Sophie Lambert", "Karine Lopez,",
    "directrice", "adjointe au maire", "3 février 2027", "le 2 mars", "06 12 34 56 78", "a.b@gmail.com", "-", "•",
    "1.", "2)", "**gras**", "tapioca", "Un orage éclate.", ",", ";", "et", "(", ")", ":", "–", "#", "_", "[x]", "<b>",
    "Projet\tQuoi\tPar qui\n", "brouette\tsemer\tSophie Lambert\n", "\n", "\n", "\n\n",
)  # fmt: skip
LABELS = frozenset(words_in(
    "Présents Excusé e s Ville Ordre du jour Synthèse et suivi Prochain bureau Lieu Absents Projet Quoi Par qui "
    "3 février 2027 2 mars 1 le"
)) | JOINTS  # fmt: skip
"""Words that are the key of a field, a date or the number of an item in the draft."""


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.sampled_from((Sort.TEXT, Sort.HTML)))
def test_no_word_is_lost_and_nobody_is_told_whatever_a_document_says(
    hub: Hub, written: str, sort: Sort
) -> None:
    document = f"Compte rendu du bureau du 10 juillet 2026\n\n{written}"
    if sort is Sort.HTML:
        document = "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in document.split("\n"))
    outcome = minutes.bring(
        Source("cr", document.encode(), sort), hub, Asked(Path("/nulle-part"), towns.TODAY)
    )
    draft = str(outcome.written[0].content)
    held = Counter(words_in(draft)) + Counter(word for words in outcome.unread for word in words_in(words))
    assert [word for word in words_in(written) if word not in LABELS and not held[word]] == []
    assert [name for name in ("Lambert", "Karine", "06 12", "gmail") if name in draft] == [], draft
    assert "Sophie" not in draft.split("---\n")[1]


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_whatever_its_signs_a_text_or_a_page_is_read(written: str) -> None:
    from_text.read(written)
    from_html.read(written)


def test_a_word_that_stands_nowhere_is_said_to_be_left_out() -> None:
    ledger = Ledger()
    ledger.told("le 3 mars")
    ledger.leave("Anne Modèle")
    ledger.close(["Anne Modèle sème, le 3 mars, trois graines", "et trois graines."], "sème trois graines")
    assert ledger.unread == ["Anne Modèle", "trois graines"]


@pytest.mark.parametrize(
    ("rows", "present", "excused"),
    [
        ("Présents|Excusés / A\nB|C", ["A", "B"], ["C"]),
        ("Présents|A\nB / Excusés :|C", ["A", "B"], ["C"]),
        ("Association|Présent|Excusé / A|x| / B||X", ["A"], ["B"]),
        ("Association|Représentant·e|Présence / A|Anne Modèle|Présente / B||Excusé / C||Absente", ["A (Anne Modèle)"], ["B"]),
        ("Association|Présence / A|P / B|E", ["A"], ["B"]),
        ("Année|Montant / 2026|12", None, None),
    ],
)  # fmt: skip
def test_a_table_of_who_came_is_read_whatever_its_sides(
    rows: str, present: list[str] | None, excused: list[str] | None
) -> None:
    found = roll([line.split("|") for line in rows.split(" / ")])
    assert (found is None) == (present is None)
    if found:
        assert [line for part, line in found.lines if part is Part.PRESENT] == present
        assert [line for part, line in found.lines if part is Part.EXCUSED] == excused
