"""One text: the door that the command line, the hook, the library and every other caller go through."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date

from labelcheck.article import Article, Mention
from labelcheck.disk import UnreadableError, read_file
from labelcheck.errors import SourceError
from labelcheck.findings import Finding
from labelcheck.lexicon import load_lexicon
from labelcheck.messages import render
from labelcheck.policy import Policy
from labelcheck.recognise import Recogniser
from labelcheck.records import dataclass
from labelcheck.registry.bundled import chosen
from labelcheck.rules import ARTICLE_RULES, registry_stale, unused_suppression
from labelcheck.rules import select as select_rules
from labelcheck.rules.base import Problem, Rule
from labelcheck.source.decode import decode
from labelcheck.source.formats import format_of, read_view
from labelcheck.source.model import Source
from labelcheck.source.view import TextView
from labelcheck.steps import finish
from labelcheck.suppress import suppress

TYPE_CHECKING = False  # importing it from typing would cost every start some milliseconds
if TYPE_CHECKING:
    from labelcheck.steps import Steps
    from labelcheck.suppress_listed import Listed

FALLBACK_FORMAT = "txt"
"""How a file is read whose extension is not known."""

MAX_BYTES = 128 * 1024 * 1024
"""Bound of one article, which is held in memory whole, with all that is found out about it."""


@dataclass(frozen=True, slots=True)
class Result:
    """One article, checked. ``findings`` are sorted; ``suppressed`` is how many more are silenced."""

    article: Article
    findings: tuple[Finding, ...]
    suppressed: int

    @property
    def path(self) -> str:
        """The article's path as it was given."""
        return self.article.view.source.path

    @property
    def as_of(self) -> date:
        """The date at which the article was judged."""
        return self.article.as_of

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention, sure or not, labelled or not, but for those inside footnotes and labels."""
        return tuple(m for m in self.article.mentions if m.exempt not in ("footnote", "label"))


@dataclass(frozen=True, slots=True)
class Linter:
    """Checks texts one at a time and keeps nothing between them; cheap to make once there is a recogniser.

    ``rules``: codes of the rules that are on, from :func:`labelcheck.rules.select`. ``language``: that of messages.
    """

    recogniser: Recogniser
    policy: Policy
    rules: frozenset[str] = select_rules()
    language: str = "en"

    @classmethod
    def bundled(
        cls,
        *,
        policy: Policy | None = None,
        language: str = "en",
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        registries: Sequence[str] = (),
        bundled: bool = True,
    ) -> Linter:
        """A linter for the bundled registries and for ``registries`` (files, folders, ids), or for these alone.

        Raises RegistryError for a registry that cannot be used, UsageError for a rule or registry that is not known.
        """
        return cls(
            recogniser=Recogniser(load_lexicon(chosen(registries, bundled=bundled))),
            policy=policy or Policy(today=date.today()),
            rules=select_rules(select, ignore),
            language=language,
        )

    def check_text(self, text: str, path: str = "<text>", format: str = FALLBACK_FORMAT) -> Result:  # noqa: A002
        """Check a text. ``path`` is what findings say; a format is one of :data:`labelcheck.source.formats.FORMATS`."""
        return self.check_source(Source(path, text), format)

    def check_file(self, path: str, format: str | None = None, encoding: str | None = None) -> Result:  # noqa: A002
        """Check a file, by default in the format of its extension and in the encoding that it seems to have.

        Raises SourceError if it cannot be read or decoded.
        """
        return self.check_source(read_source(path, encoding), format or format_of(path) or FALLBACK_FORMAT)

    def check_source(self, source: Source, format: str, listed: Sequence[Listed] = ()) -> Result:  # noqa: A002
        """Check a decoded article. ``listed``: suppressions of it that stand elsewhere."""
        return finish(self.steps(source, format, listed))

    def check_view(self, view: TextView) -> Result:
        """Check what a reader sees of an article."""
        return finish(self._steps(view, ()))

    def steps(self, source: Source, format: str, listed: Sequence[Listed] = ()) -> Steps[Result]:  # noqa: A002
        """What :meth:`check_source` does, for :func:`labelcheck.steps.in_step`."""
        view = read_view(source, format)
        yield
        return (yield from self._steps(view, listed))

    def _steps(self, view: TextView, listed: Sequence[Listed]) -> Steps[Result]:
        article = yield from self.recogniser.recognise(view, self.policy)
        yield
        found = [
            self._finding(rule, problem, article)
            for rule in ARTICLE_RULES
            if rule.CODE in self.rules
            for problem in rule.check(article)
        ]
        found.sort(key=_sort_key)
        kept, problems = suppress(article, found, self.rules)
        about = [self._finding(rule, problem, article) for rule, problem in problems if rule.CODE in self.rules]
        if listed:
            from labelcheck.suppress_listed import suppress_listed

            kept, problems = suppress_listed(article, kept, listed, self.rules)
            about += [self._finding(rule, problem, None) for rule, problem in problems if rule.CODE in self.rules]
        suppressed = len(found) - len(kept)
        return Result(article, tuple(sorted(kept + about, key=_sort_key) if about else kept), suppressed)

    def check_registries(self) -> tuple[Finding, ...]:
        """Findings about the registries themselves, at the fixed date of the policy or else today: once a run."""
        if registry_stale.CODE not in self.rules:
            return ()
        problems = registry_stale.check_registries(self.recogniser.lexicon.registries, self.policy.judged_at(None))
        return tuple(self._finding(registry_stale, problem, None) for problem in problems)

    def check_listed(self, lost: Iterable[Listed]) -> tuple[Finding, ...]:
        """Findings about listed suppressions whose articles do not exist: once a run."""
        if unused_suppression.CODE not in self.rules:
            return ()
        return tuple(
            self._finding(unused_suppression, entry.problem(os.path.relpath(entry.path)), None) for entry in lost
        )

    def _finding(self, rule: Rule, problem: Problem, article: Article | None) -> Finding:
        return Finding(
            rule=rule.CODE,
            name=rule.NAME,
            severity=rule.SEVERITY,
            message=render(self.language, problem.message, problem.values),
            path=article.view.source.path if article else None,
            place=problem.place,
            entity=problem.entity.reference(article.as_of) if problem.entity and article else None,
            fix=problem.fix,
        )


def read_source(path: str, encoding: str | None = None) -> Source:
    """The decoded file at ``path``. Raises SourceError."""
    try:
        data = read_file(path, MAX_BYTES)
    except UnreadableError as error:
        raise SourceError(path, str(error)) from None
    return decode(data, path, encoding)


def _sort_key(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.sort_key
