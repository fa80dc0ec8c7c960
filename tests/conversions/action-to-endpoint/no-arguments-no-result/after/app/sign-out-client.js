export async function signOut() {
    const response = await fetch("/api/sign-out", { method: "POST" })
    if (!response.ok) {
        throw new Error(`POST /api/sign-out answered ${response.status}`)
    }
}
