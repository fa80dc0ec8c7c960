'use server'

import { notes } from '@/lib/notes'

export async function createNote(text) {
  try {
    if (!text) return { ok: false, status: 422, statusText: 'Unprocessable Entity', data: { message: 'Write something' } }
    return { ok: true, status: 200, statusText: 'OK', data: JSON.parse(JSON.stringify(await notes.add(text))) }
  } catch (error) {
    console.error(error)
    return { ok: false, status: 500, statusText: 'Internal Server Error', data: null }
  }
}
