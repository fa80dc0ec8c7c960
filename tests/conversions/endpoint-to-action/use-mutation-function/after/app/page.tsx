'use client';

import { useMutation } from '@/lib/query';
import { createComment } from './actions';

export default function Page({ postId }: { postId: string }) {
  const { mutate } = useMutation({
    mutationFn: async (text: string) => {
      const response = await createComment({ postId, text });

      if (!response.ok) {
        throw new Error('Network response was not ok');
      }

      return response.data;
    },
  });

  return <button onClick={() => mutate('Hi')}>Comment</button>;
}
