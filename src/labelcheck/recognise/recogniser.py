"""Puts the steps of recognition together: candidates, binding, footnotes, judging, links."""

from __future__ import annotations

from functools import cached_property

from labelcheck.article import Article
from labelcheck.lexicon import Lexicon
from labelcheck.lexicon.matcher import Words
from labelcheck.policy import Policy
from labelcheck.recognise.binding import bind, confirmed
from labelcheck.recognise.candidates import find_hits, resolve
from labelcheck.recognise.footnotes import find_footnotes, openings
from labelcheck.recognise.grammar import Grammar
from labelcheck.recognise.introductions import with_introductions
from labelcheck.recognise.judging import judge_all
from labelcheck.recognise.links import designated_links
from labelcheck.recognise.marks import find_symbols, used_symbols
from labelcheck.recognise.parentheses import labels_of_others, pair
from labelcheck.recognise.unknown import unknown_names
from labelcheck.source.view import TextView
from labelcheck.zones import Zones

TYPE_CHECKING = False
if TYPE_CHECKING:
    from labelcheck.steps import Steps


class Recogniser:
    """Recognises the mentions and labels of one lexicon. Holds nothing but compiled patterns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __reduce__(self) -> tuple[type[Recogniser], tuple[Lexicon]]:
        """Pickled (for worker processes) as its lexicon."""
        return Recogniser, (self.lexicon,)

    @cached_property
    def grammar(self) -> Grammar:
        """The patterns, compiled when a text first needs them."""
        return Grammar(self.lexicon)

    def recognise(self, view: TextView, policy: Policy) -> Steps[Article]:
        """Everything that rules may ask about one article, found out in steps.

        Raises :class:`~labelcheck.errors.RegistryError` when a pattern of a registry takes too long on it.
        """
        words = Words(view.text)
        text, folded = words.text, words.folded
        as_of = policy.judged_at(view.published)
        yield
        hits = find_hits(words, self.lexicon)
        yield
        symbols = find_symbols(text)
        opened = openings(view, symbols)
        pairs = pair(text)
        yield
        found = resolve(hits, words, self.lexicon, self.grammar) if hits else []
        if not found and not opened and not pairs:
            return Article(view, policy, as_of, links=tuple(designated_links(view.links, (), self.lexicon, as_of)))
        yield
        bound = with_introductions(bind(text, folded, found, pairs, self.grammar), view, folded, self.grammar)
        bound = confirmed(bound, self.lexicon)
        yield
        notes = find_footnotes(view, folded, opened, bound, self.lexicon, self.grammar)
        yield
        note_spans = [(note.start, note.end) for note in notes]
        label_spans = [(b.phrase.start, b.phrase.end) for b in bound if b.phrase and b.phrase.form != "sentence"]
        label_spans += labels_of_others(folded, [c.start for c in found], pairs, self.grammar)
        zones = {"footnote": Zones(note_spans), "label": Zones(label_spans)}
        mentions = judge_all(bound, notes, zones, view, folded, policy, self.lexicon, self.grammar)
        yield
        covered = Zones([(b.candidate.start, b.end) for b in bound] + note_spans + label_spans)
        stating = {note.symbol for note in notes if note.statement.states}
        used = used_symbols(text, symbols, {note.start for note in notes}) if notes else frozenset()
        return Article(
            view=view,
            policy=policy,
            as_of=as_of,
            mentions=mentions,
            footnotes=notes,
            used_symbols=used | {b.mark.symbol for b in bound if b.mark},
            links=tuple(designated_links(view.links, mentions, self.lexicon, as_of)),
            unknown_names=tuple(unknown_names(text, folded, symbols, stating, pairs, covered, self.grammar)),
        )
