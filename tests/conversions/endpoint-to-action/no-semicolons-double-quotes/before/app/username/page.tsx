"use client"

import { useState } from "react"

export default function Page() {
  const [username, setUsername] = useState("")
  const [isFree, setIsFree] = useState(false)

  const check = async () => {
    const response = await fetch(`/api/username/available`, {
      method: "POST",
      body: JSON.stringify({ username })
    })

    const data = await response.json()
    const isAvailable = data.isAvailable

    setIsFree(isAvailable)
  }

  return (
    <div>
      <input value={username} onChange={e => setUsername(e.target.value)} onBlur={check} />
      {isFree ? "free" : "taken"}
    </div>
  )
}
