'use client'

import { useState } from 'react'

export default function Page() {
  const [text, setText] = useState('')

  const stamp = async place => {
    const res = await fetch('/api/stamps', { method: 'POST', body: JSON.stringify({ place }) })
    if (res.ok) {
      const { count } = await res.json()
      setText(`${count} stamps`)
    } else if (res.status === 401) {
      setText('Who are you?')
    } else {
      const { message } = await res.json()
      setText(message)
    }
  }

  return <button onClick={() => stamp('Oslo')}>{text || 'Stamp'}</button>
}
