"""Our style sheets and scripts say the same without what is for whoever writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2

from hub.engine.tight import script, sheet, tight
from hub.places import THEME

OURS = THEME / "overrides" / "assets" / "hub"
SHEETS = sorted(OURS.rglob("*.css"))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* Why. */\na,\nb > c {\n  top: 0;\n  left: 0 /* so */ 1;\n}\n", "a,b > c{top:0;left:0 1}"),
        ("@media (min-width: 60em) {\n  a :hover {\n    top: calc(1rem + 2px);\n  }\n}\n",
         "@media (min-width: 60em){a :hover{top:calc(1rem + 2px)}}"),
        ('.suite::after {\n  content: " →";\n}\n', '.suite::after{content:" →"}'),
        ('@font-face {\n  font-family: "A";\n  src: b;\n}\n', '@font-face{font-family:"A";src:b}'),
        ("a { top: 0 !important }", "a{top:0!important}"),
    ],
)  # fmt: skip
def test_a_sheet_loses_its_remarks_and_its_spaces(written: str, sent: str) -> None:
    assert sheet(written) == sent


@pytest.mark.parametrize("file", SHEETS, ids=[file.name for file in SHEETS])
def test_ours_keep_each_of_their_rules(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert sheet(sheet(text)) == sheet(text)
    for sign in "{@":
        bare = "".join(
            one.serialize() for one in tinycss2.parse_component_value_list(text, skip_comments=True)
        )
        assert sheet(text).count(sign) == bare.count(sign)


def test_a_script_loses_the_lines_that_are_remarks_and_no_other() -> None:
    written = '/** What:\n *  this. */\n// Why.\nconst a = "// no"; // nor\n  // But.\nf(`/** ${a} */`);\n'
    assert script(written) == 'const a = "// no"; // nor\nf(`/** ${a} */`);\n'


def test_the_indentation_of_a_text_of_several_lines_stays() -> None:
    assert script("f(\n  a);\n") == "f(\na);\n"
    assert script("f(`\n  a`);\n") == "f(`\n  a`);\n"


def test_a_picture_is_sent_as_it_is() -> None:
    assert tight("a/b.png", b"\x89PNG") == b"\x89PNG"
