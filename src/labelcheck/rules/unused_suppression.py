"""A suppression silences nothing.

A suppression that is left behind after the text was corrected would hide the next finding in the same place. It is
judged only for rules that are switched on in the run.

What to do: delete the directive, or the code in it that the message names.

## Fails

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
Переговоры отложены.
```

## Passes

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
По данным The Moscow Times, переговоры отложены.
```
"""

CODE = "LC901"
NAME = "unused-suppression"
SEVERITY = "warning"
