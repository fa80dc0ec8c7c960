'use client'

import { useState } from 'react'
import { createLike } from './actions'

export default function Page() {
  const [likes, setLikes] = useState(0)

  const like = async id => {
    const res = await createLike(String(id))
    if (res.ok) {
      const data = res.data
      setLikes(data.likes)
    }
  }

  return <button onClick={() => like('1')}>{likes} likes</button>
}
