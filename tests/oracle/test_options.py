"""What the specs say of options and settings is what Next.js's own readers of them say, file by file."""

from __future__ import annotations

import functools
import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.markdown import PACKAGE, Case, cases_of
from oracle import next as nextjs

SPECS = nextjs.REPOSITORY / "tests" / "rules"
RULES = ("api-config", "cache-components-option", "conflicting-options", "deprecated-option", "proxy-file",
         "segment-config", "server-actions-config")  # fmt: skip

# What only a whole build sees, or only Turbopack: where a file lies, two files at once, what is exported again.
NOT_ASKED = ("detected", "does not run this file", "reexported", "convention is deprecated", "one of them")

# What Next.js says of the settings around them, and of the machine.
BESIDE = ("✓ Running", "partialPrefetching", "`experimental.useCache` is deprecated")
UNREADABLE = ("Cannot find module", "Cannot find package")
QUOTED = ("cache-components-option", "conflicting-options")


@dataclass(frozen=True)
class Asked:
    """A file of a case, what Turnout is to find in it, and what Next.js said about it."""

    name: str
    found: tuple[str, ...]
    """Severity and words of each."""
    said: tuple[str, ...]


def apps() -> Iterator[tuple[str, Case]]:
    for code in RULES:
        for case in cases_of(SPECS / f"{code}.md"):
            # Other versions of Next.js aren't here; apps in folders of a monorepo are read like those at the top.
            if not any(name.endswith("package.json") for name in case.files):
                yield code, case


@functools.cache
def asked() -> tuple[Asked, ...]:
    found: list[Asked] = []
    wanted = list(apps())
    places = nextjs.HOME / "work"
    places.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=places) as folder:
        roots = [Path(folder) / str(number) for number in range(len(wanted))]
        for root, (_, case) in zip(roots, wanted, strict=True):
            for path, text in {"package.json": PACKAGE, **case.files}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
        process = subprocess.run(
            ["node", str(nextjs.HERE / "options.js"), str(nextjs.HOME)],
            input=json.dumps([str(root) for root in roots]),
            capture_output=True,
            encoding="utf-8",
            env=nextjs.environment(),
            timeout=nextjs.BUILD_SECONDS,
        )
    assert process.returncode == 0, process.stderr
    for (code, case), answers in zip(wanted, json.loads(process.stdout), strict=True):
        if any(word in text for said in answers.values() for text in said for word in UNREADABLE):
            continue
        for path, said in answers.items():
            words = [
                f"{mark.severity}: {mark.words}" for mark in case.marks if mark.path == path and mark.code in RULES
            ]
            heard = [text for text in said if not any(word in text for word in BESIDE)]
            found.append(Asked(f"{code}: {case.name}: {path}", tuple(words), tuple(heard)))
    return tuple(found)


def test_what_is_an_error_next_refuses() -> None:
    wrong = [
        f"{each.name}\n  expected {words}"
        for each in asked()
        for words in each.found
        if words.startswith("error") and not any(text in words for text in NOT_ASKED) and not each.said
    ]
    assert not wrong, "\n".join(wrong)


def test_what_next_says_is_found() -> None:
    wrong = [f"{each.name}\n  says {each.said}" for each in asked() if each.said and not each.found]
    assert not wrong, "\n".join(wrong)


def test_the_words_are_next_own() -> None:
    wrong = [
        f"{each.name}\n  expected {words}\n  says {each.said}"
        for each in asked()
        for words in each.found
        if each.name.startswith(QUOTED)
        and words.startswith("error")
        and not any(words.partition(": ")[2] in text for text in each.said)
    ]
    assert not wrong, "\n".join(wrong)


def test_there_are_enough() -> None:
    assert len(asked()) > 60
