"""Texts as editors hold and change them, in every encoding."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from harness.capabilities import VSCODE, with_encodings
from harness.editor import Editor, editor

ENCODINGS = ("utf-8", "utf-16", "utf-32")
HARD = "/* 😀 é \u2028 \u2029 \x0b \x0c \x85 漢字 */ "
"""Wide, composed and emoji characters, and what Python takes for line ends but editors don't."""


def found(it: Editor, path: str = "app/actions.ts") -> list[str]:
    """The text under each finding."""
    return [it.slice(path, each["range"]) for each in it.pull(path)["items"]]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_places_are_where_they_look(small: Path, encoding: str, newline: str) -> None:
    text = newline.join((f"'use server'; {HARD}", HARD, f"{HARD} export function rename() {{}}", ""))
    with editor(small, with_encodings(VSCODE, encoding)) as it:
        assert it.encoding == encoding
        it.open("app/actions.ts", text)
        assert found(it) == ["rename"]
        it.edit("app/actions.ts", "rename", "😀remove")  # no longer code, and then code again
        it.edit("app/actions.ts", "😀remove", "remove")
        assert found(it) == ["remove"]
        hover = it.hover("app/actions.ts", "remove")
        assert it.slice("app/actions.ts", hover["range"]) == "remove"
        action = it.resolve(it.actions("app/actions.ts", "remove", ["quickfix"])[0])
        it.apply(action["edit"])
        assert f"{HARD} export async function remove()" in it.text_of("app/actions.ts")
        assert found(it) == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_many_changes_in_a_row(small: Path, encoding: str) -> None:
    """Whatever is typed above the finding, the finding stays on its name."""
    dice = random.Random(20)
    pieces = ["a", "😀", "é", "\r\n", "\n", "\u2028", "漢", " ", "x\ny", "", "\t"]
    text = "'use server'; /*START" + HARD + "END*/\nexport function rename() {}\n"
    with editor(small, with_encodings(VSCODE, encoding)) as it:
        document = it.open("app/actions.ts", text)
        for round_ in range(12):
            changes = []
            for _ in range(10):
                start = document.text.index("START") + 5
                end = document.text.index("END")
                first = dice.randint(start, end)
                last = min(end, first + dice.choice((0, 0, 1, 3)))
                # Editors don't cut CRLF in half.
                if document.text[first - 1 : first + 1] == "\r\n" or document.text[last - 1 : last + 1] == "\r\n":
                    continue
                new = dice.choice(pieces)
                changes.append({"range": it._range(document.text, first, last), "text": new})
                document.text = document.text[:first] + new + document.text[last:]
            document.version += 1
            it.send_change("app/actions.ts", changes)
            if round_ % 4 == 3:
                assert found(it) == ["rename"]


def test_a_byte_order_mark_has_no_column(small: Path) -> None:
    (small / "app/actions.ts").write_bytes("\ufeffexport const x = 1; 'use server';".encode())
    (small / "app/marked.ts").write_bytes("\ufeff'use server'; export function rename() {}\n".encode())
    with editor(small) as it:
        assert found(it, "app/marked.ts") == ["rename"]
        it.open("app/marked.ts")
        assert found(it, "app/marked.ts") == ["rename"]
        action = it.resolve(it.actions("app/marked.ts", "rename", ["quickfix"])[0])
        it.apply(action["edit"])
        expected = "\ufeff'use server'; export async function rename() {}\n".encode()
        assert (small / "app/marked.ts").read_bytes() == expected


def test_a_text_that_an_editor_sends_with_its_mark(small: Path) -> None:
    """Some editors keep the mark in the text, and count it as a character of the first line."""
    with editor(small) as it:
        it.open("app/actions.ts", "\ufeff'use server';\nexport function rename() {}\n")
        assert found(it) == ["rename"]


def test_a_new_text_as_a_whole(small: Path) -> None:
    with editor(small) as it:
        it.open("app/actions.ts")
        it.replace_all("app/actions.ts", "'use server';\nexport function other() {}\n")
        assert found(it) == ["other"]
        it.replace_all("app/actions.ts", "")
        assert found(it) == []


def test_places_beyond_the_text_are_its_ends(small: Path) -> None:
    with editor(small) as it:
        document = it.open("app/actions.ts", "'use server';\nexport function rename() {}")
        far = {"line": 999, "character": 999}
        document.text += "\nexport function more() {}\n"
        it.send_change(
            "app/actions.ts", [{"range": {"start": far, "end": far}, "text": "\nexport function more() {}\n"}]
        )
        assert found(it) == ["rename", "more"]
        uri = it.uri("app/actions.ts")
        assert it.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": far}) is None
        assert (
            it.request(
                "textDocument/codeAction",
                {
                    "textDocument": {"uri": uri},
                    "range": {"start": far, "end": {"line": 0, "character": 0}},
                    "context": {"diagnostics": []},
                },
            )
            is not None
        )


def test_a_change_of_a_file_that_was_never_opened(small: Path) -> None:
    with editor(small) as it:
        it.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": it.uri("app/actions.ts"), "version": 7},
                "contentChanges": [{"text": "nothing"}],
            },
        )
        assert found(it) == ["rename"], "the disk counts"
        warning = it.wait_for("window/logMessage", lambda params: "without being open" in params["message"])
        assert warning["type"] == 2
        it.notify("textDocument/didClose", {"textDocument": {"uri": it.uri("app/actions.ts")}})
        it.open("app/actions.ts", "export const fine = 1;")
        assert found(it) == []


def test_what_is_open_counts_until_it_is_closed(small: Path) -> None:
    with editor(small) as it:
        it.open("app/actions.ts", "'use server';\nexport async function rename() {}\n")
        assert found(it) == []
        it.close("app/actions.ts")
        assert found(it) == ["rename"]


def test_texts_from_elsewhere_are_let_alone(small: Path) -> None:
    with editor(small) as it:
        for uri in ("untitled:Untitled-1", "git:/x.ts?ref", "file:///", "file://", "not a uri", "", "file:///a%00b.ts"):
            it.notify(
                "textDocument/didOpen",
                {"textDocument": {"uri": uri, "languageId": "typescript", "version": 1, "text": "'use server'"}},
            )
            it.notify(
                "textDocument/didChange",
                {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "'use server'"}]},
            )
            answer = it.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
            assert answer["items"] == []
            position = {"line": 0, "character": 0}
            assert it.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": position}) is None
            it.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        assert found(it) == ["rename"]
