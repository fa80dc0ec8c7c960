"""The way from an endpoint that server code asks for to the function that it calls; or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.gate import guards
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.leaving import leaving
from turnout.conversions.endpoint_to_action.methods import Endpoint, Read, by_method, function_of, read_methods
from turnout.conversions.endpoint_to_action.names import action_name, free_name
from turnout.conversions.endpoint_to_action.place import Place, common_folder
from turnout.conversions.endpoint_to_action.plan import action_of
from turnout.conversions.endpoint_to_action.planned import ActionPlan, FilePlan, Plan
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut
from turnout.conversions.endpoint_to_function.dynamic import written_dynamic
from turnout.conversions.imports import names_in
from turnout.conversions.moving import free_path, kebab
from turnout.conversions.users import runs_outside_app_router
from turnout.model.module import Module
from turnout.project.auth import guard_in
from turnout.project.entries import Caller, Entry
from turnout.project.paths import folder_of, is_below, join
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse."""
    try:
        app, module = project.app(entry.path), project.module(entry.path)
        if app is None or module is None:
            raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
        endpoint = Endpoint(app, entry, module)
        _check_file(module)
        guards.check_others(entry, module)
        callers = tuple(_callers(project, endpoint))
        _check_caller_unknown(project, endpoint)
        written = written_dynamic(project, callers)
    except Refused as given_up:
        return given_up.refusal
    try:
        return _planned(project, written, endpoint)
    except Refused as given_up:
        return written.placed(project, given_up.refusal)


def _check_file(module: Module) -> None:
    """Refuses a file with syntax errors, and an endpoint that says how it runs."""
    if module.errors:
        raise refused("The file can't be read past this syntax error.", module, module.errors[0])
    for name in ("maxDuration", "config"):
        if (option := module.export(name)) is not None:
            raise refused(
                "The endpoint chooses how it runs; a function runs as its callers do.", module, option.name_span
            )


def _callers(project: Snapshot, endpoint: Endpoint) -> Iterator[Caller]:
    """All callers, if each is a plain request of server code that surely means this endpoint."""
    for caller in project.callers(endpoint.entry):
        if caller.side == "test":
            raise Refused(Refusal("A test calls this endpoint by its URL here.", caller.path, caller.span))
        if caller.how != "fetch" or caller.method is None or not caller.is_sure:
            raise Refused(
                Refusal("Whether this means the endpoint, and how it asks, can't be told.", caller.path, caller.span)
            )
        if endpoint.app.is_before(15):
            raise Refused(
                Refusal(
                    "Before Next.js 15 the answer to this request may be kept between visits; a function is called "
                    "anew each time.",
                    caller.path,
                    caller.span,
                )
            )
        if project.layers(caller.path) & {"middleware"}:
            raise Refused(Refusal("The proxy asks for it, which is bundled apart.", caller.path, caller.span))
        yield caller


def _check_caller_unknown(project: Snapshot, endpoint: Endpoint) -> None:
    """A request of the server carries no cookies: who asks was nobody, and would be the visitor."""
    function, wrappers = function_of(project, endpoint.entry, endpoint.module)
    if wrappers:
        raise refused(
            f"The endpoint is wrapped in {wrappers[0].name}(), which a function would do without.",
            endpoint.module,
            endpoint.entry.span,
        )
    guard = guard_in(project, endpoint.module, function)
    if not guard.is_open:
        raise refused(
            f"The endpoint asks who calls ({guard.what}): that was the server without a cookie, and would be the "
            "visitor of the page.",
            endpoint.module,
            endpoint.entry.span,
        )


def _planned(project: Snapshot, written: WrittenOut, endpoint: Endpoint) -> Plan:
    entry, module = endpoint.entry, endpoint.module
    callers = written.project.callers(entry)
    read, notes = read_methods(written.project, endpoint, by_method(entry, module, callers))
    plainness = Plainness(Types(written.project))
    functions: list[ActionPlan] = []
    for each in read:
        if each.handler.inputs.next_headers:
            raise refused(
                "The endpoint reads headers or cookies of its request: those of the server's own, not of the visitor.",
                module,
                entry.span,
            )
        functions.append(action_of(plainness, each, _name(each, functions), is_linked=False))
    left = leaving(written.project, [entry], module, functions)
    paths = list(dict.fromkeys(each.path for each in callers))
    stem = kebab(functions[0].name)
    extension = "ts" if is_typescript(module.path) else "js"
    path = free_path(project, _folder(endpoint, paths), (stem, f"{stem}-on-server"), extension)
    directive = "" if runs_outside_app_router(project, paths) else "server-only"
    place = Place(path, None, directive)
    told = [*(each for each in notes if each is not None), *_notes(entry, functions, path)]
    return Plan((FilePlan(module, (entry,), tuple(functions), left, place),), tuple(dict.fromkeys(told)), written)


def _folder(endpoint: Endpoint, callers: Sequence[str]) -> str:
    """Beside the callers where that is inside of the app folder; else in ``lib``, since pages/ makes pages of files."""
    app = endpoint.app
    folder = common_folder([folder_of(each) for each in callers])
    if app.app_dir is not None and is_below(f"{folder}/", app.app_dir):
        return folder
    return join(folder_of(app.app_dir or app.pages_dir or app.root), "lib")


def _name(read: Read, before: Sequence[ActionPlan]) -> str:
    modules = [read.handler.module, *(site.module for site in read.sites)]
    taken = {name for each in modules for name in names_in(each)} | {each.name for each in before}
    route = read.endpoint.entry.route
    wanted = action_name(read.handler.method, route.pattern if route else "/api")
    found = free_name(wanted, taken)
    return found if found == wanted else free_name(f"{wanted}OnServer", taken)


def _notes(entry: Entry, functions: Sequence[ActionPlan], path: str) -> Iterator[str]:
    for each in functions:
        yield f"{each.name} in {path} is a plain function: nobody can ask for {entry.url} any more."
        if any(answer.is_flattened for answer in each.answers):
            yield (
                f"{each.name} sends its result through JSON as the endpoint did, since it may hold dates or class "
                "instances; take that out if it never does."
            )
