'use client';

import useSWR from 'swr';
import { fetcher } from './fetcher';

export type TaskData = {
  id: string;
  title: string;
  done: boolean;
  assigneeId: string | null;
  labelIds: string[];
  dueAt: string | null;
};

export function useTasks(slug: string | undefined, { open = false } = {}) {
  const { data, error, isLoading, mutate } = useSWR<TaskData[]>(
    slug ? `/api/teams/${slug}/tasks${open ? '?open=1' : ''}` : null,
    fetcher,
  );
  return { tasks: data, error, isLoading, mutate };
}
