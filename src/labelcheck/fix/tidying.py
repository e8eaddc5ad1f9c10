"""Safe fixes of how a name and its mark are typed: the mark right behind the name, the name in one script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from labelcheck.article import Mark, Mention
from labelcheck.expressions import expression
from labelcheck.findings import Edit, Finding
from labelcheck.fix.changes import Change, Proposal
from labelcheck.fix.draft import Draft, Ways
from labelcheck.fix.places import behind_name
from labelcheck.fix.writing import with_tags
from labelcheck.lexicon.fold import fold, split_words, unmix

_SPACE = expression(r"(?:[^\S\r\n]|&nbsp;)+")


def move_marks(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """Each mark right behind its name, its quotation marks and the rest of its word.

    White space before it goes, unless that is a line break or markup stands in it.
    """
    marked = {draft.view.source_span(m.mark.start, m.mark.end)[1]: m for m in draft.article.mentions if m.mark}
    for finding in findings:
        mention = marked.get(finding.place.end_offset) if finding.place else None
        ways = _move(draft, mention, mention.mark) if mention and mention.mark else ()
        if ways:
            yield Proposal(finding, ways)


def retype_names(draft: Draft, findings: Sequence[Finding]) -> Iterator[Proposal]:
    """Each name with the letters that only look like those of its script replaced by those of its script."""
    for finding in findings:
        mention = draft.mention(finding)
        if mention:
            changes = tuple(
                draft.replace(at, at + 1, letter, letter) for at, letter in _odd_letters(draft.view.text, mention)
            )
            yield Proposal(finding, (changes,))


def _move(draft: Draft, mention: Mention, mark: Mark) -> Ways:
    text, source = draft.view.text, draft.view.source.text
    name_end = mark.start
    while text[name_end - 1].isspace():
        name_end -= 1
    space = (draft.replace(name_end, mark.start, "", ""),) if name_end < mark.start else ()
    if not all(_SPACE.fullmatch(source, gap.edit.offset, gap.edit.end_offset) for gap in space):
        return ()
    if not mark.inside_quotes and not mark.before_hyphen:
        return (space,)
    at = behind_name(text, mention, mark.end)
    if at is None:
        return ()
    start, end = with_tags(source, *draft.view.source_span(mark.start, mark.end))
    removal = Change(Edit(start, end, ""), mark.start, mark.end, "")
    shown = text[mark.start : mark.end]
    ways = dict.fromkeys((source[start:end], *draft.ways_to_mark(mark.symbol)))
    return tuple((*space, removal, draft.insert(at, way, shown)) for way in ways)


def _odd_letters(text: str, mention: Mention) -> Iterator[tuple[int, str]]:
    """The letters of a name that are of another script than their word, each with the one that it looks like."""
    at = mention.start
    for word in split_words(fold(text[mention.start : mention.end])):
        for offset, (typed, meant) in enumerate(zip(word, unmix(word), strict=True), at):
            if typed != meant:
                yield offset, meant.upper() if text[offset].isupper() else meant
        at += len(word)
