'use server';

import { revalidatePath } from 'next/cache';
import { getSession } from '@/lib/session';
import { store } from '@/lib/store';
import { addTask, tasksOf } from '@/lib/tasks';

export async function assignTask(taskId: string, userId: string) {
  const session = await getSession();
  if (!session) {
    return { error: 'Please sign in' };
  }
  const task = store.tasks.find(({ id }) => id === taskId);
  if (!task) {
    return { error: 'No such task' };
  }
  task.assigneeId = userId || null;
  return { error: null };
}

export async function archiveTasks(formData: FormData) {
  if (!(await getSession())) {
    throw new Error('Please sign in');
  }
  const slug = String(formData.get('slug'));
  const team = store.teams.find((candidate) => candidate.slug === slug);
  store.tasks = store.tasks.filter((task) => task.teamId !== team?.id || !task.done);
  revalidatePath(`/${slug}/tasks`);
}

export async function getTaskHistory(taskId: string) {
  const task = store.tasks.find(({ id }) => id === taskId);
  return task?.comments.map((comment) => `commented at ${comment.createdAt.toISOString()}`) ?? [];
}

export async function recalculatePositions(teamId: string) {
  tasksOf(teamId).forEach((task, index) => {
    task.position = index + 1;
  });
}

export async function duplicateTask(taskId: string) {
  const task = store.tasks.find(({ id }) => id === taskId);
  if (task) {
    addTask(task.teamId, { ...task, title: `${task.title} (copy)` });
  }
}
