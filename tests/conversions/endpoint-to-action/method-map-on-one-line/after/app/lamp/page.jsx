'use client'

import { useState } from 'react'
import { updateLamp, deleteLamp } from './actions'

export default function Page() {
  const [isOn, setOn] = useState(false)

  const turn = async () => {
    const lamp = await updateLamp({ isOn: !isOn })
    setOn(lamp.isOn)
  }

  const remove = async () => {
    await deleteLamp()
  }

  return (
    <>
      <button onClick={turn}>{isOn ? 'Off' : 'On'}</button>
      <button onClick={remove}>Away with it</button>
    </>
  )
}
