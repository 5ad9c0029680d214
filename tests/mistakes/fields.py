"""Mistakes of files and fields (T, C)."""

from __future__ import annotations

from tests.mistakes.case import ASSOCIATIONS, BUREAU, GUIDE, MINUTES, YOGA, Case
from tests.towns import MINIATURE, edited

CASES: list[Case] = [
    *(
        (
            "a sign that turns the text around",
            edited(GUIDE, "titre: Semer", f"titre: Se{sign}mer"),
            [("T004", GUIDE, 2, 10)],
        )
        for sign in "\u202a\u202d\u202e\u2066\u2069"
    ),
    *(
        (
            "a sign that nobody sees, by its number",
            edited(GUIDE, "titre: Semer", f'titre: "Se{sign}mer"'),
            [("T004", GUIDE, 2, 8)],
        )
        for sign in ("\\u202e", "\\r", "\\x1b", "\\x9b", "\\u2066")
    ),
    ("an unknown key", edited(ASSOCIATIONS, "objet:", "objets:"), [("C001", ASSOCIATIONS, 10, 5)]),
    (
        "an unknown key at the top of the directory",
        edited(
            ASSOCIATIONS,
            "themes:\n  - {id: jardin, nom: Jardin}\n",
            "theme: []\nthemes:\n  - {id: jardin, nom: Jardin}\n",
        ),
        [("C001", ASSOCIATIONS, 1, 1)],
    ),
    (
        "a missing field",
        edited(ASSOCIATIONS, "    nom: Cœur de chœur\n", ""),
        [("C002", ASSOCIATIONS, 12, 5)],
    ),
    (
        "a group for a text",
        edited(ASSOCIATIONS, "nom: Cœur de chœur", "nom: [Cœur]"),
        [("C003", ASSOCIATIONS, 13, 10)],
    ),
    (
        "a text for a list",
        edited(ASSOCIATIONS, "alias: [Licornes]", "alias: Licornes"),
        [("C004", ASSOCIATIONS, 6, 12)],
    ),
    (
        "a text for a group",
        edited(ASSOCIATIONS, "  - {id: jardin, nom: Jardin}", "  - jardin"),
        [("C005", ASSOCIATIONS, 2, 5)],
    ),
    (
        "a value out of a list",
        edited(ASSOCIATIONS, "statut: dissoute", "statut: disoute"),
        [("C006", ASSOCIATIONS, 18, 13)],
    ),
    (
        "a date in French order",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 12/03/2026"),
        [("C007", MINUTES, 5, 12)],
    ),
    (
        "a day that does not exist",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 2026-02-30"),
        [("C008", MINUTES, 5, 12)],
    ),
    ("words for a number", edited(BUREAU, "suppleants: 1}", "suppleants: un}"), [("C009", BUREAU, 2, 54)]),
    (
        "an id with an accent",
        edited(ASSOCIATIONS, "  - id: coeur", "  - id: cœur"),
        [("C010", ASSOCIATIONS, 12, 9)],
    ),
    (
        "an address that would run a script",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "site: javascript:alert(1)"),
        [("C011", ASSOCIATIONS, 11, 11)],
    ),
    (
        "an address that names another machine",
        edited(
            ASSOCIATIONS, "courriel: contact@licornes.example", "site: https://ville.example@autre.example/"
        ),
        [("C011", ASSOCIATIONS, 11, 11)],
    ),
    (
        "a text in a folder of nobody",
        {"content/idees/une.md": "---\ntitre: Une\n---\n"},
        [("T031", "content/idees/une.md", 1, 1)],
    ),
    (
        "text cut at a comma",
        edited(MINUTES, "quoi: En acheter un,", "quoi: En acheter un, ou deux,"),
        [("C022", MINUTES, 10, 46)],
    ),
    (
        "a colon in a line of a list",
        edited(MINUTES, "[Arrosoirs]", "[Arrosoirs : lesquels]"),
        [("C015", MINUTES, 8, 17)],
    ),
    ("an empty line in a list", edited(MINUTES, "[Arrosoirs]", "['']"), [("C013", MINUTES, 8, 17)]),
    ("a null in a list of words", edited(MINUTES, "[Arrosoirs]", "[~]"), [("C013", MINUTES, 8, 17)]),
    (
        "a null in a list of keys",
        edited(ASSOCIATIONS, "themes: [jardin]", "themes: [jardin, null]"),
        [("C013", ASSOCIATIONS, 9, 22)],
    ),
    (
        "a null in a register",
        edited(ASSOCIATIONS, "associations:", "  - null\nassociations:"),
        [("C013", ASSOCIATIONS, 3, 5)],
    ),
    (
        "a null in a list of dates",
        edited(YOGA, "sauf: [2026-11-24]", "sauf: [null]"),
        [("C013", YOGA, 8, 80)],
    ),
    (
        "nulls as a form writes them",
        edited(
            YOGA,
            "publie_le:",
            "tarif: null\nsource: ~\nlieu: Null\ndocuments: NULL\npublie_le:",
        ),
        [],
    ),
    (
        "a null where a word is due",
        edited(ASSOCIATIONS, "    statut: dissoute", "    statut: ~"),
        [("C002", ASSOCIATIONS, 18, 5)],
    ),
    (
        "an hour for a day",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 2026-03-12 10:00"),
        [("C014", MINUTES, 5, 12)],
    ),
    (
        "two addresses in one field",
        edited(ASSOCIATIONS, "contact@licornes.example", "a@b.example, c@d.example"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    (
        "a SIREN whose sum is wrong",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siren: 732829321"),
        [("C021", ASSOCIATIONS, 11, 12)],
    ),
    (
        "an event in the folder of pages",
        {"content/fete.md": MINIATURE[YOGA]},
        [("T033", "content/fete.md", 1, 1)],
    ),
    ("a folder out of its place", {"agenda/fete.md": MINIATURE[YOGA]}, [("T032", "agenda", 1, 1)]),
    (
        "a hidden character in a title",
        edited(GUIDE, "titre: Semer", 'titre: "Se\\x01mer"'),
        [("T004", GUIDE, 2, 8)],
    ),
    (
        "an address with hidden recipients",
        edited(ASSOCIATIONS, "contact@licornes.example", "a@b.example?bcc=c%40d.example"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    ("a key with its accent", edited(YOGA, "categorie:", "catégorie:"), [("C023", YOGA, 5, 1)]),
    ("a key in capitals", edited(GUIDE, "titre: Semer", "Titre: Semer"), [("C023", GUIDE, 2, 1)]),
    (
        "a key with a space for its line",
        edited(MINUTES, "ordre_du_jour:", "ordre du jour:"),
        [("C023", MINUTES, 8, 1)],
    ),
    (
        "a date in letters",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 12 mars 2026"),
        [("C007", MINUTES, 5, 12)],
    ),
    (
        "a year of two digits",
        edited(MINUTES, "publie_le: 2026-03-12", "publie_le: 12/03/26"),
        [("C007", MINUTES, 5, 12)],
    ),
    ("a yes for a price", edited(YOGA, "publie_le:", "tarif: oui\npublie_le:"), [("C024", YOGA, 7, 8)]),
    (
        "a no for a list of words",
        edited(YOGA, "publie_le:", "public: non\npublie_le:"),
        [("C024", YOGA, 7, 9)],
    ),
    (
        "a yes for a date",
        edited(MINUTES, "prochaine: 2026-05-12 18:30", "prochaine: oui"),
        [("C024", MINUTES, 11, 12)],
    ),
    (
        "a number out of measure",
        edited(YOGA, "jour: mardi,", "jour: mardi, intervalle: 0,"),
        [("C012", YOGA, 8, 64)],
    ),
    (
        "a mail without its sign",
        edited(ASSOCIATIONS, "contact@licornes.example", "contact (at) licornes.example"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    (
        "a mail without its end",
        edited(ASSOCIATIONS, "contact@licornes.example", "contact@licornes"),
        [("C016", ASSOCIATIONS, 11, 15)],
    ),
    (
        "a phone that is too short",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "telephone: 01 99 00 10"),
        [("C017", ASSOCIATIONS, 11, 16)],
    ),
    (
        "two phones in one field",
        edited(
            ASSOCIATIONS, "courriel: contact@licornes.example", "telephone: 01 99 00 10 01 / 01 99 00 10 02"
        ),
        [("C017", ASSOCIATIONS, 11, 16)],
    ),
    (
        "a register number without its W",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "rna: 922000000"),
        [("C018", ASSOCIATIONS, 11, 10)],
    ),
    (
        "a SIREN of eight digits",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siren: 73282932"),
        [("C019", ASSOCIATIONS, 11, 12)],
    ),
    (
        "a SIRET of thirteen digits",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siret: 7328293200007"),
        [("C020", ASSOCIATIONS, 11, 12)],
    ),
    (
        "a SIREN for a SIRET",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siret: 732829320"),
        [("C025", ASSOCIATIONS, 11, 12)],
    ),
    (
        "a SIRET for a SIREN",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siren: 73282932000074"),
        [("C025", ASSOCIATIONS, 11, 12)],
    ),
    (
        "a SIRET of La Poste, whose sum is its own",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siret: 35600000049837"),
        [],
    ),
    (
        "a SIRET that La Poste's rule does not save",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "siret: 35600000049838"),
        [("C021", ASSOCIATIONS, 11, 12)],
    ),
    (
        "a postal code of four digits",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "adresse: {code_postal: 9224}"),
        [("C026", ASSOCIATIONS, 11, 28)],
    ),
    (
        "curly quotes for straight ones",
        edited(GUIDE, "titre: Semer", "titre: “Semer”"),
        [("T028", GUIDE, 2, 8)],
    ),
    (
        "a title cut at a number sign",
        edited(GUIDE, "titre: Semer", "titre: Semer #2"),
        [("T029", GUIDE, 2, 14)],
    ),
    ("a remark as one writes them", edited(GUIDE, "titre: Semer", "titre: Semer  # au printemps"), []),
    (
        "two mistakes that hide nothing of each other",
        edited(ASSOCIATIONS, "statut: active\n    college: vert", "statut: active #note\n    college: verre"),
        [("T029", ASSOCIATIONS, 7, 20), ("A011", ASSOCIATIONS, 8, 14)],
    ),
    (
        "a consent to be asked for",
        edited(ASSOCIATIONS, "courriel: contact@licornes.example", "consentement: à demander"),
        [("C027", ASSOCIATIONS, 11, 19)],
    ),
    (
        "no-break spaces in values",
        {
            ASSOCIATIONS: MINIATURE[ASSOCIATIONS]
            .replace("statut: active", "statut: active\u00a0")
            .replace("courriel: contact@licornes.example", "telephone: 01\u00a099\u00a000\u202f10\u00a001")
        },
        [],
    ),
    (
        "a title as long as a text",
        edited(GUIDE, "titre: Semer", "titre: " + "Semer, " * 43 + "et arroser"),
        [("C050", GUIDE, 2, 8)],
    ),
    (
        "a margin of no-break spaces",
        edited(YOGA, "publie_le:", "lieu:\n\u00a0\u00a0nom: Parc\npublie_le:"),
        [("T026", YOGA, 8, 1)],
    ),
    (
        "a theme by its name",
        edited(ASSOCIATIONS, "themes: [jardin]", "themes: [Jardin]"),
        [("C010", ASSOCIATIONS, 9, 14)],
    ),
    (
        "another word for a key",
        edited(YOGA, "debut: 2026-11-03 18:30", "date: 2026-11-03 18:30"),
        [("C001", YOGA, 3, 1)],
    ),
    (
        "a glued value between braces",
        edited(YOGA, "publie_le:", "lieu: {nom:Parc}\npublie_le:"),
        [("T025", YOGA, 7, 8)],
    ),
    (
        "a list for a word",
        edited(YOGA, "categorie: evenement", "categorie: [evenement, formation]"),
        [("C003", YOGA, 5, 12)],
    ),
    (
        "bullets for dashes",
        edited(YOGA, "organisateurs: [licornes]", "organisateurs:\n  • licornes\n  • ville"),
        [("T027", YOGA, 7, 3)],
    ),
    ("a title that is a remark", edited(GUIDE, "titre: Semer", "titre: #Semer"), [("T029", GUIDE, 2, 8)]),
    (
        "an entry without its dash",
        edited(ASSOCIATIONS, "  - id: dragons", "    id: dragons"),
        [("T037", ASSOCIATIONS, 16, 5)],
    ),
    (
        "a text of a word processor",
        {"minutes/2026-05-12-bureau.docx": b"PK"},
        [("T036", "minutes/2026-05-12-bureau.docx", 1, 1)],
    ),
    (
        "a text by the wrong end of its name",
        {"minutes/2026-05-12-bureau.md.txt": "---\n"},
        [("T035", "minutes/2026-05-12-bureau.md.txt", 1, 1)],
    ),
    (
        "a register by another name",
        {BUREAU: None, "bureau.yml": MINIATURE[BUREAU]},
        [("T035", "bureau.yml", 1, 1)],
    ),
    (
        "a latitude in minutes of arc",
        edited(YOGA, "publie_le:", "lieu: {nom: Parc, latitude: 48°49}\npublie_le:"),
        [("C028", YOGA, 7, 29)],
    ),
]
