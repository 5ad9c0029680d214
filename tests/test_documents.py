"""Documents: published under their names, offered with their kind and weight, announced with their length."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hub.build import build
from hub.catalogue.attachments import LINK, PDF, PLAN
from hub.catalogue.rule import Content
from hub.markup import Renderer
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
