"""README.md says what is true: its tables are those of the rule files, its pictures and links exist."""

from __future__ import annotations

import re

from harness.readme import README, written


def test_the_tables_are_up_to_date() -> None:
    text = README.read_text()
    assert text == written(text), "run `make docs`"


def test_every_local_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)\s]+)\)|<img src=\"(?!https?:)([^\"]+)\"", README.read_text()):
        path = README.parent / (target[0] or target[1]).partition("#")[0]
        assert path.exists(), path
