"""The example apps are real: Next.js builds them, TypeScript accepts them, and the mistakes are mistakes."""

from __future__ import annotations

import pytest

from oracle import next as nextjs

SOUND = ["tutorial", "workshop", "monorepo/apps/web"]

# What `next build` says, in its own words, about the mistakes that it sees.
REPORTED = {
    "app/actions/not-async.ts:5:17": "Server Actions must be async functions.",
    "app/actions/not-async.ts:9:14": "Server Actions must be async functions.",
    "app/actions/exports-constants.ts:5:1": ('Only async functions are allowed to be exported in a "use server" file.'),
    "app/inline-action/page.tsx:5:5": (
        'It is not allowed to define inline "use server" annotated Server Actions in Client Components.'
    ),
}
CONFLICT = "Conflicting route and page at /conflict: route at /conflict/route and page at /conflict/page"


@pytest.mark.parametrize("name", SOUND)
def test_builds_and_type_checks(name: str) -> None:
    with nextjs.copied(nextjs.APPS / name) as app:
        settings = app / "tsconfig.json"
        before = settings.read_bytes() if settings.is_file() else None

        built = nextjs.build_in_place(app)
        assert built.ok, built.output

        if before is None:
            return
        assert settings.read_bytes() == before, "Next.js wanted other settings in tsconfig.json"
        for version in ("5", "7"):
            checked = nextjs.typecheck_in_place(app, version)
            assert checked.ok, f"TypeScript {version}:\n{checked.output}"


def test_mistakes_do_not_build() -> None:
    built = nextjs.build(nextjs.APPS / "mistakes")

    assert not built.ok
    assert CONFLICT in built.output
    lines = built.output.splitlines()
    for place, message in REPORTED.items():
        at = next((index for index, line in enumerate(lines) if line.endswith(f"/mistakes/{place}")), None)
        assert at is not None, f"nothing was said about {place}:\n{built.output}"
        assert lines[at + 1] == f"Error: {message}"


def test_mistakes_that_only_typescript_sees() -> None:
    checked = nextjs.typecheck(nextjs.APPS / "mistakes", "5")

    assert not checked.ok
    for route in ("app/api/default-export/route", "app/api/lower-case-method/route", "pages/api/no-default"):
        assert f"/mistakes/{route}" in checked.output
    assert checked.output.count("error TS") == 3, "only the mistakes that are meant"
