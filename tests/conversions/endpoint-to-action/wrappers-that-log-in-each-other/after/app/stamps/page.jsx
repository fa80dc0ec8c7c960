'use client'

import { useState } from 'react'
import { createStamp } from './actions'

export default function Page() {
  const [text, setText] = useState('')

  const stamp = async place => {
    const res = await createStamp(place)
    if (res.ok) {
      const { count } = res.data
      setText(`${count} stamps`)
    } else if (res.status === 401) {
      setText('Who are you?')
    } else {
      const { message } = res.data
      setText(message)
    }
  }

  return <button onClick={() => stamp('Oslo')}>{text || 'Stamp'}</button>
}
