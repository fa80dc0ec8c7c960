import { cookies } from "next/headers"

async function signOut() {
    const jar = await cookies()
    jar.delete("session")
}

export async function POST() {
    await signOut()
    return new Response(null, { status: 204 })
}
