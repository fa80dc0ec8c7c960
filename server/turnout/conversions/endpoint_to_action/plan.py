"""Every decision of the conversion, as plain data; or the one reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from turnout.conversions.conversion import Refusal
from turnout.conversions.endpoint_to_action import guards
from turnout.conversions.endpoint_to_action.answers import Answer
from turnout.conversions.endpoint_to_action.call_sites import CallSite, read_call_site
from turnout.conversions.endpoint_to_action.handler import Handler, read_handler
from turnout.conversions.endpoint_to_action.inputs import Body, Field
from turnout.conversions.endpoint_to_action.names import action_name, free_name
from turnout.conversions.endpoint_to_action.pieces import Part, Replace, is_kept
from turnout.conversions.endpoint_to_action.place import Place, place_for
from turnout.conversions.endpoint_to_action.plain import Plainness
from turnout.conversions.endpoint_to_action.refused import Refused, refused
from turnout.conversions.endpoint_to_action.types import Types, literal_members
from turnout.conversions.imports import names_in
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.requests import METHODS
from turnout.model.scope import Binding
from turnout.project.discover import App
from turnout.project.entries import Caller, Entry
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.text.span import Span


@dataclass(frozen=True)
class Shape:
    """What the action gives back: nothing, the body, or a result of the members that callers look at."""

    form: str
    """``none``, ``bare`` or ``result``."""
    status: bool = False
    success_data: bool = False
    failure_data: bool = False
    catches: bool = False
    """Whether uncaught errors become a result with status 500, as callers saw them."""
    has_failures: bool = False
    drops_branches: bool = False
    """Whether ``if (!res.ok) …`` of the callers goes: no answer says so any more."""


@dataclass(frozen=True)
class Member:
    """One value that the action is given. ``type`` is None in JavaScript."""

    key: str
    local: str
    pattern: Span | None
    """A destructuring in place of the local name."""
    type: tuple[Part, ...] | None
    default: Span | None
    is_optional: bool = False


@dataclass(frozen=True)
class Parameters:
    """The one parameter: none, a bare value, or an object of several."""

    members: tuple[Member, ...]
    is_object: bool
    base_type: Span | None = None
    """The type that the handler gave to the whole body, when the object's members come from it."""


Argument = tuple[str, "tuple[Module, Span] | str", bool]
"""The key, what is passed (a place of the caller's file, or text), and how it is wrapped."""


@dataclass(frozen=True)
class Given:
    """One value that a caller passes."""

    key: str
    value: c.Expression | str
    """An expression of the caller's file, or the text of a string."""
    wrap: str = ""
    """``String`` for what was a piece of a URL, ``JSON`` for what was flattened on the way."""


@dataclass(frozen=True)
class SitePlan:
    """One call and what it becomes."""

    site: CallSite
    arguments: tuple[Given, ...]
    destructures: bool = False
    """``const { ok, data } = await f()`` in place of the response and its body."""
    merges: c.Declare | None = None
    """The statement ``const data = await res.json()`` right behind, which takes the call in."""


@dataclass(frozen=True)
class ActionPlan:
    """One method and the action that it becomes."""

    handler: Handler
    name: str
    parameters: Parameters
    shape: Shape
    replaced: tuple[Replace, ...]
    """Inputs in their new words."""
    json_answers: frozenset[int]
    """The answers (by index) whose body must go through JSON to look the same."""
    sites: tuple[SitePlan, ...]


@dataclass(frozen=True)
class Plan:
    """All of it."""

    entry: Entry
    app: App
    module: Module
    place: Place
    actions: tuple[ActionPlan, ...]
    moved: tuple[c.Statement, ...]
    """Statements of the endpoint file that move along, in their order."""
    imports: tuple[str, ...]
    """Imported names of the endpoint file that the action file needs."""
    gone: tuple[c.Statement, ...]
    """Statements that leave the endpoint file; all of it goes when ``deletes``."""
    deletes: bool
    notes: tuple[str, ...]


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse."""
    try:
        return _Planner(project, entry).plan()
    except Refused as given_up:
        return given_up.refusal


class _Planner:
    def __init__(self, project: Snapshot, entry: Entry) -> None:
        self.project = project
        self.entry = entry
        self.types = Types(project)
        self.plainness = Plainness(self.types)
        self.notes: list[str] = []

    def plan(self) -> Plan:
        project, entry = self.project, self.entry
        app = project.app(entry.path)
        module = project.module(entry.path)
        if app is None or module is None:
            raise Refused(Refusal("The file can't be read.", entry.path, entry.span))
        guards.check_app(project, app, entry, module)
        callers = guards.check_callers(project, entry, project.callers(entry))
        function = self.function(module)
        note = guards.middleware_note(project, app, entry, module, function)
        self.notes += [each for each in (note, guards.runtime_note(module)) if each is not None]
        by_method = self.by_method(callers, module)
        handlers = [read_handler(module, function, entry, method, app.is_before(15)) for method in by_method]
        sites = {method: [self.site(caller) for caller in given] for method, given in by_method.items()}
        names = self.names(handlers, [module, *(site.module for group in sites.values() for site in group)])
        actions = tuple(self.action(handler, names[handler.method], sites[handler.method]) for handler in handlers)
        moved, imports, gone, deletes = self.moving(module, actions)
        paths = [caller.path for caller in callers]
        wanted = (
            frozenset(names.values())
            | {name.name for statement in moved for name in _declared(statement)}
            | set(imports)
        )
        stem = (entry.route.segments[-1].name if entry.route and entry.route.segments else "api").strip("[].")
        static = [each.name for each in entry.route.segments if each.kind == "static"] if entry.route else []
        place = place_for(project, app, module, paths, wanted, static[-1] if static else stem)
        for action in actions:
            self.notes += action.handler.notes
        return Plan(entry, app, module, place, actions, moved, imports, gone, deletes, tuple(dict.fromkeys(self.notes)))

    # --------------------------------------------------------------- reading

    def function(self, module: Module) -> c.Function:
        found = self.project.implementation(self.entry)
        if found is None:
            raise Refused(Refusal("What handles this can't be found.", self.entry.path, self.entry.span))
        home, behind = found
        if behind.wrappers:
            wrapper = behind.wrappers[0]
            raise refused(
                f"The wrapper {wrapper.name}() does work that is not understood yet.", module, self.entry.span
            )
        if behind.function is None or home.path != module.path:
            raise refused(
                "What handles this can't be told."
                if home.path == module.path
                else f"The handler itself is in {home.path}.",
                module,
                self.entry.span,
            )
        return behind.function

    def by_method(self, callers: Sequence[Caller], module: Module) -> dict[str, list[Caller]]:
        found: dict[str, list[Caller]] = {}
        for caller in callers:
            assert caller.method is not None
            found.setdefault(caller.method, []).append(caller)
        if self.entry.kind == "api-route" and self.entry.methods:
            for method in self.entry.methods:
                if method not in found:
                    raise refused(
                        f"Nothing in this app calls {method} {self.entry.url}: who does would be left behind.",
                        module,
                        self.entry.span,
                    )
            for method, given in found.items():
                if method not in self.entry.methods:
                    raise Refused(Refusal(f"The endpoint does not answer {method}.", given[0].path, given[0].span))
            return {method: found[method] for method in self.entry.methods}
        return found

    def site(self, caller: Caller) -> CallSite:
        module = self.project.module(caller.path)
        assert module is not None
        if module.errors:
            raise refused("The calling file can't be read past this syntax error.", module, module.errors[0])
        assert self.entry.route is not None
        return read_call_site(module, caller, self.entry.route)

    def names(self, handlers: Sequence[Handler], modules: Iterable[Module]) -> dict[str, str]:
        taken: set[str] = set()
        for module in modules:
            taken |= names_in(module)
        found: dict[str, str] = {}
        for handler in handlers:
            pattern = self.entry.route.pattern if self.entry.route else "/api"
            body = handler.inputs.body
            wanted = action_name(handler.method, pattern, uploads=body is not None and body.form == "form")
            found[handler.method] = free_name(wanted, taken | set(found.values()))
        return found

    # --------------------------------------------------------------- actions

    def action(self, handler: Handler, name: str, sites: list[CallSite]) -> ActionPlan:
        shape = self.shape(handler, sites)
        parameters, arguments = self.parameters(handler, sites)
        json_answers = self.json_answers(handler, shape)
        if json_answers:
            self.notes.append(
                f"{name} sends its result through JSON as the endpoint did, since it may hold dates or class "
                "instances; take that out if it never does."
            )
        if any(site.is_one_of_many for site in sites):
            self.notes.append(f"Calls of {name} wait for each other: one client's actions run one after another.")
        site_plans = tuple(self.site_plan(site, given, shape) for site, given in zip(sites, arguments, strict=True))
        if is_typescript(self.entry.path):
            self.check_types(handler, shape, site_plans, json_answers)
        return ActionPlan(handler, name, parameters, shape, tuple(handler.inputs.replaced), json_answers, site_plans)

    def shape(self, handler: Handler, sites: list[CallSite]) -> Shape:
        looks = any(site.looks_at_outcome for site in sites)
        reads = any(site.reads for site in sites)
        needs_catch = handler.can_throw and any(not site.rejects_alike for site in sites)
        guarded = next((read for site in sites for read in site.reads if read.fallback is not None), None)
        if needs_catch and guarded is not None:
            at = next(site.module for site in sites if guarded in site.reads)
            raise refused("What this caller makes of an answer without JSON can't be kept.", at, guarded.code)
        success = any(site.reads_success for site in sites)
        failure = any(site.reads_failure for site in sites) or (
            looks and any(site.reads and not site.looks_at_outcome for site in sites)
        )
        failures = [answer for answer in handler.answers if not answer.ok]
        self.check_bodies(handler, sites)
        if not looks and not reads:
            return Shape("none", catches=needs_catch)
        reader = next((site for site in sites if site.rejects_alike and site.reads), None)
        if needs_catch and reader is not None and (not looks or is_typescript(self.entry.path)):
            raise refused(
                "Its callers disagree about what happens when the server fails: this one sees it, another does not.",
                reader.module,
                reader.call,
            )
        if not looks:
            return Shape("bare")
        if (
            not failures
            and not needs_catch
            and all(len(site.ok_branches) == len(site.ok_reads) and not site.status_reads for site in sites)
        ):
            # Nothing fails with an answer: what the callers did then goes.
            return Shape("bare" if success else "none", drops_branches=True)
        return Shape(
            "result",
            status=any(site.status_reads for site in sites),
            success_data=success,
            failure_data=failure and bool(failures),
            catches=needs_catch,
            has_failures=bool(failures) or needs_catch,
        )

    def check_types(
        self, handler: Handler, shape: Shape, sites: tuple[SitePlan, ...], json_answers: frozenset[int]
    ) -> None:
        """``res.json()`` was ``any``: what callers read must have a type wherever they read it."""
        carried = {index: answer for index, answer in enumerate(handler.answers) if carries(shape, answer)}
        if len({answer.ok for answer in handler.answers}) < 2 and not shape.catches:
            return
        if all(answer.kind == "text" for answer in carried.values()) and len(carried) == len(handler.answers):
            return
        if shape.form == "bare" and json_answers & set(carried):
            return  # what comes out of JSON.parse is any, as before
        by_status = any(answer.status_code is not None for answer in handler.answers)
        for site in sites:
            for read in site.site.reads:
                if shape.form == "result" and (site.destructures or read.by == "ok"):
                    continue
                if shape.form == "result" and read.by == "status" and not by_status:
                    continue
                raise refused(
                    "What is read here may be of a success or of a failure, and TypeScript can't tell which: "
                    "look at ok first.",
                    site.site.module,
                    read.code,
                )

    def check_bodies(self, handler: Handler, sites: list[CallSite]) -> None:
        """Each place that reads a body must find one of its kind."""
        for site in sites:
            for read in site.reads:
                for answer in handler.answers:
                    if (read.outcome == "success" and not answer.ok) or (read.outcome == "failure" and answer.ok):
                        continue
                    if answer.kind == read.form:
                        continue
                    what = {"json": "JSON", "text": "plain text", "empty": "no body"}[answer.kind]
                    asked = "JSON" if read.form == "json" else "text"
                    raise refused(
                        f"The handler answers {answer.status} with {what}, but this caller reads {asked}: "
                        "which of the two is meant can't be told.",
                        site.module,
                        read.code,
                    )

    def json_answers(self, handler: Handler, shape: Shape) -> frozenset[int]:
        found: set[int] = set()
        inputs = handler.inputs
        given = {scalar.local for scalar in inputs.scalars}
        if inputs.body is not None:
            given |= {each.local for each in inputs.body.fields or ()}
            given |= {inputs.body.local} if inputs.body.local is not None else set()
        for index, answer in enumerate(handler.answers):
            if answer.kind == "json" and answer.body is not None and carries(shape, answer):
                if not self.plainness.answered(handler.module, answer.body, frozenset(given)):
                    found.add(index)
        return frozenset(found)

    # ------------------------------------------------------------ parameters

    def parameters(self, handler: Handler, sites: list[CallSite]) -> tuple[Parameters, list[tuple[Given, ...]]]:
        inputs = handler.inputs
        typed = is_typescript(self.entry.path)
        members: list[Member] = []
        given: list[list[Given]] = [[] for _ in sites]
        for scalar in inputs.scalars:
            values: list[c.Expression | str | None] = []
            for site in sites:
                source = site.segments if scalar.carrier == "segment" else site.query
                value = source.get(scalar.key)
                if value is None and scalar.carrier == "segment":
                    raise refused(f'Which part of this URL is "{scalar.key}" can\'t be told.', site.module, site.call)
                values.append(value)
            if all(value is None for value in values):
                raise refused(
                    f'No caller sends "{scalar.key}", which the handler reads.',
                    handler.module,
                    handler.function.name or handler.function,
                )
            missing = any(value is None for value in values)
            absent = " | null" if self.entry.kind == "route-handler" else " | undefined"
            kind: tuple[Part, ...] | None = (("string" + (absent if missing else ""),)) if typed else None
            members.append(Member(scalar.key, scalar.local, None, kind, scalar.default))
            for group, site, value in zip(given, sites, values, strict=True):
                if value is None:
                    if self.entry.kind == "route-handler":
                        group.append(Given(scalar.key, c.Constant(Span(0, 0), "null")))
                    continue
                if isinstance(value, str):
                    group.append(Given(scalar.key, value))
                    continue
                is_text = self.types.is_string(self.types.of(site.module, value))
                group.append(Given(scalar.key, value, "" if is_text else "String"))
        if inputs.body is not None:
            app = self.project.app(self.entry.path)
            config = app.config.server_actions if app is not None else None
            if inputs.body.form == "form" and (config is None or config.body_size_limit is None):
                raise refused(
                    "What this form sends may be larger than the 1 MB that an action takes: set "
                    "experimental.serverActions.bodySizeLimit in next.config first.",
                    handler.module,
                    inputs.body.at,
                )
            return self.with_body(handler, inputs.body, sites, members, given, typed)
        return Parameters(tuple(members), len(members) > 1), [tuple(group) for group in given]

    def with_body(
        self,
        handler: Handler,
        body: Body,
        sites: list[CallSite],
        members: list[Member],
        given: list[list[Given]],
        typed: bool,
    ) -> tuple[Parameters, list[tuple[Given, ...]]]:
        for site in sites:
            if site.body is None:
                raise refused("This caller sends no body, but the handler reads one.", site.module, site.call)
            if (site.form == "form") != (body.form == "form"):
                raise refused("The handler does not read what this caller sends.", site.module, site.call)
            if self.entry.kind == "api-route" and body.form != "form" and site.says_json != (body.form == "json"):
                raise refused(
                    "The caller's Content-Type and how the handler reads its body don't fit together.",
                    site.module,
                    site.call,
                )
        fields = body.fields
        base: Span | None = None
        if fields is not None and self.can_split(
            handler.module, fields, body, sites, {member.key for member in members}
        ):
            whole = handler.module.source.text(body.type) if body.type is not None else None
            known = literal_members(whole) if whole is not None else None
            if whole is not None and not known:
                base = body.type
            for each in fields:
                kind, optional = self.field_type(each, known, sites) if typed and base is None else (None, False)
                members.append(
                    Member(each.key, each.local, None, (kind,) if kind is not None else None, each.default, optional)
                )
                for group, site in zip(given, sites, strict=True):
                    value = _member(site.body, each.key)
                    if value is not None:
                        group.append(Given(each.key, value, self.flattening(site, value)))
            is_object = len(members) > 1 or base is not None or any(member.is_optional for member in members)
            return Parameters(tuple(members), is_object, base), [tuple(group) for group in given]
        local = body.local or "body"
        key = local if not any(member.key == local for member in members) else f"{local}Body"
        kind_parts = self.body_type(handler, body, sites) if typed else None
        members.append(Member(key, local, body.pattern, kind_parts, None))
        for group, site in zip(given, sites, strict=True):
            assert site.body is not None
            wrap = self.flattening(site, site.body) if body.form != "form" else ""
            group.append(Given(key, site.body, wrap))
        return Parameters(tuple(members), len(members) > 1), [tuple(group) for group in given]

    def can_split(
        self, module: Module, fields: tuple[Field, ...], body: Body, sites: list[CallSite], taken: set[str]
    ) -> bool:
        """Whether each caller writes its body as an object of known keys, so that those read can be picked."""
        if taken & {each.key for each in fields}:
            return False
        named = body.type is not None and not literal_members(module.source.text(body.type))
        read = {each.key for each in fields}
        for site in sites:
            value = c.bare(site.body) if site.body is not None else None
            if not isinstance(value, c.Object):
                return False
            keys: set[str] = set()
            for member in value.members:
                if not isinstance(member, c.Property) or member.key is None or isinstance(member.value, c.Function):
                    return False
                keys.add(member.key)
                if member.key not in read and (named or _has_effects(member.value)):
                    return False
            if named and keys != read:
                return False
        return True

    def field_type(self, each: Field, known: dict[str, str] | None, sites: list[CallSite]) -> tuple[str, bool]:
        missing = any(_member(site.body, each.key) is None for site in sites)
        if known:
            kind = known.get(each.key, "any")
            optional = kind.endswith(" | undefined")
            return kind.removesuffix(" | undefined"), optional or missing or (each.default is not None and missing)
        found: set[str] = set()
        for site in sites:
            value = _member(site.body, each.key)
            if value is None:
                continue
            kind = self.types.of(site.module, value)
            found.add(kind.text if kind is not None and kind.text in ("string", "number", "boolean") else "any")
        return (found.pop() if len(found) == 1 else "any"), missing

    def body_type(self, handler: Handler, body: Body, sites: list[CallSite]) -> tuple[Part, ...]:
        if body.form == "form":
            return ("FormData",)
        if body.type is not None:
            return (body.type,)
        if body.is_unknown:
            return ("unknown",)
        if body.fields is not None:
            inner: list[str] = []
            for each in body.fields:
                kind, optional = self.field_type(each, None, sites)
                inner.append(f"{each.key}{'?' if optional or each.default is not None else ''}: {kind}")
            return ("{ " + "; ".join(inner) + " }",)
        return ("any",)

    def flattening(self, site: CallSite, value: c.Expression) -> str:
        return "" if self.plainness.sent(site.module, value) else "JSON"

    # ----------------------------------------------------------------- sites

    def site_plan(self, site: CallSite, given: tuple[Given, ...], shape: Shape) -> SitePlan:
        planned = SitePlan(site, given)
        if site.declaration is None or site.variable is None or site.direct or not site.reads:
            return planned
        following = _next_statement(site.module, site.declaration)
        read = site.reads[0]
        if len(site.reads) != 1 or not isinstance(following, c.Declare) or len(following.declarators) != 1:
            return planned
        declarator = following.declarators[0]
        value = declarator.value
        if value is None or c.bare(value) is not read.code or following.kind == "var":
            return planned
        if shape.form == "bare":
            return replace(planned, merges=following)
        if shape.form != "result" or not isinstance(declarator.pattern, c.Name) or value is not read.code:
            return planned
        if declarator.type is not None or following.kind != "const" or site.declaration.kind != "const":
            return planned
        taken = names_in(site.module) - {declarator.pattern.name}
        wanted = {name for name, reads in (("ok", site.ok_reads), ("status", site.status_reads)) if reads}
        if wanted & taken:
            return planned
        return replace(planned, destructures=True, merges=following)

    # ---------------------------------------------------------------- moving

    def moving(
        self, module: Module, actions: tuple[ActionPlan, ...]
    ) -> tuple[tuple[c.Statement, ...], tuple[str, ...], tuple[c.Statement, ...], bool]:
        holders = [action.handler.statement for action in actions[:1]]
        function = actions[0].handler.function
        if isinstance(holders[0], (c.FunctionDeclaration, c.Declare)):
            # function handler() {} … export default handler;
            holders += [
                statement
                for statement in module.body
                if isinstance(statement, (c.ExportDefault, c.ExportNamed, c.ExpressionStatement))
                and any(isinstance(code, c.Name) and _means(module, code, function) for code in c.walk(statement))
            ]
        stays = [
            export
            for export in module.exports
            if self.entry.kind == "route-handler" and export.name in METHODS and export.name != self.entry.symbol
        ]
        for holder in holders:
            if isinstance(holder, c.ExportNamed) and len(holder.specifiers) > 1:
                raise refused("The handler is exported together with other things.", module, holder)
            if isinstance(holder, c.ExportDeclaration) and isinstance(holder.declaration, c.Declare):
                if len(holder.declaration.declarators) > 1:
                    raise refused("The handler is declared together with other things.", module, holder)
        needed, imports = self.needed(module, actions, holders)
        if not stays:
            self.check_importers(module)
            return tuple(each for each in module.body if each in needed), imports, (), True
        staying = [
            statement
            for statement in module.body
            if not any(statement is each for each in (*holders, *needed)) and not isinstance(statement, c.Import)
        ]
        for statement in needed:
            for name in _declared(statement):
                binding = module.scopes.binding(name)
                for reference in binding.references if binding is not None else ():
                    if any(each.span.contains(reference.span) for each in staying):
                        raise refused(
                            f'"{name.name}" is used by what stays in the file, too: give it a file of its own first.',
                            module,
                            name,
                        )
            if isinstance(statement, c.ExportDeclaration):
                raise refused(
                    "The handler needs what this file exports: move it to a file of its own first.", module, statement
                )
        gone = [*holders, *needed]
        gone += self.unused(module, gone, staying)
        return tuple(each for each in module.body if each in needed), imports, tuple(gone), False

    def needed(
        self, module: Module, actions: tuple[ActionPlan, ...], holders: Sequence[c.Statement]
    ) -> tuple[list[c.Statement], tuple[str, ...]]:
        """The top-level statements and imported names that the actions need."""
        statements: list[c.Statement] = []
        imports: list[str] = []
        pending: list[c.Name] = []
        for action in actions:
            pending += used_names(action)
        seen: set[int] = set()
        while pending:
            name = pending.pop()
            binding = module.scopes.binding(name)
            if binding is None or id(binding) in seen or binding.scope.parent is not None:
                continue
            seen.add(id(binding))
            if binding.kind == "import":
                imports.append(binding.name)
                continue
            statement = next((each for each in module.body if each.span.contains(binding.site.span)), None)
            if statement is None or any(statement is each for each in statements):
                continue
            if any(statement is each for each in holders):
                raise refused("The handler uses itself.", module, name)
            imported = module.import_of.get(binding.name)
            if imported is not None:
                raise refused("The handler gets what it needs by require().", module, imported.statement)
            statements.append(statement)
            pending += [each for each, _ in module.scopes.free(statement)]
        order = {imported.local.name: index for index, imported in enumerate(module.imports)}
        return statements, tuple(sorted(imports, key=lambda name: order[name]))

    def unused(self, module: Module, gone: Sequence[c.Statement], staying: Sequence[c.Statement]) -> list[c.Statement]:
        """Helpers that only the handler used, and that the action needs no more."""
        found: list[c.Statement] = []
        changed = True
        while changed:
            changed = False
            for statement in staying:
                if statement in found or isinstance(statement, (c.ExportDeclaration, c.ExportDefault, c.ExportNamed)):
                    continue
                bindings = [module.scopes.binding(name) for name in _declared(statement)]
                references = [each for binding in bindings if binding is not None for each in binding.references]
                if references and all(
                    any(each.span.contains(reference.span) for each in (*gone, *found, statement))
                    for reference in references
                ):
                    found.append(statement)
                    changed = True
        return found

    def check_importers(self, module: Module) -> None:
        for path in self.project.paths():
            surface = self.project.surface(path)
            if surface is None or path == module.path:
                continue
            for each in surface.imports:
                if self.project.resolve(path, each.source) == module.path:
                    raise Refused(
                        Refusal(f"{path} imports from this file, which would go.", module.path, self.entry.span)
                    )


def carries(shape: Shape, answer: Answer) -> bool:
    """Whether the body of an answer is part of the result."""
    if shape.form == "bare":
        return True
    return shape.form == "result" and (shape.success_data if answer.ok else shape.failure_data)


def kept_parts(module: Module, shape: Shape, answer: Answer) -> tuple[Span, ...]:
    """What of an answer is still there: its body, or the work that the body does; its status when callers ask."""
    parts: list[Span] = []
    if answer.body is not None:
        parts += (answer.body.span,) if carries(shape, answer) else effects_of(module, answer.body)
    if answer.status_code is not None and shape.status:
        parts.append(answer.status_code.span)
    return tuple(parts)


def used_names(action: ActionPlan) -> list[c.Name]:
    """The names that the action's text has, types of parameters included."""
    handler = action.handler
    gone = [Replace(span) for span in handler.inputs.gone]
    dropped = [Replace(answer.span, kept_parts(handler.module, action.shape, answer)) for answer in handler.answers]
    replaced = (*gone, *dropped, *action.replaced, *tidied(action))
    found = [
        name
        for code in handler.live
        for name in c.walk(code)
        if isinstance(name, c.Name) and is_kept(name.span, replaced)
    ]
    spans = [member.default for member in action.parameters.members if member.default is not None]
    spans += [part for member in action.parameters.members for part in member.type or () if isinstance(part, Span)]
    spans += [member.pattern for member in action.parameters.members if member.pattern is not None]
    if action.parameters.base_type is not None:
        spans.append(action.parameters.base_type)
    found += [
        name
        for name in c.walk(handler.function)
        if isinstance(name, c.Name) and any(span.contains(name.span) for span in spans)
    ]
    return found


def tidied(action: ActionPlan) -> tuple[Replace, ...]:
    """Constants that only the dropped bodies used: their work stays, their name goes."""
    handler = action.handler
    module = handler.module
    cut = [Replace(span) for span in handler.inputs.gone]
    cut += [Replace(answer.span, kept_parts(handler.module, action.shape, answer)) for answer in handler.answers]
    found: list[Replace] = []
    changed = True
    while changed:
        changed = False
        for code in (code for each in handler.live for code in c.walk(each)):
            if (
                not isinstance(code, c.Declare)
                or len(code.declarators) != 1
                or module.function_around(code) is not handler.function
            ):
                continue
            if any(each.span == code.span or each.span.start == code.span.start for each in (*found, *cut)):
                continue
            declarator = code.declarators[0]
            bindings = [module.scopes.binding(name) for name in c.bound_names(declarator.pattern)]
            if (
                declarator.value is None
                or not bindings
                or any(binding is None or not binding.references for binding in bindings)
            ):
                continue
            if any(
                is_kept(reference.span, (*cut, *found))
                for binding in bindings
                if binding is not None
                for reference in binding.references
            ):
                continue
            if _has_effects(declarator.value):
                found.append(Replace(Span(code.span.start, declarator.value.span.start)))
            else:
                found.append(Replace(code.span))
            changed = True
    return tuple(found)


_PURE = re.compile(
    r"String|Number|Boolean|parseInt|parseFloat|Date\.now|Math\.\w+|JSON\.stringify|Object\.(?:keys|values|entries)|Array\.isArray"
    r"|.*\.(?:toString|toISOString|toFixed|trim|toLowerCase|toUpperCase|join|slice|includes|map|filter|find|some|every|split"
    r"|startsWith|endsWith|replace|flatten|format|concat|at|get|has)"
)


def _has_effects(expression: c.Expression) -> bool:
    return any(_is_effect(code) for code in c.walk(expression))


def _is_effect(code: c.Code) -> bool:
    """Whether a piece of an expression may do something: what is called is not known to only look."""
    match code:
        case c.Await() | c.Assign() | c.Update() | c.Yield() | c.TaggedTemplate():
            return True
        case c.New(callee=callee):
            return c.dotted(callee) not in ("Date", "Map", "Set", "Error", "URL")
        case c.Call(callee=callee):
            name = c.dotted(callee) or (f".{callee.name}" if isinstance(callee, c.Member) else "")
            return _PURE.fullmatch(name) is None
        case _:
            return False


def effects_of(module: Module, expression: c.Expression) -> tuple[Span, ...]:
    """The work inside of an expression whose value nobody needs, piece by piece; refuses what a condition does."""
    match expression:
        case c.Conditional() | c.Binary(operator="&&" | "||" | "??") if _has_effects(expression):
            raise refused("The work done inside of this answer can't be taken apart from it.", module, expression)
        case c.Function():
            return ()
        case _:
            if _is_effect(expression):
                return (expression.span,)
            found: list[Span] = []
            for below in c.children(expression):
                if isinstance(below, c.Property):
                    found += effects_of(module, below.value)
                else:
                    found += effects_of(module, cast("c.Expression", below))
            return tuple(found)


def _member(body: c.Expression | None, key: str) -> c.Expression | None:
    value = c.bare(body) if body is not None else None
    return value.get(key) if isinstance(value, c.Object) else None


def _declared(statement: c.Statement) -> list[c.Name]:
    inner = statement.declaration if isinstance(statement, c.ExportDeclaration) else statement
    match inner:
        case c.FunctionDeclaration(function=c.Function(name=c.Name() as name)):
            return [name]
        case c.ClassDeclaration(definition=c.Class(name=c.Name() as name)):
            return [name]
        case c.TypeDeclaration(name=c.Name() as name):
            return [name]
        case c.Declare(declarators=declarators):
            return [name for each in declarators for name in c.bound_names(each.pattern)]
        case _:
            return []


def _means(module: Module, name: c.Name, function: c.Function) -> bool:
    binding: Binding | None = module.scopes.binding(name)
    return binding is not None and binding.value is not None and c.bare(binding.value) is function


def _next_statement(module: Module, statement: c.Statement) -> c.Statement | None:
    above = module.parents.get(id(statement))
    body = above.body if isinstance(above, (c.Block, c.Case)) else ()
    for index, each in enumerate(body):
        if each is statement and index + 1 < len(body):
            return body[index + 1]
    return None
