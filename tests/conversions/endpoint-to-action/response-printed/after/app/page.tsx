'use client'

import { createVote } from './actions'

export default function Page() {
  async function vote(choice: string) {
    const response = await createVote(choice)
    console.log('answer', response)
    if (!response.ok) {
      console.error('Not counted:', response)
      throw new Error('Not counted')
    }
    const data = response.data
    console.log(data.votes)
  }

  return <button onClick={() => vote('yes')}>Yes</button>
}
