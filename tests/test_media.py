"""The step that makes PDFs, posters and cards: what is made, when, and what pages say of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from hub.build import THEME, Built, build, inspect
from hub.catalogue.rule import Files
from hub.cli import main
from hub.marker import MARKER
from hub.markup import Renderer
from hub.markup.weight import weight
from hub.media import MediaError, making
from hub.media.look import Look
from hub.media.store import Store
from hub.media.work import Work
from tests import towns
from tests.test_publish import tree
from tests.test_site import PageReader

MINUTES = "minutes/2026-03-10-bureau.md"
TRAINING = "/agenda/formation-semis/affiche.pdf"
"""The poster of the training of the miniature, which is to come whatever becomes of its events."""
PDF_LINK = re.compile(
    r'<a href="([^"]+\.pdf)" type="application/pdf">[^<(]+\(PDF, ([^)]+), en français\)</a>'
)
IMAGE = re.compile(r'<meta property="og:image" content="https://[^/]+/([^"]*)">')


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_every_page_of_minutes_offers_a_pdf_of_the_weight_it_says(media_site: Path) -> None:
    pages = list(media_site.glob("comptes-rendus/*/index.html"))
    assert len(pages) == 2
    for file in pages:
        ((link, said),) = PDF_LINK.findall(file.read_text(encoding="utf-8"))
        assert said == weight((file.parent / link).stat().st_size)
        assert Path(link).name == f"compte-rendu-{file.parent.name}.pdf"


def test_an_event_to_come_offers_its_poster(media_site: Path) -> None:
    ((link, _),) = PDF_LINK.findall(page(media_site, "agenda/yoga"))
    assert (media_site / "agenda" / "yoga" / link).read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    "change",
    [
        ("debut: 2026-11-03 18:30\nfin: 2026-11-03 19:30", "debut: 2026-10-03"),
        ("categorie:", "annule: Pluie\ncategorie:"),
    ],
    ids=["over", "cancelled"],
)
def test_an_event_over_or_cancelled_has_no_poster(tmp_path: Path, change: tuple[str, str]) -> None:
    rule = "recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]}\n"
    text = towns.MINIATURE["content/agenda/yoga.md"].replace(rule, "").replace(*change)
    assert posters_of(tmp_path, {"content/agenda/yoga.md": text}) == [TRAINING]


def test_an_event_whose_day_is_not_known_has_no_poster(tmp_path: Path) -> None:
    assert posters_of(tmp_path, towns.edited(MINUTES, "2026-05-12 18:30", "2026-12")) == [
        "/agenda/yoga/affiche.pdf",
        TRAINING,
    ]


def posters_of(folder: Path, files: Files) -> list[str]:
    from hub.media import posters

    hub = towns.hub_of(folder, files)
    return [work.address for work in posters.works(hub, towns.TODAY, Renderer(hub), Look(THEME))]


def test_every_page_has_a_card_that_is_there(media_site: Path) -> None:
    for file in (one for one in media_site.rglob("index.html") if not towns.is_moved(one)):
        (path,) = IMAGE.findall(file.read_text(encoding="utf-8"))
        assert (media_site / path).is_file(), path
    assert IMAGE.findall(page(media_site, "guides/semer")) == ["guides/semer/carte.png"]
    assert IMAGE.findall(page(media_site, "agenda/2026/11")) == ["carte.png"]


def test_without_media_no_page_names_any(miniature_site: Path) -> None:
    files = [path for path in tree(miniature_site) if path.endswith((".pdf", "carte.png"))]
    links = [
        link
        for file in miniature_site.rglob("*.html")
        for link in PageReader(file.read_text(encoding="utf-8")).links
        if link.endswith((".pdf", "carte.png"))
    ]
    assert (files, links) == ([], [])
    assert not IMAGE.search(page(miniature_site, "agenda/yoga"))


def test_the_command_makes_media_unless_told_not_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bool] = []
    monkeypatch.setattr(
        "hub.build.build", lambda *_, with_media, **__: made.append(with_media) or Built(0, 0)
    )
    arguments = ["build", "--source", str(towns.write(tmp_path)), "--today", "2026-11-21", "--quiet"]
    for one in (arguments, [*arguments, "--no-media"]):
        assert main(one) == 0
    assert made == [True, False]


class Counted:
    """A town that is built again and again, and what is made each time."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.made: list[str] = []
        monkeypatch.setattr(making, "fulfil", self._fulfil)

    def _fulfil(self, works: Sequence[Work], look: Look) -> Iterator[tuple[Work, bytes]]:
        self.made += [work.address for work in works]
        yield from ((work, work.content.encode()) for work in works)

    def build(self, files: Files | None = None) -> list[str]:
        """Build with `files` over the miniature; what was made, by address."""
        self.made.clear()
        hub = inspect(towns.write(self.folder / "sources", files), towns.TODAY).hub
        build(hub, towns.TODAY, self.folder / "site", with_media=True)
        return self.made

    @property
    def kept(self) -> list[Path]:
        return sorted(
            file for file in (self.folder / ".site.cache" / "medias").iterdir() if file.name != MARKER
        )


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(tmp_path, monkeypatch)


def test_a_second_build_makes_nothing_again(town: Counted) -> None:
    assert len(town.build()) == len(town.kept)
    before = tree(town.folder / "site")
    assert town.build() == []
    assert tree(town.folder / "site") == before


def test_a_corrected_text_makes_its_pdf_again_and_nothing_else(town: Counted) -> None:
    town.build()
    number = len(town.kept)
    changed = towns.edited(MINUTES, "en veulent un", "en veulent deux")
    assert town.build(changed) == ["/comptes-rendus/2026-03-10-bureau/compte-rendu-2026-03-10-bureau.pdf"]
    assert len(town.kept) == number, "the former one is thrown away"


def test_another_day_makes_no_card_and_no_minutes_again(town: Counted) -> None:
    town.build()
    hub = inspect(town.folder / "sources", towns.TODAY).hub
    town.made.clear()
    build(hub, towns.TODAY.replace(day=28), town.folder / "site", with_media=True)
    assert [address for address in town.made if not address.endswith("affiche.pdf")] == []


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"", lambda data: data[:-1] + b"?"])
def test_what_was_kept_and_is_spoilt_is_made_again(town: Counted, spoil: object) -> None:
    town.build()
    before = tree(town.folder / "site")
    victim = town.kept[0]
    victim.write_bytes(spoil(victim.read_bytes()))  # type: ignore[operator]
    assert len(town.build()) == 1
    assert tree(town.folder / "site") == before


KEY, OTHER = "0" * 64, "f" * 64


def test_a_build_that_is_killed_leaves_no_half_file_to_be_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(KEY, b"entier")
    (tmp_path / f"{OTHER}.nouveau").write_bytes(b"moiti")
    assert store.read(OTHER) is None
    store.keep_only([KEY])
    assert {entry.name for entry in tmp_path.iterdir()} == {KEY, MARKER}


def test_what_was_kept_under_another_name_is_made_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(KEY, b"une affiche")
    (tmp_path / KEY).rename(tmp_path / OTHER)
    assert store.read(OTHER) is None


def test_only_what_is_named_as_ours_is_removed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(KEY, b"un")
    (tmp_path / "notes.txt").write_text("à moi", encoding="utf-8")
    (tmp_path / OTHER).mkdir()
    (tmp_path / OTHER / "photo.jpg").write_bytes(b"x")
    store.keep_only([])
    assert sorted(tree(tmp_path)) == [MARKER, f"{OTHER}/photo.jpg", "notes.txt"]


@pytest.mark.parametrize("kind", ["link", "folder of something else", "file"])
def test_a_folder_of_media_that_is_not_ours_is_refused_and_nothing_in_it_changes(
    tmp_path: Path, kind: str
) -> None:
    victim, place = tmp_path / "victime", tmp_path / ".site.cache" / "medias"
    (victim / "photos").mkdir(parents=True)
    (victim / "photos" / "ete.jpg").write_bytes(b"x")
    place.parent.mkdir()
    match kind:
        case "link":
            place.symlink_to(victim)
        case "file":
            place.write_bytes(b"x")
        case _:
            victim.rename(place)
    before = tree(tmp_path)
    source = towns.write(tmp_path / "ville")
    with pytest.raises(MediaError, match="medias"):
        build(inspect(source, towns.TODAY).hub, towns.TODAY, tmp_path / "site", with_media=True)
    assert {path: data for path, data in tree(tmp_path).items() if not path.startswith("ville/")} == before


def test_a_folder_that_becomes_a_link_meanwhile_is_not_written_into(tmp_path: Path) -> None:
    store = Store(tmp_path / "medias")
    store.write(KEY, b"un")
    (tmp_path / "medias").rename(tmp_path / "ailleurs")
    (tmp_path / "medias").symlink_to(tmp_path / "ailleurs")
    for act in (lambda: store.write(OTHER, b"deux"), lambda: store.keep_only([])):
        with pytest.raises(OSError):
            act()
    assert {entry.name for entry in (tmp_path / "ailleurs").iterdir()} == {KEY, MARKER}


def test_a_folder_of_media_of_the_former_version_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / OTHER).write_bytes(b"d'avant")
    store = Store(tmp_path)
    store.write(KEY, b"un")
    store.keep_only([KEY])
    assert {entry.name for entry in tmp_path.iterdir()} == {KEY, MARKER}


def test_another_version_of_the_program_makes_everything_again() -> None:
    work = Work("/a.pdf", "compte-rendu", "texte")
    assert work.key("une version") != work.key("une autre")


def test_the_same_bytes_come_out_elsewhere_and_one_at_a_time(
    tmp_path: Path, media_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another hour, another order, another hash seed: those of `media_site` were made by several."""
    program = (
        "import os, sys; from pathlib import Path; from hub.build import build, inspect;"
        "from tests.towns import TODAY; os.cpu_count = lambda: 1;"
        "build(inspect(Path(sys.argv[1]), TODAY).hub, TODAY, Path(sys.argv[2]), with_media=True)"
    )
    command = [sys.executable, "-c", program, str(towns.write(tmp_path / "sources")), str(tmp_path / "site")]
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    subprocess.run(command, check=True, cwd=towns.ROOT, env=elsewhere, timeout=300)
    assert tree(tmp_path / "site") == tree(media_site)


def test_a_sign_that_no_font_has_is_told_once_with_where_it_is(
    town: Counted, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = towns.edited(MINUTES, "en veulent un", "disent سلام")
    town.build(changed)
    told = (
        "« comptes-rendus/2026-03-10-bureau/compte-rendu-2026-03-10-bureau.pdf » : aucune de nos polices n'a"
    )
    for _ in range(2):  # what is kept has the same marks
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"{told} « ا » (U+0627), « س » (U+0633)")
        town.build(changed)


def in_a_process_of_its_own(program: str) -> str:
    """What a program says, in a process where Typst has not begun its threads."""
    program = f"import os; from tests import paper; from hub.media import MediaError, workshop\n{program}"
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=True, cwd=towns.ROOT, stdout=-1, timeout=100).stdout.decode().strip()


def test_a_process_that_dies_is_told_in_words() -> None:
    said = in_a_process_of_its_own("""
workshop.Press.made = lambda *_: os._exit(9)
try:
    list(workshop.fulfil([paper.bare()] * 9, paper.LOOK))
except MediaError as error:
    print(error)
""")
    assert said == "Un des programmes qui font les PDF s'est arrêté : recommencez."


def test_copies_make_what_threads_make_and_leave_no_thread_behind() -> None:
    """A thread of Typst's would be missing from the copies that are made of this process afterwards."""
    said = in_a_process_of_its_own("""
works = [paper.bare(source=[f"Essai {number}"]) for number in range(6)]
copies = list(workshop.fulfil(works, paper.LOOK))
while not workshop._is_alone():
    pass  # what waited for the copies is ending
print(copies == list(zip(works, workshop._by_threads(works, paper.LOOK))))
print(workshop._is_alone(), copies == list(workshop.fulfil(works, paper.LOOK)))
""")
    assert said.split() == ["True", "False", "True"]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 ko"),
        (1000, "1 ko"),
        (83_001, "84 ko"),
        (999_000, "999 ko"),
        (999_001, "1,0 Mo"),
        (1_240_000, "1,3 Mo"),
    ],
)
def test_a_weight_is_told_in_french_and_never_lighter(size: int, words: str) -> None:
    assert weight(size).replace("\u00a0", " ") == words
