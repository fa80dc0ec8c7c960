'use client';

import { useState } from 'react';
import useSWR from 'swr';
import { toast } from '@/components/toast';
import { apiPost } from '@/lib/api-client';
import { fetcher } from '@/lib/fetcher';

type Comment = { id: string; text: string; createdAt: string };

export function Comments({ slug, taskId }: { slug: string; taskId: string }) {
  const url = `/api/teams/${slug}/tasks/${taskId}/comments`;
  const { data: comments = [], mutate } = useSWR<Comment[]>(url, fetcher);
  const [text, setText] = useState('');

  async function add() {
    try {
      const comment = await apiPost<Comment>(`/teams/${slug}/tasks/${taskId}/comments`, { text });
      mutate([...comments, comment]);
      setText('');
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <div>
      {comments.map((comment) => (
        <p key={comment.id}>
          {comment.text} <time>{new Date(comment.createdAt).toLocaleString()}</time>
        </p>
      ))}
      <input aria-label="Comment" value={text} onChange={(e) => setText(e.target.value)} />
      <button onClick={add}>Comment</button>
    </div>
  );
}
