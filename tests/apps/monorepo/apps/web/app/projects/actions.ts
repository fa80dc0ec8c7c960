'use server';

import { revalidatePath } from 'next/cache';
import { renameProject } from '@/lib/projects';

export async function rename(id: string, name: string) {
  const project = renameProject(id, name);
  if (!project) {
    return { error: 'No such project' };
  }
  revalidatePath('/projects');
  return { project };
}
