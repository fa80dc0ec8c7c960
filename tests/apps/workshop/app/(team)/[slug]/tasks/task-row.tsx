'use client';

import { useEffect, useState } from 'react';
import { useRouter } from 'next/navigation';
import { mutate } from 'swr';
import { toast } from '@/components/toast';
import type { TaskData } from '@/lib/use-tasks';
import { assignTask, getTaskHistory } from './actions';
import { Comments } from './comments';

type Props = {
  slug: string;
  task: TaskData;
  members: { id: string; user: { id: string; name: string } }[];
  onMove: () => void;
};

export function TaskRow({ slug, task, members, onMove }: Props) {
  const router = useRouter();
  const [history, setHistory] = useState<string[]>([]);

  useEffect(() => {
    getTaskHistory(task.id).then(setHistory);
  }, [task.id]);

  const toggle = () => {
    toast.promise(
      fetch(`/api/teams/${slug}/tasks/${task.id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ done: !task.done }),
      }).then(async (res) => {
        if (!res.ok) {
          const { error } = await res.json();
          throw new Error(error.message);
        }
        await mutate(`/api/teams/${slug}/tasks`);
      }),
      {
        loading: 'Saving…',
        success: 'Saved',
        error: (error) => error.message,
      },
    );
  };

  async function handleDelete() {
    if (!confirm('Delete this task?')) return;
    try {
      const res = await fetch(`/api/teams/${slug}/tasks/${task.id}`, { method: 'DELETE' });
      if (!res.ok) {
        throw new Error((await res.json()).error.message);
      }
      await mutate((key) => typeof key === 'string' && key.startsWith(`/api/teams/${slug}/tasks`));
      router.refresh();
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'The task could not be deleted');
    }
  }

  return (
    <li>
      <input type="checkbox" checked={task.done} onChange={toggle} aria-label={task.title} />
      {task.title}
      <select
        value={task.assigneeId ?? ''}
        onChange={async (e) => {
          const result = await assignTask(task.id, e.target.value);
          if (result.error) toast.error(result.error);
          mutate(`/api/teams/${slug}/tasks`);
        }}
      >
        <option value="">nobody</option>
        {members.map(({ id, user }) => (
          <option key={id} value={user.id}>
            {user.name}
          </option>
        ))}
      </select>
      <button onClick={onMove}>To the top</button>
      <button onClick={handleDelete}>Delete</button>
      <small>{history.join(', ')}</small>
      <Comments slug={slug} taskId={task.id} />
    </li>
  );
}
