"""Documents: published under their names, offered with their kind and weight, announced with their length."""

from __future__ import annotations

import json
import time
from pathlib import Path
from zlib import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.build import build
from hub.catalogue.attachments import LINK, PDF, PLAN, WORD, archive
from hub.catalogue.rule import Content
from hub.markup import Renderer
from hub.model.package import package
from hub.model.pdf import carried
from hub.sources import Attachment
from tests import towns

CALL, GUIDE = "content/appels/serre.md", "content/guides/semer.md"
LISTED = "documents: [{titre: Le plan <de> la serre, fichier: plan.pdf}]\npublie_le:"


@pytest.fixture
def files() -> dict[str, Content]:
    return {PLAN: PDF, **towns.edited(CALL, "publie_le:", LISTED)}


def test_a_link_to_a_document_says_its_kind_and_its_weight(tmp_path: Path) -> None:
    hub = towns.hub_of(tmp_path, {PLAN: PDF, **towns.edited(GUIDE, "De la terre.", LINK)})
    assert Renderer(hub).render("Le [**plan**](document:plan.pdf).").html == (
        '<p>Le <a href="/documents/plan.pdf"><strong>plan</strong> (PDF, 1\u00a0ko)</a>.</p>'
    )


def test_a_page_offers_its_documents_and_they_are_there(tmp_path: Path, files: dict[str, Content]) -> None:
    build(towns.hub_of(tmp_path / "sources", files), towns.TODAY, site := tmp_path / "site")
    page = (site / "appels" / "serre" / "index.html").read_text(encoding="utf-8")
    assert (
        '<a href="../../documents/plan.pdf">Le plan &lt;de&gt; la serre '
        '<span class="document-poids">(PDF, 1\u00a0ko)</span></a>'
    ) in page
    assert (site / "documents" / "plan.pdf").read_bytes() == PDF


def test_what_is_announced_offers_the_document_with_its_length(
    tmp_path: Path, files: dict[str, Content]
) -> None:
    build(towns.hub_of(tmp_path / "sources", files), towns.TODAY, site := tmp_path / "site")
    address = "https://mini.example/documents/plan.pdf"
    rss = (site / "appels" / "rss.xml").read_text(encoding="utf-8")
    assert f'<enclosure url="{address}" length="{len(PDF)}" type="application/pdf"/>' in rss
    atom = (site / "appels" / "atom.xml").read_text(encoding="utf-8")
    assert f'type="application/pdf" href="{address}" length="{len(PDF)}"/>' in atom
    (item,) = json.loads((site / "appels" / "feed.json").read_text(encoding="utf-8"))["items"]
    attachment = {"url": address, "mime_type": "application/pdf", "size_in_bytes": len(PDF)}
    assert item["attachments"] == [attachment]


def test_a_document_that_nothing_names_is_not_published(tmp_path: Path) -> None:
    build(towns.hub_of(tmp_path / "sources", {PLAN: PDF}), towns.TODAY, tmp_path / "site")
    assert not (tmp_path / "site" / "documents").exists()


def test_a_letter_by_mail_leads_to_its_documents_on_the_site(tmp_path: Path) -> None:
    files = {
        PLAN: PDF,
        **towns.edited("content/lettre/2026-11.md", "Chères voisines", f"{LINK} Chères voisines"),
    }
    build(towns.hub_of(tmp_path / "sources", files), towns.TODAY, site := tmp_path / "site")
    mail = (site / "lettre" / "2026-11" / "courriel.html").read_text(encoding="utf-8")
    assert 'href="https://mini.example/documents/plan.pdf"' in mail


def test_a_document_never_leaves_its_folder(tmp_path: Path) -> None:
    """Files are looked up among those of the folder: a path is only a name that nobody bears."""
    words = "Voir [le plan](document:../../mkdocs.yml)."
    problems = towns.inspected(tmp_path, towns.edited(GUIDE, "De la terre.", words)).problems
    assert [problem.code for problem in problems] == ["D001"]


def attached(folder: Path, name: str, data: bytes) -> Attachment:
    (folder / name).write_bytes(data)
    return Attachment(name, folder, len(data), hash(data))


PIECES = st.sampled_from(
    [
        b"/Author(",
        b"\\",
        b"(",
        b")",
        b"/ObjStm",
        b"stream\n",
        b"endstream",
        b"#4a",
        b"<FEFF",
        b">",
        b"\xfe\xff",
        b"1",
    ]
)


@given(data=st.lists(PIECES | st.binary(max_size=6), max_size=30).map(b"".join))
def test_any_bytes_of_a_pdf_are_looked_at_without_harm(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    found = carried(attached(tmp_path_factory.getbasetemp(), "a.pdf", data))
    assert all(author == author.strip() != "" for author in found.authors)


@given(place=st.floats(0, 1), length=st.integers(0, 40), data=st.binary(max_size=20))
@pytest.mark.parametrize("extension", [".docx", ".odt"])
def test_any_bytes_in_an_office_file_are_answered(
    tmp_path_factory: pytest.TempPathFactory, extension: str, place: float, length: int, data: bytes
) -> None:
    whole = archive({**WORD, "docProps/core.xml": "<dc:creator>x</dc:creator>"})
    at = int(place * len(whole))
    spoilt = whole[:at] + data + whole[at + length :]
    found = package(attached(tmp_path_factory.getbasetemp(), f"a{extension}", spoilt))
    assert found is None or found.unpacked >= 0


HEAVY = {
    "names of objects": b"/ObjStm" * 300_000,
    "streams": b"/ObjStm stream endstream " * 80_000,
    "streams without an end": b"/ObjStm stream " * 140_000,
    "authors": b"/Author(" * 250_000,
    "actions": b"/OpenAction<<" * 150_000,
    "creators": b"<dc:creator><rdf:Seq>" * 95_000,
    "a stream that grows": b"/ObjStm stream\n" + compress(bytes(60_000_000)) + b"endstream",
}


@pytest.mark.parametrize("kind", HEAVY)
def test_two_megabytes_made_to_be_slow_are_looked_at_in_no_time(tmp_path: Path, kind: str) -> None:
    document = attached(tmp_path, "a.pdf", HEAVY[kind])
    begun = time.process_time()
    carried(document)
    assert time.process_time() - begun < 2
