'use client'

import { useState } from 'react'

export default function Page() {
  const [likes, setLikes] = useState(0)

  const like = async id => {
    const res = await fetch(`/api/songs/${id}/likes`, { method: 'POST' })
    if (res.ok) {
      const data = await res.json()
      setLikes(data.likes)
    }
  }

  return <button onClick={() => like('1')}>{likes} likes</button>
}
