'use client'

export default function Page() {
  async function vote(choice: string) {
    const response = await fetch('/api/votes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ choice }),
    })
    console.log('answer', response)
    if (!response.ok) {
      console.error('Not counted:', response)
      throw new Error('Not counted')
    }
    const data = await response.json()
    console.log(data.votes)
  }

  return <button onClick={() => vote('yes')}>Yes</button>
}
