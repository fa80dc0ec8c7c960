"""What forbids a conversion before anything of the handler is read: versions, its own settings, middleware."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.gate.durations import duration_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project import gate
from turnout.project.auth import guard_in
from turnout.project.discover import App
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot


def check_app(app: App, entry: Entry, module: Module) -> None:
    """Refuses what no action can stand for, whatever the handler does."""
    _check_actions(app, entry, module)
    check_others(entry, module)


def check_actions(app: App, entry: Entry, module: Module) -> None:
    """Refuses where there can be no action beside the endpoint."""
    _check_actions(app, entry, module)
    duration = duration_of(module)
    if duration is not None:
        raise refused("The endpoint sets maxDuration; for an action its pages would have to.", module, duration[1])


def _check_actions(app: App, entry: Entry, module: Module) -> None:
    if app.app_dir is None:
        raise Refused(
            Refusal("Server Actions need the App Router: this app has no app folder.", entry.path, entry.span)
        )
    if app.is_before(14):
        version = ".".join(str(each) for each in (app.next_version or ())[:2])
        raise Refused(Refusal(f"Server Actions need Next.js 14; this app has {version}.", entry.path, entry.span))
    if app.config.output == "export":
        raise Refused(Refusal("A static export has no server that could run an action.", entry.path, entry.span))
    if module.errors:
        raise refused("The file can't be read past this syntax error.", module, module.errors[0])
    _check_config(module)


def check_others(entry: Entry, module: Module) -> None:
    """Other programs, and pages of other origins, call an endpoint and no action."""
    if re.search(r"/v\d+/", entry.url or ""):
        raise Refused(Refusal("A URL with a version is a promise to other programs.", entry.path, entry.span))
    options = module.export("OPTIONS")
    if options is not None:
        raise refused("The endpoint answers OPTIONS: pages of other origins call it.", module, options.name_span)
    for statement in module.body:
        for code in c.walk(statement):
            if isinstance(code, c.String) and code.value.lower().startswith("access-control-"):
                raise refused("The endpoint lets pages of other origins in (CORS).", module, code)


def runtime_note(module: Module) -> str | None:
    """Node.js can all that the Edge runtime can, so that the move is safe; but it is one."""
    runtime = module.export("runtime")
    if runtime is None or literal(module, runtime.value) not in ("edge", "experimental-edge"):
        return None
    return "The endpoint ran on the Edge runtime; the action runs where its pages do."


def _check_config(module: Module) -> None:
    """``export const config`` says how an endpoint runs."""
    config = module.export("config")
    value = c.bare(config.value) if config is not None and config.value is not None else None
    if config is not None and isinstance(value, c.Object):
        api = value.get("api")
        inner = c.bare(api) if api is not None else None
        if isinstance(inner, c.Object) and inner.get("bodyParser") is not None:
            raise refused("The endpoint reads its body in its own way (bodyParser).", module, config.name_span)
        if value.get("runtime") is not None:
            raise refused(
                "The endpoint chooses how it runs; an action runs as its page does.", module, config.name_span
            )


# ----------------------------------------------------------------- middleware


def middleware_note(
    project: Snapshot,
    app: App,
    entry: Entry,
    module: Module,
    function: c.Function,
    checked: Sequence[tuple[Module, c.Code]],
) -> str | None:
    """What middleware does for the URL of the endpoint. Refuses when it may be the only one who checks.

    ``checked`` is the handler with the work of its wrappers; see ``check_to_write`` for what may be done about it.
    """
    if app.middleware is None or entry.url is None or not gate.runs_for(project, app, entry.url):
        return None
    name = gate.name_of(app)
    if not gate.may_guard(project, app, entry.url, entry.method):
        if gate.limits(project, app, entry.url, entry.method):
            return (
                f"{name} limits how often {entry.url} is called; an action's calls count for the page that makes them."
            )
        return f"{name} runs for {entry.url}; for an action it runs for the page that calls it."
    if guards_alone(project, app, entry, checked):
        raise refused(
            f"{name} guards {entry.url}, and the handler checks nobody: as an action it would lose its guard.",
            module,
            function.name or function,
        )
    return f"{name} guards {entry.url}, but not the action: it relies on its own check now."


def guards_alone(project: Snapshot, app: App, entry: Entry, checked: Sequence[tuple[Module, c.Code]]) -> bool:
    """Whether middleware may be the only one who checks the callers of an endpoint."""
    if not gate.may_guard(project, app, entry.url, entry.method):
        return False
    return all(guard_in(project, *each).is_open for each in checked)


def check_to_write(project: Snapshot, app: App, entry: Entry, checked: Sequence[tuple[Module, c.Code]]) -> str:
    """What a person must write into the action: the check that was the middleware's; empty when there is none."""
    if entry.url is None or not guards_alone(project, app, entry, checked):
        return ""
    return f"check here who calls, as {gate.name_of(app)} did for {entry.name}: it guards no action."
