"use client"

import { signOut } from "./actions"

export function SignOut() {
    return <button onClick={() => signOut()}>Sign out</button>
}
