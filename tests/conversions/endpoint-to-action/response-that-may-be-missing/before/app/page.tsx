'use client'

export default function Page() {
  const ping = async () => {
    const res = await fetch('/api/pings', { method: 'POST', body: JSON.stringify({ from: 'me' }) }).catch(() => null)
    if (!res?.ok) {
      alert(res === null ? 'Offline' : 'Refused')
      return
    }
    const { pings } = await res.json()
    alert(pings)
  }

  const pingOrNothing = () =>
    fetch('/api/pings', { method: 'POST', body: JSON.stringify({ from: 'you' }) })
      .then((res) => (res.ok ? res.json() : null))
      .then((data) => alert(data ? data.pings : 'Nothing'))

  return (
    <>
      <button onClick={ping}>Ping</button>
      <button onClick={() => void pingOrNothing()}>Ping again</button>
    </>
  )
}
