'use client'

import { useState } from 'react'

export default function Page() {
  const [isOn, setOn] = useState(false)

  const turn = async () => {
    const res = await fetch('/api/lamp', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ isOn: !isOn })
    })
    const lamp = await res.json()
    setOn(lamp.isOn)
  }

  const remove = async () => {
    await fetch('/api/lamp', { method: 'DELETE' })
  }

  return (
    <>
      <button onClick={turn}>{isOn ? 'Off' : 'On'}</button>
      <button onClick={remove}>Away with it</button>
    </>
  )
}
