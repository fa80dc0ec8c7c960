'use client'

import { useState } from 'react'

export default function Page() {
  const [first, setFirst] = useState('')

  const visit = async () => {
    try {
      const response = await fetch('/api/visits?page=visits', { method: 'POST' })
      const data = await response.json()
      setFirst(data.first)
    } catch {
      setFirst('unknown')
    }
  }

  return <button onClick={visit}>{first || 'Visit'}</button>
}
