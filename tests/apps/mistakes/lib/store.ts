export type Task = { id: string; title: string; done: boolean };

const tasks: Task[] = [];

export function allTasks(): Task[] {
  return tasks;
}

export function findTask(id: string): Task | undefined {
  return tasks.find((task) => task.id === id);
}

export function addTask(title: string): Task {
  const task = { id: String(tasks.length + 1), title, done: false };
  tasks.push(task);
  return task;
}
