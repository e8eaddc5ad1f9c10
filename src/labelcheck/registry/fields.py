"""Readers of mappings and lists: which keys a mapping may have, and what is said about the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from labelcheck.registry.document import ListNode, MapNode, Node, Scalar, describe
from labelcheck.registry.problems import Problems, instead, quoted
from labelcheck.registry.values import language

SCHEMA = "1"

T = TypeVar("T")


def fields(
    node: Node, what: str, required: Mapping[str, str], optional: Collection[str], problems: Problems
) -> dict[str, Node]:
    """The values of a mapping by key, without those that are empty.

    ``what`` names the mapping in messages; ``required`` goes from each key that must be there to an example of it.
    """
    if not isinstance(node, MapNode):
        known = ", ".join((*required, *optional))
        problems.add(node.position, f"{what}: expected a mapping, found {describe(node)}; write the keys {known}")
        return {}
    keys = {*required, *optional}
    open_keys = keys - {key.text for key, _ in node.items}
    missing = open_keys & required.keys()
    found: dict[str, Node] = {}
    for key, value in node.items:
        if key.text not in keys:
            advice = instead(key.text, open_keys or keys)
            missing = {name for name in missing if advice != f"write {quoted(name)}"}  # misspelt, not missing
            problems.add(key.position, f"unknown key {quoted(key.text)} in {what}; {advice}")
        elif not (isinstance(value, Scalar) and value.null):
            found[key.text] = value
        elif key.text in required:
            problems.add(key.position, f"{key.text}: found nothing; write {required[key.text]}")
    for name, example in required.items():
        if name in missing:
            problems.add(node.position, f"{what} has no {quoted(name)}; write {example}")
    return found


def check_schema(node: Node, problems: Problems) -> None:
    """Stop at a file of another schema: whatever else it says is not for this version to judge."""
    for key, value in node.items if isinstance(node, MapNode) else ():
        if key.text == "schema" and isinstance(value, Scalar) and value.text != SCHEMA:
            problems.stop(
                value.position, f"schema {quoted(value.text)} is not known to this labelcheck; write schema: {SCHEMA}"
            )


def items(node: Node | None, what: str, problems: Problems, *, example: str = "") -> tuple[Node, ...]:
    """The values of a list. With an ``example`` of a value there must be at least one."""
    if node is None:
        return ()
    if isinstance(node, ListNode):
        if example and not node.items:
            problems.add(node.position, f"{what}: found an empty list; write at least one, {example}")
        return node.items
    wrapped = (
        f"write [{quoted(node.text)}]" if isinstance(node, Scalar) else "write each after a hyphen, on its own line"
    )
    problems.add(node.position, f"{what}: expected a list, found {describe(node)}; {wrapped}")
    return ()


def by_language(node: Node | None, what: str, problems: Problems, read: Callable[[Node, str], T]) -> dict[str, T]:
    """Values by language code, at least one. ``read`` gets a value and its code."""
    if node is None:
        return {}
    if not isinstance(node, MapNode) or not node.items:
        problems.add(
            node.position, f"{what}: expected a value for each language, found {describe(node)}; write {{en: …}}"
        )
        return {}
    codes = [(language(key, problems), value) for key, value in node.items]
    return {code: read(value, code) for code, value in codes if code.isalnum()}  # what is no code was told of above
