"""What the action is given: its parameter with types, and what each caller passes for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.ground.inputs import Body, Field, Scalar
from turnout.conversions.endpoint_to_action.ground.pieces import Part, property_name
from turnout.conversions.endpoint_to_action.ground.plain import Plainness
from turnout.conversions.endpoint_to_action.ground.presence import is_there
from turnout.conversions.endpoint_to_action.ground.pure import has_work
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.ground.type_text import literal_members, without_nothing
from turnout.conversions.endpoint_to_action.ground.types import TypeText
from turnout.conversions.endpoint_to_action.ground.url import is_left_out
from turnout.conversions.endpoint_to_action.handlers.handler import Handler
from turnout.conversions.endpoint_to_action.planned import Given, Member, Parameters, Wrap
from turnout.model import code as c
from turnout.project.discover import App
from turnout.syntax.grammar import is_typescript
from turnout.syntax.write import Style
from turnout.text.span import Span

_WORDS = re.compile(
    r"(?:role|status|type|kind|plan|visibility|priority|category|mode|level|state|order|direction|interval|currency"
    r"|locale|language|theme|provider|period|frequency|gender|format|unit|permission|access|scope)s?$",
    re.IGNORECASE,
)


def parameters_of(
    plainness: Plainness, app: App, handler: Handler, sites: Sequence[CallSite]
) -> tuple[Parameters, list[tuple[Given, ...]]]:
    """The parameter, and the arguments of each call; refuses what a caller leaves out."""
    deciding = _Parameters(plainness, handler, sites)
    for scalar in handler.inputs.scalars:
        deciding.scalar(scalar)
    body = handler.inputs.body
    if body is None:
        return deciding.done()
    config = app.config.server_actions
    if body.form == "form" and (config is None or config.body_size_limit is None):
        raise refused(
            "What this form sends may be larger than the 1 MB that an action takes: set "
            "experimental.serverActions.bodySizeLimit in next.config first.",
            handler.module,
            body.at,
        )
    deciding.check_body(body)
    if body.fields is not None and deciding.can_split(body, body.fields):
        return deciding.split(body, body.fields)
    return deciding.entire(body)


class _Parameters:
    def __init__(self, plainness: Plainness, handler: Handler, sites: Sequence[CallSite]) -> None:
        self.plainness = plainness
        self.types = plainness.types
        self.handler = handler
        self.module = handler.module
        self.sites = sites
        self.is_typed = is_typescript(handler.module.path)
        self.members: list[Member] = []
        self.given: list[list[Given]] = [[] for _ in sites]

    def done(self) -> tuple[Parameters, list[tuple[Given, ...]]]:
        is_object = len(self.members) > 1 or any(member.is_optional for member in self.members)
        return self.result(Parameters(tuple(self.members), is_object))

    def result(self, parameters: Parameters) -> tuple[Parameters, list[tuple[Given, ...]]]:
        return parameters, [tuple(given) for given in self.given]

    # ----------------------------------------------------- segments and query

    def scalar(self, scalar: Scalar) -> None:
        values = [self.value_of(scalar, site) for site in self.sites]
        if all(value is None for value in values):
            if scalar.is_optional:
                return
            raise refused(
                f'No caller sends "{scalar.key}", which the handler reads.',
                self.module,
                self.handler.function.name or self.handler.function,
            )
        kind, is_missing = "string", any(map(self.may_be_missing, self.sites, values))
        if is_missing and scalar.absent == "null":
            kind += " | null"
        is_optional = is_missing and scalar.absent == "undefined"
        types = (kind,) if self.is_typed else None
        # /rooms/[id]?id=… has two values of one name.
        key = scalar.local if any(each.key == scalar.key for each in self.members) else scalar.key
        self.members.append(Member(key, scalar.local, None, types, scalar.default, is_optional))
        for given, site, value in zip(self.given, self.sites, values, strict=True):
            if value is not None or scalar.absent == "null":
                given.append(Given(key, value, self.texted(site, value, scalar.absent == "null")))

    def value_of(self, scalar: Scalar, site: CallSite) -> c.Expression | str | None:
        if scalar.carrier == "query":
            return site.query.get(scalar.key)
        value = site.segments.get(scalar.key)
        if value is None:
            raise refused(f'Which part of this URL is "{scalar.key}" can\'t be told.', site.module, site.call)
        return value

    def may_be_missing(self, site: CallSite, value: c.Expression | str | None) -> bool:
        """Whether a caller may send nothing at all."""
        if value is None or isinstance(value, str):
            return value is None
        return is_left_out(site.module, value) and not self.types.is_string(self.types.of(site.module, value))

    def texted(self, site: CallSite, value: c.Expression | str | None, is_nullable: bool) -> Wrap:
        """In a URL everything was a text."""
        if value is None or isinstance(value, str):
            return ""
        if self.may_be_missing(site, value):
            known = self.types.of(site.module, value)
            if known is not None and without_nothing(known.text) == "string":
                return "or null" if is_nullable else ""
            return "text or null" if is_nullable else "text"
        kind = self.types.of(site.module, value)
        if kind is not None and is_there(site.module, value):
            kind = TypeText(without_nothing(kind.text), kind.module)
        return "" if self.types.is_string(kind) else "String"

    # ------------------------------------------------------------------- body

    def check_body(self, body: Body) -> None:
        """Each caller must send a body of the kind that the handler reads."""
        for site in self.sites:
            if site.body is None and body.fallback is not None:
                continue
            if site.body is None:
                raise refused("This caller sends no body, but the handler reads one.", site.module, site.call)
            if (site.form == "form") != (body.form == "form"):
                raise refused("The handler does not read what this caller sends.", site.module, site.call)
            if self.handler.is_route_handler or body.form == "form":
                continue
            if site.says_json != (body.form == "json"):
                raise refused(
                    "The caller's Content-Type and how the handler reads its body don't fit together.",
                    site.module,
                    site.call,
                )

    def can_split(self, body: Body, fields: Sequence[Field]) -> bool:
        """Whether each caller writes its body as an object of known keys, so that those read can be picked."""
        read = {each.key for each in fields}
        if any(member.key in read for member in self.members):
            return False
        is_named = body.type is not None and not literal_members(self.module.source.text(body.type))
        if body.fallback is not None and any(site.body is None for site in self.sites):
            return (
                isinstance(body.fallback, c.Object)
                and not body.fallback.members
                and body.type is None
                and all(site.body is None or _has_keys(site, read, is_named) for site in self.sites)
            )
        return all(_has_keys(site, read, is_named) for site in self.sites)

    def split(self, body: Body, fields: Sequence[Field]) -> tuple[Parameters, list[tuple[Given, ...]]]:
        """The keys that the handler reads, each a member of its own."""
        known = literal_members(self.module.source.text(body.type)) if body.type is not None else {}
        base = body.type if not known else None
        for each in fields:
            kind, is_optional = self.field_type(each, known) if self.is_typed and base is None else (None, False)
            parts = (kind,) if kind is not None else None
            self.members.append(Member(each.key, each.local, None, parts, each.default, is_optional))
            for given, site in zip(self.given, self.sites, strict=True):
                value = _member(site.body, each.key)
                if value is not None:
                    given.append(Given(each.key, value, self.flattened(site, value)))
        is_object = len(self.members) > 1 or base is not None or any(member.is_optional for member in self.members)
        return self.result(Parameters(tuple(self.members), is_object, base))

    def entire(self, body: Body) -> tuple[Parameters, list[tuple[Given, ...]]]:
        """The body as one value."""
        local = body.local or "body"
        key = f"{local}Body" if any(member.key == local for member in self.members) else local
        kind = self.body_type(body) if self.is_typed else None
        self.members.append(Member(key, local, body.pattern, kind, None))
        for given, site in zip(self.given, self.sites, strict=True):
            if site.body is None:
                assert body.fallback is not None
                given.append(Given(key, self.module.source.text(body.fallback.span), "code"))
                continue
            wrap = self.flattened(site, site.body) if body.form != "form" else ""
            given.append(Given(key, site.body, "JSON" if body.type is not None and self.is_bag(site) else wrap))
        return self.done()

    def is_bag(self, site: CallSite) -> bool:
        """Whether TypeScript knows of a body that it is an object of any keys, and so not that it has those needed."""
        kind = self.types.of(site.module, site.body) if self.is_typed and site.body is not None else None
        return kind is not None and kind.text.startswith(("Record<string,", "{ [key: string]"))

    def flattened(self, site: CallSite, value: c.Expression) -> Wrap:
        """On the way everything was JSON."""
        return "" if self.plainness.sent(site.module, value) else "JSON"

    # ------------------------------------------------------------------ types

    def body_type(self, body: Body) -> tuple[Part, ...]:
        if body.form == "form":
            return ("FormData",)
        if body.type is not None:
            return self.with_unread(body.type)
        if body.is_unknown:
            return ("unknown",)
        if body.fields is None:
            return ("any",)
        inner: list[str] = []
        for each in body.fields:
            kind, is_optional = self.field_type(each, {})
            inner.append(f"{each.key}{'?' if is_optional or each.default is not None else ''}: {kind}")
        return ("{ " + "; ".join(inner) + " }",)

    def is_parsed(self, field: Field) -> bool:
        """``parseFloat(amount)`` of what callers send as a number already: TypeScript wants a string there."""
        return any(
            isinstance(code, c.Call)
            and c.last_name(code.callee) in ("parseFloat", "parseInt")
            and any(isinstance(each, c.Name) and each.name == field.local for each in code.arguments)
            for live in self.handler.live
            for code in c.walk(live)
        )

    def with_unread(self, written: Span) -> tuple[Part, ...]:
        """The handler's type, and what callers send besides: TypeScript takes no key that a type does not know."""
        text = self.module.source.text(written).strip()
        known = literal_members(text) or self.types.members(TypeText(text, self.module))
        objects = [c.bare(site.body) for site in self.sites if site.body is not None]
        sent = [member.key for each in objects if isinstance(each, c.Object) for member in _properties(each)]
        unread = [key for key in dict.fromkeys(sent) if known and key is not None and key not in known]
        if not unread:
            return (written,)
        style = Style.of(self.module.source)
        members = "; ".join(f"{property_name(key, style)}?: unknown" for key in unread)
        if literal_members(text) and "\n" not in text:
            return (f"{text[:-1].rstrip().rstrip(';')}; {members} }}",)
        return (written, f" & {{ {members} }}")

    def field_type(self, field: Field, known: dict[str, str]) -> tuple[str, bool]:
        """The type that the handler wrote, else the one that all callers send; and whether one leaves it out."""
        values = [(site, _member(site.body, field.key)) for site in self.sites]
        is_missing = any(value is None for _, value in values)
        if known:
            kind = known.get(field.key, "any")
            return kind.removesuffix(" | undefined"), is_missing or kind.endswith(" | undefined")
        found: set[str] = set()
        for site, value in values:
            if value is not None:
                kind = self.types.of(site.module, value)
                plain = kind.text.removesuffix(" | undefined") if kind is not None else ""
                is_missing = is_missing or (kind is not None and plain != kind.text)
                found.add(plain if plain in ("string", "number", "boolean") else "any")
        kind = found.pop() if len(found) == 1 else "any"
        if kind == "number" and self.is_parsed(field):
            kind = "any"
        # What goes by such a name is often one of a few words to those that the handler hands it to.
        return ("any" if kind == "string" and _WORDS.search(field.key) else kind), is_missing


def _has_keys(site: CallSite, read: set[str], is_named: bool) -> bool:
    """Whether a body is ``{ name, role }``; with a named type, of just the keys that are read."""
    value = c.bare(site.body) if site.body is not None else None
    if not isinstance(value, c.Object):
        return False
    keys: set[str] = set()
    for member in value.members:
        if not isinstance(member, c.Property) or member.key is None or isinstance(member.value, c.Function):
            return False
        keys.add(member.key)
        if member.key not in read and (is_named or has_work(member.value)):
            return False
    return not is_named or keys == read


def _properties(value: c.Object) -> Iterator[c.Property]:
    return (each for each in value.members if isinstance(each, c.Property))


def _member(body: c.Expression | None, key: str) -> c.Expression | None:
    value = c.bare(body) if body is not None else None
    return value.get(key) if isinstance(value, c.Object) else None
