'use client'

import { useState } from 'react'
import { rename } from './rename'

export default function Page() {
  const [text, setText] = useState('')

  const water = id =>
    fetch('/api/plants', { method: 'POST', body: JSON.stringify({ id, litres: 2 }) }).then(res => {
      setText(res.ok ? 'Watered' : 'Still dry')
    })

  return (
    <>
      <button onClick={() => water('fern')}>{text || 'Water'}</button>
      <button onClick={() => rename({ id: 'fern', name: 'Fern' })}>Rename</button>
    </>
  )
}
