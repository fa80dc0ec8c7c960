"""Reading single tree-sitter nodes, with the names that the rest of ``syntax`` and ``lower`` use."""

from __future__ import annotations

from tree_sitter import Node

from turnout.text.span import Span

__all__ = ["Node", "child", "has_token", "span_of", "text_of"]


def text_of(node: Node) -> str:
    """The text of a node; broken bytes were replaced before the parse, so this never fails."""
    text = node.text
    return text.decode("utf-8", "replace") if text is not None else ""


def span_of(node: Node) -> Span:
    return Span(node.start_byte, node.end_byte)


def child(node: Node, field: str) -> Node | None:
    return node.child_by_field_name(field)


def has_token(node: Node, token: str) -> bool:
    """Whether one of the node's own children is this keyword or sign, e.g. ``async`` or ``*``."""
    return any(part.type == token for part in node.children)
