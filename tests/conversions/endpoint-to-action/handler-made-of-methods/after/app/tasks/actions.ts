'use server';

import { Problem } from '@/lib/problem';
import { removeTask, renameTask } from '@/lib/tasks';

const longest = 120;

export async function updateTask({ id, title }: { id: string; title: string }) {
  try {
    if (title.length > longest) {
      throw new Problem(422, `A title has ${longest} letters at most`);
    }
    await renameTask(id, title);
    return { ok: true as const, data: { id, title } };
  } catch (error) {
    if (error instanceof Problem) {
      return { ok: false as const, data: { message: error.message } };
    }
    console.error(error);
    return { ok: false as const, data: { message: 'Something went wrong' } };
  }
}

export async function deleteTask(id: string) {
  try {
    await removeTask(id);
    return { ok: true as const, status: 204 };
  } catch (error) {
    if (error instanceof Problem) {
      return { ok: false as const, status: error.status };
    }
    console.error(error);
    return { ok: false as const, status: 500 };
  }
}
