'use client'

import { useState } from 'react'

export default function Page() {
  const [isGone, setGone] = useState(false)

  const unpin = async id => {
    const res = await fetch(`/api/pins/${id}`, { method: 'DELETE' })
    const { gone } = await res.json()
    setGone(gone)
  }

  return <button onClick={() => unpin('7')}>{isGone ? 'Gone' : 'Unpin'}</button>
}
