

NOT_SAID = re.compile(
    r"\b(?:yaml|git|markdown|branches?|commits?|dépôts?|forges?|front matter|en-tête|pull request|fusionn\w+)\b", re.I
)
"""Words that a clerk has no use for: she proposes, somebody reviews, it is published."""


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_is_short_whatever_the_ways(gesture: Gesture) -> None:
    assert len(_lines(told(gesture, tuple(Way)))) <= LONGEST
    assert gesture.kind in {"", *BY_ATTRIBUTE}
    assert gesture.summary.endswith(".")


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_says_no_word_that_a_clerk_does_not_know(gesture: Gesture) -> None:
    said = "\n".join((gesture.title, gesture.summary, gesture.picture, told(gesture, tuple(Way))))
    assert NOT_SAID.findall(said) == []


@pytest.mark.parametrize("gesture", ALL, ids=lambda gesture: gesture.key)
def test_a_gesture_has_its_picture_of_the_right_size(gesture: Gesture) -> None:
    for address, shrunk in ((gesture.image, 1), (gesture.small, SMALL)):
        file = THEME / "overrides" / address.strip("/")
        assert file.stat().st_size <= HEAVIEST_PICTURE // shrunk
        with Image.open(file) as image:
            assert (image.format, image.size) == ("WEBP", (WIDTH // shrunk, HEIGHT // shrunk))


def test_no_picture_is_left_of_a_gesture_that_is_gone() -> None:
    made = {f"{PICTURES}{file.name}" for file in (THEME / "overrides" / PICTURES.strip("/")).iterdir()}
    assert made == {address for gesture in ALL for address in (gesture.image, gesture.small)}


def test_a_gesture_begins_by_the_easiest_way_and_tells_the_others_after() -> None:
    minutes = next(one for one in ALL if one.kind == "minutes")
    first, *_, last, _, by_editor, by_mail = _lines(told(minutes, tuple(Way)))
    assert first.startswith("1. Dans l’atelier, ")
    assert last == "7. En haut à droite, **« Enregistrer »** : c’est proposé."
    assert by_editor.startswith("**Sans l’atelier**, avec un compte : en bas de la page « Comptes rendus », ")
    assert by_mail.startswith("**Sans compte** : en bas de la page « Comptes rendus », ")


@pytest.mark.parametrize(
    ("ways", "first"),
    [
        ((Way.editor, Way.mail), "1. En bas de la page « Comptes rendus », **« Ajouter un compte rendu »**."),
        ((Way.mail,), "1. En bas de la page « Comptes rendus », **« Proposer un compte rendu par courriel »**."),
        ((), "1. Dites-le au service qui tient ce site : comment lui écrire est encore à confirmer."),
    ],
)
def test_a_site_without_workshop_says_how_one_writes_there(ways: tuple[Way, ...], first: str) -> None:
    minutes = next(one for one in ALL if one.kind == "minutes")
    text = told(minutes, ways)
    assert text.startswith(first)
    assert "atelier" not in text


@pytest.mark.parametrize(
    ("workshop", "ways"), [(True, tuple(Way)), (False, (Way.editor, Way.mail))], ids=["with", "without"]
)
def test_a_site_offers_its_workshop_where_it_has_one(workshop: bool, ways: tuple[Way, ...]) -> None:
    assert ways_of(inspect(EXAMPLE, TODAY).hub.site, workshop=workshop) == ways
