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
        "update labelcheck or load a newer file with --registry"
    ),
    "space-before-mark": "white space stands before the mark {mark} of “{text}”; remove it",
    "mark-inside-quotes": "the mark {mark} of “{text}” stands inside the quotation marks; put it after them",
    "mark-before-hyphen": "the mark {mark} of “{text}” splits a compound; put it after the whole of it",
    "mixed-script-name": "“{text}” mixes letters of two scripts; type {letters} again in the script of the name",
    "unused-suppression": "this suppression of {code} silences nothing; delete it",
    "suppression-without-reason": "this suppression gives no reason; write it after two hyphens: `-- reason`",
    "unknown-rule-in-directive": "no rule is called {code}, the directive does nothing; `labelcheck rules` lists them",
    "unsilenceable-rule": "{code} is about directives and cannot be silenced by one; correct the directive it is about",
    "malformed-directive": "cannot read the directive “{text}”; write `labelcheck: ignore[LC101] -- reason`",
}


def designations(slugs: Sequence[str]) -> str:
    """Slugs in readable form: ``foreign agent, terrorist and undesirable``."""
    words = [slug.replace("-", " ") for slug in slugs]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
