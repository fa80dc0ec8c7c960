'use server';

import { run } from '@/lib/store';

export async function addTag(id: string) {
  await run('addTag', id);
}

export async function removeTag(id: string) {
  await run('removeTag', id);
}

export async function renameTag(id: string) {
  await run('renameTag', id);
}

export async function addNote(id: string) {
  await run('addNote', id);
}

export async function removeNote(id: string) {
  await run('removeNote', id);
}

export async function pinNote(id: string) {
  await run('pinNote', id);
}

export async function unpinNote(id: string) {
  await run('unpinNote', id);
}

export async function setTheme(id: string) {
  await run('setTheme', id);
}

export async function setLanguage(id: string) {
  await run('setLanguage', id);
}

export async function closeAccount(id: string) {
  await run('closeAccount', id);
}
