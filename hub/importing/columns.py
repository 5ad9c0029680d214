"""The columns of a directory -> the fields that they fill: by their headings, and by what stands in them.

A heading says what people mean, the cells what they wrote: a column called « N° SIRET » that holds numbers of the
RNA is one of those. Whatever belongs to somebody (« Mail du président ») fills no field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hub.checks.suggest import closest
from hub.importing.cells import says_nothing
from hub.importing.outcome import ImportingError
from hub.importing.tables import Table, letters
from hub.model.names import fold

PERSON, NOTHING = "personne", "ignorer"
"""What a column may be besides a field: of persons, whom nothing may name; of no use, and told as such."""

FIELDS: Mapping[str, str] = {
    "id": "id|identifiant",
    "nom": "nom|association|associations|nom association|nom de l association|nom asso|asso|structure|nom de la "
    "structure|organisme|denomination|intitule|titre|raison sociale|nom de l organisme|club|nom du club|name"
    "|nom associations|libelle|nom complet",
    "alias": "alias|sigle|acronyme|nom court|titre court|abrege|autre nom|nom usuel|nom d usage",
    "graphies": "graphies|autres graphies",
    "statut": "statut|etat|situation|en activite|active|position|activite en cours",
    "college": "college|collège",
    "themes": "themes|theme|thematique|thematiques|domaine|domaines|categorie|categories|secteur|type d activite"
    "|domaine d activite|domaine d activites|secteur d activite|rubrique|activite principale|famille|category",
    "objet": "objet|objet de l association|description|presentation|activites|activite|objet social|but|but de "
    "l association|resume|objectifs|missions|activites proposees",
    "rna": "rna|n rna|numero rna|no rna|n w|numero w|waldec|rna waldec|numero prefecture|n prefecture|rnanumber"
    "|identifiant rna|code rna",
    "siren": "siren|n siren|numero siren|no siren",
    "siret": "siret|n siret|numero siret|no siret|siret siren|siren siret",
    "site": "site|site web|site internet|web|internet|url|adresse web|adresse internet|page web|website|lien"
    "|siteweb|site ou page facebook",
    "courriel": "courriel|mail|email|e mail|adresse mail|adresse email|adresse e mail|mel|messagerie|courriels"
    "|adresse electronique|courrier electronique|mail association|email association|mail de l association"
    "|email de l association|mails|adresse courriel|mail asso|mail contact|email contact",
    "telephone": "telephone|tel|telephones|tel fixe|telephone fixe|fixe|phone|n de telephone|numero de telephone"
    "|tel association|telephone association|telephone de l association|tel 1|tel 2|telephone 1|telephone 2"
    "|portable|tel portable|mobile|gsm|telephone portable|telephone mobile|tel mobile|num tel|tel asso",
    "adresse": "adresse|adresse complete|adresse postale|siege|siege social|adresse du siege|adresse siege"
    "|adresse du siege social|adresse de l association|adresse association|coordonnees postales|address|lieu",
    "voie": "voie|rue|adresse rue|n et rue|numero et rue|adresse 1|adresse ligne 1|n et voie|numero et voie"
    "|adresse voie|siege rue|siege voie",
    "code_postal": "code postal|cp|code|codepostal|postal|zipcode|zip code|c p",
    "commune": "commune|ville|localite|city|nom commune",
    "publics": "public|publics|public vise|publics vises|age|ages|tranche d age|tranches d age|public concerne"
    "|public accueilli|pour qui",
    "verifie_le": "verifie le|verifie_le|verifiele|fiche verifiee le|fiche relue le|confirme le",
    "publie_le": "publie le|publie_le|publiele",
    "source": "source",
}
"""A field -> the headings by which people call it, folded."""

MULTIPLE = frozenset(("telephone", "courriel", "site", "alias", "themes", "publics", "objet"))
"""The fields that several columns may give: « Téléphone », « Portable »."""

_BY_HEADING = {
    fold(word): name for name, words in FIELDS.items() for word in words.split("|")
}

_PERSON = re.compile(
    r"\b(?:president\w*|tresori\w+|secretaire\w*|vice\w*|responsable\w*|dirigeant\w*|referente?s?|prenoms?"
    r"|interlocut\w+|correspond\w+|civilite|ne le|nee le|naissance|adherent\w*|payeur\w*|benevole\w*|gestionnaire"
    r"|membres? du bureau|representant\w*|declarant|contacts?|personnes?|mandataire|animat\w+|entraineur\w*"
    r"|professeurs?|courrier a|domicile|personnel\w*|privee?|dir civilite|adrg|delegue\w*|titulaires?|suppleante?s?)\b"
)
"""Words of a heading under which stands what is somebody's."""

SAMPLE, MOST = 200, 0.6
"""Cells that are looked at, and the part of them that must be of a sort."""

_SHAPES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("rna", re.compile(r"[Ww] ?\d[\dABab](?: ?\d){7}").fullmatch),
    ("courriel", re.compile(r"[^@\s]+ ?(?:@|\(at\)|\[at\]) ?[^@\s]+").search),
    ("site", re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE).match),
    ("siret", re.compile(r"\d{3} ?\d{3} ?\d{3} ?\d{5}").fullmatch),
    ("telephone", re.compile(r"(?:\+33|0)[ .]?\(?0?\)?[1-9](?:[ ./-]?\d\d){4}.*").match),
    ("code_postal", re.compile(r"\d{5}|0?[1-9]\d{3}").fullmatch),
)
"""Cells that leave no doubt of what they are."""

_AGAINST: Mapping[str, frozenset[str]] = {
    "rna": frozenset(("siret", "siren", "id", "nom")),
    "siret": frozenset(("rna", "siren", "telephone")),
    "courriel": frozenset(("site", "telephone", "adresse")),
    "site": frozenset(("courriel",)),
    "telephone": frozenset(("courriel", "site", "code_postal")),
    "code_postal": frozenset(("commune",)),
}
"""What cells of a sort may contradict: a heading that says another thing."""


class Column(NamedTuple):
    """A column: its heading, the field that it fills ('' for none), and whether its cells told it."""

    heading: str
    field: str
    guessed: bool = False

    def __str__(self) -> str:
        said = {"": "non reprise", PERSON: "une personne, pas reprise", NOTHING: "laissée de côté"}
        why = " (d'après ce qu'elle contient)" if self.guessed else ""
        return f"« {self.heading} » : {said.get(self.field, self.field)}{why}"


def is_known(heading: str) -> bool:
    """Whether a heading is one of a directory."""
    return bool(_named(heading) or _PERSON.search(_plain(heading)))


def columns_of(table: Table, asked: Iterable[str] = ()) -> tuple[Column, ...]:
    """What each column fills; `asked` are « Colonne=champ » of whoever knows better. Raises ImportingError."""
    said = _asked(table, asked)
    found = [said.get(at) or _guess(table, at) for at in range(len(table.headings))]
    return tuple(_once(_with_name(table, found), frozenset(said)))


def _plain(heading: str) -> str:
    return fold(re.sub(r"[_/.'’°-]", " ", re.sub(r" \(\d+\)$", "", heading)))


def _named(heading: str) -> str:
    plain = _plain(heading)
    return _BY_HEADING.get(plain) or _BY_HEADING.get(re.sub(r"^(?:le|la|les|l|n|no|numero(?: de)?) ", "", plain), "")


def _guess(table: Table, at: int) -> Column:
    heading = table.headings[at]
    cells = [cell for cell in table.column(at)[:SAMPLE] if not says_nothing(cell)]
    shape, plain = _shape(cells), _plain(heading)
    named = _named(heading)
    if not named and _PERSON.search(plain) and not (plain in ("contact", "contacts") and shape in ("courriel", "telephone")):
        return Column(heading, PERSON)
    if named == "nom" and any(_plain(one).startswith("prenom") for one in table.headings) and plain == "nom":
        return Column(heading, PERSON)
    if shape and (not named or named in _AGAINST.get(shape, ())):
        return Column(heading, shape, guessed=True)
    return Column(heading, named or _contained(plain))


_GROUPS = re.compile(r"^(?:(?:association|asso|structure|siege|social|coordonnees|contact|de|du|la|le|l) )+")
"""What stands before a heading and says whose it is: « Siège social – Ville »."""

_ALONE = {
    "courriel": frozenset(("mail", "email", "courriel", "mel")),
    "telephone": frozenset(("telephone", "tel", "portable", "mobile")),
    "rna": frozenset(("rna", "waldec")),
    "siret": frozenset(("siret",)),
    "siren": frozenset(("siren",)),
    "code_postal": frozenset(("postal", "cp")),
    "site": frozenset(("site", "web", "url", "internet")),
}
"""Words that say the field wherever they stand: « Téléphone (standard) »."""


def _contained(plain: str) -> str:
    """The field of a longer heading that holds the name of one; '' for none."""
    bare = _BY_HEADING.get(_GROUPS.sub("", plain), "")
    words = set(plain.split())
    if bare or {"nom", "association"} <= words:
        return bare or "nom"
    return next((name for name, those in _ALONE.items() if words & those), "")


def _shape(cells: list[str]) -> str:
    for name, fits in _SHAPES:
        if len(cells) >= 1 and sum(1 for cell in cells if fits(cell)) >= max(1, len(cells) * MOST):
            return name
    return ""


def _with_name(table: Table, found: list[Column]) -> list[Column]:
    """Where no heading says the name, the first column of words, each its own, is taken for it."""
    if any(one.field == "nom" for one in found):
        return found
    for at, one in enumerate(found):
        cells = table.column(at)
        lettered = [cell for cell in cells if re.search(r"[^\W\d_]{2}", cell)]
        if one.field in ("", "alias") and len(lettered) >= max(1, 0.8 * len(table.rows)) and len(set(cells)) > 0.7 * len(cells):
            return [*found[:at], Column(one.heading, "nom", guessed=True), *found[at + 1 :]]
    return found


def _once(found: list[Column], said: frozenset[int]) -> list[Column]:
    """A field that takes one value is filled by one column: the one that was asked for, else the first."""
    held: set[str] = {found[at].field for at in said} - MULTIPLE
    kept = []
    for at, one in enumerate(found):
        if at not in said and one.field in held - {"", PERSON, NOTHING}:
            one = Column(one.heading, "")
        elif one.field not in MULTIPLE:
            held.add(one.field)
        kept.append(one)
    return kept


def _asked(table: Table, asked: Iterable[str]) -> dict[int, Column]:
    """« Tél=telephone »: a heading, or the letters of a column, and a field."""
    found = {}
    for one in asked:
        heading, sign, name = (part.strip() for part in one.rpartition("="))
        if not sign or not heading:
            raise ImportingError(f"« --columns {one} » : écrivez « Colonne=champ », par exemple « Tél=telephone ».")
        if name not in FIELDS and name not in (PERSON, NOTHING):
            near = closest(name, (*FIELDS, PERSON, NOTHING))
            meant = f"vouliez-vous dire « {near} » ?" if near else f"les champs sont : {', '.join((*FIELDS, PERSON, NOTHING))}."
            raise ImportingError(f"« --columns {one} » : « {name} » n'est pas un champ, {meant}")
        at = _place(table, heading)
        if at is not None:
            found[at] = Column(table.headings[at], name)
    return found


def _place(table: Table, heading: str) -> int | None:
    for at, one in enumerate(table.headings):
        if fold(one) == fold(heading) or one == f"colonne {heading.upper()}":
            return at
    return next((at for at in range(len(table.headings)) if not table.line and letters(at) == heading.upper()), None)


def unknown_headings(tables: Iterable[Table], asked: Iterable[str]) -> list[str]:
    """Those of `--columns` that no table has."""
    those = list(tables)
    headings = (one.rpartition("=")[0].strip() for one in asked)
    return [heading for heading in headings if all(_place(table, heading) is None for table in those)]
