"""A comment begins like a directive of labelcheck but cannot be read as one.

A directive with a misprint silences nothing, though its author believes that it does. There are two: `ignore` for the
span, line or block on which or before which it stands, and `ignore-file` for the file; both list codes in brackets.

What to do: write `labelcheck: ignore[LC101] -- reason`, `labelcheck: ignore-file[LC101, LC104] -- reason` or, if it is
not to hold for ever, `labelcheck: ignore[LC101] until 2027-01-01 -- reason`.

## Fails

```md as-of=2025-02-01
<!-- labelcheck: ignroe[LC101] -- quoted from a court ruling -->
Переговоры отложены.
```

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC999] -- quoted from a court ruling -->
Переговоры отложены.
```

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] until spring -- quoted from a court ruling -->
Переговоры отложены.
```

## Passes

```md as-of=2025-02-01
<!-- labelcheck: ignore[LC101] -- quoted from a court ruling -->
По данным The Moscow Times, переговоры отложены.
```
"""

CODE = "LC903"
NAME = "malformed-directive"
SEVERITY = "error"
