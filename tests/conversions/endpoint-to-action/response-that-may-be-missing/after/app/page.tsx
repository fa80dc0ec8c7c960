'use client'

import { createPing } from './actions'

export default function Page() {
  const ping = async () => {
    const res = await createPing('me').catch(() => null)
    if (!res?.ok) {
      alert(res === null ? 'Offline' : 'Refused')
      return
    }
    const { pings } = res.data
    alert(pings)
  }

  const pingOrNothing = () =>
    createPing('you')
      .then((res) => (res.ok ? res.data : null))
      .then((data) => alert(data ? data.pings : 'Nothing'))

  return (
    <>
      <button onClick={ping}>Ping</button>
      <button onClick={() => void pingOrNothing()}>Ping again</button>
    </>
  )
}
