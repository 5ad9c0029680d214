"""What an editor shows while one writes: the real yaml-language-server, with the project's schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.model.association import Association
from hub.model.event import Event
from hub.report import REPORTS
from tests import towns
from tests.as_editors import header, source_files
from tests.language_server import LanguageServer
from tests.of_malakoff import BOTH_TOWNS
from tests.test_report import ONE, OTHER
from tests.test_schema_values import BAD, GOOD

DIRECTORY = "# yaml-language-server: $schema=../../schemas/associations.schema.json\nassociations:\n"
DANCERS = DIRECTORY + "  - id: danse\n    nom: Danse\n    statut: active\n    college: vert\n"
MINUTES = "minutes/2026-03-10-bureau.md"
HEADER = "---\ninstance: bureau\ndate: 2026-03-10\nstatut: adopte\n"
VSCODE = towns.ROOT / ".vscode"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    """An editor open on the project, with the settings that the project carries, and no network."""
    settings = json.loads((VSCODE / "settings.json").read_text(encoding="utf-8"))
    settings |= {"yaml.schemaStore": {"enable": False}, "yaml.kubernetesCRDStore": {"enable": False}}
    with LanguageServer(towns.ROOT, settings) as one:
        yield one


def listed(text: str) -> str:
    """The directory with one association, whose fields are the lines of `text`."""
    first, *rest = text.splitlines()
    return "\n".join([DIRECTORY + f"  - {first}", *(f"    {line}" for line in rest)]) + "\n"


def mistakes(server: LanguageServer, files: list[tuple[str, str]]) -> dict[str, list[str]]:
    """What the server shows in each of these texts, by the text."""
    return dict(zip((text for _, text in files), server.check_all(files), strict=True))


@pytest.mark.parametrize("root", BOTH_TOWNS)
def test_the_files_of_the_repository_show_no_mistake(server: LanguageServer, root: Path) -> None:
    files = []
    for _, path in source_files(root):
        text = header(path).replace("$schema=schemas/", "$schema=../../schemas/")  # opened two folders deep
        files.append((path.relative_to(root).as_posix(), text))
    assert {text: found for text, found in mistakes(server, files).items() if found} == {}


def test_what_the_program_accepts_shows_no_mistake(server: LanguageServer) -> None:
    files = [("associations.yaml", listed(text)) for model, text in GOOD if model is Association]
    files += [("content/agenda/bal.md", text) for model, text in GOOD if model is Event]
    assert {text: found for text, found in mistakes(server, files).items() if found} == {}


def test_what_the_program_refuses_shows_one_mistake(server: LanguageServer) -> None:
    files = [("associations.yaml", listed(text)) for model, text in BAD if model is Association]
    files += [("content/agenda/bal.md", text) for model, text in BAD if model is Event]
    assert {text: found for text, found in mistakes(server, files).items() if len(found) != 1} == {}


def test_mistakes_of_a_register_are_told_in_french_on_their_lines(server: LanguageServer) -> None:
    text = DANCERS + "    siren: W12\n    publics: [tous, voisins]\n    alias: Danseurs\n"
    assert server.check("associations.yaml", text) == [
        "7: La valeur de « siren » ne convient pas. Un SIREN a neuf chiffres.",
        "8: La valeur de « publics » ne convient pas. Possibles : tous, enfants, adolescents, adultes, "
        "seniors, familles, personnes-handicapees.",
        "9: La valeur de « alias » ne convient pas. On attend une liste : entre crochets, ou un tiret par "
        "ligne.",
    ]


def test_mistakes_of_a_header_are_told_in_french_on_their_lines(server: LanguageServer) -> None:
    text = HEADER.replace("date: 2026-03-10\n", "") + "prochaine: mardi\nville: [{nom: X}]\n"
    fields = (
        "lieu, presents, excuses, ville, quorum, ordre_du_jour, votes, suivi, prochaine, consentement, "
        "documents, source."
    )
    assert server.check(MINUTES, text) == [
        "2: Un champ manque, ou n’existe pas. Champs obligatoires : instance, date, statut. "
        f"Champs facultatifs : adopte_le, adopte_par, publie_le, {fields}",
        "4: La valeur de « prochaine » ne convient pas. Écrivez l'année, le mois et le jour : 2026-03-14 ; "
        "2026-03 ou 2026 si le reste n'est pas connu ; 2026-03-14 18:30 là où une heure est permise.",
        "5: Un champ manque, ou n’existe pas. Champs obligatoires : fonction. Champs facultatifs : nom.",
    ]


def test_where_a_key_is_expected_the_fields_are_proposed_with_their_words(server: LanguageServer) -> None:
    proposed = server.complete("associations.yaml", DANCERS + "    |\n")
    assert set(Association.model_fields) - {"id", "nom", "statut", "college"} <= set(proposed)
    assert proposed["rna"] == "W, un département et sept chiffres : il est sur le récépissé."


def test_in_a_header_the_fields_are_proposed_above_the_text(server: LanguageServer) -> None:
    proposed = server.complete(MINUTES, HEADER + "pr|\n---\nCe qui s'est dit : rien.\n")
    assert proposed["prochaine"] == "Son jour, avec l’heure si elle est connue : elle paraît dans l’agenda."


def test_in_a_group_its_own_fields_are_proposed(server: LanguageServer) -> None:
    proposed = server.complete("associations.yaml", DANCERS + "    adresse:\n      |\n")
    assert set(proposed) == {"voie", "code_postal", "commune", "quartier", "latitude", "longitude"}


def test_where_a_value_of_a_list_is_expected_its_members_are_proposed(server: LanguageServer) -> None:
    assert server.complete("associations.yaml", DANCERS.replace("active", "|")) == {
        "active": "active",
        "en-sommeil": "en sommeil",
        "dissoute": "dissoute",
        "a-confirmer": "à confirmer",
    }


def test_nothing_is_proposed_that_the_program_would_read_as_a_word(server: LanguageServer) -> None:
    proposed = server.complete("content/agenda/bal.md", "---\ntitre: Bal\npublic: |\n")
    assert proposed == {
        "tous": "pour tout le monde",
        "associations": "pour les associations",
        "a-confirmer": "à confirmer (comme si la ligne manquait)",
    }


def test_a_key_tells_its_title_its_meaning_and_its_values(server: LanguageServer) -> None:
    told = server.hover("associations.yaml", DANCERS.replace("statut", "sta|tut"))
    assert told.startswith("#### Statut\n\nSi l’association est active, en sommeil ou dissoute.\n")
    assert "* `en-sommeil`: en sommeil\n" in told


def test_a_key_of_a_header_tells_its_title_and_its_meaning(server: LanguageServer) -> None:
    told = server.hover(MINUTES, HEADER.replace("instance", "inst|ance") + "---\nTexte\n")
    assert told.startswith("#### Instance\n\nL’instance du conseil qui s’est réunie.\n")


def test_a_register_without_modeline_has_its_schema_from_the_settings(server: LanguageServer) -> None:
    assert len(server.check("bureau.yaml", "colleges: vert\n")) == 1


def test_the_task_of_vs_code_reads_what_check_prints() -> None:
    tasks = json.loads((VSCODE / "tasks.json").read_text(encoding="utf-8"))
    matchers = tasks["tasks"][0]["problemMatcher"]
    printed = REPORTS["text"]([ONE, OTHER], towns.EXAMPLE, 2)
    found = []
    for matcher in matchers:
        groups = {part: number for part, number in matcher["pattern"].items() if isinstance(number, int)}
        for match in re.finditer(matcher["pattern"]["regexp"], printed, re.MULTILINE):
            found.append((matcher["severity"], {part: match[number] for part, number in groups.items()}))
    assert found == [
        (
            str(one.severity),
            {
                "file": one.path,
                "line": str(one.line),
                "column": str(one.column),
                "code": one.code,
                "message": f"{one.message} {one.remedy}".strip(),
            },
        )
        for one in (ONE, OTHER)
    ]
