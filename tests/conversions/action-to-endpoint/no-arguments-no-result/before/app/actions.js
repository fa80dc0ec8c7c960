"use server"

import { cookies } from "next/headers"

export async function /*|*/signOut() {
    const jar = await cookies()
    jar.delete("session")
}
