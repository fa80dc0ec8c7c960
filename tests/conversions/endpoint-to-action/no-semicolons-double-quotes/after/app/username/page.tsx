"use client"

import { useState } from "react"
import { checkUsernameAvailable } from "./actions"

export default function Page() {
  const [username, setUsername] = useState("")
  const [isFree, setIsFree] = useState(false)

  const check = async () => {
    const data = await checkUsernameAvailable(username)

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
