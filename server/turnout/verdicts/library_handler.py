"""Handlers that a library makes: auth, uploads, tRPC, GraphQL, Inngest, CMS. The library needs its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from turnout.model import code as c
from turnout.model.callees import callee_of
from turnout.model.module import Module
from turnout.verdicts.evidence import CLEAR, DECISIVE, Evidence, at_entry
from turnout.verdicts.view import EntryView

_LIBRARIES: Mapping[str, str] = {
    "@ai-sdk/": "the AI SDK", "@apollo/": "Apollo", "@as-integrations/next": "Apollo", "@auth/": "Auth.js",
    "@auth0/": "Auth0", "@blitzjs/": "Blitz", "@builder.io/": "Builder", "@bull-board/": "Bull Board",
    "@clerk/": "Clerk", "@copilotkit/": "CopilotKit", "@edgestore/": "EdgeStore",
    "@farcaster/": "Farcaster", "@keystatic/": "Keystatic", "@kinde-oss/": "Kinde",
    "@lemonsqueezy/": "Lemon Squeezy", "@liveblocks/": "Liveblocks", "@logto/": "Logto",
    "@makeswift/": "Makeswift", "@modelcontextprotocol/": "MCP", "@novu/": "Novu", "@orpc/": "oRPC",
    "@ory/": "Ory", "@payloadcms/": "Payload", "@plasmicapp/": "Plasmic", "@polar-sh/": "Polar",
    "@prismicio/": "Prismic", "@propelauth/": "PropelAuth", "@sanity/": "Sanity", "@scalar/": "Scalar",
    "@stackframe/": "Stack Auth", "@storyblok/": "Storyblok", "@trigger.dev/": "Trigger.dev",
    "@trpc/": "tRPC", "@ts-rest/": "ts-rest", "@upstash/qstash": "QStash",
    "@upstash/workflow": "Upstash Workflow", "@vercel/blob/client": "Vercel Blob",
    "@vercel/flags": "Vercel Flags", "@vercel/mcp-adapter": "MCP", "@workos-inc/": "WorkOS",
    "better-auth": "Better Auth", "elysia": "Elysia", "express": "Express", "flags/next": "Vercel Flags",
    "frog": "Frog", "fumadocs-": "Fumadocs", "graphql-http": "GraphQL", "graphql-yoga": "GraphQL Yoga",
    "hono": "Hono", "http-proxy": "a proxy", "http-proxy-middleware": "a proxy", "inngest": "Inngest",
    "mcp-handler": "MCP", "mcp-handlers": "MCP", "next-auth": "NextAuth",
    "next-http-proxy-middleware": "a proxy", "next-s3-upload": "next-s3-upload", "next-sanity": "Sanity",
    "next-swagger-doc": "Swagger", "stream-chat": "Stream", "supertokens": "SuperTokens",
    "swagger-ui": "Swagger", "uploadthing": "UploadThing",
}  # fmt: skip
"""Packages whose handlers are mounted on a route; keys that end in ``/`` or ``-`` stand for all that begin so."""
_CATCH_ALL = re.compile(r"\[\[?\.\.\.")
_TOKENS = re.compile(
    r"(?:create|generate)\w*Token|generateClientTokenFromReadWriteToken|handleUpload|createTokenRequest|prepareSession|identifyUser|authorizeChannel|authenticate"
)


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    library = _library_of(view)
    if library is not None:
        text = f"{library} makes this handler and needs its address." if library else "A library makes this handler."
        yield at_entry(view, "library-handler", "http-endpoint", DECISIVE, text)
    elif _CATCH_ALL.search(view.url):
        text = f"It answers every path below {view.entry.url}: that is a server of its own, not one function."
        yield at_entry(view, "library-handler", "http-endpoint", DECISIVE, text)
    elif view.module is not None and view.implementation is not None and not _is_written_here(view):
        text = "Something made elsewhere answers here; its maker may expect the address."
        yield at_entry(view, "library-handler", "http-endpoint", CLEAR, text)


def _is_written_here(view: EntryView) -> bool:
    """Whether the functions that answer stand in the project: one, or those of a router (next-connect)."""
    return view.function is not None or any(isinstance(body, c.Function) for body in view.bodies)


def _library_of(view: EntryView) -> str | None:
    """The library whose call gives the exported handler, also when the call stands in another file of the project."""
    module = view.module
    if module is None:
        return None
    if view.implementation is not None and view.implementation.imported is not None:
        return _library(view.implementation.imported.source.value)
    if view.function is not None and not view.wrappers:
        return _answers_for(module, view.function)
    for value in _made_by(view, module):
        found = _source(view, module, value)
        if found is not None:
            return found
    return None


def _made_by(view: EntryView, module: Module) -> Iterator[c.Expression]:
    """The calls and names that the exported handler comes from."""
    for wrapper in view.wrappers:
        yield wrapper.call.callee
    for export in module.exports:
        if export.name == view.entry.symbol and export.value is not None:
            yield export.value
        elif export.name == view.entry.symbol:
            # export const { GET, POST } = createHandlers(…)
            for each in c.walk(export.statement):
                if isinstance(each, c.Declarator) and each.value is not None:
                    yield each.value


def _source(view: EntryView, module: Module, value: c.Expression, depth: int = 3) -> str | None:
    callee = callee_of(module, value.callee if isinstance(value, c.Call) else value)
    if callee is None or depth == 0:
        return None
    if callee.source:
        library = _library(callee.source)
        if library is not None:
            return library
        found = view.project.definition(module.path, callee.source, callee.name)
        if found is not None and found.module.path != module.path:
            made = found.export.value
            if made is None:
                made = next(
                    (each.value for each in c.walk(found.export.statement) if isinstance(each, c.Declarator)), None
                )
            if isinstance(made, (c.Call, c.Member, c.Name, c.New)):
                return _source(view, found.module, made, depth - 1)
        return None
    bound = module.top_level.get(callee.name)
    if isinstance(bound, (c.Call, c.New)):
        return _source(view, module, bound.callee, depth - 1)
    return None


def _answers_for(module: Module, function: c.Function) -> str | None:
    """A handler that leaves the answer to a library: ``return fetchRequestHandler({ req })``, ``await auth(req, res)``.

    ``const session = await getServerSession(req, res)`` only asks it something.
    """
    for each in c.walk(function):
        if not isinstance(each, c.Call):
            continue
        callee = callee_of(module, each.callee)
        if callee is None or not callee.source:
            continue
        library = _library(callee.source)
        name = callee.path[-1] if callee.path else callee.name
        if library and (_TOKENS.search(name) or (_gives_request(function, each) and _is_answer(module, each))):
            return library
    return None


def _is_answer(module: Module, call: c.Call) -> bool:
    above = module.parents.get(id(call))
    while isinstance(above, (c.Await, c.Cast)):
        above = module.parents.get(id(above))
    return isinstance(above, (c.Return, c.ExpressionStatement, c.Function))


def _gives_request(function: c.Function, call: c.Call) -> bool:
    if not function.parameters or not isinstance(function.parameters[0].pattern, c.Name):
        return False
    request = function.parameters[0].pattern.name
    for argument in call.arguments:
        match argument:
            case c.Name(name=name) if name == request:
                return True
            case c.Object(members=members):
                if any(
                    isinstance(each, c.Property) and isinstance(each.value, c.Name) and each.value.name == request
                    for each in members
                ):
                    return True
            case _:
                pass
    return False


def _library(source: str) -> str | None:
    return next((name for key, name in _LIBRARIES.items() if _is_of(source, key)), None)


def _is_of(source: str, key: str) -> bool:
    if key.endswith(("/", "-")):
        return source.startswith(key)
    return source == key or source.startswith(f"{key}/")
