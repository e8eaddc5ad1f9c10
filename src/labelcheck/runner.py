"""Many articles: each is checked by itself, and one that cannot be checked does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from labelcheck.config import Config
from labelcheck.errors import LabelcheckError, SourceError
from labelcheck.findings import Finding
from labelcheck.linter import FALLBACK_FORMAT, Linter, Result
from labelcheck.records import dataclass, replace
from labelcheck.report.model import FileError, FileSummary, Page, RegistrySummary, Run
from labelcheck.rules import select
from labelcheck.source.formats import format_of
from labelcheck.source.model import Source
from labelcheck.steps import batches, finish, in_step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from labelcheck.fix import Mender
    from labelcheck.steps import Steps

    _Outcome = tuple[FileSummary, tuple[Finding, ...]] | FileError


@dataclass(frozen=True, slots=True)
class Runner:
    """Checks the articles that ``read`` gives for their paths, by the linter and the configuration's word on each.

    ``input_format`` is the format of all of them; None for that of the configuration or the extension. ``read``
    raises SourceError for an article that cannot be read. ``sieves`` leave findings out of each result, one after the
    other; they are told which rules were on. ``mend`` is given the article as it was checked and the findings that
    are left, and what it returns counts.
    """

    linter: Linter
    config: Config
    read: Callable[[str], Source]
    input_format: str | None = None
    sieves: tuple[Callable[[Result, frozenset[str]], Result], ...] = ()
    mend: Callable[[Mender, Result, Sequence[Finding]], Result] | None = None

    def check(self, paths: Iterable[str]) -> Iterator[Result | FileError]:
        """One answer a path, in the order of ``paths``."""
        for batch in batches(paths):
            checked = in_step([self._steps(path) for path in batch])
            yield from map(self._answer, batch, checked)

    def format_of(self, path: str) -> str:
        """The format in which the article at ``path`` is read."""
        return self.input_format or self.config.format_for(path) or format_of(path) or FALLBACK_FORMAT

    def run(
        self,
        paths: Iterable[str],
        errors: Iterable[SourceError] = (),
        jobs: int = 1,
        progress: Callable[[int], None] | None = None,
    ) -> Run:
        """Everything that a report tells of a run over ``paths``; ``errors`` are those that happened before it.

        ``jobs``: how many processes share the work; sieves and mending, which keep count, need 1. ``progress`` is told
        after each article how many are done.
        """
        findings: list[Finding] = list(self.linter.check_registries())
        findings.extend(self.linter.check_listed(self.config.lost_suppressions()))
        files: list[FileSummary] = []
        failed = [FileError(error.path, error.reason) for error in errors]
        for done, answer in enumerate(self._outcomes(paths, jobs), 1):
            if isinstance(answer, FileError):
                failed.append(answer)
            else:
                file, own = answer
                files.append(file)
                findings.extend(own)
            if progress:
                progress(done)
        registries = self.linter.recogniser.lexicon.registries
        return Run(
            findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
            files=tuple(sorted(files, key=lambda file: file.path)),
            errors=tuple(sorted(failed, key=lambda error: error.path or "")),
            registries=tuple(
                RegistrySummary(registry.id, registry.as_of, registry.entries)
                for registry in sorted(registries, key=lambda registry: registry.id)
            ),
            read=self.read,
            page=self._page,
        )

    def _outcomes(self, paths: Iterable[str], jobs: int) -> Iterator[_Outcome]:
        if jobs == 1:
            return map(_outcome, self.check(paths))
        from labelcheck.parallel import in_processes

        return in_processes(self._work, tuple(paths), jobs, _died)

    def _work(self, paths: Sequence[str]) -> list[_Outcome]:
        return [*map(_outcome, self.check(paths))]

    def _steps(self, path: str) -> Steps[Result | FileError]:
        """Checks one article, whatever happens to it: the others are still to be checked."""
        try:
            return (yield from self._checked(path))
        except Exception as error:
            return _failure(path, error)

    def _checked(self, path: str) -> Steps[Result]:
        source = self.read(path)
        yield
        listed = self.config.suppressions_in(path)
        return (yield from self._linter_for(path).steps(source, self.format_of(path), listed))

    def _answer(self, path: str, checked: Result | FileError) -> Result | FileError:
        """What becomes of a checked article. Sieves and mending keep count, so articles come here in order."""
        if isinstance(checked, FileError):
            return checked
        try:
            return self._mended(path, checked)
        except Exception as error:
            return _failure(path, error)

    def _mended(self, path: str, checked: Result) -> Result:
        linter, result = self._linter_for(path), checked
        for sieve in self.sieves:
            result = sieve(result, linter.rules)
        if self.mend is None or not result.findings:
            return result
        from labelcheck.fix import Mender  # most articles have nothing to mend

        format_name, listed = self.format_of(path), self.config.suppressions_in(path)

        def check(source: Source) -> Result:
            return linter.check_source(source, format_name, listed)

        mender = Mender(linter.recogniser, check, format_name, self.config.html_marks)
        return self.mend(mender, checked, result.findings)

    def _linter_for(self, path: str) -> Linter:
        ignored = self.config.ignored_in(path)
        return replace(self.linter, rules=self.linter.rules - select(ignored)) if ignored else self.linter

    def _page(self, path: str) -> Page:
        from labelcheck.explain import page_of  # only the HTML report asks for pages

        return page_of(finish(self._checked(path)), self.linter.language)


def _outcome(answer: Result | FileError) -> _Outcome:
    """What a run keeps of one article."""
    if isinstance(answer, FileError):
        return answer
    return FileSummary(answer.path, answer.as_of, len(answer.mentions), answer.suppressed), answer.findings


def _failure(path: str, error: Exception) -> FileError:
    if isinstance(error, SourceError):
        return FileError(path, error.reason)
    if isinstance(error, LabelcheckError):
        return FileError(path, str(error))
    from labelcheck.crash import crashed

    return FileError(path, crashed(error))


def _died(path: str, code: int | None) -> FileError:
    how = f"was ended by signal {-code}" if code and code < 0 else f"ended with code {code}"
    return FileError(path, f"the process that checked it {how}; perhaps there was too little memory")
