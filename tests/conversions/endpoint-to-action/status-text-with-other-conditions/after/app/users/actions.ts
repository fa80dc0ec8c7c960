"use server";

import { checkUser, users } from "@/lib/users";

export async function createUser(email: string) {
  try {
    const user = checkUser(await users.current());
    if (user instanceof Response) return { ok: false as const, status: user.status, statusText: "Unauthorized" };
    if (!email) {
      return { ok: false as const, status: 400, statusText: "Bad Request" };
    }
    await users.add(email);
    return { ok: true as const, status: 200, statusText: "OK" };
  } catch (error) {
    return { ok: false as const, status: 500, statusText: "Internal Server Error" };
  }
}
