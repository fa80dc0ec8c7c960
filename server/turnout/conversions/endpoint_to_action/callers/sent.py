"""What a request sends: the values in its URL, its query and its body."""

from __future__ import annotations

from collections.abc import Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.ground.functions import function_called, value_of
from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.url import Piece, written
from turnout.model import code as c
from turnout.model.callees import returned_values
from turnout.model.module import Module
from turnout.model.strings import literal
from turnout.project.routes import Route
from turnout.project.snapshot import Snapshot


def read_sent(project: Snapshot, site: CallSite, route: Route) -> None:
    """Fill in what a ``fetch`` sends; refuses what an action's call can't."""
    _Sent(project, site, route).read()


class _Sent:
    def __init__(self, project: Snapshot, site: CallSite, route: Route) -> None:
        self.project = project
        self.site = site
        self.module = site.module
        self.route = route
        self.asked: list[c.Expression] = []
        """The headers that are being looked at, from the outside in."""

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
            raise refused(
                "This request chooses its URL by a condition: make it two requests first, one for each.",
                self.module,
                url,
            )
        for code in c.walk(url):
            if isinstance(code, c.Name) and "/" in (literal(self.module, code) or ""):
                self.resolved(code)
        given = written(self.module, url, self.route)
        if len(given.segments) != len(self.route.segments):
            raise refused("Which part of this URL is which segment can't be told.", self.module, url)
        for segment, values in zip(self.route.segments, given.segments, strict=True):
            if segment.kind == "static":
                continue
            if segment.kind != "dynamic" or len(values) != 1:
                raise refused("Which part of this URL is which segment can't be told.", self.module, url)
            self.site.segments[segment.name] = self.decoded(values[0])
        self.query(given.query, url)

    def decoded(self, value: Piece) -> Piece:
        if isinstance(value, c.Call) and c.dotted(value.callee) in ("encodeURIComponent", "encodeURI", "String"):
            if len(value.arguments) == 1 and not isinstance(value.arguments[0], c.Spread):
                return value.arguments[0]
        return value

    def query(self, parts: Sequence[Piece], url: c.Expression) -> None:
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
            if isinstance(member, c.Spread) and isinstance(spread := self.resolved(member.value), c.Object):
                self.options(spread, at)
                continue
            if not isinstance(member, c.Property) or member.key is None:
                raise refused("The options of this request can't be followed.", self.module, member)
            self.option(member.key, member.value, member)

    def option(self, key: str, value: c.Expression, member: c.Property) -> None:
        match key:
            case "method":
                if literal(self.module, value) is None:
                    raise refused("This request chooses its method by a condition.", self.module, member)
            case "headers":
                self.headers(value, member)
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

    def headers(self, headers: c.Expression, member: c.Property, home: Module | None = None) -> None:
        """All headers that an expression may give: the caller's own, or one that stands behind it, in ``home``."""
        if isinstance(name := c.bare(headers), c.Name):
            self.later_headers(home, name, member)
        home, headers = self.followed(home, c.bare(headers) if home is not None else self.resolved(headers))
        if any(each is headers for each in self.asked):
            raise refused("The headers of this request can't be followed.", self.module, member)
        self.asked.append(headers)
        match headers:
            case c.Conditional(test=test, then=then, otherwise=otherwise) if not has_work(test):
                self.headers(then, member, home)
                self.headers(otherwise, member, home)
            case c.Binary(operator="&&", left=left, right=right) if not has_work(left):
                self.headers(right, member, home)
            case c.Constant(text="null" | "undefined"):
                pass
            case c.Call():
                self.headers_made(headers, member, home)
            case c.Object(members=members):
                for each in members:
                    at = each if home is None else member
                    if isinstance(each, c.Spread):
                        self.headers(each.value, member, home)
                        continue
                    if each.key is None:
                        raise refused("The headers of this request can't be followed.", self.module, at)
                    self.header(each.key, literal(home or self.module, each.value) or "", at)
            case _:
                raise refused("The headers of this request can't be followed.", self.module, member)
        self.asked.pop()

    def headers_made(self, call: c.Call, member: c.Property, home: Module | None) -> None:
        """``jsonHeaders()``; of a function that does more, to say which header it sends."""
        made = function_called(self.project, home or self.module, call.callee)
        returned = list(returned_values(made[1])) if made is not None else []
        if made is None or len(returned) != 1:
            raise refused("The headers of this request can't be followed.", self.module, member)
        self.headers(returned[0], member, made[0])
        steps = [each for each in made[1].statements if not isinstance(each, c.Return)]
        given = (
            *call.arguments,
            *(each.value for step in steps if isinstance(step, c.Declare) for each in step.declarators),
        )
        is_plain = all(isinstance(step, c.Declare) for step in steps)
        if not is_plain or any(isinstance(each, c.Spread) or (each is not None and has_work(each)) for each in given):
            raise refused("The headers of this request can't be followed.", self.module, member)

    def later_headers(self, home: Module | None, name: c.Name, member: c.Property) -> None:
        """``headers['X-Team'] = team``, ``headers.set('X-Team', team)``: what an object of headers gets besides."""
        module = home or self.module
        binding = module.scopes.binding(name)
        for reference in binding.references if binding is not None else ():
            at = reference if home is None else member
            above = module.parents.get(id(reference))
            over = module.parents.get(id(above))
            key: c.Expression | c.Spread | str | None = None
            value: c.Expression | c.Spread | None = None
            match above, over:
                case c.Member(name=key), c.Assign(target=target, value=value) if target is above:
                    pass
                case c.Index(object=each, index=key), c.Assign(target=target, value=value) if target is above:
                    if each is not reference:
                        continue
                case c.Member(name="set" | "append"), c.Call(callee=callee, arguments=(key, value)) if callee is above:
                    pass
                case c.Call(callee=callee, arguments=(first, *_)), _ if first is reference:
                    if c.dotted(callee) == "Object.assign":
                        raise refused("The headers of this request can't be followed.", self.module, at)
                    continue
                case _:
                    continue
            known = key if isinstance(key, str) else literal(module, _expression(key))
            if known is None:
                raise refused("The headers of this request can't be followed.", self.module, at)
            self.header(known, literal(module, _expression(value)) or "", at)

    def followed(self, home: Module | None, headers: c.Expression) -> tuple[Module | None, c.Expression]:
        """What stands behind ``jsonHeaders`` and ``new Headers({ … })``."""
        module = home or self.module
        if isinstance(headers, c.Name) and (home is not None or headers.name in module.import_of):
            # import { jsonHeaders } from '@/lib/http'
            found = value_of(self.project, module, headers)
            if found is None or isinstance(found[1], c.Name):
                return home, headers
            return self.followed(*found)
        if isinstance(headers, c.New) and c.dotted(headers.callee) == "Headers" and len(headers.arguments) < 2:
            given = headers.arguments[0] if headers.arguments else None
            if given is not None and not isinstance(given, c.Spread):
                return self.followed(home, c.bare(given))
        return home, headers

    def header(self, name: str, value: str, at: c.Code) -> None:
        match name.lower():
            case "content-type":
                if not value.startswith("application/json"):
                    raise refused(f"This request sends {value or 'a content type of its own'}.", self.module, at)
                self.site.says_json = True
            case "accept" | "x-requested-with" | "cache-control" | "pragma":
                pass
            case "authorization" if value and not self.is_read_on_the_way(name):
                pass  # A fixed text is nobody's key, and a handler that reads it is refused.
            case _:
                raise refused(f"This request sends the header {name}, which an action's call can't.", self.module, at)

    def is_read_on_the_way(self, name: str) -> bool:
        """Whether the app's middleware may look at a header."""
        app = self.project.app(self.module.path)
        source = self.project.source(app.middleware) if app is not None and app.middleware is not None else None
        return source is not None and name.lower().encode() in source.data.lower()

    def body(self, value: c.Expression) -> None:
        resolved = self.resolved(value)
        if (given := self.where_given(resolved)) is not None:
            resolved = given
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

    def where_given(self, body: c.Expression) -> c.Expression | None:
        """``data ? JSON.stringify(data) : undefined``: nothing else is sent where there is nothing."""
        match body:
            case c.Conditional(test=test, then=then, otherwise=c.Constant(text="null" | "undefined")):
                pass
            case c.Binary(operator="&&", left=test, right=then):
                pass
            case _:
                return None
        sent = c.bare(then)
        tested = c.bare(test)
        if isinstance(tested, c.Binary) and isinstance(tested.right, c.Constant) and tested.operator.startswith("!"):
            tested = c.bare(tested.left)
        if not isinstance(sent, c.Call) or c.dotted(sent.callee) != "JSON.stringify" or len(sent.arguments) != 1:
            return None
        text = self.module.source.text
        return sent if text(sent.arguments[0].span) == text(tested.span) else None


def _expression(code: c.Expression | c.Spread | None) -> c.Expression | None:
    return None if isinstance(code, c.Spread) else code
