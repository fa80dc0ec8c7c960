'use server'

let votes = 0

export async function createVote(choice: string) {
  if (choice !== 'yes' && choice !== 'no') {
    return { ok: false as const }
  }
  votes += 1
  return { ok: true as const, data: JSON.parse(JSON.stringify({ votes })) }
}
