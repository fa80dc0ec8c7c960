"""What a caller does with an endpoint: what it sends, and what it looks at in the answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.conversions.endpoint_to_action.dispatch import always_exits
from turnout.conversions.endpoint_to_action.inputs import grouped
from turnout.conversions.endpoint_to_action.refused import refused
from turnout.model import code as c
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.entries import Caller
from turnout.project.routes import Route
from turnout.text.span import Span

Outcome: TypeAlias = Literal["success", "failure", "both"]


@dataclass(frozen=True)
class Read:
    """One place that reads the body of the answer."""

    code: c.Expression
    """``await res.json()``, or ``res.json()`` where it is returned."""
    span: Span
    """The same with its parentheses."""
    receiver: Span
    """``res``"""
    form: Literal["json", "text"]
    outcome: Outcome
    """For which answers this place is reached."""
    by: Literal["ok", "status", "range", "nothing"] = "nothing"
    """What the condition looks at that tells so."""
    fallback: c.Expression | None = None
    """What stands for a body that is not JSON: ``res.json().catch(() => null)``."""


@dataclass
class CallSite:
    """One request of one file."""

    caller: Caller
    module: Module
    call: c.Call
    segments: dict[str, c.Expression | str] = field(default_factory=dict[str, "c.Expression | str"])
    query: dict[str, c.Expression | str] = field(default_factory=dict[str, "c.Expression | str"])
    body: c.Expression | None = None
    form: Literal["json", "form", "none"] = "none"
    says_json: bool = False
    """Whether it names the content type application/json."""
    reads: list[Read] = field(default_factory=list[Read])
    ok_reads: list[c.Member] = field(default_factory=list[c.Member])
    status_reads: list[c.Member] = field(default_factory=list[c.Member])
    variable: c.Name | None = None
    """What the response is called."""
    declaration: c.Declare | None = None
    """``const res = await fetch(…)``"""
    json_step: Span | None = None
    """``.then((res) => res.json())`` and nothing else in it."""
    direct: bool = False
    """``(await fetch(…)).json()``"""
    gone: list[Span] = field(default_factory=list[Span])
    """Declarations that only served the request."""
    is_one_of_many: bool = False
    """Whether several requests run at once here."""
    ok_branches: list[c.If] = field(default_factory=list[c.If])
    """``if (!res.ok) { … }`` without else, one for each look at ``ok``."""
    rejects_alike: bool = False
    """Whether an uncaught error of the server ends for the caller as a rejected promise would."""

    @property
    def looks_at_outcome(self) -> bool:
        return bool(self.ok_reads or self.status_reads)

    @property
    def reads_success(self) -> bool:
        return any(read.outcome != "failure" for read in self.reads)

    @property
    def reads_failure(self) -> bool:
        return self.looks_at_outcome and any(read.outcome != "success" for read in self.reads)


def read_call_site(module: Module, caller: Caller, route: Route) -> CallSite:
    """Everything about one ``fetch``; refuses what can't be followed."""
    around = (statement for statement in module.body if statement.span.contains(caller.whole))
    calls = (code for statement in around for code in c.walk(statement) if isinstance(code, c.Call))
    call = next((code for code in calls if code.span == caller.whole), None)
    if call is None:
        raise refused("This request can't be rewritten.", module, caller.span)
    site = CallSite(caller, module, call)
    _Sent(site, route).read()
    _Received(site).read()
    return site


class _Sent:
    """URL, options and body."""

    def __init__(self, site: CallSite, route: Route) -> None:
        self.site = site
        self.module = site.module
        self.route = route

    def read(self) -> None:
        arguments = self.site.call.arguments
        if not arguments or any(isinstance(argument, c.Spread) for argument in arguments):
            raise refused("What this request asks for can't be told.", self.module, self.site.call)
        self.url(self.resolved(arguments[0]))
        if len(arguments) > 1:
            self.options(self.resolved(arguments[1]), arguments[1])

    def resolved(self, expression: c.Expression) -> c.Expression:
        """A constant of this function is what it was given; if nothing else uses it, it goes with the request."""
        bare = c.bare(expression)
        if not isinstance(bare, c.Name):
            return bare
        binding = self.module.scopes.binding(bare)
        if binding is None or binding.kind not in ("const", "let") or binding.writes or binding.pattern is not None:
            return bare
        if binding.value is None:
            return bare
        above = self.module.parents.get(id(binding.site))
        statement = self.module.parents.get(id(above)) if above is not None else None
        if len(binding.references) == 1 and isinstance(statement, c.Declare) and len(statement.declarators) == 1:
            if not isinstance(self.module.parents.get(id(statement)), c.ExportDeclaration):
                self.site.gone.append(statement.span)
        return self.resolved(binding.value)

    # ------------------------------------------------------------------- url

    def url(self, url: c.Expression) -> None:
        if isinstance(url, c.Conditional):
            raise refused("This request chooses its URL by a condition.", self.module, url)
        parts = self.flat(url)
        if parts and not isinstance(parts[0], str):
            parts = parts[1:]  # `${BASE_URL}/api/x`: the index knows that the origin is the app's own
        segments: list[list[c.Expression | str]] = [[]]
        query: list[c.Expression | str] = []
        in_query = False
        for part in parts:
            if isinstance(part, str) and not in_query:
                path, mark, rest = part.partition("?")
                first, *others = path.split("/")
                if first:
                    segments[-1].append(first)
                for each in others:
                    segments.append([each] if each else [])
                in_query = bool(mark)
                if rest:
                    query.append(rest)
            elif in_query:
                query.append(part)
            else:
                segments[-1].append(part)
        given = [segment for segment in segments if segment]
        base = [each for each in self.route.base_path.split("/") if each]
        if [segment[0] for segment in given[: len(base)]] == base:
            given = given[len(base) :]
        if given and isinstance(given[0][0], str) and given[0][0].startswith("http"):
            given = given[2:]
        if len(given) != len(self.route.segments):
            raise refused("Which part of this URL is which segment can't be told.", self.module, url)
        for segment, values in zip(self.route.segments, given, strict=True):
            if segment.kind == "static":
                continue
            if segment.kind != "dynamic" or len(values) != 1:
                raise refused("Which part of this URL is which segment can't be told.", self.module, url)
            self.site.segments[segment.name] = self.decoded(values[0])
        self.query(query, url)

    def flat(self, url: c.Expression) -> list[c.Expression | str]:
        bare = c.bare(url)
        match bare:
            case c.String(value=value):
                return [value]
            case c.Template(strings=strings, values=values):
                parts: list[c.Expression | str] = [strings[0]] if strings[0] else []
                for value, string in zip(values, strings[1:], strict=True):
                    parts.append(value)
                    if string:
                        parts.append(string)
                return parts
            case c.Binary(operator="+", left=left, right=right):
                return [*self.flat(left), *self.flat(right)]
            case c.Name():
                known = literal(self.module, bare)
                if known is not None and "/" in known:
                    self.resolved(bare)
                    return [known]
                return [bare]
            case c.Conditional():
                raise refused("This request chooses its URL by a condition.", self.module, bare)
            case _:
                return [bare]

    def decoded(self, value: c.Expression | str) -> c.Expression | str:
        if isinstance(value, c.Call) and c.dotted(value.callee) in ("encodeURIComponent", "encodeURI", "String"):
            if len(value.arguments) == 1 and not isinstance(value.arguments[0], c.Spread):
                return value.arguments[0]
        return value

    def query(self, parts: list[c.Expression | str], url: c.Expression) -> None:
        if not parts:
            return
        if len(parts) == 1 and not isinstance(parts[0], str):
            self.query_object(parts[0], url)
            return
        key: str | None = None
        for part in parts:
            if isinstance(part, str):
                for pair in part.split("&"):
                    if not pair:
                        continue
                    name, mark, value = pair.partition("=")
                    if not mark:
                        raise refused("The query string of this request can't be followed.", self.module, url)
                    if value:
                        self.site.query[name] = value
                    key = None if value else name
            elif key is not None and key not in self.site.query:
                self.site.query[key] = self.decoded(part)
            else:
                raise refused("The query string of this request can't be followed.", self.module, url)
        if key is not None and key not in self.site.query:
            self.site.query[key] = ""

    def query_object(self, value: c.Expression, url: c.Expression) -> None:
        """``?${new URLSearchParams({ q, page })}``"""
        resolved = self.resolved(value)
        if (
            isinstance(resolved, c.Call)
            and isinstance(resolved.callee, c.Member)
            and resolved.callee.name == "toString"
        ):
            resolved = self.resolved(resolved.callee.object)
        if (
            isinstance(resolved, c.New)
            and c.dotted(resolved.callee) == "URLSearchParams"
            and len(resolved.arguments) == 1
        ):
            given = c.bare(resolved.arguments[0])
            if isinstance(given, c.Object):
                for member in given.members:
                    if not isinstance(member, c.Property) or member.key is None:
                        raise refused("The query string of this request can't be followed.", self.module, member)
                    self.site.query[member.key] = member.value
                return
        raise refused("The query string of this request can't be followed.", self.module, url)

    # --------------------------------------------------------------- options

    def options(self, options: c.Expression, at: c.Expression | c.Spread) -> None:
        if not isinstance(options, c.Object):
            raise refused("The options of this request can't be followed.", self.module, at)
        for member in options.members:
            if not isinstance(member, c.Property) or member.key is None:
                raise refused("The options of this request can't be followed.", self.module, member)
            self.option(member.key, member.value, member)

    def option(self, key: str, value: c.Expression, member: c.Property) -> None:
        match key:
            case "method":
                if literal(self.module, value) is None:
                    raise refused("This request chooses its method by a condition.", self.module, member)
            case "headers":
                self.headers(self.resolved(value), member)
            case "body":
                self.body(value)
            case "credentials":
                if literal(self.module, value) == "omit":
                    raise refused(
                        "This request leaves the cookies out, which an action's call can't.", self.module, member
                    )
            case "signal":
                raise refused("This request can be aborted, which an action's call can't.", self.module, member)
            case "keepalive":
                raise refused(
                    "This request outlives its page (keepalive), which an action's call does not.", self.module, member
                )
            case "cache" | "mode" | "redirect" | "referrerPolicy" | "priority":
                pass
            case _:
                raise refused(f"This request sets \"{key}\", which an action's call can't.", self.module, member)

    def headers(self, headers: c.Expression, member: c.Property) -> None:
        if not isinstance(headers, c.Object):
            raise refused("The headers of this request can't be followed.", self.module, member)
        for each in headers.members:
            if not isinstance(each, c.Property) or each.key is None:
                raise refused("The headers of this request can't be followed.", self.module, each)
            name = each.key.lower()
            if name == "content-type":
                kind = literal(self.module, each.value) or ""
                if not kind.startswith("application/json"):
                    raise refused(f"This request sends {kind or 'a content type of its own'}.", self.module, each)
                self.site.says_json = True
            elif name not in ("accept", "x-requested-with", "cache-control"):
                raise refused(
                    f"This request sends the header {each.key}, which an action's call can't.", self.module, each
                )

    def body(self, value: c.Expression) -> None:
        resolved = self.resolved(value)
        match resolved:
            case c.Call(callee=c.Member(object=c.Name(name="JSON"), name="stringify"), arguments=(first,)):
                if isinstance(first, c.Spread):
                    raise refused("The body of this request can't be followed.", self.module, value)
                self.site.body, self.site.form = first, "json"
            case c.New(callee=c.Name(name="FormData")):
                self.site.body, self.site.form = value, "form"
                self.site.gone = [span for span in self.site.gone if not span.contains(resolved.span)]
            case c.Constant(text="null" | "undefined"):
                pass
            case _:
                name = c.dotted(resolved) or ""
                if name.lower().endswith("formdata"):
                    self.site.body, self.site.form = value, "form"
                else:
                    raise refused("The body of this request is not JSON.", self.module, value)


class _Received:
    """What becomes of the response."""

    def __init__(self, site: CallSite) -> None:
        self.site = site
        self.module = site.module
        self.by: Literal["ok", "status", "range", "nothing"] = "nothing"

    def above(self, code: c.Code) -> c.Code | None:
        return self.module.parents.get(id(code))

    def read(self) -> None:
        call = self.site.call
        above = self.above(call)
        if isinstance(above, c.Member) and above.name in ("then", "catch", "finally"):
            self.chain(above)
            return
        if not isinstance(above, c.Await):
            self.promise(call, above)
            return
        awaited: c.Expression = above
        above = self.above(awaited)
        match above:
            case c.ExpressionStatement():
                self.failure_ignored(awaited)
            case c.Declarator(pattern=c.Name() as name):
                self.variable(name, awaited)
                declaration = self.above(above)
                if isinstance(declaration, c.Declare) and len(declaration.declarators) == 1:
                    self.site.declaration = declaration
            case c.Assign(operator="=", target=c.Name() as target) if isinstance(
                self.above(above), c.ExpressionStatement
            ):
                binding = self.module.scopes.binding(target)
                if binding is None or len(binding.writes) != 1:
                    raise refused("What becomes of this response can't be followed.", self.module, above)
                self.site.variable = target
                self.uses([name for name in binding.references if name is not target], awaited)
            case c.Member():
                self.site.direct = True
                self.use(awaited, awaited)
                self.judge(awaited)
            case _:
                self.lost(awaited, above)

    def promise(self, call: c.Call, above: c.Code | None) -> None:
        """A promise that nobody waits for here."""
        match above:
            case c.ExpressionStatement() | c.Unary(operator="void"):
                self.failure_ignored(call)
            case c.Function() if above.body is call and self.is_dropped(above):
                self.failure_ignored(call)
            case c.Function() if above.body is call and self.is_one_of_many(above):
                self.site.is_one_of_many = True
                self.failure_ignored(call)
            case c.Call(callee=callee, arguments=arguments) if (
                c.dotted(callee) == "toast.promise" and arguments[0] is call
            ):
                for argument in arguments[1:]:
                    for code in c.walk(argument):
                        if isinstance(code, c.Function) and code.parameters:
                            member = self.above(code)
                            if not (isinstance(member, c.Property) and member.key == "error"):
                                raise refused(
                                    "The response goes into a function that can't be followed.", self.module, code
                                )
                self.failure_ignored(call)
            case _:
                self.lost(call, above)

    def is_dropped(self, function: c.Function) -> bool:
        """``onClick={() => fetch(…)}``: nobody looks at what comes back."""
        above = self.above(function)
        return isinstance(above, c.JsxAttribute) and above.name.startswith("on")

    def is_one_of_many(self, function: c.Function) -> bool:
        """``await Promise.all(ids.map((id) => fetch(…)))``, and nobody looks at what comes back."""
        call = self.above(function)
        around = self.above(call) if isinstance(call, c.Call) else None
        if not isinstance(call, c.Call) or not isinstance(call.callee, c.Member) or call.callee.name != "map":
            return False
        if not isinstance(around, c.Call) or c.dotted(around.callee) not in ("Promise.all", "Promise.allSettled"):
            return False
        awaited = self.above(around)
        return isinstance(awaited, c.Await) and isinstance(self.above(awaited), c.ExpressionStatement)

    def lost(self, code: c.Expression, above: c.Code | None) -> None:
        if isinstance(above, c.Call):
            name = c.dotted(above.callee)
            raise refused(
                f"The response goes into {name or 'a function'}(), which can't be followed.", self.module, above
            )
        if isinstance(above, (c.Return, c.Function)):
            raise refused("This function gives the response back to whoever calls it.", self.module, code)
        raise refused("What becomes of this response can't be followed.", self.module, code)

    def failure_ignored(self, code: c.Expression) -> None:
        self.site.rejects_alike = False

    # ----------------------------------------------------------------- names

    def variable(self, name: c.Name, awaited: c.Expression) -> None:
        binding = self.module.scopes.binding(name)
        if binding is None or binding.writes:
            raise refused("What becomes of this response can't be followed.", self.module, name)
        self.site.variable = name
        self.uses(binding.references, awaited)

    def uses(self, references: list[c.Name], awaited: c.Expression) -> None:
        for reference in references:
            self.use(reference, awaited)
        self.judge(awaited)

    def use(self, response: c.Expression, awaited: c.Expression) -> None:
        above = self.above(response)
        while isinstance(above, c.Cast):
            above = self.above(above)
        match above:
            case c.Member(name="ok"):
                self.site.ok_reads.append(above)
            case c.Member(name="status"):
                self.site.status_reads.append(above)
            case c.Member(name="json" | "text" as form):
                self.body_read(response, above, "json" if form == "json" else "text")
            case c.Member(name=name):
                raise refused(
                    f"The caller reads {name} of the response, which an action's result has not.", self.module, above
                )
            case _:
                self.lost(response, above)

    def body_read(self, response: c.Expression, member: c.Member, form: Literal["json", "text"]) -> None:
        call = self.above(member)
        if not isinstance(call, c.Call):
            raise refused("What becomes of this response can't be followed.", self.module, member)
        above = self.above(call)
        code: c.Expression = call
        fallback: c.Expression | None = None
        match above:
            case c.Await():
                code = above
            case c.Return() | c.Function():
                if self.module.function_around(call) is None:
                    raise refused("What becomes of this response can't be followed.", self.module, call)
            case c.Member(name="catch") if (guarded := self.guarded(above)) is not None:
                code, fallback = guarded
            case c.Member(name="catch"):
                raise refused(
                    "The caller has a value for an answer that is not JSON, which an action can't give.",
                    self.module,
                    above,
                )
            case _:
                raise refused("The caller reads the body without waiting for it here.", self.module, call)
        receiver = response.span
        outcome = self.outcome(code)
        by = self.by if outcome != "both" else "nothing"
        self.site.reads.append(Read(code, grouped(self.module, code), receiver, form, outcome, by, fallback))

    def guarded(self, member: c.Member) -> tuple[c.Expression, c.Expression] | None:
        """``await res.json().catch(() => ({}))``: the whole and the value for other bodies."""
        call = self.above(member)
        whole = self.above(call) if call is not None else None
        if not isinstance(call, c.Call) or len(call.arguments) != 1 or not isinstance(whole, c.Await):
            return None
        function = c.bare(call.arguments[0])
        if not isinstance(function, c.Function) or function.body is None or isinstance(function.body, c.Block):
            return None
        return whole, function.body

    # -------------------------------------------------------------- outcomes

    def outcome(self, code: c.Code) -> Outcome:
        """For which answers a place is reached, read from the conditions around and above it."""
        found: Outcome = "both"
        current: c.Code = code
        while (above := self.above(current)) is not None and not (isinstance(above, c.Function) and found != "both"):
            match above:
                case c.If(test=test, then=then, otherwise=otherwise):
                    if current is then:
                        found = self.tested(test, True)
                    elif current is otherwise:
                        found = self.tested(test, False)
                case c.Conditional(test=test, then=then, otherwise=otherwise):
                    if current is then:
                        found = self.tested(test, True)
                    elif current is otherwise:
                        found = self.tested(test, False)
                case c.Block(body=body):
                    for statement in body:
                        if statement is current:
                            break
                        if isinstance(statement, c.If) and always_exits(statement.then) and statement.otherwise is None:
                            after = self.tested(statement.test, False)
                            found = after if after != "both" else found
                case _:
                    pass
            if found != "both":
                return found
            current = above
        return found

    def tested(self, test: c.Expression, holds: bool) -> Outcome:
        bare = c.bare(test)
        match bare:
            case c.Unary(operator="!", operand=operand):
                return self.tested(operand, not holds)
            case c.Binary(operator="&&", left=left, right=right):
                if holds:
                    first = self.tested(left, True)
                    return first if first != "both" else self.tested(right, True)
                return "both"
            case c.Binary(operator="||", left=left, right=right):
                if not holds:
                    first = self.tested(left, False)
                    return first if first != "both" else self.tested(right, False)
                return "both"
            case c.Member(name="ok") if bare in self.site.ok_reads or self.is_response(bare.object):
                self.by = "ok"
                return "success" if holds else "failure"
            case c.Binary(
                operator="===" | "==" | "!==" | "!=" as operator, left=c.Member(name="status") as left, right=right
            ):
                number = literal(self.module, right)
                if not self.is_response(left.object) or number is None or not number.isdigit():
                    return "both"
                equal = holds == operator.startswith("=")
                self.by = "status"
                if equal:
                    return "success" if 200 <= int(number) < 300 else "failure"
                return "failure" if number in ("200", "201", "204") else "both"
            case c.Binary(
                operator=">=" | ">", left=c.Member(name="status") as left, right=c.Number(text="400" | "399" | "300")
            ):
                self.by = "range"
                return ("failure" if holds else "success") if self.is_response(left.object) else "both"
            case _:
                return "both"

    def is_response(self, code: c.Expression) -> bool:
        bare = c.bare(code)
        if isinstance(bare, c.Name) and self.site.variable is not None:
            binding = self.module.scopes.binding(bare)
            return binding is not None and binding is self.module.scopes.binding(self.site.variable)
        return bare is self.site.call

    def judge(self, awaited: c.Expression) -> None:
        """Whether a rejected promise ends the same way as a 500 without JSON did."""
        reads = self.site.reads
        for read in self.site.ok_reads:
            test = self.above(read)
            branch = self.above(test) if isinstance(test, c.Unary) and test.operator == "!" else None
            if isinstance(branch, c.If) and branch.test is test and branch.otherwise is None:
                self.site.ok_branches.append(branch)
        if any(read.form == "json" and read.fallback is None and read.outcome in ("both", "failure") for read in reads):
            # res.json() of Next.js's own 500 rejects: the same try sees it, or nobody does.
            self.site.rejects_alike = True
            return
        if not self.site.looks_at_outcome:
            self.site.rejects_alike = False
            return
        self.site.rejects_alike = self.throws_on_failure(awaited)

    def throws_on_failure(self, awaited: c.Expression) -> bool:
        """``if (!res.ok) throw new Error('…')`` in a try whose catch does not look at the error."""
        reads = [*self.site.ok_reads, *self.site.status_reads]
        throws = 0
        for read in reads:
            above = next((each for each in self.module.ancestors(read) if isinstance(each, (c.If, c.Block))), None)
            if isinstance(above, c.If) and above.test.span.contains(read.span):
                if self.tested(above.test, True) == "failure" and _only_throws(above.then):
                    throws += 1
                    continue
            if any(isinstance(each, c.Throw) for each in self.module.ancestors(read)):
                continue
            return False
        if not throws:
            return False
        child: c.Code = awaited
        for above in self.module.ancestors(awaited):
            if isinstance(above, c.Function):
                return False
            if isinstance(above, c.Try) and above.handler is not None and child is above.block:
                if above.parameter is None:
                    return True
                if isinstance(above.parameter, c.Name):
                    binding = self.module.scopes.binding(above.parameter)
                    return binding is not None and all(self.is_only_logged(name) for name in binding.references)
                return False
            child = above
        return False

    def is_only_logged(self, name: c.Name) -> bool:
        above = self.above(name)
        return isinstance(above, c.Call) and (c.dotted(above.callee) or "").startswith("console.")

    # ---------------------------------------------------------------- chains

    def chain(self, member: c.Member) -> None:
        """``fetch(…).then(…).catch(…)``"""
        call = self.above(member)
        if not isinstance(call, c.Call) or not call.arguments:
            raise refused("What becomes of this response can't be followed.", self.module, member)
        if member.name != "then":
            # fetch(…).catch(() => {}): nobody looks at the response
            above = self.above(call)
            if isinstance(above, (c.ExpressionStatement, c.Unary)) or (
                isinstance(above, c.Await) and isinstance(self.above(above), c.ExpressionStatement)
            ):
                self.failure_ignored(call)
                return
            self.lost(call, above)
        first = c.bare(call.arguments[0])
        if not isinstance(first, c.Function):
            raise refused(
                f"The response goes into {c.dotted(first) or 'a function'}(), which can't be followed.",
                self.module,
                first,
            )
        if not first.parameters:
            self.failure_ignored(call)
            return
        pattern = first.parameters[0].pattern
        if not isinstance(pattern, c.Name):
            raise refused("What becomes of this response can't be followed.", self.module, pattern)
        binding = self.module.scopes.binding(pattern)
        if binding is None or binding.writes:
            raise refused("What becomes of this response can't be followed.", self.module, pattern)
        self.site.variable = pattern
        self.uses(binding.references, call)
        body = first.body
        if isinstance(body, c.Block) and len(body.body) == 1 and isinstance(body.body[0], c.Return):
            body = body.body[0].value
        value = body.value if isinstance(body, c.Await) else body
        if isinstance(value, c.Call) and len(self.site.reads) == 1 and not self.site.looks_at_outcome:
            if self.site.reads[0].code in (value, body):
                self.site.json_step = Span(self.site.call.span.end, call.span.end)


def _only_throws(statement: c.Statement) -> bool:
    match statement:
        case c.Throw():
            return True
        case c.Block(body=(c.Throw(),)):
            return True
        case _:
            return False


def spans(site: CallSite) -> Iterator[Span]:
    return iter(site.gone)
