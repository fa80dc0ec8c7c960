'use client'

import { useState } from 'react'

export default function Page() {
  const [discount, setDiscount] = useState<{ code: string; percent: number } | null>(null)
  const [problem, setProblem] = useState('')

  async function redeem(code: string) {
    const response = await fetch('/api/codes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const result = await response.json()
    if (result.success) {
      setDiscount(result.discount)
    } else {
      setProblem(result.message)
    }
  }

  return (
    <button onClick={() => redeem('SUMMER')}>
      {discount?.percent} {problem}
    </button>
  )
}
