'use client';

import { useEffect, useState } from 'react';
import useSWR from 'swr';
import { fetcher } from '@/lib/fetcher';
import { useTasks } from '@/lib/use-tasks';
import { archiveTasks } from './actions';
import { TaskRow } from './task-row';

export function TaskList({ slug }: { slug: string }) {
  const { tasks, error, isLoading, mutate } = useTasks(slug);
  const { data: members } = useSWR<{ id: string; user: { id: string; name: string } }[]>(
    `/api/teams/${slug}/members`,
    fetcher,
  );
  const [open, setOpen] = useState<number>();

  useEffect(() => {
    const source = new EventSource(`/api/teams/${slug}/activity`);
    source.onmessage = (event) => setOpen(JSON.parse(event.data).open);
    return () => source.close();
  }, [slug]);

  const moveToTop = async (id: string) => {
    const ids = [id, ...(tasks ?? []).map((task) => task.id).filter((other) => other !== id)];
    await fetch(`/api/teams/${slug}/tasks/reorder`, { method: 'PUT', body: JSON.stringify({ ids }) });
    mutate();
  };

  if (error) return <p>{error.message}</p>;
  if (isLoading) return <p>Loading…</p>;

  return (
    <section>
      <p>{open} open</p>
      <a href={`/api/teams/${slug}/tasks/export`}>Export</a>
      <form action={archiveTasks}>
        <input type="hidden" name="slug" value={slug} />
        <button>Archive what is done</button>
      </form>
      <ul>
        {tasks?.map((task) => (
          <TaskRow key={task.id} slug={slug} task={task} members={members ?? []} onMove={() => moveToTop(task.id)} />
        ))}
      </ul>
    </section>
  );
}
