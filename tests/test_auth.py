"""The usual libraries, wrappers and settings by which an app asks who calls: none of them is told as unchecked."""

from __future__ import annotations

import pytest

from harness.markdown import judged, project
from turnout.settings import Settings

CALLER = """'use client';
import { remove } from './actions';
export const List = () => <button onClick={() => remove('1')}>Delete</button>;
"""
KNOWS_USERS = "import { auth } from '@clerk/nextjs/server';\nexport const user = auth;\n"

CHECKS = {
    "Auth.js": ("import { auth } from '@/auth';", "const session = await auth();"),
    "next-auth": (
        "import { getServerSession } from 'next-auth';\nimport { options } from '@/auth';",
        "const session = await getServerSession(options);",
    ),
    "next-auth's token": (
        "import { getToken } from 'next-auth/jwt';",
        "const token = await getToken({ req: {} as never });",
    ),
    "Clerk": ("import { auth } from '@clerk/nextjs/server';", "const { userId } = await auth();"),
    "Clerk's user": ("import { currentUser } from '@clerk/nextjs/server';", "const user = await currentUser();"),
    "Clerk's protect": ("import { auth } from '@clerk/nextjs/server';", "await auth.protect();"),
    "better-auth": (
        "import { headers } from 'next/headers';\nimport { auth } from '@/lib/auth';",
        "const session = await auth.api.getSession({ headers: await headers() });",
    ),
    "Supabase": (
        "import { createClient } from '@/utils/supabase/server';",
        "const supabase = await createClient();\n  const { data } = await supabase.auth.getUser();",
    ),
    "Lucia": ("import { validateRequest } from '@/lib/lucia';", "const { user } = await validateRequest();"),
    "Lucia's sessions": (
        "import { lucia } from '@/lib/lucia';\nimport { cookies } from 'next/headers';",
        "const found = await lucia.validateSession((await cookies()).get(lucia.sessionCookieName)?.value ?? '');",
    ),
    "iron-session": (
        "import { getIronSession } from 'iron-session';\nimport { cookies } from 'next/headers';",
        "const session = await getIronSession(await cookies(), { password: 'p', cookieName: 'c' });",
    ),
    "Kinde": (
        "import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server';",
        "const { getUser } = getKindeServerSession();\n  const user = await getUser();",
    ),
    "Kinde's answer": (
        "import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server';",
        "const { isAuthenticated } = getKindeServerSession();\n  if (!(await isAuthenticated())) return;",
    ),
    "WorkOS, signing in": (
        "import { withAuth } from '@workos-inc/authkit-nextjs';",
        "await withAuth({ ensureSignedIn: true });",
    ),
    "Supabase's session": (
        "import { createClient } from '@/utils/supabase/server';",
        "const supabase = await createClient();\n  const { data } = await supabase.auth.getSession();",
    ),
    "WorkOS": ("import { withAuth } from '@workos-inc/authkit-nextjs';", "const { user } = await withAuth();"),
    "Stack": (
        "import { stackServerApp } from '@/stack';",
        "const user = await stackServerApp.getUser({ or: 'redirect' });",
    ),
    "Firebase": (
        "import { getAuth } from 'firebase-admin/auth';\nimport { cookies } from 'next/headers';",
        "await getAuth().verifyIdToken((await cookies()).get('id')?.value ?? '');",
    ),
    "jose": (
        "import { jwtVerify } from 'jose';\nimport { cookies } from 'next/headers';",
        "await jwtVerify((await cookies()).get('x')?.value ?? '', new Uint8Array());",
    ),
    "jsonwebtoken": ("import jwt from 'jsonwebtoken';", "jwt.verify(id, process.env.JWT_SECRET!);"),
    "Auth0": ("import { auth0 } from '@/lib/auth0';", "const session = await auth0.getSession();"),
    "a session cookie": ("import { cookies } from 'next/headers';", "const sid = (await cookies()).get('session_id');"),
    "unseen, by its name": ("import { requireAdmin } from '@/lib/guards';", "await requireAdmin();"),
    "unseen, a method": ("import { guards } from '@acme/guards';", "await guards.ensureMember(id);"),
    "unseen, in a package": ("import { assertCan } from '@acme/permissions';", "await assertCan('delete', id);"),
    "refusing in its own words": (
        "import { isOpen } from '@/lib/hours';",
        "if (!isOpen()) throw new Error('You are not allowed to do this');",
    ),
}


@pytest.mark.parametrize("name", CHECKS)
def test_known_checks(name: str) -> None:
    imports, check = CHECKS[name]
    assert not _unchecked(imports, check), name


@pytest.mark.parametrize(
    ("imports", "text"),
    [
        ("import { auth } from '@/auth';", "console.log('no check', typeof auth);"),
        ("import { getUser } from '@/lib/rows';", "await getUser(id);"),
        ("import { rateLimit } from '@/lib/clock';", "const now = new Date();"),
        ("import { authors } from '@/lib/rows';", "await authors.list(id);"),
        ("import { cancelJob } from '@/lib/rows';", "await cancelJob(id);"),
        ("import { cookies } from 'next/headers';", "const theme = (await cookies()).get('theme');"),
    ],
)
def test_what_is_no_check(imports: str, text: str) -> None:
    assert _unchecked(imports, text)


def test_own_functions_from_the_settings() -> None:
    imports, text = "import { knock } from '@/lib/rows';", "await knock();"
    assert _unchecked(imports, text)
    assert not _unchecked(imports, text, Settings(auth_functions=("knock",)))


def _unchecked(imports: str, text: str, settings: Settings | None = None) -> bool:
    action = (
        f"'use server';\n{imports}\nimport {{ db }} from '@/lib/db';\n"
        f"export async function remove(id: string) {{\n  {text}\n  await db.task.delete({{ where: {{ id }} }});\n}}\n"
    )
    rows = (
        "import { db } from './db';\nexport const getUser = (id: string) => db.user.findUnique({ where: { id } });\n"
        "export const authors = { list: (id: string) => db.book.findMany({ where: { id } }) };\n"
        "export const cancelJob = (id: string) => db.job.findMany({ where: { id } });\nexport const knock = async () "
        "=> {};\n"
    )
    files = {
        "app/actions.ts": action,
        "app/list.tsx": CALLER,
        "app/users.ts": KNOWS_USERS,
        "lib/rows.ts": rows,
        "lib/db.ts": "import { PrismaClient } from '@prisma/client';\nexport const db = new PrismaClient();\n",
        "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    }
    return any(each.rule.code == "unchecked-action" for _, each in judged(project(files, settings)))
