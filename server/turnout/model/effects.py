"""What a function does to the world and asks of its request: writes, mails, streams, checks a signature, sets a status.

Facts of one file: an effect stands where the code shows it; what the called functions do is the business of
``project/effects``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from turnout.model import code as c
from turnout.model import effect_words as v
from turnout.model.callees import Callee, callee_of
from turnout.model.module import Module
from turnout.model.scope import Binding
from turnout.text.span import Span

EffectKind: TypeAlias = Literal[
    # Changes of the world.
    "database-write", "remote-write", "service-write", "mail", "payment", "storage-write", "queue", "file-write",
    "memory-write", "cookie-write", "session-write", "revalidation", "draft-mode",
    # Reads.
    "database-read", "remote-read", "file-read", "payment-read",
    # Long or costly work.
    "ai",
    # What is asked of the request.
    "session", "signature", "secret", "bearer", "api-key", "oauth", "raw-body", "body", "form", "query", "headers",
    "cookies", "rate-limit", "queue-check", "upload",
    # What the answer is.
    "stream", "binary", "content-type", "cors", "redirect", "status", "response-header",
]  # fmt: skip

WRITES: frozenset[EffectKind] = frozenset(
    {"database-write", "remote-write", "service-write", "mail", "payment", "storage-write", "queue", "file-write",
     "memory-write", "cookie-write", "session-write", "revalidation"}
)  # fmt: skip
READS: frozenset[EffectKind] = frozenset({"database-read", "remote-read", "file-read", "payment-read"})


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that a piece of code does. ``what`` is how a person calls it: ``prisma.task.create``, ``Stripe``."""

    kind: EffectKind
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A call of a function that stands elsewhere, or that the file declares itself."""

    callee: Callee
    name: str
    """As written: ``tasks.create``."""
    call: c.Call
    is_awaited: bool


@dataclass(frozen=True, slots=True)
class Effects:
    """What one piece of code does, and whom it calls."""

    effects: tuple[Effect, ...]
    calls: tuple[Outgoing, ...]


def effects_in(module: Module, code: c.Code) -> Effects:
    """The effects of a piece of code, functions inside of it included. Kept with the module."""
    kept: dict[int, Effects] | None = module.__dict__.get("_effects")
    if kept is None:
        kept = module.__dict__["_effects"] = {}
    found = kept.get(id(code))
    if found is None:
        found = kept[id(code)] = _Reader(module).read(code)
    return found


def first_word(name: str) -> str:
    """``createTask`` begins with ``create``, ``GET`` with ``get``."""
    found = v.WORD.search(name.lstrip("_$"))
    return found[0].lower() if found else ""


def sounds_like_writing(name: str) -> bool:
    """Whether people would expect a function of this name to change something: ``saveTask``, ``getOrCreateUser``."""
    return first_word(name) in v.WRITE_WORDS or bool(
        re.search(r"(?:Or|And)(?:Create|Update|Delete|Insert|Save|Add)", name)
    )


def sounds_like_reading(name: str) -> bool:
    """Whether people would expect a function of this name only to look: ``getTasks``, ``isMember``."""
    return first_word(name) in v.READ_WORDS and not sounds_like_writing(name)


class _Reader:
    def __init__(self, module: Module) -> None:
        self.module = module
        self.found: list[Effect] = []
        self.calls: list[Outgoing] = []

    def read(self, code: c.Code) -> Effects:
        start = code.body if isinstance(code, c.Function) and code.body is not None else code
        for each in c.walk(start):
            match each:
                case c.Call():
                    self.call(each)
                case c.New(callee=callee, arguments=arguments):
                    self.new(each, c.dotted(callee) or "", arguments)
                case c.TaggedTemplate(tag=tag, template=template):
                    self.tagged(each, tag, template)
                case c.Assign(target=target):
                    self.assigned(each, target)
                case c.Update(operand=operand):
                    self.assigned(each, operand)
                case c.Unary(operator="delete", operand=operand):
                    self.assigned(each, operand)
                case c.Binary(operator="===" | "!==" | "==" | "!=", left=left, right=right):
                    self.compared(each, left, right)
                case c.Member(object=below, name=name):
                    self.member(each, below, name)
                case c.Index(object=below, index=c.String(value=name)):
                    if (c.dotted(below) or "").endswith("headers"):
                        self.header_read(each, name)
                case _:
                    pass
        if isinstance(code, c.Function):
            self.parameters(code)
        return Effects(tuple(self.found), tuple(self.calls))

    def add(self, kind: EffectKind, what: str, at: c.Code) -> None:
        self.found.append(Effect(kind, what, at.span))

    # ----------------------------------------------------------------- calls

    def call(self, call: c.Call) -> None:
        callee = call.callee
        steps = _steps(callee)
        names = [step for step in steps if step != "()"]
        name = names[-1] if names else ""
        known = callee_of(self.module, callee) if isinstance(callee, (c.Name, c.Member)) else None
        source = (known.source or self.maker(known)) if known is not None else ""
        written = _short(names)
        arguments = call.arguments
        first = c.bare(arguments[0]) if arguments else None
        if (known is not None and known.source != "") or (known is not None and len(known.path) == 0):
            self.calls.append(Outgoing(known, written, call, self.is_awaited(call)))

        if self.response(call, names, name, known, first):
            return
        if self.request(call, names, name, known, source, first):
            return
        if self.database(call, steps, names, name, known, source, first, written):
            return
        if self.service(call, names, name, source, first, written):
            return
        self.remote(call, names, name, source, first, written)

    def maker(self, callee: Callee) -> str:
        """``const queue = new Client()`` at the top of the file: the package of ``Client`` says what ``queue`` does."""
        value = self.module.top_level.get(callee.name) if callee.source is None and callee.path else None
        made = c.bare(value) if value is not None else None
        maker = callee_of(self.module, made.callee) if isinstance(made, c.New) else None
        return (maker.source or "") if maker is not None else ""

    def database(
        self, call: c.Call, steps: list[str], names: list[str], name: str, known: Callee | None, source: str,
        first: c.Code | None, written: str,
    ) -> bool:  # fmt: skip
        root = names[0] if names else ""
        leading = names[:-1]
        is_db = any(v.DB_NAME.search(each) for each in leading[:3]) or bool(v.DB_SOURCE.search(source))
        if (
            "supabase" in root.lower()
            or "supabase" in source.lower()
            or (
                "from" in leading
                and "rpc" not in names
                and name in ("insert", "upsert", "update", "delete", "select")
                and len(leading) >= 2
            )
        ):
            if self.supabase(call, names, name, first, written):
                return True
        if (name in v.PRISMA_ONLY_WRITES and len(leading) >= 1) or (
            name in v.PRISMA_WRITES and is_db and len(leading) >= 2 and not v.PAYMENT_NAME.search(root)
        ):
            self.add("database-write", written, call)
        elif (name in v.PRISMA_READS and leading) or (
            is_db and name in ("count", "aggregate", "findMany") and len(leading) >= 2
        ):
            self.add("database-read", written, call)
        elif name in v.KYSELY_WRITES:
            self.add("database-write", written, call)
        elif name == "selectFrom":
            self.add("database-read", written, call)
        elif (name in v.DRIZZLE_WRITES and is_db and len(leading) == 1 and call.arguments) or (
            name in ("values", "set")
            and len(steps) > 2
            and any(each in v.DRIZZLE_WRITES for each in leading[1:])
            and not is_db
        ):
            self.add("database-write", written, call)
        elif name in ("select", "selectDistinct", "selectDistinctOn", "$count") and is_db:
            self.add("database-read", written, call)
        elif name in v.MONGO_WRITES and leading:
            self.add("database-write", written, call)
        elif (name in v.MONGO_READS and leading) or (
            name in ("find", "aggregate", "count", "distinct") and leading and self.is_model(root, source)
        ):
            self.add("database-read", written, call)
        elif (
            (
                name in ("create", "insert", "update", "remove", "delete", "destroy", "save", "softDelete")
                and leading
                and (self.is_model(root, source) or (is_db and v.DB_NAME.search(leading[-1]) and name != "update"))
            )
            or (name == "save" and not call.arguments and leading and self.is_awaited(call))
            or (
                name in ("del", "insert", "update", "delete", "increment", "decrement")
                and "()" in steps
                and is_db
                and "where" in [*leading, name]
            )
            or (name in ("insert", "del", "update") and steps.count("()") and (root in ("knex", "db") or is_db))
        ):
            self.add("database-write", written, call)
        elif name in v.FIRESTORE and "firebase" in source:
            self.add("database-write" if v.FIRESTORE[name] else "database-read", written, call)
        elif "collection" in leading or ("doc" in leading and len(leading) > 1) or ("ref" in leading and "()" in steps):
            if name in ("add", "set", "update", "delete", "create", "push", "remove"):
                self.add("database-write", written, call)
            elif name in ("get", "once", "find", "where", "count"):
                self.add("database-read", written, call)
            else:
                return False
        elif (
            leading
            and (v.KV_NAME.search(root) or "@vercel/kv" in source or "redis" in source)
            and name.lower() in v.KV_WRITES
        ):
            self.add("database-write", written, call)
        elif leading and (v.KV_NAME.search(root) or "redis" in source) and name.lower() in v.KV_READS:
            self.add("database-read", written, call)
        elif name in v.SQL_CALLS and first is not None and (text := self.text_of(first)) is not None:
            return self.sql(call, text, written)
        elif name in ("fetchMutation", "fetchAction") and source.startswith("convex"):
            self.add("database-write", written, call)
        elif name in ("fetchQuery", "preloadQuery") and source.startswith("convex"):
            self.add("database-read", written, call)
        else:
            return False
        return True

    def is_model(self, root: str, source: str) -> bool:
        """``User.create(…)`` where ``User`` comes from a file of models."""
        return (
            root[:1].isupper() and bool(re.search(r"model|schema|entit", source, re.IGNORECASE)) and "zod" not in source
        )

    def supabase(self, call: c.Call, names: list[str], name: str, first: c.Code | None, written: str) -> bool:
        leading = names[:-1]
        if "storage" in leading:
            if name in ("upload", "remove", "move", "copy", "createSignedUploadUrl", "update", "uploadToSignedUrl"):
                self.add("storage-write", written, call)
            else:
                return name != "from"
        elif "auth" in leading:
            if name in v.SESSION_WRITES or "admin" in leading:
                self.add("session-write", written, call)
                if name == "exchangeCodeForSession":
                    self.add("oauth", written, call)
            elif name in ("getUser", "getSession", "getClaims"):
                self.add("session", written, call)
        elif "from" in leading and name in ("insert", "upsert", "update", "delete"):
            self.add("database-write", written, call)
        elif "from" in leading and name == "select" and not {"insert", "upsert", "update", "delete"} & set(leading):
            self.add("database-read", written, call)
        elif name == "rpc":
            procedure = first.value if isinstance(first, c.String) else ""
            self.add(
                "database-read" if sounds_like_reading(procedure) else "database-write",
                f"{written}('{procedure}')",
                call,
            )
        else:
            return False
        return True

    def sql(self, call: c.Code, text: str, written: str) -> bool:
        if v.SQL_WRITE.match(text):
            self.add("database-write", f"{written}: {' '.join(text.split()[:3])}", call)
        elif v.SQL_READ.match(text):
            self.add("database-read", f"{written}: {' '.join(text.split()[:2])}", call)
        else:
            return False
        return True

    def tagged(self, whole: c.TaggedTemplate, tag: c.Expression, template: c.Template) -> None:
        text = "?".join(template.strings)
        name = (c.dotted(tag) or c.dotted(tag.callee if isinstance(tag, c.Call) else tag) or "").rpartition(".")[2]
        if name in ("sql", "$queryRaw", "$executeRaw", "query", "Prisma.sql") or v.SQL_WRITE.match(text):
            self.sql(whole, text, name or "SQL")
        elif name in ("gql", "graphql") and re.search(r"\bmutation\b", text):
            self.add("remote-write", "a GraphQL mutation", whole)

    # -------------------------------------------------------------- services

    def service(
        self, call: c.Call, names: list[str], name: str, source: str, first: c.Code | None, written: str
    ) -> bool:
        root = names[0] if names else ""
        if (source.startswith(v.MAIL_SOURCES) and name.startswith("send")) or (
            name in ("sendMail", "sendEmail")
            or (
                name == "send"
                and any("email" in each.lower() or "mail" in each.lower() or each == "resend" for each in names[:-1])
            )
        ):
            self.add("mail", written, call)
        elif v.PAYMENT_NAME.search(root) or source in (
            "stripe",
            "@paddle/paddle-node-sdk",
            "@lemonsqueezy/lemonsqueezy.js",
            "@polar-sh/sdk",
        ):
            if name in v.VERIFIES:
                self.add("signature", _shop(root or source), call)
            elif len(names) > 1 or source:
                reads = name in (
                    "retrieve",
                    "list",
                    "search",
                    "get",
                    "preview",
                    "listLineItems",
                ) or sounds_like_reading(name)
                self.add("payment-read" if reads else "payment", written, call)
        elif source.startswith(v.STORAGE_SOURCES):
            if v.STORAGE_WRITE.match(name) or name == "send":
                self.add("storage-write", written, call)
            else:
                return False
        elif source.startswith(v.QUEUE_SOURCES):
            if v.QUEUE_WRITE.match(name):
                self.add("queue", written, call)
            else:
                return False
        elif (
            (name in v.AI_CALLS and (source == "ai" or source.startswith("ai/")))
            or (v.AI_NAME.search(root) and name in v.AI_METHODS and len(names) > 1)
            or name in ("generateContent", "generateContentStream", "sendMessageStream")
        ):
            self.add("ai", written, call)
        elif source in v.FS_SOURCES or root in ("fs", "fsPromises", "fsp"):
            if name in v.FS_WRITES:
                self.add("file-write", written, call)
            elif name in v.FS_READS:
                self.add("file-read", written, call)
        elif name in v.CACHE or (name == "refresh" and source == "next/cache") or names[-2:] == ["res", "revalidate"]:
            self.add("revalidation", f"{name}()", call)
        elif (name in ("enable", "disable") and "draftMode" in names) or name == "setPreviewData":
            self.add("draft-mode", written, call)
        elif (name in ("set", "delete") and self.is_cookie_jar(call.callee, names)) or name in (
            "setCookie",
            "deleteCookie",
            "destroyCookie",
        ):
            self.add("cookie-write", written, call)
        elif (
            name in v.SESSION_WRITES
            and (len(names) == 1 or names[-2] in ("auth", "api", "lucia", "authClient") or source)
        ) or (name in ("save", "destroy", "updateConfig") and "session" in root.lower()):
            self.add("session-write", written, call)
        elif name in v.MUTATORS and self.is_own_state(call.callee):
            self.add("memory-write", written, call)
        elif (
            names == ["Object", "assign"]
            and isinstance(first, c.Name)
            and (binding := self.module.scopes.binding(first))
        ):
            if not self.is_found_in_state(binding):
                return False
            self.add("memory-write", f"Object.assign({first.name}, …)", call)
        else:
            return False
        return True

    def remote(
        self, call: c.Call, names: list[str], name: str, source: str, first: c.Code | None, written: str
    ) -> None:
        if v.MAIL_NAME.match(name) and not source.startswith("node:"):
            self.add("mail", written, call)
            return
        if (name == "fetch" and len(names) == 1) or source in ("axios", "ky", "got", "node-fetch", "undici", "ofetch"):
            verb = name.upper() if name.upper() in (*v.MUTATING, "GET") else self.method_of(call)
            url = self.text_of(first) if first is not None else None
            if url is not None and "graphql" in url.lower():
                verb = "GET"
            self.add("remote-write" if verb in v.MUTATING else "remote-read", f"{written}, {verb or 'GET'}", call)
            return
        if name in ("post", "put", "patch", "delete", "del") and len(names) > 1 and _is_address(first):
            self.add("remote-write", written, call)
            return
        if name == "get" and len(names) > 1 and _is_address(first):
            self.add("remote-read", written, call)
            return
        if name in ("mutate", "mutateAsync") and len(names) > 1:
            self.add("remote-write", written, call)
            return
        if self.method_of(call) in v.MUTATING and not (names and names[0] in v.RESPONSES):
            self.add("remote-write", f"{written}, {self.method_of(call)}", call)
            return
        is_package = (
            bool(source) and not source.startswith((".", "@/", "~", "#", "src/")) and not v.NO_SDK.match(source)
        )
        if (
            len(names) > 1
            and is_package
            and first_word(name) in v.SDK_WORDS
            and not v.NO_CREATE.search(name)
            and not (name in v.SQL_CALLS and v.DB_SOURCE.search(source))
            and self.is_awaited(call)
        ):
            self.add("service-write", written, call)

    def method_of(self, call: c.Call) -> str | None:
        for argument in call.arguments:
            options = c.bare(argument)
            if isinstance(options, c.Object):
                method = options.get("method")
                if isinstance(method, c.String):
                    return method.value.upper()
                if method is None and call.arguments and options.get("body") is not None:
                    continue
        return None

    # ---------------------------------------------------- request and answer

    def request(
        self, call: c.Call, names: list[str], name: str, known: Callee | None, source: str, first: c.Code | None
    ) -> bool:
        root = names[0] if names else ""
        if name in v.VERIFIES or (
            name == "verify"
            and source.startswith(("svix", "standardwebhooks", "@clerk", "@octokit/webhooks", "tweetnacl"))
        ):
            self.add("signature", _shop(source or root), call)
            return True
        if name == "verify" and any("webhook" in each.lower() for each in names[:-1]):
            self.add("signature", _shop(source or root), call)
            return True
        if v.QUEUE_CHECKS.match(name):
            self.add("queue-check", name, call)
            return True
        if v.CRON_CHECKS.search(name):
            self.add("secret", name, call)
            return True
        if is_key_check(name) and any(_is_of_request(argument) for argument in call.arguments):
            self.add("api-key", name, call)
            return True
        if name == "timingSafeEqual" or name in ("safeCompare", "timingSafeCompare", "secureCompare"):
            if any(_env_secret(argument) for argument in call.arguments):
                self.add("secret", _env_name(call.arguments) or "a secret", call)
            return True
        if name == "get" and isinstance(first, c.String) and self.is_headers(call.callee, names):
            self.header_read(call, first.value)
            return True
        if name == "headers" and source == "next/headers":
            self.add("headers", "headers()", call)
            return True
        if name == "cookies" and source == "next/headers":
            return True
        if name in ("get", "has", "getAll") and self.is_cookie_jar(call.callee, names):
            cookie = first.value if isinstance(first, c.String) else ""
            self.add(
                "session" if re.search(r"session|token|auth|jwt|sid", cookie, re.IGNORECASE) else "cookies",
                f"the cookie {cookie}",
                call,
            )
            return True
        if v.SESSION_READS.match(name):
            self.add("session", f"{name}()", call)
            return True
        if v.RATE.search(".".join(names)):
            self.add("rate-limit", _short(names), call)
            return True
        if name in (
            "exchangeCodeForSession",
            "validateAuthorizationCode",
            "exchangeCode",
            "oauthCallback",
            "getAccessTokenFromCode",
        ):
            self.add("oauth", name, call)
            return False
        if (
            len(names) == 2
            and name in ("text", "arrayBuffer", "blob", "bytes")
            and re.fullmatch(r"_?(?:req|request|r|nextRequest|ctx)", root)
        ):
            self.add("raw-body", f"{root}.{name}()", call)
            return True
        if name in ("buffer", "getRawBody") and ("micro" in source or "raw-body" in source or name == "getRawBody"):
            self.add("raw-body", name, call)
            return True
        if len(names) == 2 and name == "json" and re.fullmatch(r"_?(?:req|request|nextRequest)", root):
            self.add("body", f"{root}.json()", call)
            return True
        if name in v.UPLOAD_READERS and (source.startswith(v.UPLOAD_SOURCES) or (len(names) == 1 and source)):
            self.add("upload", f"{name}()", call)
            return True
        if name == "formData" and len(names) >= 2:
            self.add("form", f"{root}.formData()", call)
            return True
        if name == "get" and "searchParams" in names:
            key = first.value if isinstance(first, c.String) else ""
            if re.fullmatch(r"api_?-?key", key, re.IGNORECASE):
                self.add("api-key", f"?{key}=", call)
            else:
                self.add("query", f"?{key}=", call)
            return True
        return False

    def response(self, call: c.Call, names: list[str], name: str, known: Callee | None, first: c.Code | None) -> bool:
        root = names[0] if names else ""
        if name in v.STREAM_CALLS:
            self.add("stream", f"{name}()", call)
            return True
        if root in v.RESPONSES and len(names) == 2:
            if name == "redirect":
                self.add("redirect", f"{root}.redirect()", call)
            elif name == "json" and len(call.arguments) > 1:
                self.response_options(call.arguments[1])
            return name in ("json", "redirect", "error", "next", "rewrite")
        if name in ("redirect", "permanentRedirect") and known is not None and known.source == "next/navigation":
            self.add("redirect", f"{name}()", call)
            return True
        if re.fullmatch(r"_?(?:res|response|reply)", root) and len(names) >= 2:
            return self.pages_response(call, names, name, first)
        if (
            name in ("set", "append")
            and isinstance(first, c.String)
            and re.search(r"(?:res|response|headers)$", names[-2] if len(names) > 1 else "", re.IGNORECASE)
        ):
            if "headers" in [each.lower() for each in names[:-1]] or "headers" in root.lower():
                self.header_set(call, first.value, call.arguments[1] if len(call.arguments) > 1 else None)
                return True
        if name.lower() in (
            "cors",
            "nextcors",
            "withcors",
            "applycors",
            "corsheaders",
            "runcors",
            "allowcors",
            "handlecors",
        ):
            self.add("cors", f"{name}()", call)
            return True
        return False

    def pages_response(self, call: c.Call, names: list[str], name: str, first: c.Code | None) -> bool:
        if name in ("setHeader", "appendHeader") and isinstance(first, c.String):
            self.header_set(call, first.value, call.arguments[1] if len(call.arguments) > 1 else None)
        elif name == "writeHead":
            for argument in call.arguments[1:]:
                self.headers_object(argument)
            if isinstance(first, c.Number) and first.text.startswith("30"):
                self.add("redirect", "res.writeHead()", call)
        elif name == "redirect":
            self.add("redirect", "res.redirect()", call)
        elif name == "write":
            self.add("stream", "res.write()", call)
        elif name == "pipe":
            self.add("stream", "pipe(res)", call)
        elif name == "status" and isinstance(first, c.Number):
            self.add("status", first.text, call)
        elif name == "revalidate":
            self.add("revalidation", "res.revalidate()", call)
        elif name in ("setPreviewData", "setDraftMode"):
            self.add("draft-mode", f"res.{name}()", call)
        elif name in ("set", "delete") and "cookies" in names:
            self.add("cookie-write", _short(names), call)
        elif name in ("set", "append") and "headers" in names and isinstance(first, c.String):
            self.header_set(call, first.value, call.arguments[1] if len(call.arguments) > 1 else None)
        else:
            return name in ("json", "send", "end", "status")
        return True

    def new(self, new: c.New, name: str, arguments: tuple[c.Expression | c.Spread, ...]) -> None:
        if name in v.STREAMS:
            self.add("stream", f"new {name}()", new)
        elif name == "ImageResponse":
            self.add("binary", "new ImageResponse()", new)
        elif name in v.RESPONSES:
            if len(arguments) > 1:
                self.response_options(arguments[1])
            if arguments and self.is_stream_body(arguments[0]):
                self.add("stream", f"new {name}(stream)", new)
        elif name in v.UPLOAD_READERS:
            self.add("upload", f"new {name}()", new)
        elif name == "Headers" and arguments:
            self.headers_object(arguments[0])
        elif name.endswith("Command"):
            callee = callee_of(self.module, new.callee)
            source = (callee.source or "") if callee is not None else ""
            if source.startswith("@aws-sdk/client-s3"):
                reads = name.startswith(("Get", "List", "Head"))
                self.add("remote-read" if reads else "storage-write", name, new)
            elif source.startswith(("@aws-sdk/client-sqs", "@aws-sdk/client-sns", "@aws-sdk/client-ses")):
                self.add("queue" if "sqs" in source else "mail", name, new)
            elif source.startswith("@aws-sdk/"):
                reads = name.startswith(("Get", "List", "Query", "Scan", "Describe", "BatchGet"))
                self.add("database-read" if reads else "database-write", name, new)

    def is_stream_body(self, body: c.Expression | c.Spread) -> bool:
        bare = c.bare(body) if not isinstance(body, c.Spread) else body
        path = c.dotted(bare) or ""
        return path.endswith((".body", "stream", "Stream")) and path != "req.body"

    def response_options(self, options: c.Expression | c.Spread) -> None:
        bare = self.value(options)
        if not isinstance(bare, c.Object):
            return
        status = bare.get("status")
        if isinstance(status, c.Number):
            self.add("status", status.text, status)
            if status.text in ("301", "302", "303", "307", "308"):
                self.add("redirect", f"status {status.text}", status)
        headers = bare.get("headers")
        if headers is not None:
            self.headers_object(headers)

    def headers_object(self, headers: c.Expression | c.Spread) -> None:
        bare = self.value(headers)
        if isinstance(bare, c.Name) and "cors" in bare.name.lower():
            self.add("cors", bare.name, bare)
        if not isinstance(bare, c.Object):
            return
        for member in bare.members:
            if isinstance(member, c.Property) and member.key is not None:
                self.header_set(member, member.key, member.value)
            elif isinstance(member, c.Spread):
                name = c.dotted(member.value) or ""
                if "cors" in name.lower():
                    self.add("cors", name, member)

    def header_set(self, at: c.Code, name: str, value: c.Expression | c.Spread | None) -> None:
        lowered = name.lower()
        text = self.text_of(value) if value is not None else None
        if lowered == "content-type":
            if text is None or not text.lower().startswith(v.JSON_TYPES):
                kind: EffectKind = "stream" if (text or "").startswith("text/event-stream") else "content-type"
                self.add(kind, text or "a content type", at)
        elif lowered == "content-disposition":
            self.add("binary", "Content-Disposition", at)
        elif lowered.startswith("access-control-allow"):
            self.add("cors", name, at)
        elif lowered == "set-cookie":
            self.add("cookie-write", "Set-Cookie", at)
        elif lowered == "location":
            self.add("redirect", "Location", at)
        elif lowered != "allow":
            self.add("response-header", name, at)

    def header_read(self, at: c.Code, name: str) -> None:
        lowered = name.lower()
        if v.SIGNATURE_HEADER.search(lowered):
            self.add("queue-check" if lowered.startswith("upstash") else "signature", f"the header {name}", at)
        elif lowered in ("authorization", "proxy-authorization"):
            self.add("bearer", "the Authorization header", at)
        elif lowered in v.UPLOAD_HEADERS:
            self.add("upload", f"the header {name}", at)
        elif v.KEY_HEADER.match(lowered) and "csrf" not in lowered:
            self.add("api-key", f"the header {name}", at)
        else:
            self.add("headers", f"the header {name}", at)

    def member(self, at: c.Member, below: c.Expression, name: str) -> None:
        path = c.dotted(below) or ""
        rest = path.partition(".")[2]
        if rest == "headers" or (path == "headers" and self.is_next_headers(below)):
            if name in ("authorization", "Authorization"):
                self.header_read(at, name)
        elif re.fullmatch(r"_?(?:req|request)", path):
            if name == "query":
                self.add("query", f"{path}.query", at)
            elif name == "body":
                self.add("body", f"{path}.body", at)
        elif name == "nextUrl" or (name == "searchParams" and "Url" in path):
            self.add("query", "the query string", at)

    def parameters(self, function: c.Function) -> None:
        """``({ query, body }, res) => …``"""
        if (
            function.parameters
            and isinstance(function.parameters[0].pattern, c.ObjectPattern)
            and len(function.parameters) > 1
        ):
            second = function.parameters[1].pattern
            if isinstance(second, c.Name) and second.name in ("res", "response"):
                for member in function.parameters[0].pattern.members:
                    if isinstance(member, c.PatternProperty) and member.key in ("query", "body"):
                        self.add("query" if member.key == "query" else "body", f"req.{member.key}", member)

    def is_next_headers(self, expression: c.Expression) -> bool:
        return not (isinstance(expression, c.Name) and self.module.scopes.is_global(expression))

    def is_headers(self, callee: c.Expression, names: list[str]) -> bool:
        if "headers" in names[:-1] or re.fullmatch(
            r"(?:\w*[hH]eaders?(?:List|Store|sList)?|hdrs|h)", names[0] if names else ""
        ):
            return True
        if isinstance(callee, c.Member):
            known = callee_of(self.module, callee.object)
            return known is not None and known.name == "headers" and known.source == "next/headers"
        return False

    def is_cookie_jar(self, callee: c.Expression, names: list[str]) -> bool:
        if "cookies" in names[:-1] or re.fullmatch(r"cookie\w*|\w*[cC]ookies|jar", names[0] if names else ""):
            return True
        if isinstance(callee, c.Member):
            known = callee_of(self.module, callee.object)
            return known is not None and known.name == "cookies" and known.source == "next/headers"
        return False

    def compared(self, at: c.Binary, left: c.Expression, right: c.Expression) -> None:
        """``header !== process.env.CRON_SECRET``: one side is a secret of this app, the other came with the request."""
        for one, other in ((left, right), (right, left)):
            secret = _env_name((one,))
            if (
                secret is not None
                and not isinstance(c.bare(other), (c.String, c.Constant, c.Number))
                and _env_name((other,)) is None
            ):
                self.add("secret", secret, at)
                return
            if (name := self.given_secret(one)) is not None and _came_with_request(other):
                self.add("secret", f"the {name} of the wrapper around it", at)
                return

    def given_secret(self, expression: c.Expression) -> str | None:
        """``secured(process.env.JOB_TOKEN, handler)``: inside, the secret is a parameter of a function around."""
        bare = c.bare(expression)
        binding = self.module.scopes.binding(bare) if isinstance(bare, c.Name) else None
        if binding is None or binding.kind != "parameter" or binding.pattern is not None or binding.index < 0:
            return None
        is_outer = binding.function is not self.module.function_around(expression)
        return binding.name if is_outer and re.search(r"secret|token|key$|password", binding.name, re.I) else None

    # ----------------------------------------------------------------- state

    def assigned(self, at: c.Code, target: c.Code) -> None:
        root = target
        depth = 0
        while isinstance(root, (c.Member, c.Index, c.Cast)):
            root = root.object if not isinstance(root, c.Cast) else root.value
            depth += 1
        if not isinstance(root, c.Name) or root.name in (
            "module",
            "exports",
            "globalThis",
            "global",
            "window",
            "process",
        ):
            return
        binding = self.module.scopes.binding(root)
        if binding is None:
            return
        if (depth and self.is_found_in_state(binding)) or (binding.kind == "import" and depth):
            self.add("memory-write", self.module.source.text(target.span)[:40], at)
        elif binding.scope.parent is None and (
            (depth and binding.kind in ("const", "let", "var")) or (not depth and binding.kind in ("let", "var"))
        ):
            if not re.search(r"cache|client|instance|singleton|promise|initiali", root.name, re.IGNORECASE):
                self.add("memory-write", self.module.source.text(target.span)[:40], at)

    def is_found_in_state(self, binding: Binding) -> bool:
        """``const task = store.tasks.find(…)``, without ``await``: something that is held in memory."""
        value = c.bare(binding.value) if binding.value is not None and binding.scope.parent is not None else None
        if isinstance(value, c.Binary) and value.operator in ("??", "||"):
            value = c.bare(value.left)
        if not isinstance(value, c.Call) or binding.pattern is not None:
            return False
        names = _steps(value.callee)
        if len(names) < 2 or names[-1] not in ("find", "get", "at"):
            return False
        known = callee_of(self.module, value.callee)
        return known is not None and known.source != "" and "()" not in names[:1]

    def is_own_state(self, callee: c.Expression) -> bool:
        """``tasks.push(…)`` where ``tasks`` is an array, object, Map or Set at the top of the file."""
        if not isinstance(callee, c.Member):
            return False
        below = c.bare(callee.object)
        while isinstance(below, (c.Member, c.Index)):
            below = c.bare(below.object)
        if not isinstance(below, c.Name) or re.search(r"cache", below.name, re.IGNORECASE):
            return False
        binding = self.module.scopes.binding(below)
        if binding is None or binding.scope.parent is not None or binding.pattern is not None or binding.value is None:
            return False
        return is_state(binding.value)

    # --------------------------------------------------------------- details

    def value(self, expression: c.Expression | c.Spread) -> c.Expression | c.Spread:
        bare = c.bare(expression) if not isinstance(expression, c.Spread) else expression
        if isinstance(bare, c.Name):
            binding = self.module.scopes.binding(bare)
            if (
                binding is not None
                and binding.value is not None
                and binding.pattern is None
                and binding.kind == "const"
            ):
                return c.bare(binding.value)
        return bare

    def text_of(self, expression: c.Code) -> str | None:
        bare = self.value(expression) if isinstance(expression, (c.Name, c.Cast)) else expression
        match bare:
            case c.String(value=value):
                return value
            case c.Template(strings=strings):
                return "?".join(strings)
            case c.TaggedTemplate(template=c.Template(strings=strings)):
                return "?".join(strings)
            case c.Binary(operator="+", left=left):
                return self.text_of(left)
            case _:
                return None

    def is_awaited(self, call: c.Call) -> bool:
        above = self.module.parents.get(id(call))
        while isinstance(above, (c.Member, c.Call, c.Cast)) and not isinstance(above, c.Await):
            above = self.module.parents.get(id(above))
        return isinstance(above, (c.Await, c.Return, c.Array)) or (
            isinstance(above, c.Function) and above.form == "arrow"
        )


def is_key_check(name: str) -> bool:
    """Whether a function of this name checks a caller's API key or token: ``withApiKey``, ``verifyAccessToken``."""
    return bool(v.KEY_CHECKS.match(name))


def _is_of_request(argument: c.Code) -> bool:
    """``req``, ``request.headers``, ``apiKey``: what came with a request, as opposed to a key kept in a database."""
    path = (c.dotted(argument) or "").lower()
    return bool(
        re.fullmatch(
            r"_?(?:req|request|r|ctx|nextrequest|headers|\w*header|\w*token|\w*key)|_?req(?:uest)?\.headers.*", path
        )
    )


def _came_with_request(expression: c.Expression) -> bool:
    """``req.query.token``, ``searchParams.get('key')``, ``request.headers.get('x-token')``."""
    bare = c.bare(expression)
    path = c.dotted(bare.callee if isinstance(bare, c.Call) else bare) or ""
    return bool(re.match(r"_?(?:req|request|headers|searchParams|nextUrl|query)\b", path))


def is_state(value: c.Expression) -> bool:
    """Whether a value can be changed in place: an array, an object, a Map or a Set."""
    bare = c.bare(value)
    if isinstance(bare, c.Binary) and bare.operator in ("??", "||"):
        bare = c.bare(bare.right)
    if isinstance(bare, c.Assign):
        bare = c.bare(bare.value)
    if isinstance(bare, c.New):
        return c.dotted(bare.callee) in ("Map", "Set", "Array", "WeakMap")
    return isinstance(bare, (c.Array, c.Object))


def _steps(expression: c.Code) -> list[str]:
    """``db.insert(t).values`` is ``db insert () values``; the root is left out where it has no name."""
    parts: list[str] = []
    current: c.Code = expression
    while True:
        match current:
            case c.Member(object=below, name=name):
                parts.append(name)
                current = below
            case c.Call(callee=below):
                parts.append("()")
                current = below
            case c.New(callee=below) | c.Await(value=below) | c.Cast(value=below) | c.Index(object=below):
                current = below
            case c.Name(name=name):
                parts.append(name)
                break
            case c.This():
                parts.append("this")
                break
            case _:
                break
    parts.reverse()
    return parts


def _short(names: list[str]) -> str:
    """At most the first two and the last name of a chain."""
    if not names:
        return "a call"
    return ".".join(names) if len(names) <= 3 else f"{names[0]}.{names[1]}…{names[-1]}"


def _is_address(code: c.Code | None) -> bool:
    match code:
        case c.String(value=value):
            return value.startswith(("/", "http"))
        case c.Template(strings=strings):
            return strings[0].startswith(("/", "http")) or (
                strings[0] == "" and len(strings) > 1 and strings[1].startswith("/")
            )
        case _:
            return False


def _env_secret(argument: c.Code) -> bool:
    return _env_name((argument,)) is not None


def _env_name(codes: tuple[c.Code, ...]) -> str | None:
    """The name of the environment variable with a secret that stands in one of some values."""
    for each in _members(codes):
        path = c.dotted(each) or ""
        if path.startswith(("process.env.", "env.", "serverEnv.", "import.meta.env.")) and v.SECRET_NAME.search(
            each.name
        ):
            return each.name
    return None


def _members(codes: tuple[c.Code, ...]) -> Iterator[c.Member]:
    for code in codes:
        for each in c.walk(code):
            if isinstance(each, c.Member):
                yield each


def _shop(name: str) -> str:
    return next((shop for key, shop in v.SHOPS.items() if key in name.lower()), "a webhook")
