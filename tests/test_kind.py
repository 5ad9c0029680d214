"""A kind is declared once: what a toy kind gets by its declaration, and what a declaration must say.

The toy (tests/toy/) is added to a copy of the program as docs/ajouter-une-sorte.md says: one module, two
templates, one line of the list.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

import pytest

from hub.incomplete import IncompleteError
from hub.model.guide import GUIDE
from hub.model.kind import UNDECLARED, Kind
from hub.model.kinds import WHAT, declared, lacking
from hub.model.redirection import Redirection
from tests import towns

TOY = Path(__file__).parent / "toy"
LINE = "from hub.model.find import FIND\n"

LADDER = """\
---
titre: Une échelle
resume: Elle a dix barreaux.
publie_le: 2026-11-12
associations: [licornes]
conditions: Une caution.
contact: Le secrétariat
---
## Comment

Venez la chercher.
"""

BUCKET = """\
---
titre: Un seau
publie_le: 2026-11-02
jusqu_a: 2026-11-10
---
Bleu.
"""

LINKED = """\
---
titre: Il pleut
publie_le: 2026-11-10
associations: [coeur]
---
Enfin : prenez [une échelle](trouvaille:echelle).
"""

PERSON = "Madame Jeanne Durand, 06 12 34 56 78, jeanne.durand@gmail.com"
WORDED = ("titre", "resume", "lieu_dit", "conditions", "contact", "details", "texte")
REFUSED, WARNED = {"V001", "V002", "V003"}, {"V005", "V006", "V007"}


class Town(NamedTuple):
    """The program that knows the toy kind, a town that has one, and its site."""

    program: Path
    sources: Path
    site: Path

    def read(self, path: str) -> str:
        return (self.site / path).read_text(encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments], cwd=self.program, capture_output=True, text=True, check=False
        )

    def check(self, sources: Path, *options: str) -> list[dict[str, object]]:
        """The problems of a town, as `check --format json` tells them."""
        day = str(towns.TODAY)
        done = self.run(
            "build.py", "check", "--source", str(sources), "--today", day, "--format", "json", *options
        )
        assert done.stdout, done.stderr
        found: list[dict[str, object]] = json.loads(done.stdout)["problems"]
        return found


def _program(folder: Path, declaration: str) -> Path:
    """A copy of the program with the toy kind, so declared."""
    for name in ("hub", "theme"):
        shutil.copytree(towns.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(towns.ROOT / "build.py", folder)
    (folder / "hub/model/find.py").write_text(declaration, encoding="utf-8")
    for template in (TOY / "templates").iterdir():
        shutil.copy(template, folder / "theme/templates")
    kinds = folder / "hub/model/kinds.py"
    listed = kinds.read_text(encoding="utf-8").replace("    LETTER,\n", "    LETTER,\n    FIND,\n")
    kinds.write_text(listed.replace("from hub.model.guide", LINE + "from hub.model.guide"), "utf-8")
    return folder


DECLARATION = (TOY / "find.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("toy")
    files = {"content/trouvailles/echelle.md": LADDER, "content/actualites/pluie.md": LINKED}
    files["content/trouvailles/seau.md"] = BUCKET
    town = Town(
        _program(folder / "program", DECLARATION), towns.write(folder / "town", files), folder / "site"
    )
    done = town.run(
        "build.py", "--source", str(town.sources), "--out", str(town.site), "--today", str(towns.TODAY)
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return town


def test_the_toy_is_one_module_of_sixty_lines_and_two_templates() -> None:
    assert DECLARATION.count("\n") <= 60
    assert len(list((TOY / "templates").iterdir())) == 2


def test_a_kind_has_a_page_for_each_thing_and_a_list(toy: Town) -> None:
    page = toy.read("trouvailles/echelle/index.html")
    assert "Venez la chercher." in page
    assert "Une caution." in page
    assert "Les Licornes jardinières" in page
    assert "Une échelle" in toy.read("trouvailles/index.html")


def test_a_kind_is_in_the_menu_and_in_the_site_map(toy: Town) -> None:
    assert re.search(r'<a [^>]*href="\./trouvailles/"[^>]*>\s*Trouvailles', toy.read("index.html"))
    assert "Ce qui a été trouvé en ville." in toy.read("plan-du-site/index.html")
    assert "<loc>https://mini.example/trouvailles/echelle/</loc><lastmod>2026-11-12</lastmod>" in toy.read(
        "sitemap.xml"
    )


def test_a_text_links_to_a_kind_by_key(toy: Town) -> None:
    assert 'href="../../trouvailles/echelle/"' in toy.read("actualites/pluie/index.html")


@pytest.mark.parametrize("form", ["rss.xml", "atom.xml", "feed.json"])
def test_a_kind_has_its_feed_and_is_in_that_of_everything(toy: Town, form: str) -> None:
    for folder in ("trouvailles/", ""):
        assert "Une échelle" in toy.read(folder + form), folder
    assert "flux-trouvailles" in toy.read("abonnements/index.html")


def test_a_kind_is_in_the_feed_of_the_association_that_it_names(toy: Town) -> None:
    assert "Une échelle" in toy.read("associations/licornes/rss.xml")
    assert "Une échelle" not in toy.read("associations/coeur/rss.xml")


def test_a_kind_is_searched_in_its_group_by_the_words_that_people_have_for_it(toy: Town) -> None:
    """Of each page Pagefind has a fragment, and ours says of which group it is."""
    records = [gzip.decompress(one.read_bytes()) for one in (toy.site / "pagefind/fragment").iterdir()]
    (record,) = (one for one in records if b'"url":"/trouvailles/echelle/"' in one)
    assert "trouvaille perdu objet" in record.decode()
    assert "objet perdu" in b"".join(records).decode()
    known = json.loads(toy.read("pagefind/pages.json"))
    group = known["genres"].index("Trouvailles")
    assert [page[0] for page in known["pages"].values()].count(group) == 2


def test_each_thing_of_a_kind_has_a_card(toy: Town) -> None:
    assert (toy.site / "trouvailles/echelle/carte.png").is_file()
    assert "https://mini.example/trouvailles/echelle/carte.png" in toy.read("trouvailles/echelle/index.html")


def test_the_letter_tells_what_is_new_of_a_kind(toy: Town) -> None:
    for file in ("index.html", "courriel.html", "courriel.txt"):
        told = toy.read(f"lettre/2026-11/{file}")
        assert "Objets trouvés" in told
        assert "Une échelle" in told


def test_a_kind_is_in_the_open_data(toy: Town) -> None:
    row, _ = json.loads(toy.read("donnees/trouvailles.json"))
    assert row["id"] == "echelle"
    assert row["associations"] == ["licornes"]
    assert "consentement" not in row
    assert toy.read("donnees/trouvailles.csv").startswith("id,titre,resume,publie_le,associations")
    assert '"nom": "trouvailles"' in toy.read("donnees/jeux.json")
    told = json.loads(toy.read("donnees/trouvailles.schema.json"))
    assert [field["name"] for field in told["fields"]][:4] == ["id", "titre", "resume", "publie_le"]
    assert told["primaryKey"] == ["id"]
    for catalogue in ("catalogue.jsonld", "catalogue.csv", "datapackage.json"):
        assert "trouvailles" in toy.read(f"donnees/{catalogue}")


def test_a_kind_has_a_schema_and_a_snippet(toy: Town) -> None:
    done = toy.run("-m", "hub.schemas")
    assert done.returncode == 0, done.stderr
    schema = json.loads((toy.program / "schemas/trouvailles.schema.json").read_text("utf-8"))
    assert schema["title"] == "Trouvaille"
    assert schema["properties"]["contact"]["title"] == "Contact"
    snippets = json.loads((toy.program / ".vscode/hub.code-snippets").read_text("utf-8"))
    assert snippets["Trouvaille"]["prefix"] == "trouvailles"
    settings = json.loads((toy.program / ".vscode/settings.json").read_text("utf-8"))
    assert ["content/trouvailles/*.md"] in settings["yaml.schemas"].values()


def test_a_page_of_a_kind_that_disappears_is_told(toy: Town, tmp_path: Path) -> None:
    found = toy.check(towns.write(tmp_path, {}), "--out", str(toy.site))
    told = [(one["code"], one["path"]) for one in found]
    assert told == [("P009", f"content/trouvailles/{name}.md") for name in ("echelle", "seau")]


def test_what_changes_of_a_kind_is_told(toy: Town, tmp_path: Path) -> None:
    """Its fields by their own words, its page, its address, its messages, the letter."""
    ladder = LADDER.replace("conditions: Une caution.", "conditions: Deux cautions.\nlieu_dit: La Halle")
    files = {"content/trouvailles/echelle.md": ladder, "content/actualites/pluie.md": LINKED}
    after = towns.write(tmp_path, files)  # without the bucket
    options = ["--base", str(toy.sources), "--today", str(towns.TODAY), "--format", "json"]
    done = toy.run("build.py", "changes", "--source", str(after), "--out", str(tmp_path / "site"), *options)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["summary"] == (
        "Quand ce changement sera publié\xa0: 1\xa0adresse se perd, «\xa0Un seau\xa0» disparaît, "
        "«\xa0Une échelle\xa0» change."
    )
    (changed,) = told["changed"]
    assert [(one["label"], one["how"], one["after"]) for one in changed["differences"]] == [
        ("Lieu", "set", "La Halle"),
        ("Conditions", "changed", "Deux cautions."),
    ]
    assert [one["line"] for one in told["lost"]] == [
        "- {ancienne: /trouvailles/seau/, nouvelle: /trouvailles/}"
    ]
    assert [(one["when"], len(one["feeds"])) for one in told["messages"]] == [("withdrawn", 2)]


def test_what_is_over_says_so_on_its_page_in_its_list_and_in_search(toy: Town) -> None:
    assert "On ne peut plus le reprendre." in toy.read("trouvailles/seau/index.html")
    assert "On ne peut plus le reprendre." not in toy.read("trouvailles/echelle/index.html")
    assert toy.read("trouvailles/index.html").count("rendu ou perdu") == 1
    known = json.loads(toy.read("pagefind/pages.json"))
    group = known["genres"].index("Trouvailles")
    assert sorted(page[1] for page in known["pages"].values() if page[0] == group) == [0, 1]


def test_the_letter_does_not_tell_what_was_over_on_its_day(toy: Town) -> None:
    assert "Un seau" in toy.read("rss.xml")
    assert "Un seau" not in toy.read("lettre/2026-11/index.html")


def test_a_template_that_nobody_wrote_is_named(tmp_path: Path) -> None:
    folder = _program(tmp_path / "program", DECLARATION)
    (folder / "theme/templates/trouvaille.html").unlink()
    sources = towns.write(tmp_path / "town", {"content/trouvailles/seau.md": BUCKET})
    build = ["build.py", "--no-media", "--source", str(sources), "--out", str(tmp_path / "site")]
    done = subprocess.run(
        [sys.executable, *build, "--today", str(towns.TODAY)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "il manque le gabarit theme/templates/trouvaille.html, que demande" in done.stderr


def test_no_field_of_a_kind_escapes_privacy(toy: Town, tmp_path: Path) -> None:
    """A name, a mobile and a private mailbox are told in each, by an error in a contact."""
    files = {f"content/trouvailles/{name.replace('_', '-')}.md": _naming(name) for name in WORDED}
    found: dict[str, set[object]] = {name: set() for name in WORDED}
    for one in toy.check(towns.write(tmp_path, files)):
        found[Path(str(one["path"])).stem.replace("-", "_")].add(one["code"])
    expected = {name: REFUSED if name == "contact" else WARNED for name in WORDED}
    assert found == expected


def _naming(field: str) -> str:
    head = {"titre": "Une trouvaille"} | ({} if field == "texte" else {field: PERSON})
    lines = "\n".join(f'{key}: "{value}"' for key, value in head.items())
    return f"---\n{lines}\n---\n{PERSON if field == 'texte' else 'Rien.'}\n"


def test_references_and_texts_of_a_kind_are_checked(toy: Town, tmp_path: Path) -> None:
    wrong = LADDER.replace("[licornes]", "[licorne]").replace("Venez", "[Venez](trouvaille:echele) <b>")
    wrong = wrong.replace("contact:", 'details: "<i>là</i>"\ncontact:')
    found = toy.check(towns.write(tmp_path, {"content/trouvailles/echelle.md": wrong}))
    assert sorted(str(one["code"]) for one in found) == ["A012", "L001", "L001", "L002"]
    stray = toy.check(towns.write(tmp_path / "stray", {"trouvailles/echelle.md": LADDER}))
    assert [(one["code"], one["path"]) for one in stray] == [("T032", "trouvailles")]


def test_an_incomplete_kind_is_named_at_start_up(tmp_path: Path) -> None:
    folder = _program(tmp_path, DECLARATION.replace('    link="trouvaille",\n', ""))
    done = subprocess.run(
        [sys.executable, "build.py", "check"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == (
        "build.py : la sorte « trouvaille » n'a pas de clé de lien : écrivez « link= » dans sa déclaration "
        "(None s'il n'y en a pas).\n"
    )


@pytest.mark.parametrize("name", WHAT)
def test_what_a_declaration_lacks_is_said_by_name(name: str) -> None:
    told = list(lacking([replace(GUIDE, **{name: UNDECLARED})]))
    assert told[0].startswith(f"la sorte « guide » n'a pas {WHAT[name]} : écrivez « {name}= »")
    with pytest.raises(IncompleteError, match="guide"):
        declared(replace(GUIDE, **{name: UNDECLARED}))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"folder": ""}, "n'a pas de place"),
        ({"folder": "guides"}, "a un dossier que rien ne lit : guides"),
        ({"folder": "", "register": "guides.yaml"}, "a un registre que rien ne lit : guides.yaml"),
        ({"section": None}, "a un flux et n'a pas de section"),
        ({"model": Redirection}, "n'a pas de « publie_le » : écrivez-le dans son modèle"),
    ],
)
def test_a_declaration_that_cannot_hold_is_said_by_name(change: dict[str, object], words: str) -> None:
    assert f"la sorte « guide » {words}" in "\n".join(lacking([replace(GUIDE, **change)]))


def test_two_kinds_never_share_a_key() -> None:
    told = "\n".join(lacking([GUIDE, replace(GUIDE, folder="content/autres")]))
    assert "clé de lien : « guide »" in told


def test_everything_that_a_declaration_may_leave_out_is_told() -> None:
    forgotten = {one.name for one in fields(Kind) if one.default is UNDECLARED}
    assert forgotten == set(WHAT)
