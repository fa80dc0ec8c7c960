"""Source text to syntax tree. Never fails: broken text gives a tree with errors in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from turnout.syntax.grammar import parser_for
from turnout.syntax.mended import mended, without_types_of_templates
from turnout.text.source import SourceFile
from turnout.text.span import Span

LARGEST = 1_000_000
"""Bytes. A larger file is a bundle, not something a person writes: it is read as if it were empty."""


@dataclass(frozen=True)
class SyntaxTree:
    """What tree-sitter made of a file. ``too_large`` files, and minified ones, have an empty tree."""

    source: SourceFile
    root: Node
    too_large: bool


def parse(source: SourceFile) -> SyntaxTree:
    """The tree of a file, always parsed anew: incremental trees differ from fresh ones in broken text."""
    too_large = len(source.data) > LARGEST or _is_minified(source.data)
    parser = parser_for(source.path)
    data = b"" if too_large else without_types_of_templates(source.data)
    root = parser.parse(data).root_node
    if root.has_error and (other := mended(data, error_spans(root))) != data:
        again = parser.parse(other).root_node
        if not any(error_spans(again)):
            root = again
    return SyntaxTree(source, root, too_large)


def _is_ampersand(error: Node) -> bool:
    """``<p>Terms & more</p>``, ``<a href="?a&b">``: sound JSX that this grammar stumbles over."""
    parent = error.parent
    return (
        parent is not None
        and parent.type in ("jsx_element", "jsx_fragment", "string")
        and (error.text or b"").startswith(b"&")
    )


def _is_type_of_export(error: Node) -> bool:
    """The ``type`` of ``export type * from './types'``, which this grammar does not know yet."""
    parent = error.parent
    return parent is not None and parent.type == "export_statement" and error.text == b"type"


def _is_minified(data: bytes) -> bool:
    """Whether a file looks like a bundle: long, and hardly any line ends in it."""
    return len(data) > 20_000 and len(data) > 400 * (data.count(b"\n") + 1)


def error_spans(root: Node) -> Iterator[Span]:
    """Where the text could not be read, in order; descends only where there is an error."""
    if not root.has_error:
        return
    if root.is_error or root.is_missing:
        if not _is_ampersand(root) and not _is_type_of_export(root):
            yield Span(root.start_byte, root.end_byte)
        return
    for child in root.children:
        yield from error_spans(child)
