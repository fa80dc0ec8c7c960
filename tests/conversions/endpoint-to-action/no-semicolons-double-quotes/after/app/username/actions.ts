"use server"

const taken = new Set(["ada"])

export async function checkUsernameAvailable(username: string) {
  return { isAvailable: !taken.has(username) }
}
