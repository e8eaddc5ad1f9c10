"""A suppression gives no reason.

Whoever reads the article next must be able to tell why a finding was silenced. A suppression without a reason still
silences, but is an error itself.

What to do: write the reason after two hyphens, as in `labelcheck: ignore[LC101] -- quoted from a court ruling`.

## Fails

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -->
По данным The Moscow Times, переговоры отложены.
```

## Passes

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
По данным The Moscow Times, переговоры отложены.
```
"""

CODE = "LC902"
NAME = "suppression-without-reason"
SEVERITY = "error"
