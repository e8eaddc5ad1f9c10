"""What the fixes of one article have in common: its mentions and labels, and how things are put in."""

from __future__ import annotations

from functools import cached_property

from labelcheck.article import Article, Mention
from labelcheck.expressions import expression
from labelcheck.findings import Edit, Finding
from labelcheck.fix.changes import Change
from labelcheck.fix.labels import Labels
from labelcheck.fix.places import FootnotePlace, place_of_footnotes
from labelcheck.fix.writing import footnote, raised_marks, ways_to_mark, written
from labelcheck.recognise import Recogniser
from labelcheck.recognise.marks import find_symbols, used_symbols
from labelcheck.source.model import Source
from labelcheck.source.view import ViewBuilder, shows_itself

Ways = tuple[tuple[Change, ...], ...]
"""What may mend a finding, the best way first; empty if nothing does."""

_WITH_TAGS = ("html", "md")
_NEWLINE = expression(r"\r\n?|\n")


class Draft:
    """One article that is being mended."""

    def __init__(self, article: Article, recogniser: Recogniser, format_name: str, html_marks: str) -> None:
        self.article = article
        self.view = article.view
        self.format_name = format_name
        self.html_marks = html_marks
        self.labels = Labels(article, recogniser, lambda mark: bool(self.ways_to_mark(mark)))
        self._footnotes: dict[tuple[str, str], Change | None] = {}

    def mention(self, finding: Finding) -> Mention | None:
        """The mention that a finding stands on."""
        place = finding.place
        return self._mentions.get((place.offset, place.end_offset)) if place else None

    def ways_to_mark(self, mark: str) -> tuple[str, ...]:
        """How the article can show a mark, the best way first; none if it cannot."""
        raised = self._raised(mark)
        return tuple(way for way in ways_to_mark(mark, self.format_name, raised=raised) if self._encodes(way))

    def insert(self, at: int, content: str, shown: str) -> Change:
        """Put something in behind what stands before ``at`` of the view, inside the markup that closes there."""
        offset = self.view.source_span(at - 1, at)[1]
        return Change(Edit(offset, offset, content), at, at, shown)

    def insert_words(self, at: int, words: str) -> Ways:
        """Put words in, in the same place."""
        if not self._encodes(words):
            return ()
        return ((self.insert(at, written(words, self.format_name), _shown(words)),),)

    def replace(self, start: int, end: int, content: str, shown: str) -> Change:
        """Put something in place of the view's ``text[start:end]``."""
        return Change(Edit(*self.view.source_span(start, end), content), start, end, shown)

    def replace_words(self, start: int, end: int, words: str) -> Ways:
        """Put words in place of the view's ``text[start:end]``."""
        if not self._encodes(words):
            return ()
        return ((self.replace(start, end, written(words, self.format_name), _shown(words)),),)

    def add_footnote(self, mark: str, words: str) -> Change | None:
        """Add a footnote where footnotes go; None if the article cannot show it."""
        if (mark, words) not in self._footnotes:
            self._footnotes[mark, words] = self._new_footnote(mark, words)
        return self._footnotes[mark, words]

    def _new_footnote(self, mark: str, words: str) -> Change | None:
        ways = self.ways_to_mark(mark)
        content = footnote(ways[0], words, self.format_name) if ways else ""
        if not content or not self._encodes(content):
            return None
        place = self._place
        newlines = self._newline * (2 if place.apart and self.format_name != "html" else 1)
        shown = ("\n\n" if place.apart else "\n") + f"{mark} {_shown(words)}"
        return Change(Edit(place.offset, place.offset, newlines + content), place.at, place.at, shown)

    @cached_property
    def marks_of_others(self) -> frozenset[str]:
        """Marks that stand at words which are no mentions, so that their footnotes are about something else, too."""
        text = self.view.text
        known = {mention.mark.start for mention in self.article.mentions if mention.mark}
        known |= {note.start for note in self.article.footnotes}
        return used_symbols(text, find_symbols(text), known)

    @cached_property
    def _mentions(self) -> dict[tuple[int, int], Mention]:
        return {self.view.source_span(mention.start, mention.end): mention for mention in self.article.mentions}

    @cached_property
    def _place(self) -> FootnotePlace:
        return place_of_footnotes(self.article, self.format_name)

    @cached_property
    def _newline(self) -> str:
        """The newline that the article has first."""
        found = _NEWLINE.search(self.view.source.text)
        return found[0] if found else "\n"

    @cached_property
    def _raised_marks(self) -> frozenset[str]:
        return raised_marks(self.view.source.text)

    def _raised(self, mark: str) -> bool:
        """Whether tags are to raise a mark: as the article does, or as the configuration says."""
        if self.format_name == "html" and self.html_marks == "sup":
            return True
        return self.format_name in _WITH_TAGS and mark in self._raised_marks

    def _encodes(self, text: str) -> bool:
        try:
            text.encode(self.view.source.encoding)
        except UnicodeEncodeError:
            return False
        return True


def _shown(words: str) -> str:
    """Words as a view shows them."""
    if shows_itself(words):
        return words
    builder = ViewBuilder(Source("", words))
    builder.copy(0, len(words))
    return builder.build().text
