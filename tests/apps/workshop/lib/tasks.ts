import { ApiError } from './errors';
import { newId, store, type Task } from './store';

export function tasksOf(teamId: string): Task[] {
  return store.tasks.filter((task) => task.teamId === teamId).sort((one, other) => one.position - other.position);
}

export function taskOrThrow(teamId: string, taskId: string): Task {
  const task = store.tasks.find((candidate) => candidate.id === taskId && candidate.teamId === teamId);
  if (!task) {
    throw new ApiError(404, 'not_found', 'No such task');
  }
  return task;
}

export function addTask(
  teamId: string,
  { title, dueAt, labelIds }: { title: string; dueAt?: Date | null; labelIds: string[] },
): Task {
  const task: Task = {
    id: newId('task'),
    teamId,
    title,
    done: false,
    position: tasksOf(teamId).length + 1,
    assigneeId: null,
    labelIds,
    dueAt: dueAt ?? null,
    comments: [],
  };
  store.tasks.push(task);
  return task;
}

export function removeTask(task: Task): void {
  store.tasks.splice(store.tasks.indexOf(task), 1);
}
