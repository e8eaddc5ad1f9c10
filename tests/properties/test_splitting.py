"""Articles that share no name, mark or footnote have the same findings in one file as in a folder of files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from labelcheck.policy import Policy
from labelcheck.records import replace

from .articles import VOCABULARIES, articles, check, formats, policies, told
from .writing import Article, Block, Piece, goes_on, written

PARTS = st.tuples(*(articles(words, sizes=(1, 3)) for words in VOCABULARIES)).flatmap(st.permutations)


END = Block("paragraph", ((Piece("Ветра не было."),),))


def alone(article: Article) -> Article:
    """Without directives for a whole file and what waits for a block to come: directives, lists of names."""
    kept = tuple(
        block
        for block in article
        if block.kind != "directive" and not any("ignore-file" in piece.text for line in block.lines for piece in line)
    )
    return (*kept, END) if kept and goes_on(kept[-1]) else kept


@given(PARTS, formats, policies)
def test_a_file_is_the_folder_it_is_split_into(parts: list[Article], format_name: str, policy: Policy) -> None:
    if policy.mentions == "first":  # asks for a label in each of the files
        policy = replace(policy, mentions="every")
    texts = [written(alone(part), format_name) for part in parts]
    separate, before = [], 0
    for text in texts:
        for finding in check(text, format_name, policy).findings:
            assert finding.place is not None
            separate.append((finding.place.offset + before, told(finding)))
        before += len(text) + 1
    joined = check("\n".join(texts), format_name, policy).findings
    assert [(finding.place and finding.place.offset, told(finding)) for finding in joined] == separate
