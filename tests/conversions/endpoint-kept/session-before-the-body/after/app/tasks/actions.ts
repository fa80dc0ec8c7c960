'use server';

import { updateTask } from './update-task';

export async function updateTaskAction({ id, title }: { id: string; title: string }) {
  return updateTask({ id, readBody: async () => ({ title }) });
}
