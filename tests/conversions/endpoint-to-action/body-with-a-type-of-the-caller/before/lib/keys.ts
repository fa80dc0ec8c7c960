export async function makeKey(label: string): Promise<string> {
  return `${label}-${label.length}`
}
