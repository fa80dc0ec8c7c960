'use client'

import { useState } from 'react'
import { createVisitAction } from './actions'

export default function Page() {
  const [first, setFirst] = useState('')

  const visit = async () => {
    try {
      const data = await createVisitAction('visits')
      setFirst(data.first)
    } catch {
      setFirst('unknown')
    }
  }

  return <button onClick={visit}>{first || 'Visit'}</button>
}
