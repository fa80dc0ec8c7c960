'use server'

export async function /*|*/now() {
  return new Date()
}
