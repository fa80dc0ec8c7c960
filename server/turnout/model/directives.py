"""String statements that are directives, or were meant to be: where they stand, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from turnout.model import code as c
from turnout.model.actions import own_directives
from turnout.model.module import Directive, Module, in_parentheses, leading_directives


@dataclass(frozen=True, slots=True)
class StringStatement:
    """A string that stands alone as a statement, at the top level or directly in a function's body."""

    directive: Directive
    is_first: bool
    """Whether only other strings stand before it."""
    function: c.Function | None
    """Whose body it stands in; None for the file's."""

    @property
    def text(self) -> str:
        return self.directive.text

    @property
    def is_in_parentheses(self) -> bool:
        return in_parentheses(self.directive)

    @property
    def where(self) -> str:
        """In Next.js's words."""
        return "file" if self.function is None else "function body"

    def body(self, module: Module) -> Sequence[c.Statement]:
        return module.body if self.function is None else self.function.statements


def string_statements(module: Module) -> Iterator[StringStatement]:
    """All of a file, the top level first."""
    first = {directive.span for directive in leading_directives(module.body)}
    for statement in module.body:
        match statement:
            case c.ExpressionStatement(span=whole, expression=c.String(span=span, value=text)):
                yield StringStatement(Directive(text, whole, span), span in first, None)
            case _:
                pass
    for function in module.functions:
        for directive, is_first in own_directives(function):
            yield StringStatement(directive, is_first, function)


def is_near(text: str, word: str) -> bool:
    """Whether a text is a word mistyped: one or two letters wrong, or one too many or too few."""
    if text == word:
        return False
    if len(text) == len(word):
        return sum(a != b for a, b in zip(text, word, strict=True)) <= 2
    short, long = sorted((text, word), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
