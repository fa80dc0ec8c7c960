"""Where a file asks for a URL: requests, keys, links, forms, and calls that pass something like a URL on.

What a call of the project's own wrapper requests is only known once the wrapper's file is; such calls are kept as
``call`` with what they pass, and the index works them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.module import Module
from turnout.model.phase import Phase, phase_of
from turnout.model.strings import UNKNOWN, Hole, Text, literals, texts
from turnout.text.span import Span

How: TypeAlias = Literal[
    "fetch", "request-object", "axios", "ky", "swr", "swr-mutation", "swr-key", "event-source", "beacon", "window-open",
    "navigation", "link", "resource", "form", "queue", "ai", "call", "openapi", "mention",
]  # fmt: skip

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
_VERBS = {**{method.lower(): method for method in METHODS}, "del": "DELETE", "postForm": "POST", "putForm": "PUT",
          "patchForm": "PATCH"}  # fmt: skip
_FETCHES = frozenset({"fetch", "window.fetch", "globalThis.fetch", "self.fetch", "$fetch"})
_FETCH_PACKAGES = frozenset({"node-fetch", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "unfetch", "ofetch",
                             "undici", "better-fetch", "wretch"})  # fmt: skip
_SWR = {"useSWR": "swr", "useSWRImmutable": "swr", "useSWRInfinite": "swr", "useSWRSubscription": "swr",
        "useSWRMutation": "swr-mutation", "preload": "swr", "mutate": "swr-key", "globalMutate": "swr-key",
        "mutateSWR": "swr-key"}  # fmt: skip
_AI_HOOKS = {"useChat": "/api/chat", "useCompletion": "/api/completion", "useObject": None,
             "experimental_useObject": None, "useAssistant": None}  # fmt: skip
_NAVIGATIONS = frozenset({"push", "replace", "prefetch"})
_REDIRECTS = frozenset({"redirect", "permanentRedirect"})
_NOT_PASSING = frozenset(
    {"startsWith", "endsWith", "includes", "indexOf", "match", "test", "split", "replace", "replaceAll", "join",
     "log", "error", "warn", "expect", "toBe", "toEqual", "describe", "it"}
)  # fmt: skip
"""Functions that look at a text or print it, and request nothing."""
_WAITS = frozenset({"Promise.all", "Promise.allSettled", "Promise.race", "Promise.any", "toast.promise"})
"""Functions that are given promises: ``Promise.all([post('/api/a'), post('/api/b')])``."""
_WATCHES = frozenset(
    {"useEffect", "useLayoutEffect", "useInsertionEffect", "useCallback", "useMemo", "useImperativeHandle"}
)
"""Hooks of React that are given what they watch: ``useEffect(() => load(), [endpoint])``."""
_URL_WORD = re.compile(r"url|path|endpoint|route|uri|href|^key$|resource|^to$|input", re.IGNORECASE)
_DOCUMENTS = frozenset({"registerPath", "registerRoute", "addPath", "openApiPath", "documentPath"})
"""Functions of OpenAPI registries: they note an endpoint down and don't ask for it."""
_HOOK = re.compile(r"use[A-Z]")
_VERB_PATH = re.compile(r"@(get|post|put|patch|delete)(/.+)")
_PUBLISH = re.compile(r"publish|enqueue|schedule|queue|trigger", re.IGNORECASE)
_URL_ATTRIBUTES = {"action": "form", "formAction": "form", "href": "link", "src": "resource", "srcSet": "resource",
                   "poster": "resource", "data": "resource", "download": "link", "to": "link"}  # fmt: skip
_URL_KEYS = frozenset({"url", "path", "endpoint", "api", "href", "uri", "route", "pathname"})


@dataclass(frozen=True, slots=True)
class Request:
    """One place that asks for a URL, or passes one on. Places do not count when two are compared."""

    how: How
    urls: tuple[Text, ...]
    methods: tuple[str, ...] | None
    """The HTTP methods it can use; None when the code does not say."""
    phase: Phase
    callee: Callee | None = None
    """``call`` and SWR fetchers: the function that is given the URL."""
    argument: tuple[int, tuple[str, ...]] = (0, ())
    """With a callee: which argument the URL is, and the property of it."""
    given_methods: tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...] = ()
    """With a callee: arguments (and property paths) that name an HTTP method, and the methods."""
    method_parameter: Hole | None = None
    """When the method is a parameter of the function around: which."""
    span: Span = field(default=Span(0, 0), compare=False)
    url_span: Span = field(default=Span(0, 0), compare=False)


def find_requests(module: Module) -> tuple[Request, ...]:
    """All requests of a file in source order."""
    return tuple(_Finder(module).find())


class _Finder:
    def __init__(self, module: Module) -> None:
        self.module = module
        self.has_client = any(
            each.source.value in _FETCH_PACKAGES or each.source.value in ("axios", "ky") for each in module.imports
        )
        """Whether a request client is imported from a package, under whatever name."""
        self.taken: list[Span] = []
        """Where URLs were already understood: a mention inside is none."""

    def find(self) -> Iterator[Request]:
        found: list[Request] = []
        mentions: list[c.Code] = []
        for code in self.module.everything:
            match code:
                case c.Call():
                    found += self.call(code)
                case c.New(callee=callee):
                    found += self.new(code, c.dotted(callee) or "")
                case c.Jsx():
                    found += self.jsx(code)
                case c.Assign(operator="=", target=c.Member() as target, value=value):
                    found += self.assignment(code, target, value)
                case c.String(value=value) if "/api/" in value:
                    mentions.append(code)
                case c.Template(strings=strings) if any("/api/" in string for string in strings):
                    mentions.append(code)
                case _:
                    pass
        asked = {url for request in found for url in request.urls}
        for mention in mentions:
            above = self.module.parents.get(id(mention))
            if isinstance(above, (c.Import, c.ExportNamed, c.ExportAll, c.Binary)) or self.is_used_const(above):
                continue
            if isinstance(above, c.New) and c.last_name(above.callee) == "NextRequest":
                continue  # What a handler is given, which nobody sends.
            if not any(span.contains(mention.span) for span in self.taken):
                # What a request here is made of is no mention of its own.
                found += (each for each in self.request("mention", mention, mention, None) if not asked & {*each.urls})
        return iter(sorted(found, key=lambda request: request.span))

    def is_used_const(self, above: c.Code | None) -> bool:
        """``const URL = '/api/x'``, ``const url = (id) => `/api/${id}` ``: what uses them counts."""
        name: c.Name | None = None
        if isinstance(above, (c.Function, c.Return)):
            function = above if isinstance(above, c.Function) else self.module.function_around(above)
            if function is None:
                return False
            name, above = function.name, self.module.parents.get(id(function))
        if isinstance(above, c.Declarator) and isinstance(above.pattern, c.Name):
            name = above.pattern
        binding = self.module.scopes.binding(name) if name is not None else None
        return binding is not None and bool(binding.references)

    # -------------------------------------------------------------- building

    def request(
        self,
        how: How,
        whole: c.Code,
        url: c.Code | None,
        methods: tuple[str, ...] | None,
        hole: Hole | None = None,
    ) -> Iterator[Request]:
        if url is None:
            return
        found = texts(self.module, url)  # type: ignore[arg-type]
        found = tuple(text for text in found if _has_text(text))
        if not found:
            return
        self.taken.append(url.span)
        yield Request(
            how,
            found,
            methods,
            phase_of(self.module, whole),
            method_parameter=hole,
            span=whole.span,
            url_span=url.span,
        )

    def methods(self, options: c.Expression | None) -> tuple[tuple[str, ...] | None, Hole | None]:
        """The methods that request options name: ``GET`` when there are no options or no method in them."""
        if options is None:
            return ("GET",), None
        value = self.resolved(options)
        match value:
            case c.Object():
                written = value.get("method") or value.get("type")
                if written is not None:
                    return self.method(written)
                for member in value.members:
                    if isinstance(member, c.Spread):
                        spread = self.methods(member.value)
                        if spread[0] != ("GET",) or spread[1] is not None:
                            return spread
                return ("GET",), None
            case c.Conditional(then=then, otherwise=otherwise):
                first, second = self.methods(then)[0], self.methods(otherwise)[0]
                return (tuple(dict.fromkeys((*first, *second))) if first and second else None), None
            case c.Name() | c.Member():
                for text in texts(self.module, value):
                    match text:
                        case (Hole(parameter=int() as index, name=key, path=path),):
                            return None, Hole(key, path=(*path, "method"), parameter=index)
                        case _:
                            pass
                return None, None
            case c.Constant():
                return ("GET",), None
            case _:
                return None, None

    def method(self, written: c.Expression) -> tuple[tuple[str, ...] | None, Hole | None]:
        found = literals(self.module, written)
        if found is not None:
            return tuple(dict.fromkeys(text.upper() for text in found)), None
        plain: list[str] = []
        hole: Hole | None = None
        for text in texts(self.module, written):
            match text:
                case (str() as name,):
                    plain.append(name.upper())
                case (Hole(parameter=int()) as found_hole,):
                    hole = found_hole
                case _:
                    return None, None
        return (tuple(plain) or None), hole

    def resolved(self, expression: c.Expression) -> c.Expression:
        """A name that was given one plain value is that value."""
        bare = c.bare(expression)
        if isinstance(bare, c.Name):
            binding = self.module.scopes.binding(bare)
            if binding is not None and binding.value is not None and binding.pattern is None and not binding.writes:
                if binding.kind != "parameter":
                    return c.bare(binding.value)
        if isinstance(bare, c.Binary) and bare.operator in ("||", "??"):
            return self.resolved(bare.left)
        return bare

    # ----------------------------------------------------------------- calls

    def call(self, call: c.Call) -> Iterator[Request]:
        path = c.dotted(call.callee)
        first = call.arguments[0] if call.arguments else None
        second = call.arguments[1] if len(call.arguments) > 1 else None
        name = c.last_name(call.callee)
        imported = self.import_behind(call.callee) if self.has_client else None
        source = imported.source if imported is not None else None
        if path is not None and self.is_fetch(call.callee, path, source):
            made = self.resolved(first) if first is not None else None
            if isinstance(made, c.New) and c.dotted(made.callee) == "Request":
                return  # fetch(new Request(…)): the Request itself is found
            methods, hole = self.methods(second)
            yield from self.request("fetch", call, first, methods, hole)
            return
        if source == "axios" or path == "axios" or (path or "").startswith("axios."):
            yield from self.axios(call, name if imported is None or imported.path else "", first)
            return
        if source == "ky" or path == "ky":
            methods, hole = self.methods(second)
            verb = _VERBS.get(name)
            yield from self.request("ky", call, first, (verb,) if verb else methods, hole)
            return
        if name in _SWR and (self.is_global_mutate(call.callee) if name == "mutate" else name == path):
            yield from self.swr(call, _SWR[name], first, second)
            return
        if name == "sendBeacon":
            yield from self.request("beacon", call, first, ("POST",))
            return
        if path in ("window.open", "open") and first is not None:
            yield from self.request("window-open", call, first, ("GET",))
            return
        if name in _NAVIGATIONS and path and self.is_router(call.callee):
            yield from self.request("navigation", call, first, ("GET",))
            return
        if path in (
            "location.assign",
            "location.replace",
            "window.location.assign",
            "window.location.replace",
        ):
            yield from self.request("navigation", call, first, ("GET",))
            return
        if name in _REDIRECTS and first is not None:
            for argument in call.arguments[:2]:
                yield from self.request("navigation", call, argument, ("GET",))
            return
        if name == "open" and first is not None and second is not None:
            verbs = literals(self.module, first)
            if verbs and all(verb.upper() in METHODS for verb in verbs):  # XMLHttpRequest
                yield from self.request("fetch", call, second, tuple(verb.upper() for verb in verbs))
                return
        if name in _AI_HOOKS:
            yield from self.ai_hook(call, name, first)
            return
        yield from self.passed_on(call, name)

    def is_fetch(self, callee: c.Expression, path: str, source: str | None) -> bool:
        if source in _FETCH_PACKAGES:
            return True
        if path not in _FETCHES:
            return False
        root = callee
        while isinstance(root, c.Member):
            root = root.object
        return not isinstance(root, c.Name) or self.module.scopes.is_global(root)

    def import_behind(self, callee: c.Expression) -> Callee | None:
        found = callee_of(self.module, callee) if isinstance(callee, (c.Name, c.Member)) else None
        return found if found is not None and found.source else None

    def is_global_mutate(self, callee: c.Expression) -> bool:
        """SWR's ``mutate(key)``: imported from swr, or from ``useSWRConfig()``; not the bound one of one ``useSWR``."""
        found = callee_of(self.module, callee)
        if found is None:
            return False
        return found.source == "swr" or (found.path[-2:] == ("()", "mutate") and found.name == "useSWRConfig")

    def is_router(self, callee: c.Expression) -> bool:
        if not isinstance(callee, c.Member):
            return False
        found = callee_of(self.module, callee.object)
        if found is not None and found.name == "useRouter":
            return True
        path = c.dotted(callee.object) or ""
        return path.lower().endswith("router") or path == "Router"

    def axios(self, call: c.Call, name: str, first: c.Expression | None) -> Iterator[Request]:
        if first is None or name in ("create", "isAxiosError", "all", "spread", "CancelToken", "source"):
            return
        verb = _VERBS.get(name)
        if verb is not None:
            yield from self.request("axios", call, first, (verb,))
            return
        config = self.resolved(first)
        if isinstance(config, c.Object):
            methods, hole = self.methods(config)
            yield from self.request("axios", call, config.get("url"), methods, hole)
        else:
            methods, hole = self.methods(call.arguments[1] if len(call.arguments) > 1 else None)
            yield from self.request("axios", call, first, methods, hole)

    def swr(self, call: c.Call, how: str, first: c.Expression | None, second: c.Expression | None) -> Iterator[Request]:
        if first is None:
            return
        key = self.resolved(first)
        if isinstance(
            key, c.Function
        ):  # useSWR(() => …), useSWRInfinite((index) => …), mutate(key => key.startsWith(…))
            values = tuple(text for value in _returned(key) for text in texts(self.module, value) if _has_text(text))
            if how == "swr-key" and not values:
                values = tuple(self.compared(key))
            for value in _returned(key):
                self.taken.append(value.span)
        else:
            values = tuple(text for text in texts(self.module, key) if _has_text(text))
        if not values:
            return
        self.taken.append(first.span)
        methods: tuple[str, ...] | None = ("GET",)
        callee: Callee | None = None
        if how == "swr-mutation":
            methods = self.fetcher_methods(second)
            if self.ignores_key(second):
                how = "swr-key"
        if second is not None and how != "swr-key":
            callee = callee_of(self.module, second) if isinstance(second, (c.Name, c.Member)) else None
        yield Request(
            how,  # type: ignore[arg-type]
            values,
            methods,
            phase_of(self.module, call),
            callee=callee if callee is None or callee.source != "" else None,
            span=call.span,
            url_span=first.span,
        )

    def compared(self, matcher: c.Function) -> Iterator[Text]:
        """What ``mutate((key) => key.startsWith(prefix))`` compares keys with: texts, and what is handed in."""
        for code in c.walk(matcher):
            match code:
                case c.String(value=value) if value.startswith("/"):
                    yield value, UNKNOWN
                case c.Call(
                    callee=c.Member(name="startsWith" | "includes" | "endsWith"), arguments=(c.Name() as name,)
                ):
                    yield from (text for text in texts(self.module, name) if _is_handed_in(text))
                case c.Call(callee=c.Member(object=c.Name() as name, name="some" | "includes")):
                    yield from (text for text in texts(self.module, name) if _is_handed_in(text))
                case _:
                    pass

    def ignores_key(self, fetcher: c.Expression | None) -> bool:
        """``useSWRMutation('/api/users', (_, { arg }) => createUser(arg))``: the URL is only a name there."""
        value = self.resolved(fetcher) if fetcher is not None else None
        if not isinstance(value, c.Function):
            return False
        if not value.parameters:
            return True
        pattern = value.parameters[0].pattern
        binding = self.module.scopes.binding(pattern) if isinstance(pattern, c.Name) else None
        return binding is not None and not binding.references

    def fetcher_methods(self, fetcher: c.Expression | None) -> tuple[str, ...] | None:
        """The method of the request inside a fetcher, when it stands in this file."""
        value = self.resolved(fetcher) if fetcher is not None else None
        if not isinstance(value, c.Function):
            return None
        for code in c.walk(value):
            if isinstance(code, c.Call) and (c.dotted(code.callee) or "") in _FETCHES:
                return self.methods(code.arguments[1] if len(code.arguments) > 1 else None)[0]
        return None

    def ai_hook(self, call: c.Call, name: str, first: c.Expression | None) -> Iterator[Request]:
        options = self.resolved(first) if first is not None else None
        if isinstance(options, c.Object):
            api = options.get("api")
            if api is not None:
                yield from self.request("ai", call, api, ("POST",))
                return
            if options.get("transport") is not None:
                return
        default = _AI_HOOKS[name]
        source = self.import_behind(call.callee)
        if default is not None and source is not None and (source.source or "").startswith(("ai/", "@ai-sdk/")):
            yield Request("ai", ((default,),), ("POST",), "render", span=call.span, url_span=call.callee.span)

    def passed_on(self, call: c.Call, name: str) -> Iterator[Request]:
        """A call of the project's own function, or of a library we do not know, that is given something like a URL."""
        path = c.dotted(call.callee) or ""
        if name in _NOT_PASSING or path in _WAITS or path.startswith("console."):
            return
        if name == "stringifyUrl":
            self.taken.append(call.span)  # What it builds counts where it is asked for.
            return
        if name in _DOCUMENTS and call.arguments and isinstance(options := self.resolved(call.arguments[0]), c.Object):
            yield from self.request("openapi", call, options.get("path"), self.methods(options)[0])
            return
        verb = _VERBS.get(name)
        watches = name in _WATCHES and path in (name, f"React.{name}")
        for index, argument in enumerate(call.arguments):
            if isinstance(argument, (c.Function, c.Jsx)) or (watches and isinstance(argument, c.Array)):
                continue
            options = self.resolved(argument)
            if isinstance(options, c.Object):
                for member in options.members:
                    if isinstance(member, c.Property) and member.key in _URL_KEYS:
                        how: How = "queue" if _PUBLISH.search(name) else "call"
                        methods: tuple[str, ...] | None = ("POST",) if how == "queue" else None
                        yield from self.pass_on(call, how, member.value, (index, (member.key,)), methods)
                continue
            if isinstance(options, c.Array):  # refresh(['/api/users', '/api/teams'])
                for item in options.items:
                    if item is not None and not isinstance(item, c.Spread):
                        yield from self.pass_on(call, "call", item, (index, ()), None)
                continue
            if index < 3:
                if index == 0 and isinstance(options, c.String) and (asked := _VERB_PATH.match(options.value)):
                    # better-fetch: api('@patch/users/:id', { params })
                    steps = re.split(r":\w+", asked[2])
                    url = tuple(part for step in steps for part in (step, UNKNOWN))[:-1]
                    yield Request(
                        "call", (url,), (asked[1].upper(),), phase_of(self.module, call),
                        span=call.span, url_span=argument.span,
                    )  # fmt: skip
                    return
                methods = (verb,) if verb is not None and isinstance(call.callee, c.Member) else None
                yield from self.pass_on(call, "call", argument, (index, ()), methods)

    def pass_on(
        self,
        call: c.Call,
        how: How,
        value: c.Expression,
        argument: tuple[int, tuple[str, ...]],
        methods: tuple[str, ...] | None,
    ) -> Iterator[Request]:
        if not isinstance(c.bare(value), (c.String, c.Template, c.Binary, c.Name, c.Member, c.Conditional, c.Call)):
            return
        sounds = bool(_URL_WORD.search(c.last_name(value)))
        is_step = argument == (0, ()) and self.takes_steps(call)
        found = tuple(
            text for text in texts(self.module, value, 8) if _may_be_url(text, methods is not None or is_step, sounds)
        )
        if not found:
            return
        if any(isinstance(part, str) and "/api/" in part for text in found for part in text):
            self.taken.append(value.span)
        given = tuple(self.given_methods(call))
        callee = callee_of(self.module, call.callee)
        if methods is None and callee is None:
            # A function inside of a component is in no index: what its options say is all that is known.
            methods = next((each for _, path, each in given if path == ("method",) and set(each) <= set(METHODS)), None)
        yield Request(
            how,
            found,
            methods,
            phase_of(self.module, call),
            callee,
            argument,
            given,
            span=call.span,
            url_span=value.span,
        )

    def takes_steps(self, call: c.Call) -> bool:
        """``useSave('profile')``: the project's own hooks may put ``/api/`` in front themselves."""
        callee = callee_of(self.module, call.callee) if _HOOK.match(c.last_name(call.callee)) else None
        return callee is not None and (callee.source is None or callee.source.startswith((".", "@/", "~")))

    def given_methods(self, call: c.Call) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
        for index, argument in enumerate(call.arguments):
            options = self.resolved(argument)
            if isinstance(options, c.Object):
                written = options.get("method")
                if written is not None and (methods := self.method(written)[0]):
                    yield index, ("method",), methods
            elif isinstance(options, c.String) and options.value.upper() in METHODS:
                yield index, (), (options.value.upper(),)

    # ------------------------------------------------------------- the others

    def new(self, new: c.New, name: str) -> Iterator[Request]:
        first = new.arguments[0] if new.arguments else None
        second = new.arguments[1] if len(new.arguments) > 1 else None
        if name == "Request":
            methods, hole = self.methods(second)
            yield from self.request("request-object", new, first, methods, hole)
        elif name == "EventSource":
            yield from self.request("event-source", new, first, ("GET",))
        elif name.endswith("ChatTransport") and isinstance(first, c.Object):
            yield from self.request("ai", new, first.get("api"), ("POST",))

    def assignment(self, assign: c.Assign, target: c.Member, value: c.Expression) -> Iterator[Request]:
        path = c.dotted(target) or ""
        if path in (
            "location.href",
            "window.location.href",
            "window.location",
            "document.location",
            "document.location.href",
        ):
            yield from self.request("navigation", assign, value, ("GET",))
        elif target.name in ("href", "src") and not path.startswith("this."):
            yield from self.request("link", assign, value, ("GET",))

    def jsx(self, jsx: c.Jsx) -> Iterator[Request]:
        for attribute in jsx.attributes:
            if not isinstance(attribute, c.JsxAttribute) or attribute.value is None:
                continue
            how = _URL_ATTRIBUTES.get(attribute.name)
            if how is None or isinstance(attribute.value, (c.Function, c.Jsx, c.Object)):
                continue
            if how == "form" and jsx.tag_name is not None and not c.last_name(jsx.tag_name).endswith("Form"):
                continue  # <Table action="/api/rows">: what a component does with it, its own file says.
            if how == "form" and isinstance(attribute.value, c.Name):
                binding = self.module.scopes.binding(attribute.value)
                if binding is None or binding.kind in ("import", "function", "parameter"):
                    continue
            methods: tuple[str, ...] | None = ("GET",)
            if how == "form":
                method = jsx.get("method") or jsx.get("formMethod")
                methods = literals(self.module, method.value) if method is not None else ("GET",)
                methods = tuple(name.upper() for name in methods) if methods is not None else None
            for request in self.request(how, attribute, attribute.value, methods):  # type: ignore[arg-type]
                if any(_may_be_url(text, False) for text in request.urls):
                    yield request


def _returned(function: c.Function) -> Iterator[c.Expression]:
    if function.body is not None and not isinstance(function.body, c.Block):
        yield function.body
    else:
        for code in c.walk_own(function):
            if isinstance(code, c.Return) and code.value is not None:
                yield code.value


def _is_handed_in(text: Text) -> bool:
    """Whether a text is a parameter of a function that others can call."""
    return len(text) == 1 and isinstance(text[0], Hole) and text[0].parameter is not None


def _has_text(text: Text) -> bool:
    """Whether anything of a text is known, or can become known: not only holes without a name."""
    return any(
        (isinstance(part, str) and part.strip())
        or (isinstance(part, Hole) and (part.source is not None or part.parameter is not None))
        for part in text
    )


def _may_be_url(text: Text, is_verb: bool, sounds: bool = False) -> bool:
    """Whether a text that is given to some function may be a URL of this app."""
    first = text[0]
    if isinstance(first, str):
        return first.startswith(("/", "http://", "https://", "api/")) or (
            is_verb and bool(re.match(r"[\w-]+(/|$)", first))
        )
    if first.parameter is not None:
        return sounds or (len(text) > 1 and isinstance(text[1], str) and text[1].startswith("/"))
    if len(text) > 1 and isinstance(text[1], str):
        return text[1].startswith("/")
    return first.source is not None and bool(_URL_WORD.search(".".join((first.name, *first.path))))
