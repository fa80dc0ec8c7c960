"""The project's own request functions that do more than to request: each gets a twin, which is given what to send.

``request('/users', { method: 'POST', body }, 'Saved')`` becomes ``requestAction(() => createUser(body), 'Saved')``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.fallbacks import fallback_of
from turnout.conversions.endpoint_to_action.callers.received import read_received
from turnout.conversions.endpoint_to_action.ground.choices import place_of
from turnout.conversions.endpoint_to_action.ground.refused import Refused, refused
from turnout.conversions.endpoint_to_action.ground.unused import unused_constants
from turnout.conversions.endpoint_to_action.requests.preparing import Prepared, is_fetch, prepared
from turnout.conversions.endpoint_to_action.requests.response_helpers import handed_to, helper_edits
from turnout.conversions.endpoint_to_action.requests.seen_through import Behind
from turnout.conversions.endpoint_to_action.requests.sender_call import SenderCall
from turnout.conversions.endpoint_to_action.requests.sender_text import sender_text
from turnout.conversions.endpoint_to_action.requests.standing import Standing, beside, dependencies_of, standing_of
from turnout.conversions.endpoint_to_action.requests.text_bodies import body_edits
from turnout.conversions.endpoint_to_action.requests.usual_words import usual_edits
from turnout.conversions.imports import Wanted, change_imports, specifier, unused_imports
from turnout.conversions.moving import with_comments
from turnout.conversions.users import User, users_of
from turnout.model import code as c
from turnout.model.module import Module
from turnout.project.snapshot import Snapshot
from turnout.syntax.write import Style, removed
from turnout.text.edits import Edit, apply_edits
from turnout.text.span import Span


@dataclass(frozen=True)
class Twin:
    """A function that is given what to send, and the one that it was made of."""

    of: str
    name: str
    made: Prepared
    site: CallSite
    """Where the response is read."""


@dataclass(frozen=True)
class NewTwin:
    """A twin and the edits of its file, none when it stands there already."""

    twin: Twin
    edits: tuple[Edit, ...]


_ROUNDS = 6

Twins = Mapping[tuple[str, str], Twin]
"""By their file and their name."""


def twin_beside(found: Behind, twins: Twins) -> Twin | None:
    """The twin that a function has by now."""
    stands = standing_of(found.home, found.function)
    if stands is None:
        return None
    twin_names = [name for name, _ in stands.mates() if (found.home.path, name) in twins]
    every = (twins[found.home.path, name] for name in twin_names)
    return next((each for each in every if each.of == stands.name), None)


def new_twin(found: Behind, caller: Module) -> NewTwin:
    """The twin of a function; refuses one of which none can be made."""
    project, home, function = found.project, found.home, found.function
    stands = standing_of(home, function)
    if stands is None or home.errors or function.is_generator:
        raise refused("The function that makes this request can't be taken apart.", home, function)
    home, function, imports = _in_usual_words(project, home, function)
    own = standing_of(home, function)
    assert own is not None
    made = prepared(home, function, stands.name)
    _check_itself(own)
    site = CallSite(home, made.request, place_of(home, made.request))
    site.is_untyped = True
    read_received(site, {})
    _check_reads(site, stands.name)
    is_from_elsewhere = found.object is None and home.path != caller.path
    is_exported = own.is_exported or is_from_elsewhere
    if is_exported and any(each.is_commonjs for each in home.exports):
        raise refused(f"{stands.name}() is exported by module.exports: call fetch() here instead.", home, function)
    for name in _names(stands.name):
        text = sender_text(own, made, site, name, exported=is_exported and own.binding is not None)
        twin = Twin(stands.name, name, made, site)
        edits = beside(stands, name, text)
        if edits is not None:
            change = change_imports(found.home, add=imports if edits else ())
            return NewTwin(twin, tuple(sorted([*change.edits, *edits])))
    raise refused(f"No name is left for the twin of {stands.name}().", home, function)


def _in_usual_words(
    project: Snapshot, home: Module, function: c.Function
) -> tuple[Module, c.Function, tuple[Wanted, ...]]:
    """The function as it would be with what it leaves to others written out, in its file as that would be then."""
    imports: list[Wanted] = []
    for _ in range(_ROUNDS):
        edits = list(body_edits(home, function))
        requests = (each for each in c.walk_own(function) if isinstance(each, c.Call) and is_fetch(each))
        request = next(requests, None)
        if not edits and request is not None and request.arguments:
            edits = usual_edits(home, request)
        if not edits and request is not None:
            helped = helper_edits(project, home, request)
            edits = [each for each in helped.edits if function.span.contains(each.span)]
            imports += helped.imports if edits else ()
        if not edits:
            break
        source = replace(home.source, data=apply_edits(home.source.data, sorted(edits)))
        usual = project.supposing(source).module(home.path)
        same = (each for each in (usual.functions if usual else ()) if each.span.start == function.span.start)
        if usual is None or usual.errors or (again := next(same, None)) is None:
            break
        home, function = usual, again
    return home, function, tuple(imports)


def _names(name: str) -> Iterator[str]:
    first = f"{name}With" if name.endswith("Action") else f"{name}Action"
    yield first
    yield from (f"{first}{number}" for number in range(2, 10))


def _check_itself(stands: Standing) -> None:
    """A function that calls itself calls the one that makes the request."""
    for code in c.walk(stands.function):
        is_again = (
            isinstance(code, c.Name)
            and stands.binding is not None
            and code is not stands.binding
            and stands.module.scopes.binding(code) is stands.module.scopes.binding(stands.binding)
        ) or (isinstance(code, c.Member) and isinstance(code.object, c.This) and code.name == stands.name)
        if is_again:
            raise refused(f"{stands.name}() calls itself: call fetch() here instead.", stands.module, code)


def _check_reads(site: CallSite, name: str) -> None:
    for read in site.reads:
        if read.form == "text":
            raise refused(f"{name}() reads the answer as text: call fetch() here instead.", site.module, read.code)
        if read.fallback is not None and fallback_of(site, read) is None:
            raise refused("What is made of an answer without JSON here can't be kept.", site.module, read.code)


# ------------------------------------------------------------------------ calls


@dataclass(frozen=True)
class Sent:
    """A call as one of the twin."""

    edit: Edit
    called: str
    """The twin as it is called there."""
    imports: tuple[Wanted, ...]
    is_gone: bool
    """Whether the name that was called is not part of the new call."""


def sent_by(project: Snapshot, module: Module, call: c.Call, found: Behind, twin: Twin) -> Sent:
    """The call of the twin in place of a call; refuses what can't be handed over."""
    name = c.dotted(call.callee) or "this function"
    if (changed := _changed_later(module, call)) is not None:
        raise refused(f'"{changed.name}" changes later on: give {name}() a constant.', module, changed)
    try:
        text = SenderCall(found, twin.made, name).text(twin.name)
    except Refused as given_up:
        if given_up.refusal.path != module.path:
            raise
        raise refused(given_up.refusal.reason, module, call) from given_up
    first, *rest = text.splitlines()
    indent, style = module.source.indent_at(call.span.start), Style.of(module.source)
    text = style.newline.join([first, *(f"{indent}{line}" if line.strip() else "" for line in rest)])
    called = f"{found.object}.{twin.name}" if found.object is not None else twin.name
    imports: tuple[Wanted, ...] = ()
    if found.object is None and found.home.path != module.path:
        imports = (Wanted(twin.name, specifier(project, module.path, found.home.path), twin.name),)
    return Sent(Edit(call.span, text), called, imports, found.object is None)


def _changed_later(module: Module, call: c.Call) -> c.Name | None:
    """A variable that may have another value by the time that the request is sent."""
    for each in call.arguments:
        for code in c.walk(each, lambda code: not isinstance(code, c.Function)):
            binding = module.scopes.binding(code) if isinstance(code, c.Name) else None
            if isinstance(code, c.Name) and binding is not None and binding.kind != "import":
                if any(write.span.start > call.span.start for write in binding.writes):
                    return code
    return None


def dependency_edits(module: Module, calls: Sequence[tuple[c.Call, str]]) -> Iterator[Edit]:
    """``useCallback(() => save(…), [save])`` depends on the twin that it calls now."""
    done: set[Span] = set()
    for call, called in calls:
        binding = module.scopes.binding(call.callee) if isinstance(call.callee, c.Name) else None
        if binding is None or binding.scope.function is None:
            continue
        for above in module.ancestors(call):
            listed = dependencies_of(module, above) if isinstance(above, c.Function) else None
            if listed is None:
                continue
            for each in listed.items:
                if not isinstance(each, c.Name) or module.scopes.binding(each) is not binding or each.span in done:
                    continue
                done.add(each.span)
                inside = [one for one in binding.references if above.span.contains(one.span)]
                converted = [one for one, _ in calls if any(one.callee is name for name in inside)]
                if len(converted) == len(inside):
                    yield Edit(each.span, called)
                else:
                    yield Edit(Span(each.span.end, each.span.end), f", {called}")


# --------------------------------------------------------------- what is left


def without_first(project: Snapshot, path: str, of: str, twin: str) -> tuple[Edit, ...]:
    """The function goes when nothing calls it any more; its twin takes its place, and its comment."""
    module = project.module(path)
    if module is None:
        return ()
    stands = next((each for each in _standing(module, of, twin) if _is_unused(project, each)), None)
    if stands is None:
        return ()
    follows = next((each for name, each in stands.mates() if name == twin), None)
    start, end = stands.whole.span
    if follows is not None and not module.source.data[end : follows.span.start].strip():
        edits: Iterable[Edit] = [Edit(Span(start, follows.span.start), "")]
    else:
        edits = removed(module.source, [with_comments(module, stands.whole)])
    gone = [stands.whole.span]
    dead = unused_constants(module, gone)
    change = change_imports(module, remove=unused_imports(module, [*gone, *dead]))
    return tuple(sorted([*change.edits, *edits, *removed(module.source, dead)]))


def _standing(module: Module, of: str, twin: str) -> Iterator[Standing]:
    for function in module.functions:
        stands = standing_of(module, function)
        if stands is not None and stands.name == of and any(name == twin for name, _ in stands.mates()):
            yield stands


def _is_unused(project: Snapshot, stands: Standing) -> bool:
    if isinstance(stands.whole, c.ClassMember):
        is_private = stands.module.source.text(stands.whole.span).startswith("private ")
        members = (each for each in stands.module.everything if isinstance(each, c.Member))
        return is_private and not any(each.name == stands.name for each in members)
    binding = stands.module.scopes.binding(stands.binding) if stands.binding is not None else None
    if binding is None or binding.references:
        return False
    if stands.whole is stands.own:
        return True
    name = "default" if isinstance(stands.whole, c.ExportDefault) else stands.name
    users = users_of(project, stands.module.path, name)
    return not isinstance(users, Refusal) and not any(_uses(each) for each in users)


def _uses(user: User) -> bool:
    """Whether a file does more than to import it."""
    bindings = (user.module.scopes.binding(each.local) for each in user.names)
    return any(binding is None or binding.references for binding in bindings)


def check_all_sent(project: Snapshot, senders: Iterable[tuple[str, str]], sites: Sequence[CallSite]) -> None:
    """Each request that a twin is given, or whose result it is given, must become an action: it takes no response."""
    known = {id(site.call) for site in sites}
    for path, called in senders:
        module = project.module(path)
        for code in module.everything if module is not None else ():
            if module is not None and isinstance(code, c.Call) and is_fetch(code) and id(code) not in known:
                if _is_sent(module, code, called):
                    raise refused("Whether this request means this endpoint can't be told from its URL.", module, code)


def _is_sent(module: Module, request: c.Call, called: str) -> bool:
    """``requestAction(() => fetch(…))``, ``messageOfResult(await fetch(…))``"""
    above = module.parents.get(id(request))
    sender = module.parents.get(id(above)) if isinstance(above, c.Function) and above.body is request else None
    if isinstance(sender, c.Call) and sender.arguments and sender.arguments[0] is above:
        return c.dotted(sender.callee) == called
    return any(c.dotted(call.callee) == called for call, _ in handed_to(module, request))
