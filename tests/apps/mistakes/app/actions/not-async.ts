'use server';

import * as store from '@/lib/store';

export function addTask(title: string) {
  return store.addTask(title);
}

export const renameTask = (id: string, title: string) => {
  const task = store.findTask(id);
  if (task) task.title = title;
};
