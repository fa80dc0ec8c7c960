'use client'

import { useState } from 'react'

// What the server said, as an error.
async function toError(response: Response): Promise<Error> {
  const { error } = await response.json()
  return new Error(error)
}

export default function Page() {
  const [ticket, setTicket] = useState('')

  const reserve = async (seat: number) => {
    const response = await fetch('/api/seats', {
      method: 'POST',
      body: JSON.stringify({ seat }),
    })
    if (!response.ok) throw await toError(response)
    const data = await response.json()
    setTicket(data.ticket)
  }

  return <button onClick={() => reserve(7)}>{ticket || 'Reserve'}</button>
}
