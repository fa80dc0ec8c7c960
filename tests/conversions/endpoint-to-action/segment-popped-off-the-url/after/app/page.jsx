'use client'

import { useState } from 'react'
import { deletePin } from './actions'

export default function Page() {
  const [isGone, setGone] = useState(false)

  const unpin = async id => {
    const { gone } = await deletePin(String(id))
    setGone(gone)
  }

  return <button onClick={() => unpin('7')}>{isGone ? 'Gone' : 'Unpin'}</button>
}
