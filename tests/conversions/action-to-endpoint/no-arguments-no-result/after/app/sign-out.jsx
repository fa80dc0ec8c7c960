"use client"

import { signOut } from "./sign-out-client"

export function SignOut() {
    return <button onClick={() => signOut()}>Sign out</button>
}
