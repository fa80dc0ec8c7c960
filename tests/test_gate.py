"""What middleware lets through: run on paper for the path of each endpoint."""

from __future__ import annotations

import pytest

from harness.markdown import project
from turnout.project import gate

HEAD = """import { NextResponse, type NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { isAdminPath, OPEN } from './lib/paths';
"""
LOGIN = "NextResponse.redirect(new URL('/login', request.url))"
PATHS = """export const OPEN = ['/api/auth', '/api/health'];
const ADMIN = /^\\/api\\/admin(\\/|$)/;
export function isAdminPath(path: string) {
  if (path === '/api/admin/login') return false;
  return ADMIN.test(path);
}
"""
ROUTE = "export async function POST() { return Response.json({}); }\n"
URLS = ("/api/auth/register", "/api/notes", "/api/notes/[id]", "/api/admin/login", "/api/admin/users/[id]")


def function(*lines: str) -> str:
    body = "\n".join(f"  {line}" for line in lines)
    return f"{HEAD}export async function middleware(request: NextRequest) {{\n{body}\n}}\n"


TOKEN = "const token = await getToken({ req: request });"
CASES: dict[str, tuple[str, set[str]]] = {
    "nothing is let through": (function(TOKEN, f"if (!token) return {LOGIN};"), set(URLS)),
    "only pages are guarded": (
        function(
            "const { pathname } = request.nextUrl;",
            f"if (pathname.startsWith('/dashboard')) {{ {TOKEN} if (!token) return {LOGIN}; }}",
            "return NextResponse.next();",
        ),
        set(),
    ),
    "everything but pages passes": (
        function("if (request.nextUrl.pathname.startsWith('/api')) return;", TOKEN, f"if (!token) return {LOGIN};"),
        set(),
    ),
    "the token is read for all, and asked of some": (
        function(
            TOKEN,
            "const path = request.nextUrl.pathname;",
            f"if (isAdminPath(path) && !token) return {LOGIN};",
            "return NextResponse.next();",
        ),
        {"/api/admin/users/[id]"},
    ),
    "a list of open paths": (
        function(
            "const url = request.nextUrl.clone();",
            "const isOpen = OPEN.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`));",
            "const response = NextResponse.next();",
            "response.headers.set('x-frame-options', 'DENY');",
            "if (isOpen) { return response; }",
            TOKEN,
            f"if (!token) return {LOGIN};",
            "return response;",
        ),
        {url for url in URLS if url != "/api/auth/register"},
    ),
    "a loop over the guarded paths": (
        function(
            "for (const path of ['/api/notes', '/settings']) {",
            "  if (request.nextUrl.pathname.startsWith(path)) {",
            f"    {TOKEN}",
            "    if (!token) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });",
            "  }",
            "}",
        ),
        {"/api/notes", "/api/notes/[id]"},
    ),
    "a segment that may be what is guarded": (
        function(
            "if (request.nextUrl.pathname !== '/api/notes/secret') return NextResponse.next();",
            TOKEN,
            f"if (!token) return {LOGIN};",
        ),
        {"/api/notes/[id]"},
    ),
    "what another method needs": (
        function(f"if (request.method === 'DELETE') {{ {TOKEN} if (!token) return {LOGIN}; }}"),
        set(),
    ),
    "a check that throws": (
        "import { verifySession } from './lib/session';\nimport { NextResponse } from 'next/server';\n"
        "export default async function proxy(request) {\n"
        "  if (!request.nextUrl.pathname.startsWith('/api/notes')) return NextResponse.next();\n"
        "  try {\n    await verifySession(request.cookies.get('session')?.value);\n    return NextResponse.next();\n"
        f"  }} catch {{\n    return {LOGIN};\n  }}\n}}\n",
        {"/api/notes", "/api/notes/[id]"},
    ),
    "an error that is no stranger": (
        function(
            "try {",
            f"  {TOKEN}",
            "  if (OPEN.some((path) => request.nextUrl.pathname.startsWith(path))) return NextResponse.next();",
            f"  if (!token) return {LOGIN};",
            "  return NextResponse.next();",
            "} catch (error) {",
            f"  return {LOGIN};",
            "}",
        ),
        {url for url in URLS if url != "/api/auth/register"},
    ),
    "Clerk's matcher": (
        "import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server';\n"
        "const isGuarded = createRouteMatcher(['/dashboard(.*)', '/api/notes(.*)']);\n"
        "export default clerkMiddleware(async (auth, req) => {\n  if (isGuarded(req)) await auth.protect();\n});\n",
        {"/api/notes", "/api/notes/[id]"},
    ),
    "Clerk by itself": (
        "import { clerkMiddleware } from '@clerk/nextjs/server';\nexport default clerkMiddleware();\n",
        set(),
    ),
    "Auth.js around a function": (
        "import { auth } from './auth';\nexport default auth((req) => {\n"
        "  if (!req.auth && req.nextUrl.pathname.startsWith('/api/admin')) return denied();\n"
        "});\n",
        {"/api/admin/login", "/api/admin/users/[id]"},
    ),
    "somebody else's function": ("export { auth as middleware } from './auth';\n", set(URLS)),
    "a switch that can't be followed": (
        function(
            "switch (request.nextUrl.pathname.split('/')[2]) {",
            f"  case 'notes': {TOKEN} if (!token) return {LOGIN};",
            "}",
        ),
        set(URLS),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_is_stopped(name: str) -> None:
    text, guarded = CASES[name]
    routes = {f"app{url}/route.ts": ROUTE for url in URLS}
    sessions = "export async function verifySession(token?: string) { if (!token) throw new Error('Unauthorized'); }\n"
    found = project({"middleware.ts": text, "lib/paths.ts": PATHS, "lib/session.ts": sessions, **routes})
    (app,) = found.apps
    assert {url for url in URLS if gate.may_guard(found, app, url, "POST")} == guarded
