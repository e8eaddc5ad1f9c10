"""Which mark a mention gets, and what its label says: what the document has, else what the registries word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import chain

from labelcheck.article import Article, Footnote, Mention
from labelcheck.expressions import expression
from labelcheck.fix.languages import languages_of
from labelcheck.lexicon.fold import fold
from labelcheck.lexicon.lexicon import LabelRow
from labelcheck.recognise import Recogniser
from labelcheck.recognise.footnotes import openings
from labelcheck.recognise.marks import find_symbols, used_symbols

_REPEATABLE = "*†‡"
_MOST_SIGNS = 4
_LAST_RESORT = ("†", "††", "‡", "‡‡")
_JOINT = "; "
_WORD = expression(r"[^\W_]+(?:-[^\W_]+)*")


class Labels:
    """The marks and wordings of one article. Footnotes with the same words get the same mark."""

    def __init__(self, article: Article, recogniser: Recogniser, can_write: Callable[[str], bool]) -> None:
        """``can_write`` says of a mark whether the article's format and encoding have it."""
        self._article = article
        self._grammar = recogniser.grammar
        self._lexicon = recogniser.lexicon
        self._can_write = can_write
        self._marks: dict[str, str] = {}
        self._serving: dict[str, str | None] = {}
        self._rows: dict[tuple[str, frozenset[str]], list[LabelRow]] = {}

    def footnote(self, mention: Mention, slugs: frozenset[str]) -> str | None:
        """The words of a footnote that states these designations of the entity; None if a registry has none."""
        words = self._words(mention, slugs, lambda label: label.footnote)
        return _JOINT.join(words) or None

    def phrase(self, mention: Mention, slugs: frozenset[str]) -> str | None:
        """The same as a label in words, without the parentheses that it stands in."""
        words = self._words(mention, slugs, lambda label: label.phrase)
        return _JOINT.join(phrase.removeprefix("(").removesuffix(")") for phrase in words) or None

    def mark_of_document(self, mention: Mention) -> str | None:
        """A mark whose footnotes state all that is due and nothing untrue; one that registries prefer goes first."""
        if mention.entity.id not in self._serving:
            preferred = (mark for label in self._labels(mention, mention.due) for mark in label.marks)
            choice = chain((mark for mark in preferred if mark in self._notes), self._notes)
            serving = (mark for mark in choice if self._serves(mark, mention) and self._can_write(mark))
            self._serving[mention.entity.id] = next(serving, None)
        return self._serving[mention.entity.id]

    def define(self, mark: str, words: str) -> None:
        """Have the mark stand for a footnote with these words."""
        self._marks.setdefault(words, mark)

    def mark(self, mention: Mention, words: str) -> str | None:
        """The mark of a footnote with these words, a free one if it has none yet; None if all are taken."""
        if words not in self._marks:
            taken = self._taken | set(self._marks.values())
            free = (mark for mark in self._choice(mention) if mark not in taken and self._can_write(mark))
            mark = next(free, None)
            if mark is None:
                return None
            self._marks[words] = mark
        return self._marks[words]

    def _labels(self, mention: Mention, slugs: frozenset[str]) -> list[LabelRow]:
        """The label policy for each designation: of the last registry, a newsroom's own, by which the entity has it."""
        key = mention.entity.id, slugs
        if key not in self._rows:
            self._rows[key] = self._find_labels(mention, slugs)
        return self._rows[key]

    def _find_labels(self, mention: Mention, slugs: frozenset[str]) -> list[LabelRow]:
        stays = mention.entity.designations
        listing = {stay.registry for stay in stays if stay.required and stay.in_force(self._article.as_of)}
        found: dict[str, LabelRow] = {}
        for registry, label in zip(self._lexicon.registries, self._lexicon.labels, strict=True):
            if registry.id in listing and label.designation in slugs:
                found[label.designation] = label
        return list(found.values())

    def _words(
        self, mention: Mention, slugs: frozenset[str], wordings: Callable[[LabelRow], Mapping[str, str]]
    ) -> list[str]:
        """The wordings for the designations, each once; none if one of them has none."""
        by_label = [wordings(label) for label in self._labels(mention, slugs)]
        if not all(by_label):
            return []
        return list(dict.fromkeys(next(words[code] for code in self._languages if code in words) for words in by_label))

    def _choice(self, mention: Mention) -> list[str]:
        """The marks to choose from: those of the registries, more of the same sign, daggers."""
        preferred = [mark for label in self._labels(mention, mention.due) for mark in label.marks]
        signs = [mark[0] for mark in preferred if mark[0] in _REPEATABLE][:1]
        return [*preferred, *(sign * count for sign in signs for count in range(1, _MOST_SIGNS + 1)), *_LAST_RESORT]

    @cached_property
    def _languages(self) -> list[str]:
        return languages_of(self._article, self._lexicon)

    @cached_property
    def _taken(self) -> frozenset[str]:
        """Marks that stand for something in the document, or would seem to."""
        view = self._article.view
        symbols = find_symbols(view.text)
        opened = openings(view, symbols)
        taken = {opening.symbol for opening in opened if opening.form != "bullet"}
        bullets = [opening for opening in opened if opening.symbol not in taken]
        if bullets:
            folded = fold(view.text)
            taken |= {b.symbol for b in bullets if self._grammar.states(folded[b.start : b.end])}
        return used_symbols(view.text, symbols, ()) | taken

    @cached_property
    def _notes(self) -> dict[str, list[Footnote]]:
        """The footnotes of the document by their marks; those that seem to name a stranger say nothing of others."""
        notes: dict[str, list[Footnote]] = {}
        for note in self._article.footnotes:
            notes.setdefault(note.symbol, []).append(note)
        return {mark: own for mark, own in notes.items() if not any(map(self._names_a_stranger, own))}

    def _serves(self, mark: str, mention: Mention) -> bool:
        """Whether a mark of the document labels the mention rightly."""
        said = [note.statement for note in self._notes[mark] if not note.names or mention.entity.id in note.names]
        states = frozenset[str]().union(*(statement.states for statement in said))
        weak = frozenset[str]().union(*(statement.weak for statement in said))
        return mention.due <= states | weak and states <= frozenset(mention.entity.in_force(self._article.as_of))

    def _names_a_stranger(self, note: Footnote) -> bool:
        """Whether a footnote seems to name somebody whom no registry has: by a capital letter of a word not known."""
        if note.names:
            return False
        text = self._article.view.text[note.start : note.end]
        folded = fold(text)
        stating = self._grammar.state_spans(folded)
        capitals = (word.span() for word in _WORD.finditer(text) if word.group()[0].isupper())
        return not all(
            self._is_of_labels(folded[start:end]) or any(first < end and start < last for first, last in stating)
            for start, end in capitals
        )

    def _is_of_labels(self, word: str) -> bool:
        grammar = self._grammar
        known = (grammar.is_light, grammar.is_role, grammar.is_designating, grammar.is_unclear, grammar.is_joint)
        return any(is_known(word) for is_known in known)
