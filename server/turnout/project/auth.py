"""Who checks the caller: followed through the functions that are called, wrappers, builders and other files.

Quiet by design: where a body can't be seen and its name sounds like a check, the answer is ``unsure``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias
from weakref import WeakKeyDictionary

from turnout.model import code as c
from turnout.model.callees import Callee, callee_of
from turnout.model.effects import effects_in
from turnout.model.handler import Wrapper
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.effects import function_behind
from turnout.project.snapshot import Snapshot

Standing: TypeAlias = Literal["checked", "unsure", "unchecked"]

DEEPEST = 6
"""Calls that are followed one after another."""
MOST = 160
"""Functions that are read for one question."""

AUTH_SOURCES = (
    "next-auth", "@auth/", "@clerk/", "better-auth", "@supabase/auth-helpers", "@supabase/ssr", "iron-session",
    "@kinde-oss/", "@workos-inc/", "lucia", "@lucia-auth/", "@stackframe/", "firebase-admin/auth", "@auth0/",
    "supertokens", "@propelauth/", "@descope/", "@logto/", "@stytch/", "stytch", "@ory/", "next-firebase-auth-edge",
    "@convex-dev/auth", "@okta/", "oslo", "@privy-io/", "@dynamic-labs/", "@thirdweb-dev/auth", "siwe",
    "next-auth-mui", "@hexclave/", "passport", "@blitzjs/auth",
)  # fmt: skip
"""Packages that tell who somebody is."""

_NO_CHECK = re.compile(
    r"^(?:sign(?:In|Out|Up)\w*|create\w*|hash\w*|generate\w*|SignJWT|sign|encode\w*|serialize\w*|NextAuth"
    r"|betterAuth|set\w*"
    r"|delete\w*|update\w*|invalidate\w*|from|select|insert|upsert|rpc|upload|eq|single|toNextJsHandler)$"
)
"""What such packages also do: sign in and out, make tokens, set themselves up."""
_LIBRARY_CHECK = re.compile(
    r"^(?:getServerSession|unstable_getServerSession|getToken|getIronSession|currentUser|getKindeServerSession|withAuth"
    r"|verifyIdToken|verifySessionCookie|jwtVerify|jwtDecrypt|verifyJwt|verifyJWT|validateRequest|validateSession\w*"
    r"|getAuthenticatedAppForUser|verifyAuth|checkAuth|unsealData|verifyAccessToken|isAuthenticated|getAccessToken"
    r"|getIdToken"
    r"|convexAuthNextjsToken|isAuthenticatedNextjs|getClaims|withApiAuthRequired|protect|hasPermission"
    r"|userHasPermission)$"
)
_KINDS = frozenset({"session", "signature", "secret", "bearer", "api-key", "queue-check", "oauth"})
_SOUNDS = re.compile(
    r"auth(?!or(?!i))|session|permi|admin|guard|protect|log(?:ged)?_?in\b|loggedin|signed?_?in\b|(?:current|get"
    r"|require|ensure|assert"
    r"|verify|validate|check|server|db|me|my|active|app)_?(?:the)?_?(?:user|account|viewer|member|owner|customer"
    r"|tenant|org|team"
    r"|workspace|token|access|role|caller|actor|profile|principal)|identity|rbac|acl\b|policy|(?:^|\.)(?:can|assert|ensure|require|enforce)(?-i:[A-Z_])"
    r"|(?:^|\.)(?:has|is)"
    r"(?:role|access|owner|member|allowed|staff|superuser|moder)|whoami|getme\b|jwt|captcha|turnstile|privileg"
    r"|entitle|scope"
    r"|moderat|impersonat|credential|apikey|api_key|csrf|xsrf|secur|enhance|verif|allowed|forbid|deny|restrict"
    r"|ownership|tenant",
    re.IGNORECASE,
)
"""Names behind which a check may stand when nobody can look."""
_REFUSES = re.compile(
    r"^(?!.{0,30}\bmethod\b)"
    r".{0,60}(?:unauthori[sz]ed|forbidden|unauthenticated|not (?:authori[sz]ed|authenticated|signed|logged|allowed"
    r"|permitted)|(?:sign|log)ged[- ]in"
    r"|access denied|permission(?!s-policy)|must (?:sign|log) in|please (?:sign|log) in|no access"
    r"|invalid (?:token|secret|signature|credentials|api key))",
    re.IGNORECASE,
)
"""What code says to those that it turns away; a method that is not allowed is none of them."""
_SECRET_PARAMETER = re.compile(r"^(?:token|secret|key|api_?key|signature|hmac|auth)$", re.IGNORECASE)
_DATABASE = re.compile(
    r"^(?:db|prisma|tx|drizzle|knex|kysely|mongo\w*|sql|pool|conn\w*|client|\w*(?:Repo|Repository|Model|Db|DB))$"
)
_CARRIED = re.compile(
    r"^(?:user|session|auth|viewer|currentUser|account|userId|token|member|membership|actor|identity|workspace)$"
)
"""What a wrapper hands to the function when it knows who calls."""
_NEUTRAL = ("next-safe-action", "zsa", "react", "next/cache", "@sentry/", "next-axiom", "@vercel/otel",
            "@opentelemetry/", "zod-form-data", "@conform-to/", "next/server", "p-limit", "p-retry",
            "use-debounce")  # fmt: skip
"""Packages whose wrappers ask nobody who they are."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Whether something checks who calls. ``what`` is the check as a person calls it: ``auth()``, ``requireUser``."""

    standing: Standing
    what: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything was seen, and nothing checks."""
        return self.standing == "unchecked"


_guards: WeakKeyDictionary[Snapshot, dict[tuple[str, int, int], Guard]] = WeakKeyDictionary()
_with_auth: WeakKeyDictionary[Snapshot, dict[str, bool]] = WeakKeyDictionary()


def guard_in(project: Snapshot, module: Module, code: c.Code) -> Guard:
    """Whether a function, or any piece of code, checks who calls: itself or through what it calls."""
    kept = _guards.setdefault(project, {})
    key = (module.path, code.span.start, code.span.end)
    if key not in kept:
        kept[key] = _Asker(project).ask(module, code)
    return kept[key]


def guard_of_wrappers(project: Snapshot, module: Module, wrappers: Iterable[Wrapper]) -> Guard:
    """Whether what stands around a function checks: ``withAuth(fn)``, ``authClient.schema(s).action(fn)``."""
    found = Guard("unchecked")
    for wrapper in wrappers:
        guard = _guard_of_wrapper(project, module, wrapper)
        if guard.standing == "checked":
            return guard
        if guard.standing == "unsure":
            found = guard
    return found


def has_auth(project: Snapshot, app: App) -> bool:
    """Whether an app knows users at all: somewhere it imports what tells who calls."""
    kept = _with_auth.setdefault(project, {})
    if app.root not in kept:
        kept[app.root] = bool(project.settings.auth_functions) or any(
            _imports_auth(project, path) for path in project.paths() if app.owns(path)
        )
    return kept[app.root]


def sounds_like_check(name: str) -> bool:
    """Whether people would expect a function of this name to check who calls."""
    return bool(_SOUNDS.search(name))


def is_auth_source(source: str) -> bool:
    """Whether a package tells who somebody is."""
    return source.startswith(AUTH_SOURCES)


_OWN_AUTH = frozenset(
    {"auth", "getServerSession", "getSession", "currentUser", "getCurrentUser", "requireUser", "requireAuth",
     "requireAdmin", "getServerAuthSession", "validateRequest", "verifySession", "getAuthUser", "getCurrentSession",
     "withAuth", "getUser", "useSession", "SessionProvider", "useUser", "ClerkProvider", "isAuthenticated",
     "getAuthSession"}
)  # fmt: skip


def _imports_auth(project: Snapshot, path: str) -> bool:
    surface = project.surface(path)
    if surface is None or project.role(path) == "test":
        return False
    return any(
        is_auth_source(each.source) or any(name in _OWN_AUTH for name, _ in each.names)
        for each in surface.imports
        if not each.type_only
    )


# ------------------------------------------------------------------ following


class _Asker:
    def __init__(self, project: Snapshot) -> None:
        self.project = project
        self.own = frozenset(project.settings.auth_functions)
        self.seen: set[tuple[str, int]] = set()
        self.unsure = ""

    def ask(self, module: Module, root: c.Code) -> Guard:
        level: list[tuple[Module, c.Code]] = [(module, root)]
        for depth in range(DEEPEST + 1):
            following: list[tuple[Module, c.Code]] = []
            for where, code in level:
                if (where.path, code.span.start) in self.seen or len(self.seen) > MOST:
                    continue
                self.seen.add((where.path, code.span.start))
                found = self.look(where, code)
                if found:
                    return Guard("checked", found)
                following += self.follow(where, code, is_deepest=depth == DEEPEST)
            level = following
        return Guard("unsure", self.unsure) if self.unsure else Guard("unchecked")

    def look(self, module: Module, code: c.Code) -> str:
        """A check that stands in the code itself; empty when there is none."""
        found = effects_in(module, code)
        for effect in found.effects:
            if effect.kind in _KINDS:
                return effect.what
        for each in c.walk(code):
            match each:
                case c.Call(callee=callee):
                    if self.is_check(module, each, callee):
                        return module.source.text(callee.span).split("\n")[0][:40]
                case c.Member(object=c.Name() as root, name="user" | "auth" | "session" | "account" | "token" as name):
                    binding = module.scopes.binding(root)
                    if binding is not None and binding.kind == "parameter" and root.name in _REQUESTS:
                        return f"{root.name}.{name}"
                case c.Property(key=str() as key, value=value) if key.lower() in ("authorization", "cookie"):
                    if not _is_own_secret(module, value):
                        self.unsure = self.unsure or key
                case c.String(value="Authorization" | "authorization" | "Cookie" | "cookie" as key):
                    self.unsure = self.unsure or key
                case c.String(value=text) if _REFUSES.search(text):
                    return f"'{text[:40]}'"
                case c.Number(text="401" | "403" as text):
                    return f"status {text}"
                case c.Member(object=c.Member(name="query" | "headers"), name=name) if _SECRET_PARAMETER.match(name):
                    return name
                case _:
                    pass
        return ""

    def is_check(self, module: Module, call: c.Call, callee: c.Expression) -> bool:
        name = c.last_name(callee)
        path = c.dotted(callee) or name
        if name in self.own or path in self.own:
            return True
        if _LIBRARY_CHECK.match(name):
            return True
        steps = path.split(".")
        if (
            len(steps) >= 2
            and steps[-2] == "auth"
            and name in ("getUser", "getSession", "getClaims", "protect", "session")
        ):
            return True
        if len(steps) >= 3 and steps[-3:-1] == ["auth", "api"] and not _NO_CHECK.match(name):
            return True
        if (
            len(steps) >= 2
            and steps[-2] in ("jwt", "jsonwebtoken", "jose", "JWT")
            and name in ("verify", "decode", "jwtVerify")
        ):
            return True
        if name in ("get", "has") and _is_cookie_jar(module, callee) and call.arguments:
            # cookies().get(SESSION_COOKIE): which one, the file doesn't say.
            return (
                not isinstance(c.bare(call.arguments[0]), c.String)
                if not isinstance(call.arguments[0], c.Spread)
                else True
            )
        known = callee_of(module, callee)
        source = known.source if known is not None else None
        if source and source.startswith(AUTH_SOURCES) and "supabase" not in source:
            return not _NO_CHECK.match(name) and not _NO_CHECK.match(known.name if known is not None else "")
        if source in ("jsonwebtoken", "jose"):
            return name in ("verify", "decode", "jwtVerify", "jwtDecrypt", "decodeJwt")
        return False

    def follow(self, module: Module, code: c.Code, *, is_deepest: bool) -> Iterator[tuple[Module, c.Code]]:
        found = effects_in(module, code)
        outgoing = {id(each.call) for each in found.calls}
        for each in found.calls:
            target = function_behind(self.project, module, each.callee)
            if target is None or is_deepest:
                self.unseen(module, each.call, each.callee)
                value = value_behind(self.project, module, each.callee) if target is None else None
                if value is not None and not is_deepest:
                    yield value
            else:
                yield target
            for argument in each.call.arguments:
                # .use(authMiddleware), compose(withUser, handler)
                if isinstance(argument, c.Name) and not is_deepest:
                    inner = callee_of(module, argument)
                    passed = function_behind(self.project, module, inner) if inner is not None else None
                    if passed is not None:
                        yield passed
                    elif inner is not None and inner.source and sounds_like_check(argument.name):
                        self.unsure = self.unsure or argument.name
        for each in c.walk(code):
            if isinstance(each, c.Call) and id(each) not in outgoing:
                self.unseen(module, each, None)

    def unseen(self, module: Module, call: c.Call, callee: Callee | None) -> None:
        """A function whose body isn't here may check when its name says so, or when it is given the request."""
        if self.unsure:
            return
        name = c.last_name(call.callee)
        path = c.dotted(call.callee) or name
        root = path.partition(".")[0]
        if (
            _DATABASE.match(root)
            or ("supabase" in root.lower() and ".auth" not in path)
            or (callee is not None and callee.source and callee.source.startswith(_NEUTRAL))
        ):
            return
        if name in _PLAIN or (_NO_CHECK.match(name) and not sounds_like_check(path.rpartition(".")[0])):
            return
        if sounds_like_check(path):
            self.unsure = path
            return
        is_own = callee is not None and callee.source not in (None, "")
        for argument in call.arguments:
            given = c.dotted(argument) or ""
            if isinstance(argument, c.Call):
                given = c.last_name(argument.callee)
            if is_own and given in (
                "req",
                "request",
                "headers",
                "cookies",
                "ctx",
                "context",
                "cookieStore",
                "headersList",
            ):
                if not (
                    callee is not None
                    and (callee.source or "").startswith(("next/", "cors", "zod", "formidable", "busboy"))
                ):
                    self.unsure = path
                    return


_REQUESTS = frozenset({"req", "request", "ctx", "context", "session", "nextRequest", "c"})
_PLAIN = frozenset(
    {"parse", "safeParse", "parseAsync", "safeParseAsync", "json", "text", "formData", "get", "getAll", "map",
     "filter", "find", "then", "catch", "log", "error", "warn", "String", "Number", "Boolean", "push", "trim",
     "toString", "next", "redirect", "revalidatePath", "revalidateTag", "stringify", "keys", "entries", "values",
     "includes", "split", "join", "slice", "eq"}
)  # fmt: skip


def value_behind(project: Snapshot, module: Module, callee: Callee) -> tuple[Module, c.Code] | None:
    """What a name at the top of a file stands for, when it is no function: ``createClient().use(fn)``."""
    if callee.source == "":
        return None
    where, name = module, callee.name
    if callee.source is not None:
        found = project.definition(module.path, callee.source, callee.name)
        if found is None:
            return None
        where = found.module
        value = found.export.value
        if value is None and found.export.local is not None:
            value = where.top_level.get(found.export.local.name)
    else:
        value = module.top_level.get(name)
    bare = c.bare(value) if value is not None else None
    return (where, bare) if isinstance(bare, (c.Call, c.New, c.Object, c.Class)) else None


def _guard_of_wrapper(project: Snapshot, module: Module, wrapper: Wrapper) -> Guard:
    own = frozenset(project.settings.auth_functions)
    if any(step in own for step in wrapper.name.replace("()", "").split(".")):
        return Guard("checked", wrapper.name)
    last = wrapper.name.replace("()", "").rpartition(".")[2]
    if _LIBRARY_CHECK.match(last):
        return Guard("checked", wrapper.name)
    found = Guard("unchecked")
    for argument in wrapper.call.arguments:
        bare = c.bare(argument) if not isinstance(argument, c.Spread) else argument
        # The wrapped function itself is asked elsewhere; options and further functions are asked here.
        if isinstance(bare, (c.Function, c.Call)):
            continue
        guard = _guard_of_option(project, module, bare)
        if guard.standing != "unchecked":
            return guard
    callee = wrapper.callee
    if callee is None:
        return Guard("unsure", wrapper.name)
    chain = guard_in(project, module, wrapper.call.callee) if not isinstance(wrapper.call.callee, c.Name) else found
    if chain.standing == "checked":
        return chain
    target = function_behind(project, module, callee)
    if target is None:
        target = value_behind(project, module, callee)
    if target is not None:
        guard = guard_in(project, *target)
        if guard.standing == "unchecked" and isinstance(target[1], (c.Call, c.New)):
            root = _root_of(target[1])
            inner = callee_of(target[0], root) if root is not None else None
            further = value_behind(project, target[0], inner) if inner is not None else None
            if further is not None and further[1] is not target[1]:
                guard = guard_in(project, *further)
            elif inner is not None and inner.source and not inner.source.startswith(_NEUTRAL) and further is None:
                if function_behind(project, target[0], inner) is None:
                    return Guard("unsure", wrapper.name)
        return guard
    if callee.source and callee.source.startswith(AUTH_SOURCES):
        return Guard("checked", wrapper.name)
    if callee.source and callee.source.startswith(_NEUTRAL):
        return found
    return Guard("unsure", wrapper.name)


def _guard_of_option(project: Snapshot, module: Module, option: c.Code) -> Guard:
    """``{ auth: true }``, ``{ roles: ['admin'] }``, ``requireAdmin``: what a wrapper is told."""
    for each in c.walk(option):
        match each:
            case c.Property(key=str() as key) if sounds_like_check(key) or key in ("roles", "role"):
                return Guard("unsure", key)
            case c.Name(name=name):
                callee = callee_of(module, each)
                target = function_behind(project, module, callee) if callee is not None else None
                if target is not None:
                    guard = guard_in(project, *target)
                    if guard.standing != "unchecked":
                        return guard
                elif sounds_like_check(name):
                    return Guard("unsure", name)
            case _:
                pass
    return Guard("unchecked")


def _root_of(code: c.Code) -> c.Name | None:
    current: c.Code = code
    while True:
        match current:
            case (
                c.Call(callee=below)
                | c.New(callee=below)
                | c.Member(object=below)
                | c.Await(value=below)
                | c.Cast(value=below)
            ):
                current = below
            case c.Name():
                return current
            case _:
                return None


def carries_caller(function: c.Function) -> str:
    """What a wrapped function is given that says who calls: ``({ session }) => …``, ``({ ctx: { user } }) => …``."""
    for parameter in function.parameters:
        for each in c.walk(parameter.pattern):
            if isinstance(each, c.PatternProperty) and each.key is not None and _CARRIED.match(each.key):
                return each.key
    if function.body is not None:
        for each in c.walk(function.body):
            if isinstance(each, c.Member) and _CARRIED.match(each.name):
                root = c.dotted(each.object) or ""
                if root in ("ctx", "context", "req", "request", "opts.ctx", "args.ctx", "c"):
                    return f"{root}.{each.name}"
    return ""


def _is_cookie_jar(module: Module, callee: c.Expression) -> bool:
    if not isinstance(callee, c.Member):
        return False
    known = callee_of(module, callee.object)
    if known is not None and known.name == "cookies" and known.source == "next/headers":
        return True
    return (c.dotted(callee.object) or "").endswith("cookies")


def _is_own_secret(module: Module, value: c.Expression) -> bool:
    """`` `Bearer ${process.env.API_KEY}` ``: the server's own proof, which says nothing of the caller."""
    for each in c.walk(value):
        path = c.dotted(each) if isinstance(each, c.Member) else None
        if path is not None and path.startswith(("process.env.", "env.", "serverEnv.")):
            return True
        if isinstance(each, c.Name):
            if each.name.isupper():
                return True
            binding = module.scopes.binding(each)
            if binding is not None and binding.value is not None and "env" in module.source.text(binding.value.span):
                return True
    return isinstance(value, (c.String, c.Constant))
