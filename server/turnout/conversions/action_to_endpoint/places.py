"""Where everything goes: the function, the route handler and the function that client code calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.action_to_endpoint.case import Case
from turnout.conversions.conversion import Refusal
from turnout.conversions.moving import Extraction, declared_names, free_path, kebab
from turnout.conversions.users import runs_outside_app_router
from turnout.model import code as c
from turnout.project.paths import folder_of, name_of

Home: TypeAlias = Literal["route", "place", "file"]
"""Where the function lives afterwards: with the route handler, where it is (no action any more), in its own file."""


@dataclass(frozen=True)
class Places:
    """Paths, and what is called by them."""

    home: Home
    function: str
    """The file that holds the function."""
    route: str
    pattern: str
    """The URL, without the basePath."""
    client: str | None
    """Where the function goes that client code calls; None when no client code does."""
    is_server_only: bool


def places_of(case: Case, extraction: Extraction | Refusal, *, is_written_out: bool) -> Places | Refusal:
    """The function goes along to the route handler, unless server code or a type still needs it elsewhere."""
    others = [each for each in case.module.exports if each.name != case.entry.symbol and not each.is_type]
    is_sole = not others and not case.is_used_here
    if not case.servers and not case.is_used_here and (is_written_out or not case.clients):
        home: Home = "route"
    else:
        home = "place" if is_sole else "file"
    if isinstance(extraction, Refusal):
        if not is_sole:
            return extraction
        home = "place"
    elif home == "route" and (clash := _clash(extraction)) is not None:
        return clash
    project, folder, stem = case.project, folder_of(case.module.path), kebab(case.name.name)
    plain = "ts" if case.is_typescript else "js"
    suffix = plain + ("x" if home != "place" and _has_jsx(extraction) else "")
    route, pattern = _route(case, stem, suffix if home == "route" else plain)
    function = {
        "route": route,
        "place": case.module.path,
        "file": free_path(project, folder, (stem, f"{stem}-on-server"), suffix),
    }[home]
    client = free_path(project, folder, (f"{stem}-client", f"{stem}-in-browser"), plain) if case.clients else None
    outside = runs_outside_app_router(project, [user.path for user in case.servers])
    return Places(home, function, route, pattern, client, home != "route" and not outside)


def _clash(extraction: Extraction) -> Refusal | None:
    """Names that the moved code brings along and that the handler needs for itself."""
    for statement in extraction.moved:
        for name in declared_names(statement):
            if name.name in ("POST", "Response", "NextResponse", "Request"):
                reason = f"`{name.name}` means something else in a route handler"
                return Refusal(reason, extraction.module.path, name.span)
    return None


def _has_jsx(extraction: Extraction | Refusal) -> bool:
    return not isinstance(extraction, Refusal) and any(
        isinstance(code, c.Jsx) for statement in extraction.moved for code in c.walk(statement)
    )


def _route(case: Case, stem: str, suffix: str) -> tuple[str, str]:
    """The file of the new route, and its pattern; never one that something answers already."""
    app = case.app
    assert app.app_dir is not None
    wanted = [stem, *(f"{folder}/{stem}" for folder in _folder_names(case)), f"{stem}-action"]
    wanted += [f"{stem}-{number}" for number in range(2, 100)]
    allowed = app.config.page_extensions
    fitting = [each for each in allowed if each.rpartition(".")[2] == suffix]
    fitting += [each for each in allowed if each.rpartition(".")[2][:2] == suffix[:2]]
    extension = (fitting or [suffix])[0]
    taken = {route.pattern for route in case.project.routes(app).routes}
    for each in wanted:
        path = f"{app.app_dir}/api/{each}/route.{extension}"
        if f"/api/{each}" not in taken and not case.project.exists(path):
            return path, f"/api/{each}"
    raise ValueError(f"a hundred routes are called {stem}")


def _folder_names(case: Case) -> Iterator[str]:
    name = name_of(folder_of(case.module.path))
    if re.fullmatch(r"[a-z][a-z0-9-]*", name) and name not in ("app", "src", "lib", "actions", "api"):
        yield name
