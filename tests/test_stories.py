"""What people come for, from the home page: with a mouse, a keyboard alone, on a phone, without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Tab


class Visitor:
    """Somebody who goes from page to page by what they read on it."""

    def __init__(self, page: Page, *, keyboard: bool, script: bool) -> None:
        self.page, self.keyboard, self.script = page, keyboard, script

    def menu(self, name: str) -> None:
        button = self.page.get_by_role("button", name="Menu", exact=True)
        if button.is_visible():
            self._press(button)
        menu = self.page.get_by_role("navigation", name="Menu principal")
        link = self.page.get_by_role("link", name=name, exact=True, include_hidden=True)
        entry = menu.locator("details", has=link).locator("summary")
        if entry.count():
            self._press(entry)
        self._press(menu.get_by_role("link", name=name, exact=True))

    def follow(self, name: str, *, exact: bool = False) -> None:
        self._press(self.page.locator("main").get_by_role("link", name=name, exact=exact).first)

    def unfold(self, name: str) -> None:
        self._press(self.page.locator("main summary").filter(has_text=name))

    def _press(self, control: object) -> None:
        if not self.keyboard:
            control.click()  # type: ignore[attr-defined]
            return
        self._walk_to(control)
        self.page.keyboard.press("Enter")

    def _walk_to(self, control: object) -> None:
        """Tab until the control has the focus."""
        wanted = control.element_handle()  # type: ignore[attr-defined]
        for _ in range(300):
            if wanted.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {wanted.inner_text()}")

    def write(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label, exact=True)
        if self.keyboard:
            self._walk_to(field)
            self.page.keyboard.type(words)
        else:
            field.fill(words)

    def tick(self, label: str) -> None:
        box = self.page.get_by_label(label, exact=True)
        if self.keyboard:
            self._walk_to(box)
            self.page.keyboard.press("Space")
        else:
            box.check()

    def sees(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)


WAYS = {
    "with a mouse": {"width": 1280, "keyboard": False, "script": True},
    "with a keyboard": {"width": 1280, "keyboard": True, "script": True},
    "on a phone": {"width": 360, "keyboard": False, "script": True},
    "without a script": {"width": 1280, "keyboard": False, "script": False},
}


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def visitor(request: pytest.FixtureRequest, tab: Tab, example_url: str) -> Iterator[Visitor]:
    way = request.param
    screen = {"width": way["width"], "height": 800}
    with tab(viewport=screen, java_script_enabled=way["script"], locale="fr-FR") as page:
        page.goto(example_url)
        yield Visitor(page, keyboard=way["keyboard"], script=way["script"])


def test_somebody_looks_for_a_yoga_class(visitor: Visitor) -> None:
    visitor.write("Trouver une association", "yoga")
    visitor.page.keyboard.press("Enter")
    visitor.sees("Annuaire")
    visitor.follow("Yoga pour dragons", exact=True)
    visitor.sees("Yoga pour dragons")
    visitor.follow("Yoga pour dragons : cours du mardi")
    main = visitor.page.locator("main")
    expect(main).to_contain_text("de 18\u00a0h\u00a030 à 19\u00a0h\u00a045")
    expect(main).to_contain_text("Gymnase du Petit-Effort")


def test_a_parent_finds_a_tuesday_class_for_a_child_of_eight(visitor: Visitor) -> None:
    visitor.menu("Annuaire")
    if visitor.script:
        visitor.page.get_by_label("Jour", exact=True).select_option("mardi")
        visitor.unfold("Plus de choix")
        visitor.write("Âge", "8")
        expect(visitor.page.locator(".compte[role=status]")).to_have_text(
            "3\u00a0associations sur 38\u00a0: mardi."
        )
    visitor.follow("Les activités, par jour et par âge")
    visitor.sees("Activités")
    if visitor.script:
        expect(visitor.page.locator(".compte[role=status]")).to_have_text(
            "3\u00a0activités sur 13\u00a0: mardi."
        )
        visitor.tick("Avec des places")
        expect(visitor.page.get_by_role("link", name="Escalade à plat")).to_be_hidden()
    else:
        visitor.follow("2 le mardi : enfants")
        visitor.sees("Activités\u00a0: enfants (6 à 11\u00a0ans)")
    visitor.follow("Yoga des dragonneaux", exact=True)
    visitor.sees("Yoga pour dragons")
    found = visitor.page.get_by_role("listitem").filter(has_text="Yoga des dragonneaux")
    expect(found).to_be_in_viewport()
    expect(found).to_contain_text("chaque mardi après-midi, de 17\u00a0h à 18\u00a0h")
    expect(found).to_contain_text("inscriptions ouvertes")


def test_somebody_subscribes_to_the_dates_of_an_association(visitor: Visitor) -> None:
    visitor.menu("Annuaire")
    visitor.follow("Cœur de chœur", exact=True)
    link = visitor.page.get_by_role("link", name="S’abonner à ses dates")
    site = "associations.ville-exemple.example"
    expect(link).to_have_attribute("href", f"webcal://{site}/associations/coeur-de-choeur.ics")


def test_somebody_reads_what_was_decided_in_march_and_prints_it(visitor: Visitor) -> None:
    visitor.menu("Comptes rendus")
    visitor.follow("Bureau du 10 mars 2026")
    visitor.sees("Compte rendu du bureau du 10 mars 2026")
    expect(visitor.page.get_by_role("heading", name="Décisions")).to_be_visible()
    expect(visitor.page.locator("main")).to_contain_text("une marmite de 80 litres")
    visitor.page.emulate_media(media="print")
    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    expect(visitor.page.locator("main")).to_contain_text("Synthèse et suivi")
    expect(visitor.page.get_by_role("navigation", name="Menu principal")).to_be_hidden()


def test_somebody_finds_who_represents_sport(visitor: Visitor) -> None:
    visitor.follow("Qui siège au bureau")
    visitor.sees("Bureau 2025-2027")
    sport = visitor.page.get_by_role("region", name="Sports et loisirs")
    expect(sport.get_by_role("link", name="Yoga pour dragons")).to_be_visible()


def test_a_member_follows_one_project_over_two_years(visitor: Visitor) -> None:
    visitor.menu("Comptes rendus")
    visitor.follow("Bureau du 8 février 2024")
    visitor.follow("Annuaire", exact=True)
    visitor.sees("Projet : Annuaire")
    left = visitor.page.get_by_role("region", name="Ce qu’il reste à faire")
    expect(left.get_by_role("listitem").first).to_contain_text("dépassée depuis décembre 2024")
    told = visitor.page.get_by_role("region", name="De réunion en réunion").get_by_role("heading", level=3)
    expect(told).to_have_text(
        ["Bureau du 11 juin 2026", "Groupe de travail du 18 avril 2024", "Bureau du 8 février 2024"]
    )
    main = visitor.page.locator("main")
    feed = main.get_by_role("link", name="flux RSS")
    assert (feed.get_attribute("href") or "").endswith("/suivi/annuaire/rss.xml")
    visitor.follow("mardi 8 décembre 2026")
    expect(main).to_contain_text("8 décembre 2026")
