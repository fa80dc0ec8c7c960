"""The headers and cookies of a request: what next/headers gives an action as well, and what it can't."""

from __future__ import annotations

from turnout.conversions.endpoint_to_action.ground.header_names import is_key, is_of_others, is_standard
from turnout.conversions.endpoint_to_action.ground.pieces import Part, Replace
from turnout.conversions.endpoint_to_action.ground.reading import Reading
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.handed import needed_by, without_argument
from turnout.conversions.endpoint_to_action.handlers.kept import is_taken
from turnout.conversions.endpoint_to_action.handlers.request_parts import is_for_session
from turnout.model import code as c
from turnout.model.strings import literal
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style

_NOTE_ON_ORIGIN = "The origin of the endpoint's URL is the one that the browser sends now: that of the page."


class HeaderReader:
    """Puts ``await headers()`` in place of ``request.headers``; before Next.js 15 both are ``sync``."""

    def __init__(self, reading: Reading, *, sync: bool) -> None:
        self.reading = reading
        self.module = reading.module
        self.sync = sync

    def header(self, headers: c.Expression) -> None:
        above = self.reading.above(headers)
        call = self.reading.above(above) if above is not None else None
        name: str | None = None
        if isinstance(above, c.Member) and above.name == "get" and isinstance(call, c.Call) and call.arguments:
            first = call.arguments[0]
            name = literal(self.module, first) if not isinstance(first, c.Spread) else None
        elif self.reading.is_api_route and isinstance(above, c.Index):
            name = literal(self.module, above.index)
        elif self.reading.is_api_route and isinstance(above, c.Member):
            name = above.name
        if is_for_session(self.module, above) and not is_taken(self.module, "headers"):
            self.in_own_body(headers)
            self.reading.inputs.next_headers.add("headers")
            text = "headers()" if self.sync else "await headers()"
            if isinstance(above, c.Property) and above.shorthand:
                text = f"headers: {text}"
            self.reading.inputs.replaced.append(Replace(headers.span, (text,)))
            return
        is_others = self.reading.keeps_entry and name is not None and is_of_others(name)
        if name is not None and is_key(name) and not is_others:
            raise refused(
                f"The handler lets callers in by the header {name}: that is how other programs call it.",
                self.module,
                headers,
            )
        if name is None or not (is_standard(name) or is_others):
            raise refused(
                f"The handler reads the request header {name or '(chosen at run time)'}, which no action gets.",
                self.module,
                headers,
            )
        if self.reading.is_api_route:
            raise refused(f"The handler reads the request header {name}.", self.module, headers)
        self.in_own_body(headers)
        self.reading.inputs.next_headers.add("headers")
        self.reading.inputs.replaced.append(Replace(headers.span, (self.called("headers"),)))

    def origin(self, place: c.Code) -> str:
        """``new URL(request.url).origin``, which the browser sends along with each call of an action."""
        if self.reading.keeps_entry or is_taken(self.module, "headers"):
            raise refused("The handler uses the URL of its request.", self.module, place)
        self.in_own_body(place)
        self.reading.inputs.next_headers.add("headers")
        if _NOTE_ON_ORIGIN not in self.reading.inputs.notes:
            self.reading.inputs.notes.append(_NOTE_ON_ORIGIN)
        style = Style.of(self.module.source)
        header, nothing = f"{self.called('headers')}.get({style.string('origin')})", style.string("")
        match self.reading.above(place):
            case c.Binary(operator="||" | "??", left=left) if left is place:
                return header
            case c.Binary(operator="||" | "??" as operator):
                return f"{header} {operator} {nothing}"
            case c.Binary() | c.Member():
                return f"({header} ?? {nothing})"
            case _:
                return f"{header} ?? {nothing}"

    def cookie(self, cookies: c.Expression) -> None:
        above = self.reading.above(cookies)
        call = self.reading.above(above) if above is not None else None
        if (
            not self.reading.is_api_route
            and isinstance(above, c.Member)
            and above.name in ("get", "has", "getAll")
            and isinstance(call, c.Call)
        ):
            self.in_own_body(cookies)
            self.reading.inputs.next_headers.add("cookies")
            self.reading.inputs.replaced.append(Replace(cookies.span, (self.called("cookies"),)))
            return
        if self.reading.is_api_route and isinstance(above, (c.Member, c.Index)):
            # req.cookies.visitor is a text, or undefined
            self.in_own_body(cookies)
            self.reading.inputs.next_headers.add("cookies")
            source = self.module.source
            name: Part = Style.of(source).string(above.name) if isinstance(above, c.Member) else above.index.span
            optional: tuple[Part, ...] = (f"{self.called('cookies')}.get(", name, ")?.value")
            self.reading.inputs.replaced.append(Replace(above.span, optional))
            return
        raise refused(
            "The handler reads the cookies of its request in a way that can't be followed.", self.module, cookies
        )

    def handed(self, above: c.Call | c.Property, request: c.Expression) -> bool:
        """``getClientIp(request)``, ``audit({ req })`` need its headers alone; False where they need more."""
        kept = self.reading.keeps_entry
        needed = needed_by(self.reading.project, self.module, above, request, keeps_entry=kept)
        if needed is None or any(is_taken(self.module, name) for name in needed.members):
            return False
        cast: tuple[Part, ...] = ()
        if needed.is_whole and is_typescript(self.module.path):
            kind = self.reading.type_of_parameter(request)
            if kind is None:
                return False
            cast = (" as unknown as ", kind.span)
        inputs = self.reading.inputs
        if not needed.members:
            if isinstance(above, c.Property):
                return False
            inputs.widened += needed.types
            inputs.replaced.append(without_argument(above, request))
            return True
        inputs.widened += needed.types
        self.in_own_body(request)
        waits = "" if self.sync else "await "
        members = ", ".join(f"{name}: {waits}{name}()" for name in needed.members)
        inputs.next_headers.update(needed.members)
        key = f"{above.key}: " if isinstance(above, c.Property) and above.shorthand else ""
        inputs.replaced.append(Replace(request.span, (key + Style.of(self.module.source).braces(members), *cast)))
        return True

    def in_own_body(self, code: c.Code) -> None:
        """``await headers()`` can't stand in a function that is not async."""
        around = self.module.function_around(code)
        if around is not self.reading.function and not self.sync and (around is None or not around.is_async):
            raise refused("The handler reads this inside of a function that can't wait.", self.module, code)

    def called(self, name: str) -> str:
        return f"{name}()" if self.sync else f"(await {name}())"
