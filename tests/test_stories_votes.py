"""A journalist gets who was elected, by how many, and the file: by four ways."""

from __future__ import annotations

import csv
import io

from playwright.sync_api import expect

from tests.test_stories import Visitor, visitor  # noqa: F401


def test_a_journalist_gets_who_was_elected_by_how_many_and_the_file(visitor: Visitor) -> None:  # noqa: F811
    visitor.follow("Qui siège au bureau")
    visitor.sees("Bureau 2025-2027")
    visitor.follow("Élection du bureau 2025-2027")
    visitor.sees("Élection du bureau 2025-2027")
    main = visitor.page.locator("main")
    expect(main).to_contain_text("35 votants sur 47 inscrits, 74,5\u00a0%")
    culture = visitor.page.get_by_role("region", name="Culture, mémoire et patrimoine")
    first = culture.get_by_role("row").filter(has_text="Cœur de chœur")
    expect(first).to_contain_text("12")
    expect(first).to_contain_text("élue titulaire")
    sports = visitor.page.get_by_role("region", name="Sports et loisirs")
    expect(sports).to_contain_text("Moins de dix bulletins")
    file = visitor.page.get_by_role("link", name="tableur (CSV)")
    address = file.evaluate("(link) => link.href")
    table = list(csv.DictReader(io.StringIO(visitor.page.request.get(address).text(), newline="")))
    row = next(
        one for one in table if (one["scrutin"], one["association"]) == ("2025-09-bureau", "coeur-de-choeur")
    )
    assert (row["elu"], row["voix"], row["votants"]) == ("titulaire", "12", "14")
