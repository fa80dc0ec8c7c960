"use server";

import { checkUser, users } from "@/lib/users";

export async function createUser(email: string) {
  try {
    const user = checkUser(await users.current());
    if (user instanceof Response) return { ok: false as const, status: user.status, data: await user.text() };
    if (!email) {
      return { ok: false as const, status: 400 as const, data: JSON.stringify("An email is required") };
    }
    await users.add(email);
    return { ok: true as const, status: 200 as const };
  } catch (error) {
    return { ok: false as const, status: 500 as const, data: JSON.stringify({ statusText: "Server error" }) };
  }
}
