'use client'

import { useState } from 'react'
import { rename } from './rename'
import { createPlant } from './actions'

export default function Page() {
  const [text, setText] = useState('')

  const water = id =>
    createPlant({ id, litres: 2 }).then((result) => result?.data ?? { ok: false }).then(res => {
      setText(res.ok ? 'Watered' : 'Still dry')
    })

  return (
    <>
      <button onClick={() => water('fern')}>{text || 'Water'}</button>
      <button onClick={() => rename({ id: 'fern', name: 'Fern' })}>Rename</button>
    </>
  )
}
