"""Mistakes of elections (S), and of the votes of meetings (M)."""

from __future__ import annotations

from hub.catalogue.elections import BUREAU as ELECTION_OF_BUREAU
from hub.catalogue.elections import ELECTED_ON, OF_COLLEGES, TWO_COLLEGES, of_bureau
from tests.mistakes.case import MINUTES, Case
from tests.towns import MINIATURE, edited

SERRE = "content/scrutins/2026-01-serre.md"
PLENARY = "minutes/2026-01-24-pleniere.md"
FIRST = "{association: licornes, voix: 12, rang: 1, elu: oui}"
SECOND = "{association: coeur, voix: 8, rang: 2}"
BOX = "votants: 21\nexprimes: 20\nblancs: 1"


def _voted(fields: str) -> dict[str, object]:
    return edited(PLENARY, "[Bilan]\n", f"[Bilan]\nvotes:\n  - {{objet: Le bilan, {fields}}}\n")


def _adopted(fields: str) -> dict[str, object]:
    return edited(MINUTES, "statut: adopte\n", f"statut: adopte\n{fields}\n")


CASES: list[Case] = [
    ("more voters than could vote", edited(SERRE, "inscrits: 30", "inscrits: 20"), [("S001", SERRE, 8, 10)]),
    ("a ballot too many", edited(SERRE, "blancs: 1", "blancs: 2"), [("S002", SERRE, 9, 11)]),
    ("a ballot too few", edited(SERRE, "blancs: 1", "blancs: 0"), [("S002", SERRE, 9, 11)]),
    ("ballots of which some are not known", edited(SERRE, "blancs: 1\n", ""), []),
    ("more voices than ballots", edited(SERRE, "voix: 12", "voix: 21"), [("S003", SERRE, 15, 35)]),
    ("more voices in all than ballots", edited(SERRE, "voix: 8", "voix: 9"), [("S003", SERRE, 15, 3)]),
    (
        "as many voices as the ballots may bear",
        edited(SERRE, "publie_le: 2026-01-30\n", "publie_le: 2026-01-30\nchoix: 2\n"),
        [],
    ),
    (
        "an approval gives a voice to each",
        {SERRE: MINIATURE[SERRE].replace("majorite", "approbation").replace("voix: 8", "voix: 11")},
        [],
    ),
    ("a seat that nobody has", edited(SERRE, "titulaires: 1", "titulaires: 2"), [("S004", SERRE, 13, 5)]),
    ("a seat that stays empty", edited(SERRE, "titulaires: 1", "titulaires: 2, non_pourvus: 1"), []),
    ("more elected than seats", edited(SERRE, "rang: 2}", "rang: 2, elu: oui}"), [("S004", SERRE, 13, 5)]),
    (
        "a candidate twice",
        edited(SERRE, "{association: coeur", "{association: Licornes"),
        [("S005", SERRE, 16, 19)],
    ),
    (
        "a candidate for other seats",
        {SERRE: OF_COLLEGES.replace("coeur, college: vert", "coeur, college: rouge"), **TWO_COLLEGES},
        [("S006", SERRE, 16, 5)],
    ),
    (
        "a candidate who was elected, in a remark",
        {
            SERRE: MINIATURE[SERRE]
            .replace("titulaires: 1", "titulaires: 2")
            .replace(f"  - {SECOND}", f"  #- {SECOND}")
        },
        [("S004", SERRE, 16, 3)],
    ),
    (
        "seats that are voted on, in a remark",
        {
            SERRE: OF_COLLEGES.replace("coeur, college: vert", "coeur, college: rouge").replace(
                "candidats:\n", "  #- {college: rouge, titulaires: 1}\ncandidats:\n"
            ),
            **TWO_COLLEGES,
        },
        [("S006", SERRE, 14, 3)],
    ),
    (
        "a tie without a rule",
        {SERRE: MINIATURE[SERRE].replace("voix: 12", "voix: 10").replace("voix: 8", "voix: 10")},
        [("S007", SERRE, 16, 32)],
    ),
    (
        "a tie of two who are elected",
        {
            SERRE: MINIATURE[SERRE]
            .replace("titulaires: 1", "titulaires: 2")
            .replace("voix: 12", "voix: 8")
            .replace("rang: 2}", "rang: 2, elu: oui}")
        },
        [],
    ),
    (
        "fewer voices, and elected",
        edited(
            SERRE,
            FIRST + "\n  - " + SECOND,
            FIRST.replace("12, rang: 1", "8") + "\n  - " + SECOND.replace("8, rang: 2", "12"),
        ),
        [("S008", SERRE, 15, 43)],
    ),
    (
        "ranks in the wrong order",
        edited(
            SERRE,
            FIRST + "\n  - " + SECOND,
            FIRST.replace("rang: 1", "rang: 2") + "\n  - " + SECOND.replace("rang: 2", "rang: 1"),
        ),
        [("S009", SERRE, 15, 45)],
    ),
    (
        "voices of nine ballots",
        {
            SERRE: MINIATURE[SERRE]
            .replace(BOX, "votants: 9")
            .replace("voix: 12", "voix: 5")
            .replace("voix: 8", "voix: 4")
        },
        [("S010", SERRE, 13, 35)],
    ),
    (
        "a result before its day",
        edited(SERRE, "date: 2026-01-24", "date: 2027-01-24"),
        [("S011", SERRE, 3, 7)],
    ),
    ("a call misspelt", edited(SERRE, "sieges:", "appel: sere\nsieges:"), [("S012", SERRE, 12, 8)]),
    (
        "a term that is none",
        {ELECTION_OF_BUREAU: of_bureau(mandat="2024-2026")},
        [("S013", ELECTION_OF_BUREAU, 7, 9)],
    ),
    (
        "an election of another day than its term's",
        {ELECTION_OF_BUREAU: of_bureau("2025-09-13"), **ELECTED_ON},
        [("S014", ELECTION_OF_BUREAU, 3, 7)],
    ),
    (
        "elected to another seat",
        {ELECTION_OF_BUREAU: of_bureau(elu="suppleant")},
        [("S015", ELECTION_OF_BUREAU, 12, 5)],
    ),
    (
        "elected, and without a seat",
        {ELECTION_OF_BUREAU: of_bureau().replace("licornes", "coeur")},
        [("S015", ELECTION_OF_BUREAU, 12, 5)],
    ),
    (
        "an election that does not say its term",
        {ELECTION_OF_BUREAU: of_bureau(mandat=""), **ELECTED_ON},
        [("S016", ELECTION_OF_BUREAU, 2, 1)],
    ),
    ("an election that agrees with its term", {ELECTION_OF_BUREAU: of_bureau(), **ELECTED_ON}, []),
    (
        "adopted, and of an unknown state",
        {MINUTES: MINIATURE[MINUTES].replace("adopte\n", "a-confirmer\nadopte_le: 2026-06\n", 1)},
        [("M040", MINUTES, 4, 9)],
    ),
    ("adopted before it was held", _adopted("adopte_le: 2026-01-24"), [("M041", MINUTES, 5, 12)]),
    ("adopted by a meeting to come", _adopted("adopte_le: 2027-01-12"), [("M041", MINUTES, 5, 12)]),
    (
        "adopted by minutes that are not there",
        _adopted("adopte_par: 2026-05-12-bureau"),
        [("M042", MINUTES, 5, 13)],
    ),
    ("adopted by an older meeting", _adopted("adopte_par: 2026-01-24-pleniere"), [("M042", MINUTES, 5, 13)]),
    ("adopted on a day without a meeting", _adopted("adopte_le: 2026-05-12"), [("M043", MINUTES, 5, 12)]),
    ("adopted some day of a month", _adopted("adopte_le: 2026-05"), []),
    (
        "more voices than were there",
        edited(MINUTES, "suivi:", "votes: [{objet: Eau, resultat: adopte, pour: 10, contre: 0}]\nsuivi:"),
        [("M044", MINUTES, 9, 9)],
    ),
    ("voices counted in part", _voted("resultat: majorite, pour: 12"), [("M045", PLENARY, 8, 5)]),
    ("a show of hands that nobody counted", _voted("resultat: majorite"), []),
    (
        "unanimous but for three",
        _voted("resultat: unanimite, pour: 12, contre: 3"),
        [("M046", PLENARY, 8, 33)],
    ),
    ("adopted by fewer", _voted("resultat: adopte, pour: 3, contre: 12"), [("M046", PLENARY, 8, 33)]),
    ("rejected by nobody", _voted("resultat: rejete, pour: 12, contre: 0"), [("M046", PLENARY, 8, 33)]),
    ("two thirds were asked for", _voted("resultat: rejete, pour: 12, contre: 8"), []),
    (
        "a vote without its quorum",
        edited(MINUTES, "suivi:", "quorum: 3\nvotes: [{objet: Eau, resultat: adopte}]\nsuivi:"),
        [("M047", MINUTES, 9, 9)],
    ),
    ("voices of fewer than ten", _voted("resultat: majorite, pour: 6, contre: 3"), [("M048", PLENARY, 8, 5)]),
]
