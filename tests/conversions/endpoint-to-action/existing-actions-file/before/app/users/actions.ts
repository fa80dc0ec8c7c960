"use server"

import { revalidatePath } from "next/cache"
import { db } from "@/lib/db"

export async function removeUser(id: string) {
  await db.users.delete(id)
  revalidatePath("/users")
}
