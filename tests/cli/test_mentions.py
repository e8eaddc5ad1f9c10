"""`labelcheck mentions`: every mention, labelled or not."""

from __future__ import annotations

import json

from labelcheck.cli.console import CLEAN, COULD_NOT

from .newsroom import UNLABELLED, Newsroom

ARTICLE = """\
The Lantern Society moved. Lantern Society* stayed.

“Beacon” fell silent. The Lantern Society (closed) left.

* Lantern Society is closed.
"""


def test_a_list_for_people(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", ARTICLE)
    outcome = newsroom.run("mentions", "a.txt")
    assert outcome.out == (
        "a.txt:1:5: Lantern Society = Lantern Society (closed): not labelled\n"
        "a.txt:1:28: Lantern Society = Lantern Society (closed): labelled, mark * states closed\n"
        "a.txt:3:2: Beacon = Lantern Society (closed): not labelled\n"
        "a.txt:3:27: Lantern Society = Lantern Society (closed): labelled, phrase (closed) states closed\n"
    )
    assert (outcome.code, outcome.err) == (CLEAN, "")


def test_an_uncertain_mention_with_its_evidence(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", "They say that “Beacon” came.\n")
    outcome = newsroom.run("mentions", "a.txt", "--explain")
    assert outcome.out == (
        "a.txt:1:16: Beacon = Lantern Society (closed): not labelled [uncertain] [a capital letter, but no cue]\n"
    )


def test_objects_for_programs(newsroom: Newsroom) -> None:
    newsroom.write("a.txt", ARTICLE)
    outcome = newsroom.run("mentions", "a.txt", "--format", "jsonl")
    objects = [json.loads(line) for line in outcome.out.splitlines()]
    assert objects[1] == {
        "path": "a.txt",
        "offset": 27,
        "end_offset": 42,
        "line": 1,
        "column": 28,
        "text": "Lantern Society",
        "entity": {"id": "lantern", "name": "Lantern Society", "designations": ["closed"]},
        "labelled": True,
        "label": {"kind": "mark", "text": "*", "states": ["closed"]},
        "certainty": "sure",
    }
    assert [item["labelled"] for item in objects] == [False, True, False, True]
    assert [item["label"] and item["label"]["kind"] for item in objects] == [None, "mark", None, "phrase"]
    assert all(ARTICLE[item["offset"] : item["end_offset"]] == item["text"] for item in objects)


def test_evidence_for_programs(newsroom: Newsroom) -> None:
    outcome = newsroom.run("mentions", "-", "--format", "jsonl", "--explain", stdin="“Beacon” came.\n")
    assert json.loads(outcome.out)["evidence"] == ["a capital letter, but no cue"]


def test_before_the_designation(newsroom: Newsroom) -> None:
    outcome = newsroom.run("mentions", "-", "--as-of", "2024-12-31", stdin=UNLABELLED)
    assert outcome.out == "<stdin>:1:5: Lantern Society = Lantern Society (no designation in force): not labelled\n"


def test_a_file_that_cannot_be_read_does_not_stop_the_list(newsroom: Newsroom) -> None:
    newsroom.write("a.txt")
    newsroom.write("b.txt", b"\xff\xfe\xff")
    outcome = newsroom.run("mentions", "a.txt", "b.txt", "missing.txt")
    assert outcome.code == COULD_NOT
    assert outcome.out.startswith("a.txt:1:5:")
    assert "b.txt: " in outcome.err
    assert "missing.txt: no such file or folder" in outcome.err
