"""``labelcheck registry import``: what it prints, writes and refuses."""

from __future__ import annotations

from pathlib import Path

from .newsroom import Newsroom

SAMPLES = Path(__file__).parents[1] / "curate" / "official" / "samples"
HARBOUR = (Path(__file__).parents[1] / "curate" / "harbour.yaml").read_text(encoding="utf-8")
REGISTER = str(SAMPLES / "register.csv")


def test_the_summary_says_what_changed_and_where(newsroom: Newsroom) -> None:
    registry = newsroom.write("harbour.yaml", HARBOUR)
    outcome = newsroom.run("registry", "import", REGISTER, "--into", "harbour.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    assert (
        outcome.out
        == """\
harbour.yaml: 2 new, 1 removed; data as of 2026-09-25, before 2026-01-01
  new     harbour.yaml:42 № 3 harbour-light-society: Harbour Light Society («Общество портового света», HLS), Портландия
  new     harbour.yaml:67 № 7 mayak: Фонд «Маяк»
  removed harbour.yaml:33 № 2 buoy: since 2026-03-01
  note    people left out: 2; --persons adds them
"""
    )
    text = registry.read_text(encoding="utf-8")
    assert "    domains: [harbour-light.example]\n" in text
    assert (
        newsroom.run("registry", "import", REGISTER, "--into", "harbour.yaml").out
        == """\
harbour.yaml: no change; data as of 2026-09-25
  note    people left out: 2; --persons adds them
"""
    )
    assert registry.read_text(encoding="utf-8") == text


def test_what_was_imported_is_to_be_reviewed(newsroom: Newsroom) -> None:
    newsroom.write("harbour.yaml", HARBOUR)
    newsroom.run("registry", "import", REGISTER, "--into", "harbour.yaml", "--persons")
    outcome = newsroom.run("registry", "check", "--no-config", "--no-bundled-registries", "harbour.yaml")
    assert outcome.out.count("[needs-review]") == 4


def test_a_dry_run_shows_the_difference_and_writes_nothing(newsroom: Newsroom) -> None:
    registry = newsroom.write("harbour.yaml", HARBOUR)
    outcome = newsroom.run(
        "registry", "import", REGISTER, "--into", "harbour.yaml", "--as-of", "2026-09-26", "--dry-run"
    )
    assert outcome.code == 0
    assert outcome.out.startswith(
        "harbour.yaml: 2 new, 1 removed; data as of 2026-09-26, before 2026-01-01 (nothing was written)\n"
    )
    assert (
        """
--- harbour.yaml
+++ harbour.yaml
@@ -5,7 +5,7 @@
 jurisdiction: AQ
 authority: Harbour Office
 source: https://harbour.example/closed
-as_of: 2026-01-01   # the day of the last reading
+as_of: 2026-09-26   # the day of the last reading
 stale_after: 30
 designation: closed
 label:
@@ -35,8 +35,22 @@
     kind: organization
     number: "2"
     designated: 2025-01-15   # a Wednesday
+    removed: 2026-03-01
     names: [Буй-клуб]
     # Its founder left.
"""
        in outcome.out
    )
    assert registry.read_text(encoding="utf-8") == HARBOUR


def test_a_refused_source_changes_nothing(newsroom: Newsroom) -> None:
    registry = newsroom.write("harbour.yaml", HARBOUR)
    newsroom.write("error.html", "<html><head><title>502 Bad Gateway</title></head><body></body></html>")
    outcome = newsroom.run("registry", "import", "error.html", "--into", "harbour.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "labelcheck: error: error.html: no official list on this page, whose title is '502 Bad Gateway'; nothing was "
        "imported\n"
    )
    assert registry.read_text(encoding="utf-8") == HARBOUR


def test_a_target_is_needed(newsroom: Newsroom) -> None:
    assert newsroom.run("registry", "import", REGISTER).code == 2
    outcome = newsroom.run("registry", "import", REGISTER, "--into", "nothing.yaml")
    assert (outcome.code, outcome.err) == (
        2,
        "labelcheck: error: nothing.yaml: cannot be read: No such file or directory\n",
    )
