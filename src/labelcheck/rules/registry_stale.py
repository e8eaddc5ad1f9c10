"""A registry is older than it may be on the day of judging.

Official lists grow every week. A registry that has not been updated for longer than its `stale_after` may lack the
organizations that an article names, and an article would pass in silence. The finding is about the run, not about
a file, and comes once a registry.

What to do: update labelcheck, whose releases carry the bundled registries. Or copy the folder of one from a checkout
(`registries/ru/undesirable`), import a fresh official export into the copy (`labelcheck registry import`) and load it
in place of the bundled one. Two registries of one id are an error, so leave the bundled ones out and name all that you
keep, those of your configuration too, for options overrule it. Organizations of a list left out are not looked for:

    --no-bundled-registries --registry new/undesirable
    --registry ru-extremist --registry ru-foreign-agent --registry ru-terrorist

In the configuration that is `bundled-registries = false` and `registries = ["new/undesirable", "ru-extremist", …]`.
`labelcheck registry list` with the same options shows which are loaded, and of what date they are.

In a registry of your own, set `as_of` to the day on which you last held it against its source.

## Fails

```yaml as-of=2026-12-31
id: ru-undesirable
as_of: 2026-09-24
stale_after: 30
```

## Passes

```yaml as-of=2026-10-24
id: ru-undesirable
as_of: 2026-09-24
stale_after: 30
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from labelcheck.registry.bundled import bundled_ids
from labelcheck.rules.base import Problem

TYPE_CHECKING = False  # importing typing would cost every start some milliseconds
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object

CODE = "LC401"
NAME = "registry-stale"
SEVERITY = "warning"


class Dated(Protocol):
    """What the rule needs to know of a registry."""

    @property
    def id(self) -> str:
        """What the registry is called."""

    @property
    def as_of(self) -> date:
        """The date of its data."""

    @property
    def stale_after(self) -> int:
        """The age in days that it may reach."""


def check_registries(registries: Iterable[Dated], at: date) -> Iterator[Problem]:
    """Report every registry that on the day ``at`` is older than it allows."""
    stale = [registry for registry in registries if (at - registry.as_of).days > registry.stale_after]
    bundled = bundled_ids() if stale else {}  # a newer export of a bundled registry has the same id
    for registry in stale:
        yield Problem(
            None,
            NAME if registry.id in bundled else "own-registry-stale",
            {
                "registry": registry.id,
                "as_of": registry.as_of.isoformat(),
                "age": str((at - registry.as_of).days),
                "stale_after": str(registry.stale_after),
                "date": at.isoformat(),
            },
        )
