'use server'

let visits = 0

export async function createVisit() {
  visits += 1
  return JSON.parse(JSON.stringify({ visits }))
}
