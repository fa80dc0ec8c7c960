'use client'

import { useState } from 'react'
import { createSeat } from './actions'

export default function Page() {
  const [ticket, setTicket] = useState('')

  const reserve = async (seat: number) => {
    const response = await createSeat(seat)
    if (!response.ok) {
      const { error } = response.data
      throw new Error(error)
    }
    const data = response.data
    setTicket(data.ticket)
  }

  return <button onClick={() => reserve(7)}>{ticket || 'Reserve'}</button>
}
