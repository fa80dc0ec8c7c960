'use client'

import { useState } from 'react'

const explain = async (response) => {
  if (response.status === 401) return 'Log in first'
  const body = await response.clone().json().catch(() => null)
  if (!body) return `Failed with ${response.status} ${response.statusText}`
  return body.message
}

export function Notes() {
  const [state, setState] = useState('')

  const add = (text) =>
    fetch('/api/notes', { method: 'POST', body: JSON.stringify({ text }) })
      .then(async (response) => {
        if (!response.ok) throw new Error(await explain(response))
        return response.json()
      })
      .then(({ count }) => setState(`${count} notes`))
      .catch((error) => setState(error.message))

  const translate = async (text) => {
    const response = await fetch('https://translate.example.com', { method: 'POST', body: text })
    setState(response.ok ? await response.text() : await explain(response))
  }

  return (
    <form action={(data) => add(data.get('text'))}>
      <textarea name="text" onBlur={(event) => translate(event.target.value)} />
      <p>{state}</p>
    </form>
  )
}
