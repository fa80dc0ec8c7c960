"""The way from an endpoint to its plan, question by question; or the one reason why there is none."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action import result
from turnout.conversions.endpoint_to_action.alike import check_alike
from turnout.conversions.endpoint_to_action.at_the_gate import carried
from turnout.conversions.endpoint_to_action.brought_home import Home, also_home, brought_home
from turnout.conversions.endpoint_to_action.callers.call_sites import is_same_response
from turnout.conversions.endpoint_to_action.callers.callers import check_callers
from turnout.conversions.endpoint_to_action.callers.named import notes_on_names
from turnout.conversions.endpoint_to_action.gate.durations import Duration, durations_of, joined
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.refused import Refused
from turnout.conversions.endpoint_to_action.ground.types import Types
from turnout.conversions.endpoint_to_action.handlers import phrases
from turnout.conversions.endpoint_to_action.handlers.thrown import NOTE as THROWN
from turnout.conversions.endpoint_to_action.handlers.thrown import throws, with_thrown
from turnout.conversions.endpoint_to_action.leaving import leaving
from turnout.conversions.endpoint_to_action.methods import (
    Endpoint,
    Read,
    by_method,
    endpoint_of,
    function_of,
    may_part,
    read_each,
    stays_note,
)
from turnout.conversions.endpoint_to_action.names import action_name, free_name, fuller_name, resource_name
from turnout.conversions.endpoint_to_action.parameters import parameters_of
from turnout.conversions.endpoint_to_action.place import Place, is_same_import, place_for
from turnout.conversions.endpoint_to_action.planned import ActionPlan, FilePlan, Leaving, Plan
from turnout.conversions.endpoint_to_action.requests.alternatives import alternatives, find_kept
from turnout.conversions.endpoint_to_action.requests.senders import check_all_sent
from turnout.conversions.endpoint_to_action.requests.written_out import WrittenOut, calls_to_write_out, write_out
from turnout.conversions.endpoint_to_action.sites import planned_site
from turnout.conversions.endpoint_to_action.sweeping import swept
from turnout.conversions.endpoint_to_action.work import unused_constants
from turnout.conversions.endpoint_to_action.wrappers.wrapped_by import layers_of
from turnout.conversions.endpoint_to_action.writing.built import built_by_client
from turnout.conversions.endpoint_to_action.writing.layer_text import wanted_of
from turnout.conversions.imports import names_in
from turnout.conversions.moving import declared_names
from turnout.model.module import Module
from turnout.project import gate
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse."""
    first: Plan | Refusal | None = None
    for home in brought_home(project, entry):
        planned = _tried(project, home)
        if isinstance(planned, Plan):
            return planned
        first = first or planned
    assert first is not None
    return first


def _tried(project: Snapshot, home: Home) -> Plan | Refusal:
    with_check = carried(project, home)
    is_carried, home = with_check is not home, with_check
    entry, begun = home.entry, home.written
    kept: dict[Entry, Refusal] = {}
    while True:
        try:
            endpoint = endpoint_of(begun, entry)
            if endpoint.apart is None and calls_to_write_out(begun.project, entry):
                # A wrapper that lets other programs in matters more than how a caller asks.
                layers_of(begun.project, entry, endpoint.module, function_of(begun.project, entry, endpoint.module)[1])
            written, entries = _together(project, begun, entry, kept)
        except Refused as given_up:
            return home.placed(given_up.refusal) or begun.placed(project, given_up.refusal)
        try:
            planned = swept(_planned(written, entries, kept))
            return home.left(planned) or replace(planned, gate=_gate(project, planned, is_carried=is_carried))
        except _Kept as mate:
            kept[mate.entry] = written.placed(project, mate.refusal)
        except Refused as given_up:
            return home.placed(given_up.refusal) or written.placed(project, given_up.refusal)


def _gate(project: Snapshot, planned: Plan, *, is_carried: bool) -> str:
    """What the title says where middleware guards an endpoint: it guards no action."""
    guarded = [
        app
        for file in planned.files
        for entry in file.entries
        if (app := project.app(entry.path)) is not None
        and entry.url is not None
        and gate.may_guard(project, app, entry.url, entry.method)
    ]
    if not guarded:
        return ""
    name = gate.name_of(guarded[0])
    if any(action.to_check for action in planned.actions):
        return f"{name} guards it: you write the action's check"
    return f"{name} guards it: its check moves along" if is_carried else f"{name} guards it, but not the action"


class _Kept(Exception):
    """An endpoint that callers ask instead of the one to convert can't become an action itself: it stays."""

    def __init__(self, entry: Entry, refusal: Refusal) -> None:
        super().__init__(refusal.reason)
        self.entry = entry
        self.refusal = refusal


@contextmanager
def _asked_instead(entry: Entry, *, is_first: bool) -> Generator[None]:
    """What is refused of the first endpoint is refused; of the others, they stay as they are."""
    try:
        yield
    except Refused as given_up:
        if is_first:
            raise
        raise _Kept(entry, given_up.refusal) from given_up


def _together(
    project: Snapshot, begun: WrittenOut, entry: Entry, kept: Collection[Entry]
) -> tuple[WrittenOut, tuple[Entry, ...]]:
    """The endpoint, and those that its callers ask instead of it: they become actions with it, if they can."""
    entries: list[Entry] = [entry]
    while True:
        written = write_out(project, entries, begun)
        found = alternatives(written.project, entries)
        more = [each for each in dict.fromkeys(found) if each not in entries and each not in kept]
        if not more:
            return written, tuple(entries)
        for each in more:
            begun = also_home(begun, each)
        entries += more


def _planned(written: WrittenOut, entries: Sequence[Entry], kept: Mapping[Entry, Refusal]) -> Plan:
    project = written.project
    callers: list[Caller] = []
    notes: list[str | None] = []
    read: list[Read] = []
    durations: list[Duration] = []
    for entry in entries:
        with _asked_instead(entry, is_first=entry is entries[0]):
            endpoint = endpoint_of(written, entry)
            found = check_callers(project, entry, project.callers(entry))
            handlers, told = read_each(project, endpoint, by_method(entry, endpoint.module, found))
            callers += found
            read += handlers
            notes += told
            notes += notes_on_names(project, entry)
            durations += durations_of(project, endpoint.module, [each.path for each in found], written.edits)
    find_kept([site for each in read for site in each.sites])
    check_all_sent(project, written.senders, [site for each in read for site in each.sites])
    names = _names(read)
    plainness = Plainness(Types(project))
    actions: list[ActionPlan] = []
    staying: list[tuple[Read, Refused]] = []
    for each, name, is_linked in zip(read, names, linked(read), strict=True):
        with _asked_instead(each.endpoint.entry, is_first=each.endpoint.entry is entries[0]):
            try:
                actions.append(action_of(plainness, each, name, is_linked))
            except Refused as reason:
                if is_linked or not may_part(each, read, staying):
                    raise
                staying.append((each, reason))
                notes.append(stays_note(each.endpoint.entry, each.handler.method, reason))
    read = [each for each in read if not any(each is one for one, _ in staying)]
    actions = [built_by_client(project, each.endpoint.app, action) for each, action in zip(read, actions, strict=True)]
    for each, action in zip(read, actions, strict=True):
        # It is the other that stays, whichever of them is told to be different.
        mate = entries[-1] if each.endpoint.entry is entries[0] else each.endpoint.entry
        with _asked_instead(mate, is_first=len(entries) == 1):
            check_alike(action, actions)
    files = _files(project, read, actions, [caller.path for caller in callers])
    notes += (note for action in actions for note in notes_of(action))
    notes += (each.pendant for each, action in zip(read, actions, strict=True) if action.built is None)
    notes += (note for each in read for note in each.handler.notes)
    notes += written.notes
    notes += _told_together(entries, kept)
    longer = joined(durations)
    notes += (each.note for each in longer)
    return Plan(files, tuple(dict.fromkeys(note for note in notes if note is not None)), written, longer)


def _names(read: Sequence[Read]) -> list[str]:
    """The name of each action, one that none of the files has yet."""
    taken: set[str] = set()
    for each in read:
        apart, module = each.endpoint.apart, each.handler.module
        taken |= names_in(module) - set(apart.freed(module, each.handler.method) if apart is not None else ())
    taken |= {name for each in read for site in each.sites for name in names_in(site.module)}
    found: list[str] = []
    named = [_name(each, ()) for each in read]
    for each, name in zip(read, named, strict=True):
        others = [_pattern(other) for other in read if other is not each]
        found.append(free_name(_name(each, others) if named.count(name) > 1 else name, taken | set(found)))
    return found


def _name(read: Read, others: Sequence[str]) -> str:
    inputs = read.handler.inputs
    if others:
        return fuller_name(read.handler.method, _pattern(read), others, uploads=inputs.uploads, keys=inputs.keys)
    return action_name(read.handler.method, _pattern(read), uploads=inputs.uploads, keys=inputs.keys)


def _pattern(read: Read) -> str:
    route = read.endpoint.entry.route
    return route.pattern if route else "/api"


def linked(read: Sequence[Read]) -> list[bool]:
    """For each handler: whether a caller may get the answer of another request in its place."""
    found: list[bool] = []
    for each in read:
        others = [site for mate in read if mate is not each for site in mate.sites]
        found.append(any(site.kept or any(is_same_response(site, other) for other in others) for site in each.sites))
    return found


def action_of(plainness: Plainness, read: Read, name: str, is_linked: bool) -> ActionPlan:
    app, sites = read.endpoint.app, read.sites
    readers = [reader for site in sites for reader in site.readers]
    handler = with_thrown(read.handler, readers)
    shape = result.shape_of(
        handler, readers, tells=is_linked or len(readers) > len(sites) or any(site.sender for site in sites)
    )
    parameters, given = parameters_of(plainness, app, handler, sites)
    answers = result.planned_answers(plainness, handler, shape, readers)
    layers = result.planned_layers(handler, shape, readers)
    planned = tuple(planned_site(site, each, parameters, shape) for site, each in zip(sites, given, strict=True))
    everything = (*answers, *(each for layer in layers for each in (layer.refusal, layer.mapped) if each is not None))
    planned, consts = result.typed(plainness.types, handler, shape, everything, planned)
    tells_by_ok = result.tells_by_ok(handler, shape, tells=is_linked)
    return ActionPlan(
        handler,
        name,
        parameters,
        shape,
        answers,
        unused_constants(handler, answers),
        planned,
        tells_by_ok,
        tells_by_ok and result.tells_by_status(handler, sites),
        layers,
        consts,
        read.to_check,
    )


def notes_of(action: ActionPlan) -> Iterable[str]:
    if any(each.is_flattened for each in action.answers):
        yield (
            f"{action.name} sends its result through JSON as the endpoint did, since it may hold dates or class "
            "instances; take that out if it never does."
        )
    if action.to_check:
        yield f"{action.name} throws until a person has written its check: {action.to_check}"
    if throws(action.handler):
        yield THROWN.format(name=action.name)
    if action.built is not None:
        yield (
            f"{action.name} is made with {action.built.client}: what that does with errors, it does with the action's, "
            "and with what its check and its schema turn away."
        )
    if action.shape.phrase != "none":
        yield phrases.NOTE
    for key in dict.fromkeys(key for planned in action.sites for key in planned.left_out):
        yield f'A caller of {action.name} looked for "{key}", too, which no answer ever had: it no longer does.'
    if any(planned.site.is_one_of_many for planned in action.sites):
        yield f"Calls of {action.name} wait for each other: one client's actions run one after another."


def _told_together(entries: Sequence[Entry], kept: Mapping[Entry, Refusal]) -> Iterable[str]:
    first, *others = entries
    for each in others:
        yield f"{each.name} becomes a Server Action, too: a caller chooses between it and {first.name}."
    for each, refusal in kept.items():
        yield f"{each.name}, which a caller may ask instead, stays an endpoint: {refusal.reason}"


def _files(
    project: Snapshot, read: Sequence[Read], actions: Sequence[ActionPlan], callers: Sequence[str]
) -> tuple[FilePlan, ...]:
    """What becomes of each endpoint file, and in which file of actions it ends."""
    by_path: dict[str, list[tuple[Read, ActionPlan]]] = {}
    for each, action in zip(read, actions, strict=True):
        by_path.setdefault(each.endpoint.module.path, []).append((each, action))
    found: list[FilePlan] = []
    first = read[0].endpoint.entry
    for pairs in by_path.values():
        endpoint, module = pairs[0][0].endpoint, pairs[0][0].endpoint.module
        entries = tuple(dict.fromkeys(each.endpoint.entry for each, _ in pairs))
        own = tuple(action for _, action in pairs)
        with _asked_instead(endpoint.entry, is_first=first in entries):
            left = leaving(project, entries, module, own, endpoint.apart)
        place = _place(project, endpoint, own, left, callers, found)
        found.append(FilePlan(module, entries, own, left, place))
    return tuple(found)


def _place(
    project: Snapshot,
    endpoint: Endpoint,
    actions: Sequence[ActionPlan],
    left: Leaving,
    callers: Sequence[str],
    others: Sequence[FilePlan],
) -> Place:
    """Where the actions of a file go: beside those of the file before, unless both bring the same name along."""
    entry, module = endpoint.entry, endpoint.module
    stem = resource_name(entry.route.pattern if entry.route else "/api")
    names = _brought(left) | {action.name for action in actions}
    layers = [each for action in actions for each in action.layers]
    clashing = frozenset(each.place.path for each in others if not _goes_with(project, module, left, each))
    return place_for(
        project,
        endpoint.app,
        module,
        callers,
        frozenset(names),
        stem,
        lambda path: wanted_of(project, layers, path),
        clashing,
    )


def _brought(left: Leaving) -> set[str]:
    moved = {name.name for statement in left.moved for name in declared_names(statement)}
    return moved | {*left.imports, *(left.shared.action if left.shared is not None else ())}


def _goes_with(project: Snapshot, module: Module, left: Leaving, other: FilePlan) -> bool:
    """Whether what two endpoint files bring along can stand in one file: a name of both is the same import."""
    return all(is_same_import(project, module, other.module, name) for name in _brought(left) & _brought(other.leaving))
