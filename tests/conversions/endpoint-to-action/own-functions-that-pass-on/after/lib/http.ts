import { updateTask } from '@/app/actions'

export async function fetchJson<T>(url: string, options?: RequestInit): Promise<T> {
  const res = await fetch(url, {
    ...options,
    headers: { 'Content-Type': 'application/json', ...options?.headers },
  })
  if (!res.ok) {
    throw new Error(`Request failed: ${res.status}`)
  }
  return res.json() as Promise<T>
}

export const fetcher = async (...args: Parameters<typeof fetch>) => {
  const res = await fetch(...args)
  if (!res.ok) throw new Error('Failed')
  return res.json()
}

const BASE = '/api'

async function request(path: string, method: string, body?: unknown) {
  const response = await fetch(`${BASE}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body ? JSON.stringify(body) : undefined,
  })
  const data = await response.json().catch(() => null)
  if (!response.ok) {
    throw new Error(data?.error ?? 'Something went wrong')
  }
  return data
}

export const tasks = {
  rename: (id: string, title: string) => updateTask({ id, title }).then(({ ok, data }) => {
    if (!ok) {
      throw new Error(data?.error ?? 'Something went wrong')
    }
    return data
  }),
}
