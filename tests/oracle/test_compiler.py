"""What `compiler/*.md` says of Next.js's compiler is what the compiler says."""

from __future__ import annotations

import functools

import pytest

from oracle import next as nextjs
from oracle.variations import MESSAGES, ROWS, Variation, variations


@functools.cache
def verdicts() -> tuple[tuple[Variation, tuple[nextjs.CompileError, ...]], ...]:
    """Every variation with the compiler's errors, by one run of the compiler."""
    asked = list(variations())
    said: list[list[nextjs.CompileError]] = [[] for _ in asked]
    for index, error in nextjs.compile_all([(it.path, it.code, it.layer, it.flags) for it in asked]):
        said[index].append(error)
    return tuple((variation, tuple(errors)) for variation, errors in zip(asked, said, strict=True))


@pytest.mark.parametrize("row", ROWS)
def test_row(row: str) -> None:
    wrong: list[str] = []
    for variation, errors in verdicts():
        if variation.row != row:
            continue
        said = sorted((error.line, error.message.split("\n")[0]) for error in errors)
        expected = sorted((line, MESSAGES[code]) for line, code in variation.expected)
        if not same(said, expected):
            wrong.append(f"{variation.name}\n  says     {said}\n  expected {expected}\n{variation.code}")
    assert not wrong, "\n".join(wrong)


def same(said: list[tuple[int, str]], expected: list[tuple[int, str]]) -> bool:
    return len(said) == len(expected) and all(
        line == other_line and message.startswith(beginning)
        for (line, message), (other_line, beginning) in zip(said, expected, strict=True)
    )


def test_there_are_a_few_hundred() -> None:
    assert len(verdicts()) > 500
