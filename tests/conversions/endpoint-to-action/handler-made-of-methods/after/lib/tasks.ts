import { Problem } from './problem';

export async function renameTask(id: string, title: string): Promise<void> {
  if (id !== '1') {
    throw new Problem(404, 'There is no such task');
  }
  console.log(id, title);
}

export async function removeTask(id: string): Promise<void> {
  if (id !== '1') {
    throw new Problem(404, 'There is no such task');
  }
}
