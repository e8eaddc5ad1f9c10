"""Many articles: each is checked by itself, and one that cannot be checked does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from labelcheck.config import Config
from labelcheck.errors import LabelcheckError, SourceError
from labelcheck.findings import Finding
from labelcheck.linter import FALLBACK_FORMAT, Linter, Result
from labelcheck.report.model import FileError, FileSummary, RegistrySummary, Run
from labelcheck.rules import select
from labelcheck.source.formats import format_of
from labelcheck.source.model import Source


@dataclass(frozen=True, slots=True)
class Runner:
    """Checks the articles that ``read`` gives for their paths, by the linter and the configuration's word on each.

    ``input_format`` is the format of all of them; None for that of the configuration or the extension. ``read``
    raises SourceError for an article that cannot be read.
    """

    linter: Linter
    config: Config
    read: Callable[[str], Source]
    input_format: str | None = None

    def check(self, paths: Iterable[str]) -> Iterator[Result | FileError]:
        """One answer a path, in the order of ``paths``."""
        for path in paths:
            try:
                yield self._check(path)
            except SourceError as error:
                yield FileError(path, error.reason)
            except LabelcheckError as error:
                yield FileError(path, str(error))
            except Exception as error:  # whatever it is, the other articles are still to be checked
                yield FileError(path, f"{type(error).__name__}: {error}; this is a bug in labelcheck, please report it")

    def run(self, paths: Iterable[str], errors: Iterable[SourceError] = ()) -> Run:
        """Everything that a report tells of a run over ``paths``; ``errors`` are those that happened before it."""
        findings: list[Finding] = list(self.linter.check_registries())
        files: list[FileSummary] = []
        failed = [FileError(error.path, error.reason) for error in errors]
        for answer in self.check(paths):
            if isinstance(answer, FileError):
                failed.append(answer)
            else:
                findings.extend(answer.findings)
                files.append(FileSummary(answer.path, answer.as_of, len(answer.mentions)))
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
        )

    def _check(self, path: str) -> Result:
        linter = self.linter
        ignored = self.config.ignored_in(path)
        if ignored:
            linter = replace(linter, rules=linter.rules - select(ignored))
        format_name = self.input_format or self.config.format_for(path) or format_of(path) or FALLBACK_FORMAT
        return linter.check_source(self.read(path), format_name)
