"""The words by which people call the columns of a directory -> the fields that they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hub.model.names import fold

PERSON, NOTHING = "personne", "ignorer"
"""What a column may be besides a field: of persons, whom nothing may name; of no use, and told as such."""

FIELDS: Mapping[str, str] = {
    "id": "id|identifiant",
    "nom": "nom|association|associations|nom association|nom de l association|nom asso|asso|structure|nom de la "
    "structure|organisme|denomination|intitule|titre|raison sociale|nom de l organisme|club|nom du club|name"
    "|nom associations|libelle|nom complet",
    "alias": "alias|autres noms|sigle|acronyme|nom court|titre court|abrege|autre nom|nom usuel|nom d usage",
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
    "quartier": "quartier|secteur|nom du quartier",
    "publics": "public|publics|public vise|publics vises|age|ages|tranche d age|tranches d age|public concerne"
    "|public accueilli|pour qui",
    "verifie_le": "verifie le|verifiee le|fiche verifiee|verifie_le|verifiele|fiche verifiee le|fiche relue le|confirme le",
    "publie_le": "publie le|publiee le|publie_le|publiele",
    "source": "source",
}
"""A field -> the headings by which people call it, folded."""

MULTIPLE = frozenset(("telephone", "courriel", "site", "alias", "themes", "publics", "objet"))
"""The fields that several columns may give: « Téléphone », « Portable »."""

_BY_HEADING = {fold(word): name for name, words in FIELDS.items() for word in words.split("|")}

OF_PERSONS = re.compile(
    r"\b(?:president\w*|tresori\w+|secretaire\w*|vice\w*|responsable\w*|dirigeant\w*|referente?s?|prenoms?"
    r"|interlocut\w+|correspond\w+|civilite|ne le|nee le|naissance|adherent\w*|payeur\w*|benevole\w*|gestionnaire"
    r"|membres? du bureau|representant\w*|declarant|contacts?|personnes?|mandataire|animat\w+|entraineur\w*"
    r"|professeurs?|courrier a|domicile|personnel\w*|privee?|dir civilite|adrg|delegue\w*|titulaires?|suppleante?s?)\b"
)
"""Words of a heading under which stands what is somebody's."""


_ARTICLE = re.compile(r"^(?:le|la|les|l|n|no|numero(?: de)?) ")


def is_known(heading: str) -> bool:
    """Whether a heading is one of a directory."""
    return bool(named(heading) or OF_PERSONS.search(plain(heading)))


def plain(heading: str) -> str:
    """A heading folded, without what tells it from another of its name."""
    return fold(re.sub(r"[_/.'’°-]", " ", re.sub(r" \(\d+\)$", "", heading)))


def named(heading: str) -> str:
    """The field that a heading names; '' for none."""
    words = plain(heading)
    return _BY_HEADING.get(words) or _BY_HEADING.get(_ARTICLE.sub("", words), "")


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


def contained(heading: str) -> str:
    """The field of a longer heading, folded, that holds the name of one; '' for none."""
    bare = _BY_HEADING.get(_GROUPS.sub("", heading), "")
    words = set(heading.split())
    if bare or {"nom", "association"} <= words:
        return bare or "nom"
    return next((name for name, those in _ALONE.items() if words & those), "")
