export async function give(id: string): Promise<void> {
  if (id === 'sun') throw new Error('It is one')
}
