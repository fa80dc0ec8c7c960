"""The way from an endpoint to its plan, question by question; or the one reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action import guards, phrases, result
from turnout.conversions.endpoint_to_action.call_sites import CallSite, call_site_at
from turnout.conversions.endpoint_to_action.callers import check_callers
from turnout.conversions.endpoint_to_action.handler import Handler, read_handler
from turnout.conversions.endpoint_to_action.layer_text import wanted_of
from turnout.conversions.endpoint_to_action.layers import Layer
from turnout.conversions.endpoint_to_action.leaving import leaving
from turnout.conversions.endpoint_to_action.mapping import mapped_of
from turnout.conversions.endpoint_to_action.names import action_name, free_name, resource_name
from turnout.conversions.endpoint_to_action.parameters import parameters_of
from turnout.conversions.endpoint_to_action.place import Place, place_for
from turnout.conversions.endpoint_to_action.plain import Plainness
from turnout.conversions.endpoint_to_action.planned import ActionPlan, Leaving, Plan
from turnout.conversions.endpoint_to_action.received import read_received
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.roles import CONTEXT, REQUEST, Role
from turnout.conversions.endpoint_to_action.sent import read_sent
from turnout.conversions.endpoint_to_action.shared import shared_of
from turnout.conversions.endpoint_to_action.sites import planned_site
from turnout.conversions.endpoint_to_action.thrown import NOTE as THROWN
from turnout.conversions.endpoint_to_action.thrown import throws, with_thrown
from turnout.conversions.endpoint_to_action.types import Types
from turnout.conversions.endpoint_to_action.work import unused_constants
from turnout.conversions.endpoint_to_action.wrappers import read_wrapper
from turnout.conversions.endpoint_to_action.written_out import WrittenOut, calls_to_write_out, write_out
from turnout.conversions.imports import names_in
from turnout.conversions.moving import declared_names
from turnout.model import code as c
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse."""
    try:
        app, module = _endpoint(project, entry)
        if calls_to_write_out(project, entry):
            # A wrapper that lets other programs in matters more than how a caller asks.
            _layers(project, entry, module, _function(project, entry, module)[1])
        written = write_out(project, entry)
    except Refused as given_up:
        return given_up.refusal
    try:
        return _planned(written, app, entry, module)
    except Refused as given_up:
        return written.placed(project, given_up.refusal)


def _endpoint(project: Snapshot, entry: Entry) -> tuple[App, Module]:
    app = project.app(entry.path)
    module = project.module(entry.path)
    if app is None or module is None:
        raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
    guards.check_app(app, entry, module)
    return app, module


def _planned(written: WrittenOut, app: App, entry: Entry, module: Module) -> Plan:
    project = written.project
    callers = check_callers(project, entry, project.callers(entry))
    function, wrappers = _function(project, entry, module)
    layers = _layers(project, entry, module, wrappers)
    of_wrappers = ((layer.wrapped.module, statement) for layer in layers for statement in layer.wrapped.work)
    checked = ((module, function), *of_wrappers)
    notes = [guards.middleware_note(project, app, entry, module, function, checked), guards.runtime_note(module)]
    by_method = _by_method(entry, module, callers)
    sites = {method: [_site(project, entry, caller) for caller in given] for method, given in by_method.items()}
    handlers = [
        read_handler(project, module, function, entry, method, app.is_before(15), _sent(sites[method]), layers)
        for method in by_method
    ]
    names = _names(entry, handlers, [module, *(site.module for group in sites.values() for site in group)])
    plainness = Plainness(Types(project))
    actions = tuple(
        _action(plainness, app, handler, names[handler.method], sites[handler.method]) for handler in handlers
    )
    left = leaving(project, entry, module, actions)
    place = _place(project, app, entry, module, actions, left, callers)
    notes += [note for action in actions for note in _notes(action)]
    notes += [note for handler in handlers for note in handler.notes]
    told = tuple(dict.fromkeys(note for note in notes if note is not None))
    return Plan(entry, module, place, actions, left, told, written)


def _function(project: Snapshot, entry: Entry, module: Module) -> tuple[c.Function, tuple[Wrapper, ...]]:
    """The handler's own function with its wrappers; refuses what stands in another file."""
    found = project.implementation(entry)
    if found is None:
        raise refused("What handles this can't be found.", module, entry.span)
    home, behind = found
    if home.path != module.path:
        raise refused(f"The handler itself is in {home.path}.", module, entry.span)
    if behind.function is None:
        raise refused("What handles this can't be told.", module, entry.span)
    return behind.function, behind.wrappers


def _layers(project: Snapshot, entry: Entry, module: Module, wrappers: Sequence[Wrapper]) -> tuple[Layer, ...]:
    """The wrappers from the outside in, each given what the one outside of it gives."""
    if wrappers and entry.kind == "api-route":
        raise refused(f"The wrapper {wrappers[0].name}() does work that is not understood yet.", module, entry.span)
    found: list[Layer] = []
    given: tuple[Role, ...] = (REQUEST, CONTEXT)
    for number, wrapper in enumerate(wrappers):
        wrapped = read_wrapper(project, module, wrapper, number, given, entry.span)
        found.append(Layer(wrapped, shared_of(project, wrapped), mapped_of(project, wrapped)))
        given = wrapped.given
    return tuple(found)


def _by_method(entry: Entry, module: Module, callers: Sequence[Caller]) -> dict[str, list[Caller]]:
    """The callers of each method, in the order in which an API route names them; each method becomes an action."""
    found: dict[str, list[Caller]] = {}
    for caller in callers:
        assert caller.method is not None
        found.setdefault(caller.method, []).append(caller)
    if entry.kind != "api-route" or not entry.methods:
        return found
    for method in entry.methods:
        if method not in found:
            raise refused(
                f"Nothing in this app calls {method} {entry.url}: who does would be left behind.", module, entry.span
            )
    for method, given in found.items():
        if method not in entry.methods:
            raise Refused(Refusal(f"The endpoint does not answer {method}.", given[0].path, given[0].span))
    return {method: found[method] for method in entry.methods}


def _site(project: Snapshot, entry: Entry, caller: Caller) -> CallSite:
    module = project.module(caller.path)
    assert module is not None
    if module.errors:
        raise refused("The calling file can't be read past this syntax error.", module, module.errors[0])
    assert entry.route is not None
    site = call_site_at(module, caller)
    read_sent(project, site, entry.route)
    read_received(site)
    return site


def _sent(sites: Sequence[CallSite]) -> tuple[str, ...]:
    """The keys that callers put into the query."""
    return tuple(dict.fromkeys(key for site in sites for key in site.query))


def _names(entry: Entry, handlers: Sequence[Handler], modules: Iterable[Module]) -> dict[str, str]:
    """The name of each method's action, one that none of the files has yet."""
    taken = {name for module in modules for name in names_in(module)}
    pattern = entry.route.pattern if entry.route else "/api"
    found: dict[str, str] = {}
    for handler in handlers:
        body = handler.inputs.body
        wanted = action_name(handler.method, pattern, uploads=body is not None and body.form == "form")
        found[handler.method] = free_name(wanted, taken | set(found.values()))
    return found


def _action(plainness: Plainness, app: App, handler: Handler, name: str, sites: Sequence[CallSite]) -> ActionPlan:
    handler = with_thrown(handler, sites)
    shape = result.shape_of(handler, sites)
    parameters, given = parameters_of(plainness, app, handler, sites)
    answers = result.planned_answers(plainness, handler, shape, sites)
    layers = result.planned_layers(handler, shape, sites)
    planned = tuple(planned_site(site, each, parameters, shape) for site, each in zip(sites, given, strict=True))
    everything = (*answers, *(each for layer in layers for each in (layer.refusal, layer.mapped) if each is not None))
    result.check_types(handler, shape, everything, planned)
    tells_by_ok = result.tells_by_ok(handler, shape)
    return ActionPlan(
        handler,
        name,
        parameters,
        shape,
        answers,
        unused_constants(handler, answers),
        planned,
        tells_by_ok,
        tells_by_ok and result.tells_by_status(sites),
        layers,
    )


def _notes(action: ActionPlan) -> Iterable[str]:
    if any(each.is_flattened for each in action.answers):
        yield (
            f"{action.name} sends its result through JSON as the endpoint did, since it may hold dates or class "
            "instances; take that out if it never does."
        )
    if throws(action.handler):
        yield THROWN.format(name=action.name)
    if action.shape.phrase != "none":
        yield phrases.NOTE
    if any(planned.site.is_one_of_many for planned in action.sites):
        yield f"Calls of {action.name} wait for each other: one client's actions run one after another."


def _place(
    project: Snapshot,
    app: App,
    entry: Entry,
    module: Module,
    actions: Sequence[ActionPlan],
    left: Leaving,
    callers: Sequence[Caller],
) -> Place:
    stem = resource_name(entry.route.pattern if entry.route else "/api")
    moved = {name.name for statement in left.moved for name in declared_names(statement)}
    layers = [each for action in actions for each in action.layers]
    names = frozenset({action.name for action in actions} | moved | set(left.imports))
    paths = [caller.path for caller in callers]
    return place_for(project, app, module, paths, names, stem, lambda path: wanted_of(project, layers, path))
