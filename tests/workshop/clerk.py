"""A clerk at the workshop, in Chromium: the forms as they are seen, the files in the browser's own folder."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Route, expect

from tests.conftest import Tab

Bytes = dict[str, bytes]

OURS = ("http", "https", "ws", "wss")
A_BREATH = """() => new Promise((done) => {
  let last;
  const moved = () => { clearTimeout(last); last = setTimeout(rested, 300); };
  const watch = new MutationObserver(moved);
  const rested = () => { watch.disconnect(); done(); };
  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  moved();
  setTimeout(rested, 3000);
})"""
"""Until nothing moved for 300 milliseconds: nobody is quicker from one field to the next."""

FOLDER = "sveltia-cms-test"
"""Where Sveltia's test backend keeps its files in a browser."""

SEED = """async ([name, files]) => {
  const storage = await navigator.storage.getDirectory();
  const root = await storage.getDirectoryHandle(name, {create: true});
  for (const [path, data] of Object.entries(files)) {
    const parts = path.split('/');
    const last = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const writer = await (await folder.getFileHandle(last, {create: true})).createWritable();
    await writer.write(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)));
    await writer.close();
  }
}"""

READ = """async (name) => {
  const found = {};
  const walk = async (folder, at) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') { await walk(handle, `${at}${name}/`); continue; }
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      found[at + name] = btoa(text);
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(name), '');
  return found;
}"""


COPY = """(kinds) => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(
  Object.entries(kinds).map(([type, words]) => [type, new Blob([words], {type})])))])"""


class Clerk:
    """Somebody who fills forms; `hosts` is whom the browser asked, `wrong` what it complained of."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.hosts: set[str] = set()
        self.wrong: list[str] = []
        page.on("request", self._asked)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in OURS:
            self.hosts.add(parts.netloc)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(message.text)

    def arrive(self, town: Path) -> None:
        """Open the workshop on a copy of a town's files, and enter."""
        files = {
            file.relative_to(town).as_posix(): file.read_bytes() for file in town.rglob("*") if file.is_file()
        }
        self.page.route("**/atelier/config.json", _of_the_browser)
        self.page.goto(f"{self.url}/robots.txt")
        self.page.evaluate(
            SEED, [FOLDER, {path: base64.b64encode(data).decode() for path, data in files.items()}]
        )
        self.page.goto(f"{self.url}/atelier/")
        self.page.get_by_role("button", name="Travailler avec un dépôt de test").click()
        expect(self.page.get_by_text("Comptes rendus", exact=True).first).to_be_visible(timeout=30_000)

    def open(self, place: str) -> None:
        """Go to a form: `minutes/new`, `_singletons/entries/associations`."""
        self.page.goto(f"{self.url}/atelier/#/collections/{place}")
        expect(self._button("Enregistrer")).to_be_visible()

    def _button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, key: str) -> Locator:
        """The part of the form for a field, `suivi.0.quoi`: those that are far below are not there yet."""
        part = self.page.locator(f"[data-key-path='{key}']")
        for _ in range(60):
            if part.count():
                break
            self.page.locator("[data-key-path]").last.scroll_into_view_if_needed()
            self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))")
        part.first.scroll_into_view_if_needed()
        return part.first

    def fill(self, key: str, words: str) -> None:
        self.field(key).get_by_role("textbox").first.fill(words)

    def paste(self, place: Locator, words: str, html: str = "") -> None:
        """Paste a plain text where one writes, or one that a word processor gives in `html` as well."""
        place.click()
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.evaluate(COPY, {"text/plain": words, **({"text/html": html} if html else {})})
        self.page.keyboard.press("Control+V")
        self._breathe()

    def _breathe(self) -> None:
        """Go at the pace of a person: the editor takes over what is written, and lays out what is added, a
        moment later, of which nothing on the screen tells the end but that it moves no more."""
        self.page.evaluate(A_BREATH)

    def choose(self, key: str, label: str, role: str = "radio") -> None:
        """Pick one of a few, or tick one of several (`checkbox`); again, as a person would, where the group
        that was just added was still being laid out and lost it."""
        choice = self.field(key).get_by_role(role, name=label, exact=True)  # type: ignore[arg-type]
        choice.click()
        with suppress(AssertionError):
            expect(choice).to_be_checked(timeout=2_000)
            return
        choice.click()
        expect(choice).to_be_checked()

    def pick(self, key: str, label: str) -> None:
        """Pick one of a long list."""
        self.field(key).get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=label, exact=True).click()

    def add(self, key: str, what: str, role: str = "button") -> None:
        """Add a card, or tick the box of a group that is not there (`checkbox`)."""
        name = re.compile(f"Ajouter.*{what}")
        self.field(key).get_by_role(role, name=name).click()  # type: ignore[arg-type]
        self._breathe()

    def unfold(self, key: str, number: int) -> None:
        """Open a card that is closed."""
        self.field(key).get_by_role("button", name="Développer", exact=True).nth(number).click()

    def illustrate(self, photo: Path, alternative: str) -> None:
        """Put a photo at the end of the text, and say what it shows."""
        self.field("body").get_by_role("textbox", name="Texte").click()
        for key in ("Control+End", "Enter"):  # on a line of its own
            self.page.keyboard.press(key)
        self.field("body").get_by_role("button", name="Image", exact=True).click()
        image = self.page.locator("[data-component-name]")
        expect(self._button("Enregistrer")).to_be_enabled()  # the text has taken the image in
        image.get_by_role("button", name="Parcourir").click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Téléverser").click()
        chooser.value.set_files(photo)
        self._button("Insérer").click()
        expect(image.get_by_text("Remplacer")).to_be_visible()
        image.locator("[data-key-path$=':alt'] input").fill(alternative)

    def depict(self, key: str, photo: Path, words: str, author: str) -> None:
        """Show a thing by a photo: what is seen on it, and whose it is."""
        self.field(key).evaluate("(part) => part.scrollIntoView()")  # what is below is there only once seen
        self._breathe()
        self.add(key, "une image", "checkbox")
        self.field(f"{key}.fichier").get_by_role("button", name="Parcourir").click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Téléverser").click()
        chooser.value.set_files(photo)
        self._button("Insérer").click()
        expect(self.field(f"{key}.fichier").get_by_text("Remplacer")).to_be_visible()
        self.fill(f"{key}.texte", words)
        self.fill(f"{key}.auteur", author)

    def write(self, words: str) -> None:
        """Write in the text of the page."""
        editor = self.field("body").get_by_role("textbox", name="Texte")
        editor.click()
        for number, line in enumerate(words.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(line)

    def save(self) -> None:
        """Save, until the form closes: the file is written by then."""
        self._button("Enregistrer").click()
        expect(self.page).to_have_url(re.compile(r"#/collections/\w+(?:/entries)?$"))

    def files(self) -> Bytes:
        """The files as they are in the browser."""
        found = self.page.evaluate(READ, FOLDER)
        return {path: base64.b64decode(data) for path, data in found.items()}


def _of_the_browser(route: Route) -> None:
    """The forms as published, on files that the browser keeps: no forge answers here."""
    settings = json.loads(route.fetch().text())
    settings["cms"] |= {"backend": {"name": "test-repo"}, "publish_mode": "simple"}
    route.fulfill(json=settings)


@contextmanager
def at_work(tab: Tab, url: str, town: Path, **options: object) -> Iterator[Clerk]:
    """A clerk who has entered; nothing goes wrong, and nobody else is asked."""
    with tab(locale="fr-FR", **options) as page:
        clerk = Clerk(page, url)
        clerk.arrive(town)
        yield clerk
    assert clerk.wrong == []
    assert clerk.hosts == {urlsplit(url).netloc}


def changed(before: Path, after: Mapping[str, bytes]) -> dict[str, str]:
    """The files that are not as they were: what is new in them, line by line, or '' for an image."""
    found = {}
    for path, data in after.items():
        old = (before / path).read_bytes() if (before / path).exists() else b""
        if data != old:
            found[path] = data.decode() if path.endswith((".md", ".yaml", ".yml")) else ""
    return found


Journey = Callable[[Clerk], None]
