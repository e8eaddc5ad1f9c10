"""English messages: each says what is wrong and what to write or do instead."""

from __future__ import annotations

from collections.abc import Sequence

TEMPLATES = {
    "unlabelled-mention": "“{text}” has no label; label {name} as {due}",
    "undefined-mark": "the mark {mark} of “{text}” has no footnote; add a footnote {mark} that states {due}",
    "undefined-mark-combined": (
        "the mark {mark} of “{text}” has no footnote, though {first} and {second} are defined; "
        "add a footnote {mark}, or read it as both of them with --combine-marks"
    ),
    "wrong-designation": "the label of “{text}” states {stated}, which {name} is not; state {due}",
    "incomplete-label": "the label of “{text}” leaves out {missing}; label {name} as {due}",
    "unclear-label": "the label of “{text}” states no designation that is known; label {name} as {due}",
    "uncertain-mention": (
        "“{text}” may be {name}; if it is, label it as {due}, if not, add the wording to `not:` of its registry entry"
    ),
    "unused-footnote": (
        "the mark {mark} of this footnote stands nowhere; put it after the names it explains, or delete the footnote"
    ),
    "conflicting-footnotes": (
        "this footnote {mark} states {stated}, an earlier footnote {mark} {earlier}; give one of them another mark"
    ),
    "footnote-names-another": (
        "the footnote of “{text}” names others only; add {name} to it, or a footnote of its own that states {due}"
    ),
    "outdated-label": "the label of “{text}” states {outdated}, not in force on {date}; leave it out",
    "outdated-label-instead": (
        "the label of “{text}” states {outdated}, not in force on {date}; label {name} as {due} instead"
    ),
    "unlisted-name": (
        "“{text}” is labelled, but no loaded registry has it; load one that does with --registry, or delete the label"
    ),
    "forbidden-link": "{url} belongs to {name}; remove the link and keep its words",
    "unlabelled-link": "{url} belongs to {name}; label the name in or after the link, or remove the link",
    "registry-stale": (
        "registry {registry} is of {as_of}, {age} days old on {date}, and may be {stale_after} days old at most; "
        "update labelcheck, or load a newer export of it (see `labelcheck rule LC401`)"
    ),
    "own-registry-stale": (
        "registry {registry} is of {as_of}, {age} days old on {date}, and may be {stale_after} days old at most; "
        "bring its file up to date and set as_of"
    ),
    "space-before-mark": "white space stands before the mark {mark} of “{text}”; remove it",
    "mark-inside-quotes": "the mark {mark} of “{text}” stands inside the quotation marks; put it after them",
    "mark-before-hyphen": "the mark {mark} of “{text}” splits a compound; put it after the whole of it",
    "mixed-script-name": "“{text}” mixes letters of two scripts; type {letters} again in the script of the name",
    "unused-suppression": "this suppression of {code} silences nothing; delete it",
    "expired-suppression": "this suppression of {code} ended on {date}; correct the text or set a later date",
    "unused-listed-suppression": (
        "{where}: the suppression of {code} on “{text}” silences nothing in {path}; correct the entry or delete it"
    ),
    "expired-listed-suppression": (
        "{where}: the suppression of {code} on “{text}” in {path} ended on {date}; correct the text or set a later date"
    ),
    "suppression-without-reason": "this suppression gives no reason; write it after two hyphens: `-- reason`",
    "unknown-rule-in-directive": "no rule is called {code}, the directive does nothing; `labelcheck rules` lists them",
    "unsilenceable-rule": "{code} is about directives and cannot be silenced by one; correct the directive it is about",
    "bad-date-in-directive": "“{date}” is no date, the directive does nothing; write one like `until 2027-01-01`",
    "malformed-directive": "cannot read the directive “{text}”; write `labelcheck: ignore[LC101] -- reason`",
}

PHRASES = {
    "found": "{found} in {affected} of {of_files} ({mentions})",
    "found-in-no-file": "{found} in 0 of {files} ({mentions})",
    "nothing-found": "no findings in {files} ({mentions})",
    "unread": "{files} could not be checked",
    "fixable": "help: fixable with {option}",
    "by-rule": "Findings by rule:",
    "by-organization": "Findings by organization:",
    "report": "labelcheck report",
    "registries": "Registries",
    "registry": "{id}: as of {as_of}, {entries}",
    "file": "File",
    "date": "Date",
    "mentions": "Mentions",
    "not-checked": "not checked",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "labelled": "labelled",
    "exempt": "no label needed",
    "passed-over": "silenced or uncertain",
    "changed": "the article cannot be shown: it is not what it was when it was checked",
    "title": "title",
    "description": "description",
    "alt": "picture",
    "why-labelled": "{name}: labelled as {states}",
    "why-not-due": "{name}: on {date} no label is due",
    "why-footnote": "{name}: stands in a footnote",
    "why-label": "{name}: stands in a label",
    "why-policy": "{name}: a later mention, which --mentions exempts",
    "why-at-fault": "{name}: at fault, but suppressed, in the baseline, or not asked for by this run",
    "why-uncertain": "{name}? Not certain",
}
"""Words of the reports themselves, by key."""

NOUNS = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
    "file": ("file", "files"),
    "of-file": ("file", "files"),
    "mention": ("mention", "mentions"),
    "entry": ("entry", "entries"),
    "other-error": ("other error", "other errors"),
}
"""What reports count, in the forms that :func:`form` chooses from."""


def form(count: int) -> int:
    """Which form of a noun goes with ``count``."""
    return 0 if count == 1 else 1


def designations(slugs: Sequence[str]) -> str:
    """Slugs in readable form: ``foreign agent, terrorist and undesirable``."""
    words = [slug.replace("-", " ") for slug in slugs]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
