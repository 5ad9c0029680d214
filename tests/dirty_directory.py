"""A directory as towns have them: 300 rows, each with its faults, and what each must become.

All of it is invented; numbers of telephone are of the range kept for fiction, addresses of the domains that lead
nowhere. What is expected stands beside what is written, and is worked out by no code of the hub.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from stdnum import luhn

HEADINGS = (
    "Nom de l'association",
    "Sigle",
    "Domaine",
    "Description",
    "N° RNA",
    "SIRET",
    "Tél.",
    "Mail",
    "Site internet",
    "Adresse",
    "CP",
    "Ville",
    "Public",
    "Président(e)",
    "Tél. président",
    "Observations",
)
ROWS = 300
Written = str | int | float | None


class Fault(NamedTuple):
    """What is written in a cell and what it gives: fields, questions, words that are told, what is somebody's."""

    written: Written
    fields: Mapping[str, Any] = MappingProxyType({})
    questions: int = 0
    unread: tuple[str, ...] = ()
    persons: int = 0


class Row(NamedTuple):
    """A row of the file, from 1, and the name of the association that it is of."""

    line: int
    name: str
    cells: tuple[Written, ...]


class Expected(NamedTuple):
    """What an association must be, and what is asked and told of its rows."""

    fields: dict[str, Any]
    questions: int
    unread: tuple[str, ...]
    persons: int


_WHO = "Amicale,Atelier,Bande,Cercle,Chorale,Club,Collectif,Comité,Compagnie,Ensemble,Foyer,Groupe,Maison,Ronde,Troupe"
_WHAT = (
    "des parapluies,du hamac,des girouettes,de la brouette,des escargots,du trombone,de la tartine,des lampions,"
    "du grenier,des bigoudis,de la marelle,des nuages,du pédalo,des casseroles,de la sieste,des moustaches,"
    "du yoyo,des pantoufles"
)
NAMES = [f"{who} {what}" for what in _WHAT.split(",") for who in _WHO.split(",")]


def _phones(n: int) -> list[Fault]:
    a, b = f"01 99 00 {n // 100:02} {n % 100:02}", f"01 99 00 {n // 100 + 50:02} {n % 100:02}"
    digits = a.replace(" ", "")
    good = {"telephone": a}
    return [
        Fault(a, good),
        Fault(int(digits), good),  # the zero is lost
        Fault(digits, good),
        Fault(a.replace(" ", "."), good),
        Fault(f"{a} / {b}", good, 0, (f"« Tél. » : autre téléphone : {b}",)),
        Fault(f"{digits} ou 06 12 34 56 78", good, 0, (), 1),
        Fault("06.12.34.56.78", {}, 0, (), 1),
        Fault("N/C"),
        Fault(f"+33 (0){a[1:]}", good),
        Fault("1,99E+08", {}, 1),
        Fault(f"{a} (secrétariat)", good, 0, ("« Tél. » : secrétariat",)),
        Fault("01 99 00 10", {}, 1),
        Fault(None),
    ]


def _mails(n: int) -> list[Fault]:
    address = f"contact{n}@asso{n}.example"
    local, machine = address.split("@")
    good = {"courriel": address}
    return [
        Fault(address, good),
        Fault(f"{local} @ {machine}", good),
        Fault(f"{local} (at) {machine}", good),
        Fault(f"{local}[at]{machine.replace('.', ' (dot) ')}", good),
        Fault(f"mailto:{address}", good),
        Fault(f"{address} ; bis@{machine}", good, 0, (f"« Mail » : autre courriel : bis@{machine}",)),
        Fault("marie.durand@gmail.com", {}, 0, (), 1),
        Fault(f"les amis{n}@{machine}", {}, 1),  # in two words: which is it?
        Fault("néant"),
        Fault(f"{local}@{machine.partition('.')[0]}", {}, 1),
        Fault(None),
    ]


def _codes() -> list[Fault]:
    good = {"code_postal": "01000"}
    return [
        Fault("01000", good),
        Fault(1000, good),
        Fault("1000", good),
        Fault("F-01000", good),
        Fault("010O0", {}, 1),
        Fault("01 000", good),
        Fault("-"),
    ]


def _registers(n: int) -> list[Fault]:
    digits = f"0010{n:05}"
    good = {"rna": f"W{digits}"}
    return [
        Fault(f"W{digits}", good),
        Fault(f"w{digits}", good),
        Fault(f"W {digits[:3]} {digits[3:6]} {digits[6:]}", good),
        Fault(digits, good),  # a form of numbers took the letter
        Fault(f"RNA : W{digits}", good),
        Fault("W00100", {}, 1),
        Fault("?"),
        Fault(None),
        Fault("en cours", unread=("« N° RNA » : en cours",)),  # nobody has a number to give
    ]


def siret(n: int) -> str:
    """A SIRET of fiction whose two keys are right; it begins with zeros."""
    siren = f"0000{n:04}"
    siren += luhn.calc_check_digit(siren)
    whole = f"{siren}0001"
    return whole + luhn.calc_check_digit(whole)


def _sirets(n: int) -> list[Fault]:
    number = siret(n + 1000)
    good = {"siret": number}
    spaced = f"{number[:3]} {number[3:6]} {number[6:9]} {number[9:]}"
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    return [
        Fault(number, good),
        Fault(spaced, good),
        Fault(number[:9], {"siren": number[:9]}),
        Fault(None),
        Fault(wrong, {}, 1),
        Fault("1,23457E+13", {}, 1),
        Fault("N.C."),
        Fault(f"SIRET {spaced}", good),
    ]


def _sites(n: int) -> list[Fault]:
    return [
        Fault(f"https://asso{n}.example/", {"site": f"https://asso{n}.example/"}),
        Fault(f"www.asso{n}.example", {"site": f"https://www.asso{n}.example"}),
        Fault(f"asso{n}.example", {"site": f"https://asso{n}.example"}),
        Fault("pas de site"),
        Fault(
            f"www.asso{n}.example / reseau.example/asso{n}",
            {"site": f"https://www.asso{n}.example"},
            0,
            (f"« Site internet » : autre adresse : https://reseau.example/asso{n}",),
        ),
        Fault("Page : Les amis", {}, 0, ("« Site internet » : Page : Les amis",)),
        Fault(None),
    ]


def _streets(n: int) -> list[Fault]:
    return [
        Fault(f"{n} rue Haute", {"voie": f"{n} rue Haute"}),
        Fault(f"{n}, rue Haute\nBâtiment B", {"voie": f"{n}, rue Haute, Bâtiment B"}),
        Fault("chez Mme Durand, 3 rue Basse", {}, 0, (), 1),
        Fault(f"{n} rue Jean-Jaurès", {"voie": f"{n} rue Jean-Jaurès"}),
        Fault(None),
        Fault("Néant"),
    ]


def _publics() -> list[Fault]:
    return [
        Fault("Tout public", {"publics": ("tous",)}),
        Fault("adultes, seniors", {"publics": ("adultes", "seniors")}),
        Fault("Enfants / ados", {"publics": ("enfants", "adolescents")}),
        Fault("familles et enfants", {"publics": ("familles", "enfants")}),
        Fault("6-12 ans", {}, 0, ("« Public » : 6-12 ans",)),
        Fault(None),
    ]


def _purposes(n: int) -> list[Fault]:
    return [
        Fault(
            f"Réunit {n} personnes qui aiment la pluie.",
            {"objet": f"Réunit {n} personnes qui aiment la pluie."},
        ),
        Fault("* chanter_fort, [ou] pas", {"objet": r"\* chanter\_fort, \[ou\] pas"}),
        Fault("1. Promouvoir <la> pluie\n2. L'aimer", {"objet": r"1\. Promouvoir \<la\> pluie 2. L'aimer"}),
        Fault("Animée par Mme Durand", {}, 1, (), 1),
        Fault(None),
    ]


def _others(n: int) -> list[tuple[Fault, ...]]:
    """What has one column each, and no field of its own."""
    return [
        (
            Fault("Mme DURAND Marie"),
            Fault(None),
            Fault("M. Martin"),
        ),
        (Fault("06 12 34 56 78"), Fault(None), Fault("0199001234"), Fault(None)),
        (
            Fault(f"terrain n° {n}", {}, 0, (f"« Observations » : terrain n° {n}",)),
            Fault(None),
            Fault("relancer Mme Durand", {}, 0, ("« Observations » : relancer",), 1),
        ),
    ]


def _short_names(n: int) -> list[Fault]:
    return [Fault(None), Fault(f"SGL{n}", {"alias": (f"SGL{n}",)}), Fault(None)]


def _themes() -> list[Fault]:
    return [
        Fault("Jardin", {"themes": ("jardin",)}),
        Fault("jardins", {"themes": ("jardin",)}),
        Fault("Astronomie", {}, 0, ("« Domaine » : Astronomie",)),
        Fault(None),
    ]


def _towns() -> list[Fault]:
    return [
        Fault("Mini", {"commune": "Mini"}),
        Fault("MINI CEDEX", {"commune": "Mini"}),
        Fault(None),
    ]


def _faults(n: int) -> list[Fault]:
    """The fault of each column but the first, another mix for each association."""
    columns = (
        _short_names(n), _themes(), _purposes(n), _registers(n), _sirets(n), _phones(n), _mails(n), _sites(n),
        _streets(n), _codes(), _towns(), _publics(), *_others(n),
    )  # fmt: skip
    return [faults[n % len(faults)] for faults in columns]


def _expected(name: str, faults: list[Fault]) -> Expected:
    fields: dict[str, Any] = {"nom": name}
    for fault in faults:
        fields |= dict(fault.fields)
    unread = tuple(words for fault in faults for words in fault.unread)
    return Expected(fields, sum(f.questions for f in faults), unread, sum(f.persons for f in faults))


def made() -> tuple[list[Row], dict[str, Expected]]:
    """The rows, in the order of the file, and what each association must be.

    Each tenth association has three rows, one for each of its publics: what fills a field is said once, and
    each of the other cells is counted.
    """
    rows: list[Row] = []
    expected: dict[str, Expected] = {}
    n = 0
    while len(rows) < ROWS:
        name, faults = NAMES[n], _faults(n)
        publics = ["Enfants", "Adultes", "seniors"] if n % 10 == 9 and len(rows) <= ROWS - 3 else [None]
        for number, public in enumerate(publics):
            again = list(faults)
            if public:
                again[11] = Fault(public)
            cells = (name if number % 2 == 0 else name.upper(), *(fault.written for fault in again))
            rows.append(Row(len(rows) + 4, name, cells))
        if publics[0]:
            faults[11] = Fault(None, {"publics": ("enfants", "adultes", "seniors")})
            faults = [*faults, *(Fault(None, {}, 0, (), 2 * fault.persons) for fault in faults[-3:])]
        expected[name] = _expected(name, faults)
        n += 1
    return rows, expected


TITLES = ("Annuaire des associations, saison 2026", "")
"""What stands above the headings: a title, an empty row."""


def as_xlsx(rows: list[Row]) -> bytes:
    """As Excel keeps it: the title in merged cells, numbers as numbers, a sheet of nothing beside."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "Liste"
    sheet.append([TITLES[0]])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADINGS))
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row.cells)
    book.create_sheet("Feuil2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(rows: list[Row]) -> bytes:
    """As Excel exports it in France: semicolons, Windows's alphabet."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    for title in TITLES:
        writer.writerow([title] + [""] * (len(HEADINGS) - 1))
    writer.writerow(HEADINGS)
    writer.writerows(["" if cell is None else cell for cell in row.cells] for row in rows)
    return out.getvalue().encode("cp1252")
