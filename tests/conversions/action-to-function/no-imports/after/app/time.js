import 'server-only'

export async function now() {
  return new Date()
}
