export async function rename(id: string, title: string): Promise<boolean> {
  if (title === '') throw new Error('Empty')
  return id !== ''
}
