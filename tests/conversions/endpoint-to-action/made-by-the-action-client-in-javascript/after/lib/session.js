import { cookies } from 'next/headers'

export async function currentSession() {
  const id = (await cookies()).get('id')?.value
  return { user: id ? { id } : null }
}
