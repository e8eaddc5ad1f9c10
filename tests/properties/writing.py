"""Articles, and how each format writes them: what a reader sees is the same in all."""

from __future__ import annotations

import html
import string
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """``kind``: *words*, *strong*, *link* (to ``url``), *reference* (a mark like ``[^1]``) or *directive*."""

    text: str
    kind: str = "words"
    url: str = ""


@dataclass(frozen=True)
class Block:
    """``kind``: *paragraph*, *heading* (of one line), *list* (a line is an item), *note* or *directive*."""

    kind: str
    lines: tuple[tuple[Piece, ...], ...]


Article = tuple[Block, ...]


def written(article: Article, format_name: str) -> str:
    """The article as a text of this format."""
    return "\n\n".join(each_written(article, format_name)) + "\n"


def each_written(article: Article, format_name: str) -> list[str]:
    """The texts of its blocks; those that the format cannot show are left out."""
    return [text for block in article if (text := _block(block, format_name))]


def _block(block: Block, format_name: str) -> str:
    rows = ["".join(_piece(piece, format_name) for piece in line).strip() for line in block.lines]
    rows = [row for row in rows if row]
    if not rows or block.kind == "directive":
        return "\n".join(rows)
    if format_name == "md":
        mark, *rest = block.lines[0][0].text.partition("]")
        return {
            "paragraph": "\\\n".join(rows),
            "heading": f"## {rows[0]}",
            "list": "\n".join(f"- {row}" for row in rows),
            "note": f"{mark}]: {rest[-1]}" if mark.startswith("[^") else rows[0],
        }[block.kind]
    if format_name == "html":
        return {
            "paragraph": "<p>" + "<br>\n".join(rows) + "</p>",
            "heading": f"<h2>{rows[0]}</h2>",
            "list": "<ul>" + "".join(f"<li>{row}</li>\n" for row in rows) + "</ul>",
            "note": f"<p>{rows[0]}</p>",
        }[block.kind]
    return "\n".join(f"- {row}" if block.kind == "list" else row for row in rows)


def _piece(piece: Piece, format_name: str) -> str:
    """A piece as it stands in a text of this format."""
    text = escaped(piece.text, format_name)
    if piece.kind == "directive":
        return f"<!-- {piece.text} -->" if format_name in ("md", "html") else ""
    if piece.kind == "reference":
        return piece.text if format_name == "md" else text
    if format_name == "txt" or piece.kind == "words":
        return f"{text} {piece.url} " if piece.kind == "link" else text
    if piece.kind == "strong":
        # Asterisks beside a quotation mark are no markup when a letter follows them.
        tag = format_name == "html" or (format_name == "md" and not (piece.text[0] + piece.text[-1]).isalnum())
        return f"<b>{text}</b>" if tag else f"**{text}**"
    return f'<a href="{html.escape(piece.url)}">{text}</a>' if format_name == "html" else f"[{text}]({piece.url})"


def goes_on(block: Block) -> bool:
    """Whether it ends like a list of names that goes on in the next block."""
    words = "".join(piece.text for piece in block.lines[-1] if piece.kind != "directive")
    return words.rstrip(" \u00a0\u00ad\u200b«„“\"'‘").endswith((",", "/", "&", " и", " and"))


def escaped(text: str, format_name: str) -> str:
    """Words so that the format shows them as they are. Telegram posts have no escapes."""
    if format_name == "html":
        return html.escape(text)
    if format_name == "md":
        return "".join(f"\\{c}" if c in string.punctuation else c for c in text)
    return text
