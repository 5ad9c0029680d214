"""What the bench says of the figures of a browser."""

from __future__ import annotations

from typing import Any

import pytest

from bench import hostile, lighthouse, report, weights
from bench.ecoindex import Asked


def _audit(name: str, score: float | None, **more: str) -> dict[str, Any]:
    return {"id": name, "score": score, "scoreDisplayMode": "numeric", **more}


def _said(performance: float, *audits: dict[str, Any], seo: float | None = 1) -> dict[str, Any]:
    """A report of Lighthouse: these audits are of performance."""
    references = [{"id": audit["id"]} for audit in audits]
    return {
        "audits": {audit["id"]: audit for audit in audits},
        "categories": {
            "performance": {"score": performance, "auditRefs": references},
            "seo": {"score": seo, "auditRefs": []},
        },
    }


def test_an_audit_that_failed_is_told_with_what_it_measured() -> None:
    failed = _audit("cumulative-layout-shift", 0.38, displayValue="0.306")
    broken = _audit("speed-index", None) | {"scoreDisplayMode": "error"}
    found = lighthouse.read(_said(0.84, failed, _audit("seen", 1), _audit("for-information", None), broken))
    assert found.scores == {"performance": 84, "seo": 100}
    assert found.failed == {"performance": ("cumulative-layout-shift (0.306)", "speed-index"), "seo": ()}


def test_a_category_that_could_not_be_measured_has_nothing() -> None:
    assert lighthouse.read(_said(1, seo=None)).scores["seo"] == 0


def test_the_run_whose_performance_is_the_median_speaks_for_the_others() -> None:
    slow = _audit("total-blocking-time", 0.5, displayValue="540 ms")
    runs = [lighthouse.read(_said(score, slow)) for score in (0.86, 1, 0.97)]
    row, why = report.scores("/associations/", runs, {"performance": 98, "seo": 100})
    assert row.split() == ["/associations/", "97", "(86–100)", "100"]
    assert why == "  performance: total-blocking-time (540 ms)"
    assert len(list(report.scores("/", runs, {"performance": 97, "seo": 100}))) == 1


def test_what_was_sent_is_counted_by_sort() -> None:
    sent = {
        "/agenda/": 5_000,
        "/assets/stylesheets/main.57a0d79d.min.css": 23_600,
        "/assets/hub/0123456789ab/hub.css": 6_000,
        "/assets/hub/0123456789ab/imprime.css": 2_000,
        "/assets/hub/0123456789ab/hub.js": 1_800,
        "/images/fete-480.avif": 9_000,
        "/favicon.ico": 1_000,
    }
    assert report.shares("/agenda/", weights.parts(sent)) == (
        "/agenda/: Material's style sheet 23.6 kB, images 10.0 kB, our style sheets 8.0 kB, "
        "the page itself 5.0 kB, scripts 1.8 kB"
    )


def test_a_weight_stands_beside_its_target() -> None:
    page = Asked(200, 10, 44_220)
    row = report.weight("/", (44_220, 150_000), None, page).split()
    assert row == ["/", "44.2", "kB", "≤", "150", "kB", "200", "10", "87", "A"]
    assert "0.9 kB  ≤ 25 kB" in report.weight("/a/", (1_000, 120_000), (900, 25_000), page)


@pytest.mark.parametrize(
    ("asked", "grade"),
    [
        ((300, 40, 100_000), "B"),
        ((0, 0, 0), "A"),
        ((2_410, 78, 8_000_000), "F"),
        ((600_000, 4_000, 10**9), "G"),
    ],
)
def test_the_grade_of_a_page_is_that_of_its_rank_among_others(
    asked: tuple[int, int, int], grade: str
) -> None:
    assert Asked(*asked).grade == grade


def test_what_grows_more_than_its_text_is_excessive_once_anybody_notices() -> None:
    costs = [hostile.Cost(small, large, "x") for small, large in ((0.01, 0.11), (0.01, 0.13), (0.001, 0.04))]
    assert [cost.excessive for cost in costs] == [False, True, False]


def test_the_worst_texts_have_the_size_that_is_asked_for_and_are_the_same_ones() -> None:
    small, large = (list(hostile.texts(size)) for size in (1_000, 2_000))
    assert [name for name, _ in small] == [name for name, _ in large]
    for size, made in ((1_000, small), (2_000, large)):
        assert all(0.9 * size <= len(text) <= size for _, text in made)


def test_a_step_that_takes_the_square_of_its_text_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hostile, "SIZES", (200, 2_000))
    monkeypatch.setattr(hostile, "TOKENS", ("a", "b"))
    monkeypatch.setattr(hostile, "PAIRS", ())
    slow = hostile.Step("slow", str, lambda text: [None for _ in range(4 * text.count("b") ** 2)])
    cost = hostile.worst(slow)
    assert cost.excessive
    assert cost.text.startswith("'b'")
