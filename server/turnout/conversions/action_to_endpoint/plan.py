"""Every decision on the way from a Server Action to a route handler, or the reason why there is no way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.conversions.action_to_endpoint.carry import (
    Lost,
    function_may_give_undefined,
    is_plain,
    lost_by_type,
    lost_by_value,
    returns_of,
)
from turnout.conversions.action_to_endpoint.effects import Effect, effects_of
from turnout.conversions.action_to_endpoint.refresh import Refresh, refreshed
from turnout.conversions.conversion import Refusal
from turnout.conversions.imports import Wanted, specifier
from turnout.conversions.moving import Extraction, declared_names, exported_function, extract, free_path, kebab
from turnout.conversions.users import User, local_uses, runs_outside_app_router, users_of
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.uses import Use
from turnout.project.discover import App
from turnout.project.entries import Entry
from turnout.project.paths import folder_of, name_of
from turnout.project.snapshot import Snapshot
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style

Home: TypeAlias = Literal["route", "place", "file"]
"""Where the function lives afterwards: with the route handler, where it is (no action any more), in its own file."""
Body: TypeAlias = Literal["none", "members", "whole", "form"]
"""What the request carries: nothing, ``{ name }``, the one argument itself, FormData."""
Answers: TypeAlias = Literal["nothing", "value", "maybe"]
"""Whether the action gives a value; ``maybe`` answers 204 for undefined, which JSON has no word for."""


@dataclass(frozen=True)
class Argument:
    """One parameter of the action as its caller sees it."""

    name: str
    type: str | None
    """As it can be written in the client's file and in the route's; None where it isn't or can't be."""
    is_optional: bool = False
    is_rest: bool = False
    is_sent: bool = True
    """False for the state of ``useActionState`` that the action never looks at."""


@dataclass(frozen=True)
class Plan:
    """All that ``write`` needs."""

    module: Module
    name: str
    is_default: bool
    extraction: Extraction | None
    """None when the function stays where it is."""
    home: Home
    function_path: str
    route_path: str
    url: str
    client_path: str | None
    """Where the function goes that client code calls; None when no client code does."""
    arguments: tuple[Argument, ...]
    body: Body
    answers: Answers
    result_type: str | None
    client_types: tuple[Wanted, ...]
    """What the client's signature imports."""
    clients: tuple[User, ...]
    servers: tuple[User, ...]
    refreshes: tuple[tuple[str, Refresh], ...]
    """What follows the calls of the action by file, when it revalidated the page."""
    uses_next_response: bool
    is_server_only: bool
    notes: tuple[str, ...]

    @property
    def is_typescript(self) -> bool:
        return is_typescript(self.module.path)


def plan(project: Snapshot, entry: Entry) -> Plan | Refusal:
    """Decide everything, or refuse with the one reason that matters."""
    app = project.app(entry.path)
    module = project.module(entry.path)
    if not project.is_complete:
        return Refusal("the project is still being read, so that callers may be missing")
    if module is None or app is None:
        return Refusal("the action stands outside of the app, in a package that others may use", entry.path, entry.span)
    refusal = _unfit_app(app, entry)
    if refusal is not None:
        return refusal
    if module.errors:
        return Refusal("the file has syntax errors", entry.path, module.errors[0])
    if entry.is_inline:
        reason = "the action is written inside of other code: move it to a file with 'use server' first"
        return Refusal(reason, entry.path, entry.span)
    found = exported_function(module, entry.symbol)
    if isinstance(found, Refusal):
        return found
    users = users_of(project, entry.path, entry.symbol)
    if isinstance(users, Refusal):
        return users
    return _Planning(project, app, entry, module, found[1], users).done()


def _unfit_app(app: App, entry: Entry) -> Refusal | None:
    if app.app_dir is None:
        return Refusal("the app has no app folder, where route handlers live", entry.path, entry.span)
    if app.is_before(13, 2):
        return Refusal(f"route handlers came with Next.js 13.2, and this is {app.next_version}", entry.path, entry.span)
    if app.config.output == "export":
        reason = "with `output: 'export'` there is no server that could answer a POST"
        return Refusal(reason, entry.path, entry.span)
    return None


class _Planning:
    def __init__(
        self,
        project: Snapshot,
        app: App,
        entry: Entry,
        module: Module,
        function: c.Function,
        users: tuple[User, ...],
    ) -> None:
        self.project = project
        self.app = app
        self.entry = entry
        self.module = module
        self.function = function
        self.users = users
        self.is_typescript = is_typescript(module.path)
        export = module.export(entry.symbol)
        assert export is not None
        assert export.local is not None
        self.name = export.local.name
        binding = module.scopes.binding(export.local)
        self.own_references = binding.references if binding is not None else []
        self.clients = tuple(user for user in users if user.side == "client")
        self.servers = tuple(user for user in users if user.side in ("server", "test", "both"))

    def done(self) -> Plan | Refusal:
        for refusal in self._refusals():
            return refusal
        effects = effects_of(self.project, self.module, self.function)
        for effect in effects:
            if effect.why is not None:
                return Refusal(effect.why, effect.path, effect.span)
        form = self._form_index()
        if isinstance(form, Refusal):
            return form
        arguments = self._arguments(form)
        if isinstance(arguments, Refusal):
            return arguments
        answers = self._answers()
        return self._placed(form, arguments, answers, effects)

    # ------------------------------------------------------------- refusals

    def _refusals(self) -> Iterator[Refusal]:
        for user in self.users:
            if user.side == "both" and user.uses:
                reason = f"{user.path} runs in the browser and on the server, and a server can't fetch a path"
                yield Refusal(reason, user.path, user.uses[0].span)
            if user.side == "server":
                yield from (self._on_server(user.path, use) for use in user.uses if use.how != "call")
        for use in local_uses(self.module, (self.name,)):
            if use.how not in ("call", "re-export"):
                yield self._on_server(self.module.path, use)
        if self.servers and not self.clients and not self._used_here():
            where = self.servers[0]
            at = where.uses[0].span if where.uses else None
            yield Refusal("only server code calls it: it needs no endpoint, but to be a plain function", where.path, at)
        function = self.function
        if function.is_generator:
            yield Refusal("it is a generator: an endpoint would have to stream", self.module.path, self.entry.span)
        if function.type_parameters is not None and self.is_typescript:
            yield Refusal("it is generic, and JSON is not", self.module.path, function.type_parameters.span)
        for code in c.walk(function):
            if isinstance(code, c.This) and self.module.function_around(code) is function:
                yield Refusal("it uses `this`", self.module.path, code.span)
            if isinstance(code, c.Name) and code.name == "arguments" and self.module.scopes.is_global(code):
                yield Refusal("it uses `arguments`", self.module.path, code.span)
        if self.name in ("fetch", "POST", "Response", "NextResponse", "Request", "JSON", "Error"):
            yield Refusal(f"`{self.name}` would clash with what the endpoint needs", self.module.path, self.entry.span)
        yield from self._lost()

    def _on_server(self, path: str, use: Use) -> Refusal:
        match use.how:
            case "form-action" | "action-state":
                reason = (
                    f"a form of a Server Component submits to `{self.name}` without any client code;"
                    " an endpoint needs some"
                )
            case "prop":
                reason = f"a Server Component hands `{self.name}` to another: only a Server Action can be handed over"
            case "bind":
                reason = f"server code binds arguments to `{self.name}`, which only Server Actions carry to the client"
            case _:
                reason = f"server code passes `{self.name}` on instead of calling it"
        return Refusal(reason, path, use.span)

    def _lost(self) -> Iterator[Refusal]:
        """What JSON can't carry: in the types, in what is returned, in what callers hand over."""
        for parameter in self.function.parameters:
            if parameter.type is not None and not self._is_form(parameter):
                yield from self._refused(lost_by_type(self.project, self.module, parameter.type))
        if self.function.return_type is not None:
            lost = lost_by_type(self.project, self.module, self.function.return_type, in_promise=True)
            yield from self._refused(lost)
        for value in self._returned():
            yield from self._refused(lost_by_value(self.module, value))
        form = next((at for at, each in enumerate(self.function.parameters) if self._is_form(each)), None)
        for user in self.clients:
            for use in user.uses:
                call = _call_at(user.module, use)
                for index, argument in enumerate(call.arguments if call is not None else ()):
                    if index != form and not isinstance(argument, c.Spread) and not _is_new_form(user.module, argument):
                        yield from self._refused(lost_by_value(user.module, argument))

    def _refused(self, lost: Lost | None) -> Iterator[Refusal]:
        if lost is not None:
            yield Refusal(f"{lost.why}; a Server Action carries it", lost.path, lost.span)

    def _returned(self) -> list[c.Expression]:
        body = self.function.body
        if body is not None and not isinstance(body, c.Block):
            return [body]
        return [each.value for each in returns_of(self.function) if each.value is not None]

    # ------------------------------------------------------------- arguments

    def _is_form(self, parameter: c.Parameter) -> bool:
        """Whether a parameter is FormData: by its type, else by what is done with it and what callers give."""
        if parameter.type is not None:
            return self.module.source.text(parameter.type.span).strip() == "FormData"
        if self.is_typescript or not isinstance(parameter.pattern, c.Name):
            return False
        at = self.function.parameters.index(parameter)
        is_read = any(method in ("get", "getAll", "entries", "has") for method in self._methods(parameter.pattern))
        if is_read and re.search(r"form|^fd$", parameter.pattern.name, re.IGNORECASE):
            return True
        for use in (use for user in self.clients for use in user.uses):
            if (use.how == "form-action" and at == 0) or (use.how == "action-state" and at == 1):
                return True
        for user in self.clients:
            for use in user.uses:
                call = _call_at(user.module, use)
                if call is not None and at < len(call.arguments):
                    argument = call.arguments[at]
                    if not isinstance(argument, c.Spread) and _is_new_form(user.module, argument):
                        return True
        return False

    def _methods(self, name: c.Name) -> Iterator[str]:
        """The methods that the action calls on a parameter."""
        binding = self.module.scopes.binding(name)
        for reference in binding.references if binding is not None else ():
            above = self.module.parents.get(id(reference))
            if isinstance(above, c.Member) and isinstance(self.module.parents.get(id(above)), c.Call):
                yield above.name

    def _form_index(self) -> int | Refusal | None:
        """Which parameter is FormData."""
        parameters = self.function.parameters
        forms = [index for index, each in enumerate(parameters) if self._is_form(each)]
        for user in self.clients:
            for use in user.uses:
                if use.how in ("form-action", "action-state") and not forms and parameters:
                    reason = f"the form hands over FormData, and `{self.name}` does not say that it takes it"
                    return Refusal(reason, user.path, use.span)
        if not forms:
            for parameter in parameters:
                if not isinstance(parameter.pattern, c.Name):
                    continue
                if "getAll" in (methods := set(self._methods(parameter.pattern))) or "get" in methods:
                    if parameter.type is None:
                        reason = f"`{parameter.pattern.name}` may be FormData, a Map or something else: nothing says so"
                        return Refusal(reason, self.module.path, parameter.span)
            return None
        for index, parameter in enumerate(parameters):
            if index != forms[0] and not self._is_ignored(parameter):
                reason = "FormData together with other arguments: a request has one body"
                return Refusal(reason, self.module.path, parameter.span)
        return forms[0]

    def _is_ignored(self, parameter: c.Parameter) -> bool:
        """Whether the action never looks at a parameter, and undefined can stand in for it."""
        if not isinstance(parameter.pattern, c.Name):
            return False
        binding = self.module.scopes.binding(parameter.pattern)
        if binding is None or binding.references:
            return False
        if parameter.type is None:
            return not self.is_typescript
        text = self.module.source.text(parameter.type.span)
        return bool(re.search(r"\b(?:any|unknown|undefined)\b", text))

    def _arguments(self, form: int | None) -> tuple[Argument, ...] | Refusal:
        found: list[Argument] = []
        taken = {name.name for each in self.function.parameters for name in c.bound_names(each.pattern)}
        for index, parameter in enumerate(self.function.parameters):
            if isinstance(parameter.pattern, c.Name):
                name = parameter.pattern.name
            else:
                name = "input" if len(self.function.parameters) == 1 else f"input{index + 1}"
                if name in taken:
                    name = f"{name}Value"
            if name in (self.name, "request", "POST", "Response", "fetch", "response", "JSON"):
                reason = f"the parameter `{name}` would clash with what the endpoint needs: rename it first"
                return Refusal(reason, self.module.path, parameter.span)
            is_optional = parameter.is_optional or parameter.default is not None
            is_sent = form is None or index == form
            found.append(Argument(name, self._type_text(parameter), is_optional, parameter.is_rest, is_sent))
        return tuple(found)

    def _type_text(self, parameter: c.Parameter) -> str | None:
        if not self.is_typescript:
            return None
        if parameter.type is not None:
            return self.module.source.text(parameter.type.span)
        match parameter.default:
            case c.String() | c.Template():
                return "string"
            case c.Number():
                return "number"
            case c.Constant(text="true" | "false"):
                return "boolean"
            case _:
                return None

    def _body(self, form: int | None, arguments: Sequence[Argument]) -> Body:
        if not arguments:
            return "none"
        if form is not None:
            return "form"
        parameter = self.function.parameters[0]
        if len(arguments) == 1 and not arguments[0].is_rest and not arguments[0].is_optional:
            text = arguments[0].type or ""
            is_object = isinstance(parameter.pattern, c.ObjectPattern) or (
                text.startswith("{") and text.endswith("}") and "|" not in _outside_braces(text)
            )
            if is_object and "undefined" not in _outside_braces(text):
                return "whole"
        return "members"

    def _answers(self) -> Answers:
        function = self.function
        if function.return_type is not None:
            text = re.sub(r"\s", "", self.module.source.text(function.return_type.span))
            if text in ("Promise<void>", "Promise<undefined>", "void", "undefined"):
                return "nothing"
        elif isinstance(function.body, c.Block) and not self._returned():
            return "nothing"
        return "maybe" if function_may_give_undefined(self.project, self.module, function) else "value"

    # ---------------------------------------------------------------- places

    def _used_here(self) -> bool:
        """Whether the rest of the file uses the function."""
        main = self.module.export(self.entry.symbol)
        assert main is not None
        return any(not main.statement.span.contains(each.span) for each in self.own_references)

    def _placed(
        self, form: int | None, arguments: tuple[Argument, ...], answers: Answers, effects: tuple[Effect, ...]
    ) -> Plan | Refusal:
        is_sole = (
            not any(each.name != self.entry.symbol and not each.is_type for each in self.module.exports)
            and not self._used_here()
        )
        extraction = extract(self.module, self.entry.symbol)
        reachable = self._reachable(extraction)
        if (
            not self.servers
            and not self._used_here()
            and (not self.clients or self._is_written_out(arguments, answers, reachable))
        ):
            home: Home = "route"
        else:
            home = "place" if is_sole else "file"
        if isinstance(extraction, Refusal) and home != "place":
            if not is_sole:
                return extraction
            home = "place"
        clash = None if isinstance(extraction, Refusal) or home != "route" else _clash(extraction)
        if clash is not None:
            return clash
        folder, stem = folder_of(self.module.path), kebab(self.name)
        extension = self._extension(extraction if home != "place" else None)
        function_path = self.module.path
        if home == "file":
            function_path = free_path(self.project, folder, (stem, f"{stem}-on-server"), extension)
        route_path, pattern = self._route(stem, extension if home == "route" else extension.replace("x", ""))
        if home == "route":
            function_path = route_path
        client_path: str | None = None
        if self.clients:
            plain = "ts" if self.is_typescript else "js"
            client_path = free_path(self.project, folder, (f"{stem}-client", f"{stem}-in-browser"), plain)
            if client_path == function_path:
                client_path = free_path(self.project, folder, (f"{stem}-in-browser",), plain)
        types: tuple[Wanted, ...] = ()
        result_type: str | None = None
        if client_path is not None and self.is_typescript:
            arguments, result_type, types = self._client_signature(
                arguments, answers, reachable, client_path, function_path
            )
        refreshes = self._refreshes(effects)
        url = f"{self.app.config.base_path}{pattern}{'/' if self.app.config.trailing_slash else ''}"
        return Plan(
            module=self.module,
            name=self.name,
            is_default=self.entry.symbol == "default",
            extraction=extraction if home != "place" and not isinstance(extraction, Refusal) else None,
            home=home,
            function_path=function_path,
            route_path=route_path,
            url=url,
            client_path=client_path,
            arguments=arguments,
            body=self._body(form, arguments),
            answers=answers,
            result_type=result_type,
            client_types=types,
            clients=self.clients,
            servers=self.servers,
            refreshes=refreshes,
            uses_next_response=self._uses_next_response(),
            is_server_only=home != "route" and self._may_be_server_only(),
            notes=tuple(
                self._notes(home, client_path, function_path, pattern, effects, answers, has_refresh=bool(refreshes))
            ),
        )

    def _extension(self, extraction: Extraction | Refusal | None) -> str:
        has_jsx = (
            not isinstance(extraction, Refusal)
            and extraction is not None
            and any(isinstance(code, c.Jsx) for statement in extraction.moved for code in c.walk(statement))
        )
        return ("tsx" if has_jsx else "ts") if self.is_typescript else ("jsx" if has_jsx else "js")

    def _route(self, stem: str, extension: str) -> tuple[str, str]:
        """The file of the new route, and its pattern; never one that something answers already."""
        assert self.app.app_dir is not None
        wanted = [stem, *(f"{folder}/{stem}" for folder in self._folder_names()), f"{stem}-action"]
        wanted += [f"{stem}-{number}" for number in range(2, 100)]
        allowed = self.app.config.page_extensions
        fitting = [each for each in allowed if each.rpartition(".")[2] == extension]
        fitting += [each for each in allowed if each.rpartition(".")[2][:2] == extension[:2]]
        suffix = (fitting or [extension])[0]
        taken = {route.pattern for route in self.project.routes(self.app).routes}
        for each in wanted:
            folder = f"{self.app.app_dir}/api/{each}"
            if f"/api/{each}" not in taken and not self.project.exists(f"{folder}/route.{suffix}"):
                return f"{folder}/route.{suffix}", f"/api/{each}"
        raise ValueError("a hundred routes have this name")

    def _folder_names(self) -> Iterator[str]:
        name = name_of(folder_of(self.module.path))
        if re.fullmatch(r"[a-z][a-z0-9-]*", name) and name not in ("app", "src", "lib", "actions", "api"):
            yield name

    def _uses_next_response(self) -> bool:
        """Whether the app's route handlers answer by NextResponse."""
        handlers = [path for path in self.project.paths() if self.project.role(path) == "route-handler"]
        for path in handlers:
            surface = self.project.surface(path)
            if self.project.app(path) is self.app and surface is not None:
                for each in surface.imports:
                    if each.source == "next/server" and any(name == "NextResponse" for name, _ in each.names):
                        return True
        return False

    def _may_be_server_only(self) -> bool:
        paths = [user.path for user in self.servers]
        return not runs_outside_app_router(self.project, paths)

    # ----------------------------------------------------------------- types

    def _reachable(self, extraction: Extraction | Refusal) -> frozenset[str]:
        """The names of the file that the client's types can use: imported ones, and types that stay."""
        reachable = set(self.module.import_of)
        if isinstance(extraction, Refusal):
            reachable |= {each.local.name for each in self.module.exports if each.is_type and each.local is not None}
        else:
            reachable |= set(extraction.kept_types)
        return frozenset(reachable)

    def _names_of(self, written: c.Type | None, reachable: frozenset[str]) -> frozenset[str] | None:
        """The names of the file that a type uses; None when one of them can't be reached from the client."""
        names: set[str] = set()
        for name in written.names if written is not None else ():
            binding = self.module.scopes.binding(name)
            if binding is not None and binding.scope is self.module.scopes.top:
                names.add(binding.name)
        return frozenset(names) if names <= reachable else None

    def _is_written_out(self, arguments: tuple[Argument, ...], answers: Answers, reachable: frozenset[str]) -> bool:
        """Whether the client's signature can do without the type of the function on the server."""
        if not self.is_typescript:
            return True
        types = [*(each.type for each in self.function.parameters), self.function.return_type]
        return (
            all(self._names_of(each, reachable) is not None for each in types)
            and all(each.type is not None for each in arguments)
            and self._result_type(answers) is not None
        )

    def _client_signature(
        self,
        arguments: tuple[Argument, ...],
        answers: Answers,
        reachable: frozenset[str],
        client_path: str,
        function_path: str,
    ) -> tuple[tuple[Argument, ...], str, tuple[Wanted, ...]]:
        """The types written out where that can be, else read off the function on the server."""
        alias = f"{self.name}OnServer"
        is_derived = False
        names: set[str] = set()
        written: list[Argument] = []
        for index, (argument, parameter) in enumerate(zip(arguments, self.function.parameters, strict=True)):
            needed = self._names_of(parameter.type, reachable)
            if argument.type is None or needed is None:
                is_derived = True
                type_ = f"Parameters<typeof {alias}>"
                if argument.is_rest:
                    type_ = f"{type_} extends [{', '.join(['unknown'] * index + ['...infer R'])}] ? R : never"
                else:
                    type_ = f"{type_}[{index}]"
                argument = Argument(argument.name, type_, argument.is_optional, argument.is_rest, argument.is_sent)
            else:
                names |= needed
            written.append(argument)
        result = self._result_type(answers)
        needed = self._names_of(self.function.return_type, reachable)
        if result is None or needed is None:
            is_derived = True
            result = f"Promise<Awaited<ReturnType<typeof {alias}>>>"
        else:
            names |= needed
        types = list(self._wanted_types(names, client_path))
        if is_derived:
            source = specifier(self.project, client_path, function_path)
            types.append(Wanted(self.entry.symbol, source, alias, is_type=True))
        return tuple(written), result, tuple(types)

    def _result_type(self, answers: Answers) -> str | None:
        if self.function.return_type is not None:
            text = self.module.source.text(self.function.return_type.span)
            return text if text.startswith("Promise<") else None
        if answers == "nothing":
            return "Promise<void>"
        values = [c.bare(value) for value in self._returned()]
        if answers == "value" and len(values) == 1:
            match values[0]:
                case c.String() | c.Template():
                    return "Promise<string>"
                case c.Number():
                    return "Promise<number>"
                case c.Binary(operator="===" | "!==" | "<" | ">" | "<=" | ">="):
                    return "Promise<boolean>"
                case _:
                    return None
        return None

    def _wanted_types(self, names: Iterable[str], client_path: str) -> Iterator[Wanted]:
        for name in sorted(names):
            imported = self.module.import_of.get(name)
            if imported is not None:
                # The client's file lies beside the action's: the same path leads there.
                yield Wanted(imported.imported, imported.source.value, name, is_type=True)
            else:
                yield Wanted(name, specifier(self.project, client_path, self.module.path), name, is_type=True)

    def _refreshes(self, effects: tuple[Effect, ...]) -> tuple[tuple[str, Refresh], ...]:
        """All files refresh, or none does and a note says so: half of it would be hard to see."""
        found: list[tuple[str, Refresh]] = []
        for user in self.clients if effects else ():
            if user.uses:
                refresh = refreshed(self.project, user, Style.of(user.module.source))
                if refresh is None:
                    return ()
                found.append((user.path, refresh))
        return tuple(found)

    # ----------------------------------------------------------------- notes

    def _notes(
        self,
        home: Home,
        client_path: str | None,
        function_path: str,
        pattern: str,
        effects: tuple[Effect, ...],
        answers: Answers,
        *,
        has_refresh: bool,
    ) -> Iterator[str]:
        if client_path is not None:
            yield (
                f"`{self.name}` in {client_path} fetches {pattern} with the signature of the action:"
                " callers import it from there and stay as they are."
            )
        if home == "route":
            yield f"The body of `{self.name}` moved to the route handler: nothing else on the server calls it."
        elif self.servers or self._used_here():
            yield f"`{self.name}` in {function_path} is a plain function now, which server code calls as before."
        else:
            yield f"`{self.name}` in {function_path} is a plain function now, which the route handler calls."
        yield (
            f"Anything on the internet can call POST {pattern}: Next.js compares Origin and Host for Server Actions"
            " only."
        )
        if self.app.middleware is not None:
            yield f"{self.app.middleware} sees {pattern} now instead of the page's path: look at what it guards."
        if effects and self.clients:
            yield _refresh_note(effects, has_refresh=has_refresh)
        if (
            answers != "nothing"
            and self.function.return_type is None
            and not all(is_plain(self.module, value) for value in self._returned())
        ):
            yield "The result travels as JSON: a Date or a Map in it would not arrive as such."
        if any(use.in_parallel for user in self.clients for use in user.uses):
            yield "Calls at the same time run at the same time: Next.js runs the actions of a page in turn."
        if self.clients and any(use.how in ("form-action", "action-state") for u in self.clients for use in u.uses):
            yield "The form needs JavaScript now: an action's form also works before it has loaded."


def _clash(extraction: Extraction) -> Refusal | None:
    """Names that the moved code brings along and that the handler needs for itself."""
    for statement in extraction.moved:
        for name in declared_names(statement):
            if name.name in ("POST", "Response", "NextResponse", "Request"):
                return Refusal(
                    f"`{name.name}` means something else in a route handler", extraction.module.path, name.span
                )
    return None


def _refresh_note(effects: tuple[Effect, ...], *, has_refresh: bool) -> str:
    names = sorted({effect.name for effect in effects})
    calls = " and ".join(f"`{name}`" for name in names if name != "cookies")
    cause = f"with {calls}" if calls else "that sets cookies"
    if has_refresh:
        return f"`router.refresh()` follows each call: an action {cause} refreshes its page, an endpoint does not."
    return (
        f"An action {cause} refreshes the page that calls it, an endpoint does not:"
        " call `router.refresh()` after it where the page shows the change."
    )


def _outside_braces(text: str) -> str:
    depth, found = 0, ""
    for char in text:
        depth += char == "{"
        if not depth:
            found += char
        depth -= char == "}"
    return found


def _call_at(module: Module, use: Use) -> c.Call | None:
    """The call that a use is, when it is one."""
    if use.how != "call":
        return None
    return next(
        (code for code in module.path_to(use.span.start) if isinstance(code, c.Call) and code.span == use.whole), None
    )


def _is_new_form(module: Module, argument: c.Expression) -> bool:
    """``new FormData(…)``, or a name that was given one."""
    bare = c.bare(argument)
    if isinstance(bare, c.Name):
        binding = module.scopes.binding(bare)
        if binding is None or binding.value is None or binding.pattern is not None:
            return False
        bare = c.bare(binding.value)
    return isinstance(bare, c.New) and c.dotted(bare.callee) == "FormData"
