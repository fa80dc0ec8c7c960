"use server"

import { revalidatePath } from "next/cache"
import { db } from "@/lib/db"
import { getSession } from "@/lib/auth"

export async function removeUser(id: string) {
  await db.users.delete(id)
  revalidatePath("/users")
}

export async function createUser({
  name,
  email,
}: {
  name: string
  email: string
}) {
  if (!(await getSession())) {
    return { ok: false as const, data: { error: { message: 'Please sign in' } } };
  }
  await db.users.create({ name, email });
  return { ok: true as const };
}
