'use server'

const labels = new Set(['a', 'b', 'c'])

export async function deleteLabel(label: string) {
  try {
    if (!labels.delete(label)) {
      return { ok: false as const }
    }
    return { ok: true as const }
  } catch (error) {
    console.error(error)
    return { ok: false as const }
  }
}
