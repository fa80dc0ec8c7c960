'use client'

import { useState } from 'react'
import { createCode } from './actions'

export default function Page() {
  const [discount, setDiscount] = useState<{ code: string; percent: number } | null>(null)
  const [problem, setProblem] = useState('')

  async function redeem(code: string) {
    const result = await createCode(code)
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
