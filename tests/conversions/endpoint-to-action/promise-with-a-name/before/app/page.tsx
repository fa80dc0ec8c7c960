'use client'

import { toast } from '@/lib/toast'

export default function Page() {
  const star = (id: string) => {
    const starring = fetch('/api/stars', { method: 'POST', body: JSON.stringify({ id }) })

    toast.promise(starring, {
      loading: 'Giving a star',
      success: () => 'Given',
      error: 'Not given',
    })
  }

  return <button onClick={() => star('moon')}>Star</button>
}
