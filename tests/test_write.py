"""Reading a file's habits of writing, and writing by them."""

from __future__ import annotations

import pytest

from turnout.syntax.write import Style, moved, reindent
from turnout.text.source import SourceFile
from turnout.text.span import Span


def style(*texts: str) -> Style:
    return Style.of(*(SourceFile.of("a.tsx", text) for text in texts))


def test_prettier_without_evidence() -> None:
    assert style("") == Style()


def test_quotes_by_majority_without_those_of_jsx() -> None:
    text = 'const a = \'x\', b = \'y\', c = "z";\nconst d = <a b="1" c="2" d="3" />;\n'
    assert style(text).quote == "'"


def test_quotes_that_save_an_escape_show_nothing() -> None:
    assert style("const a = \"it's\", b = \"isn't\", c = 'x'\n").quote == "'"


def test_semicolons_by_majority() -> None:
    assert style("const a = 1\nconst b = 2\n;[1].map(f)\n").semicolons is False
    assert style("const a = 1;\nimport b from 'b';\nconst c = 1\n").semicolons is True


def test_one_line_blocks_say_nothing_of_semicolons() -> None:
    assert style("if (a) { return }\nif (b) { return }\nfoo();\n").semicolons is True


@pytest.mark.parametrize("unit", ["  ", "    ", "\t", "   "])
def test_unit(unit: str) -> None:
    text = f"function f() {{\n{unit}if (a) {{\n{unit * 2}b({{\n{unit * 3}c: 1,\n{unit * 2}}})\n{unit}}}\n}}\n"
    assert style(text).unit == unit


def test_trailing_commas() -> None:
    assert style("const a = {\n  b: 1\n}\n").trailing_commas == "none"
    assert style("const a = {\n  b: 1,\n}\nf(\n  a,\n  b\n)\n").trailing_commas == "es5"
    assert style("const a = {\n  b: 1,\n}\nf(\n  a,\n  b,\n)\n").trailing_commas == "all"


def test_nothing_may_follow_a_rest() -> None:
    assert style("const {\n  a,\n  ...b\n} = c\n").trailing_commas == "all"


def test_newline() -> None:
    assert style("a;\r\nb;\r\n").newline == "\r\n"
    assert style("", "a;\r\nb;\r\n").newline == "\r\n"


def test_braces() -> None:
    assert style("import {a} from 'a'\nconst {b} = {c}\n").spaced_braces is False


def test_neighbours_speak_where_the_file_is_silent() -> None:
    both = style("foo()\n", "const a = 'x';\nconst b = {\n    c: 1,\n};\n")
    assert (both.semicolons, both.quote, both.unit) == (False, "'", "    ")


def test_strings() -> None:
    assert Style(quote="'").string("a") == "'a'"
    assert Style(quote="'").string("it's") == '"it\'s"'
    assert Style(quote='"').string("both ' and \" \\") == '"both \' and \\" \\\\"'
    assert Style().string("a\nb") == '"a\\nb"'


def test_indent_leaves_empty_lines_empty() -> None:
    assert Style(unit="\t").indent("a\n\nb\n", 1) == "\ta\n\n\tb\n"


def test_reindent_leaves_templates_alone() -> None:
    text = "{\n    const a = `\n  text\n    ${b}\n`;\n\n    return a;\n  }"
    assert reindent(text, "  ", "") == "{\n  const a = `\n  text\n    ${b}\n`;\n\n  return a;\n}"


def test_moved_takes_the_indentation_of_its_first_line() -> None:
    source = SourceFile.of("a.ts", "{\n    f(() => {\n      a;\n    });\n}\n")
    assert moved(source, Span(6, 32), "") == "f(() => {\n  a;\n});"


def test_lines_end_as_the_file_does() -> None:
    assert Style(newline="\r\n").lines("a", "b\nc") == "a\r\nb\r\nc\r\n"
