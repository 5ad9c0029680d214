"""What the bench says of the figures of a browser."""

from __future__ import annotations

from typing import Any

from bench import lighthouse, report, weights


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
    assert report.weight("/", (44_220, 150_000), None).split() == ["/", "44.2", "kB", "≤", "150", "kB"]
    assert report.weight("/a/", (1_000, 120_000), (900, 25_000)).endswith("0.9 kB  ≤ 25 kB")
