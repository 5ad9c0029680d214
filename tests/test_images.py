"""Images: as light as the screen allows, without what the camera added, made once, the same at each build."""

from __future__ import annotations

import io
import math
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from playwright.sync_api import Browser

from hub.build import build
from hub.catalogue.attachments import PNG, SEED, SHOWN
from hub.checks import Severity
from hub.images import making
from hub.images.making import ImageError
from hub.markup import Renderer
from hub.markup.picture import TALLEST, WIDTHS, planned
from hub.model import Hub
from hub.model.picture import MOST_SIDE
from hub.publish import REQUIRED, publish
from hub.sources import Attachment
from tests import towns

RED, BLUE = (200, 30, 30), (30, 30, 200)
ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def _jpeg(width: int, height: int, *, orientation: int = 1, profile: bytes = b"") -> bytes:
    """A photo whose left half is red and right half blue, as a camera would write it."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    exif = image.getexif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Appareil de Claire"
    exif.get_ifd(PLACE).update({1: "N", 2: (48.0, 49.0, 0.0), 3: "E", 4: (2.0, 17.0, 0.0)})
    written = io.BytesIO()
    image.save(written, "JPEG", exif=exif, icc_profile=profile, quality=95)
    return written.getvalue()


def _hub(folder: Path, name: str, data: bytes, words: str = "Une graine") -> Hub:
    said = towns.edited("content/guides/semer.md", "De la terre.", f"![{words}](image:{name})")
    return towns.hub_of(folder, {f"content/images/{name}": data, **said})


def _made(folder: Path, name: str, data: bytes) -> dict[str, bytes]:
    return dict(making.files(_hub(folder, name, data).images.values(), folder / "nothing"))


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_large_photo_is_made_in_every_width_and_two_formats_and_two_for_all(tmp_path: Path) -> None:
    files = _made(tmp_path, "graine.jpg", _jpeg(2000, 1000))
    names = {re.sub("-[0-9a-f]{12}-", "-", path) for path in files}
    sized = {f"images/graine-{width}.{end}" for width in WIDTHS for end in ("avif", "webp")}
    assert names == {*sized, "images/graine-240.jpg", "images/graine-960.jpg"}
    for path, data in files.items():
        image = _opened(data)
        assert f"-{image.width}." in path
        assert image.height == image.width // 2


def test_a_small_image_is_never_made_larger(tmp_path: Path) -> None:
    sizes = {_opened(data).size for data in _made(tmp_path, "graine.jpg", _jpeg(300, 200)).values()}
    assert sizes == {(240, 160), (300, 200)}


def test_nothing_is_kept_of_the_place_the_date_or_the_camera(tmp_path: Path) -> None:
    source = _jpeg(600, 400)
    assert b"Claire" in source
    for path, data in _made(tmp_path, "graine.jpg", source).items():
        assert dict(_opened(data).getexif()) == {}, path
        assert b"Claire" not in data, path
        assert b"Exif" not in data, path


def test_a_photo_taken_upright_is_shown_upright(tmp_path: Path) -> None:
    """Orientation 6: the camera was held on its side, and the first row of pixels is the right-hand one."""
    hub = _hub(tmp_path, "graine.jpg", _jpeg(600, 400, orientation=6))
    plan = planned(hub.images["graine.jpg"])
    assert (plan.width, plan.height) == (400, 600)
    for path, data in making.files(hub.images.values(), tmp_path / "nothing"):
        image = _opened(data).convert("RGB")
        red, _, blue = image.getpixel((200, 50))  # type: ignore[misc]
        assert (image.width < image.height, red > blue) == (True, True), path


def test_the_colours_of_a_wide_profile_become_those_of_every_screen(tmp_path: Path) -> None:
    """Under a profile in which red and blue are exchanged, what is stored as red is seen as blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    swapped = bytearray(profile)
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    for data in _made(tmp_path, "graine.jpg", _jpeg(600, 400, profile=bytes(swapped))).values():
        seen = _opened(data).convert("RGB").getpixel((10, 10))
        assert seen[2] > seen[0]  # type: ignore[index]


def test_a_transparent_image_stays_transparent(tmp_path: Path) -> None:
    written = io.BytesIO()
    Image.new("RGBA", (600, 400), (0, 0, 0, 0)).save(written, "PNG")
    files = _made(tmp_path, "graine.png", written.getvalue())
    assert {path.rpartition(".")[2] for path in files} == {"avif", "webp", "png"}
    for path, data in files.items():
        assert _opened(data).convert("RGBA").getpixel((5, 5))[3] == 0, path  # type: ignore[index]


def test_a_text_shows_the_image_with_its_place_kept(tmp_path: Path) -> None:
    html = Renderer(_hub(tmp_path, "graine.jpg", _jpeg(2000, 1000), "Une « graine » & sa terre")).render(
        "![Une « graine » & sa terre](image:graine.jpg)"
    )
    assert re.fullmatch(
        r'<p><picture><source type="image/avif" srcset="/images/graine-\w+-240.avif 240w, [^"]*"'
        r' sizes="[^"]+"><source type="image/webp" [^>]*>'
        r'<img src="/images/graine-\w+-960.jpg" alt="Une « graine » &amp; sa terre"'
        r' width="2000" height="1000" loading="lazy" decoding="async"></picture></p>',
        html.html,
    )


def test_an_image_with_a_title_is_a_figure_with_a_caption(tmp_path: Path) -> None:
    hub = _hub(tmp_path, "graine.jpg", _jpeg(100, 100))
    html = Renderer(hub).render('![Une graine](image:graine.jpg "Vue de <près>")').html
    assert html.startswith("<figure><picture>")
    assert html.endswith("<figcaption>Vue de &lt;près&gt;</figcaption></figure>")


def test_images_are_made_once_and_are_the_same_bytes_in_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = _hub(tmp_path / "sources", "graine.jpg", _jpeg(700, 500))
    for name in ("site", "autre"):
        build(hub, towns.TODAY, tmp_path / name)
    first = {file.name: file.read_bytes() for file in (tmp_path / "site" / "images").iterdir()}
    assert first == {file.name: file.read_bytes() for file in (tmp_path / "autre" / "images").iterdir()}
    monkeypatch.setattr(making, "_decoded", lambda image, plan: pytest.fail("made again"))
    build(hub, towns.TODAY, tmp_path / "site")
    assert first == {file.name: file.read_bytes() for file in (tmp_path / "site" / "images").iterdir()}


def test_an_image_that_changed_has_other_addresses(tmp_path: Path) -> None:
    one = _made(tmp_path / "a", "graine.jpg", _jpeg(300, 200))
    other = _made(tmp_path / "b", "graine.jpg", _jpeg(300, 201))
    assert not set(one) & set(other)


def test_a_file_that_nothing_names_is_not_published(tmp_path: Path) -> None:
    build(towns.hub_of(tmp_path / "sources", {SEED: PNG}), towns.TODAY, tmp_path / "site")
    assert not (tmp_path / "site" / "images").exists()


def test_feeds_get_one_image_at_an_absolute_address(tmp_path: Path) -> None:
    files = towns.edited("content/actualites/pluie.md", "Enfin.", SHOWN)
    build(towns.hub_of(tmp_path / "sources", {SEED: PNG, **files}), towns.TODAY, tmp_path / "site")
    feed = (tmp_path / "site" / "actualites" / "rss.xml").read_text(encoding="utf-8")
    (address,) = re.findall(r'<img src="https://mini.example/(images/[^"]+)"', feed)
    assert (tmp_path / "site" / address).is_file()
    assert "srcset" not in feed
    assert "<picture" not in feed


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "GIF"])
@pytest.mark.parametrize("kept", [0, 1, 11, 40, 200, 0.5, -1])
def test_an_image_cut_anywhere_is_a_problem_or_a_sentence(tmp_path: Path, kind: str, kept: float) -> None:
    """Never a traceback: a rule sees it, or the build says which image."""
    written = io.BytesIO()
    Image.effect_noise((64, 64), 80).convert("RGB").save(written, kind)
    whole = written.getvalue()
    name = f"a.{'jpg' if kind == 'JPEG' else kind.lower()}"
    cut = whole[: int(len(whole) * kept) if isinstance(kept, float) else kept]
    said = towns.edited("content/guides/semer.md", "De la terre.", f"![Une graine](image:{name})")
    found = towns.inspected(tmp_path, {f"content/images/{name}": cut, **said})
    errors = {problem.code for problem in found.problems if problem.severity is Severity.ERROR}
    assert errors <= {"D004"}
    if not errors:
        _decodes_or_says_why(found.hub.images[name])


@pytest.mark.parametrize("at", range(8, 400, 23))
def test_an_image_damaged_anywhere_is_a_problem_or_a_sentence(tmp_path: Path, at: int) -> None:
    data = bytearray(_jpeg(64, 64))
    data[at : at + 5] = b"\xff\x00\xff\xd8\x00"
    said = towns.edited("content/guides/semer.md", "De la terre.", SHOWN.replace("png", "jpg"))
    found = towns.inspected(tmp_path, {"content/images/graine.jpg": bytes(data), **said})
    if found.sound:
        _decodes_or_says_why(found.hub.images["graine.jpg"])


def _decodes_or_says_why(image: Attachment) -> None:
    try:
        list(making.files([image], Path("/nonexistent")))
    except ImageError as error:
        assert str(error).startswith(f"L'image « {image.path} » ne peut pas être lue")


def _checked(folder: Path, name: str, data: bytes) -> tuple[list[str], Hub]:
    said = towns.edited("content/guides/semer.md", "De la terre.", f"![Une graine](image:{name})")
    found = towns.inspected(folder, {f"content/images/{name}": data, **said})
    return [problem.code for problem in found.problems], found.hub


def test_a_photo_with_a_map_of_its_light_is_its_first_picture(tmp_path: Path) -> None:
    """CIPA DC-007 (MPF): today's telephones write a second picture in the same JPEG."""
    written = io.BytesIO()
    map_of_light = Image.new("RGB", (150, 100), BLUE)
    Image.new("RGB", (300, 200), RED).save(written, "MPO", save_all=True, append_images=[map_of_light])
    codes, hub = _checked(tmp_path, "graine.jpg", written.getvalue())
    assert codes == []
    for data in dict(making.files(hub.images.values(), tmp_path / "nothing")).values():
        red, _, blue = _opened(data).convert("RGB").getpixel((150, 100))  # type: ignore[misc]
        assert (_opened(data).size in ((240, 160), (300, 200)), red > blue) == (True, True)


FILM = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 400
"""What a « motion photo » has behind its picture, longer than where an end is looked for first."""


def test_a_photo_with_a_film_behind_it_is_its_picture_and_the_film_is_not_published(tmp_path: Path) -> None:
    codes, hub = _checked(tmp_path, "graine.jpg", _jpeg(300, 200) + FILM.replace(b"\xff\xd9", b""))
    assert codes == []
    for data in dict(making.files(hub.images.values(), tmp_path / "nothing")).values():
        assert b"ftypmp42" not in data


def test_a_photo_cut_before_its_end_is_damaged_whatever_follows(tmp_path: Path) -> None:
    codes, _ = _checked(tmp_path, "graine.jpg", _jpeg(300, 200)[:-2] + b"\0" * 100_000)
    assert codes == ["D004"]


@pytest.mark.parametrize("grey", [0, 64, 128, 255])
def test_grey_of_sixteen_bits_keeps_its_shade(tmp_path: Path, grey: int) -> None:
    written = io.BytesIO()
    Image.new("I;16", (64, 64), grey * 256).save(written, "PNG")
    for data in _made(tmp_path, "graine.png", written.getvalue()).values():
        assert _opened(data).convert("L").getpixel((32, 32)) == pytest.approx(grey, abs=3)


TALL = ("RGB", 800, 17_000), ("RGBA", 1, 20_000), ("L", 20_000, 1), ("P", 1500, 12_000)


@pytest.mark.parametrize(("mode", "width", "height"), TALL)
def test_a_long_screenshot_is_published_in_the_formats_that_bear_it(
    tmp_path: Path, mode: str, width: int, height: int
) -> None:
    written = io.BytesIO()
    Image.new(mode, (width, height)).save(written, "PNG")
    codes, hub = _checked(tmp_path, "graine.png", written.getvalue())
    assert codes == []
    made = dict(making.files(hub.images.values(), tmp_path / "nothing"))
    assert made
    for path, data in made.items():
        image = _opened(data)
        assert image.height <= TALLEST.get(f"image/{path.rpartition('.')[2]}", MOST_SIDE), path
        assert image.height == max(1, round(height * image.width / width))
    html = Renderer(hub).render("![Une graine](image:graine.png)").html
    assert 'srcset=""' not in html


@pytest.mark.parametrize(("width", "height"), [(1, 20_001), (20_001, 1)])
def test_an_image_longer_than_any_screen_is_refused_before_it_is_made(
    tmp_path: Path, width: int, height: int
) -> None:
    written = io.BytesIO()
    Image.new("L", (width, height)).save(written, "PNG")
    assert _checked(tmp_path, "graine.png", written.getvalue())[0] == ["D007"]


@pytest.mark.parametrize("value", [math.inf, math.nan, 6.0, -1.0])
def test_an_orientation_that_is_no_whole_number_is_upright(tmp_path: Path, value: float) -> None:
    """TIFF 6.0, type 12 (DOUBLE)."""
    exif = b"Exif\0\0" + struct.pack("<2sHIHHHIIId", b"II", 42, 8, 1, ORIENTATION, 12, 1, 26, 0, value)
    written = io.BytesIO()
    Image.new("RGB", (60, 40), RED).save(written, "JPEG", exif=exif)
    codes, hub = _checked(tmp_path, "graine.jpg", written.getvalue())
    assert codes == []
    assert {_opened(data).size for _, data in making.files(hub.images.values(), tmp_path)} == {(60, 40)}


@pytest.mark.parametrize("raised", [OverflowError("inf"), struct.error("x"), MemoryError(), RecursionError()])
def test_whatever_decoding_raises_the_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: Exception
) -> None:
    def broken(*_: object) -> Image.Image:
        raise raised

    hub = _hub(tmp_path, "graine.jpg", _jpeg(60, 40))
    monkeypatch.setattr(making, "_decoded", broken)
    with pytest.raises(ImageError, match=r"« content/images/graine\.jpg »"):
        list(making.files(hub.images.values(), tmp_path))


@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: data[:-9] + bytes(9), lambda _: b""])
def test_a_published_image_that_is_spoilt_is_made_again(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    hub = _hub(tmp_path / "sources", "graine.jpg", _jpeg(300, 200))
    made = dict(making.files(hub.images.values(), tmp_path / "nothing"))
    files = [*((path, b"un") for path in REQUIRED), *made.items()]
    publish(files, tmp_path / "site")
    victim = tmp_path / "site" / next(iter(made))
    victim.write_bytes(spoil(victim.read_bytes()))
    assert dict(making.files(hub.images.values(), tmp_path / "site")) == made


MEASURED = """
import re, sys
from pathlib import Path
from hub.images import making
from tests import towns
names = sys.argv[3:]
files = {f"content/images/{name}": Path(sys.argv[2], name).read_bytes() for name in names}
said = "".join(f"![x](image:{name})" for name in names)
hub = towns.hub_of(Path(sys.argv[1]), files | towns.edited("content/guides/semer.md", "De la terre.", said))
list(making.files(hub.images.values(), Path("/nonexistent")))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def test_two_images_of_sixty_million_points_are_made_within_500_megabytes(tmp_path: Path) -> None:
    for name, mode in (("a.png", "RGBA"), ("b.gif", "P")):
        Image.new(mode, (7_740, 7_740)).save(tmp_path / name)
    command = [sys.executable, "-c", MEASURED, tmp_path / "ville", tmp_path, "a.png", "b.gif"]
    done = subprocess.run(command, cwd=towns.ROOT, capture_output=True, text=True, check=True, timeout=120)
    assert int(done.stdout) < 500


@pytest.mark.parametrize(("width", "density", "taken"), [(360, 1, 480), (360, 2, 960), (1280, 1, 960)])
def test_a_browser_takes_the_lightest_file_that_will_do(
    browser: Browser, example_url: str, width: int, density: int, taken: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=density)
    page = context.new_page()
    page.goto(f"{example_url}/actualites/forum-2026-bilan/")
    image = page.locator(".texte img")
    image.scroll_into_view_if_needed()
    image.evaluate("one => one.decode()")
    assert page.evaluate("document.querySelector('.texte img').currentSrc").endswith(f"-{taken}.avif")
    shown = image.evaluate("one => [one.width / one.height, one.naturalWidth > 0]")
    assert shown == [pytest.approx(16 / 9, abs=0.01), True]
    context.close()
