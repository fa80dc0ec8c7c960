'use client';

import { useMutation } from '@/lib/query';

export default function Page({ postId }: { postId: string }) {
  const { mutate } = useMutation({
    mutationFn: async (text: string) => {
      const response = await fetch(`/api/posts/${postId}/comments`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      });

      if (!response.ok) {
        throw new Error('Network response was not ok');
      }

      return response.json();
    },
  });

  return <button onClick={() => mutate('Hi')}>Comment</button>;
}
