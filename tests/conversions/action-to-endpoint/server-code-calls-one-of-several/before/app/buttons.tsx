'use client'

import { useState } from 'react'
import { inStock, reserve } from './actions'

export function Buttons() {
  const [there, setThere] = useState(true)
  return (
    <>
      <button onClick={async () => setThere(await inStock('b'))}>{there ? 'There' : 'Gone'}</button>
      <button onClick={async () => alert(await reserve('b'))}>Reserve</button>
    </>
  )
}
