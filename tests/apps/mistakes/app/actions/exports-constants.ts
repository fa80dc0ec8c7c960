'use server';

import * as store from '@/lib/store';

export const pageSize = 20;

export const limits = { tasks: 100, title: 80 };

export async function clearTasks() {
  store.allTasks().length = 0;
}
