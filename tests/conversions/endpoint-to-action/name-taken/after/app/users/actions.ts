'use server';

const names: string[] = [];

export async function createUserAction(name: string) {
  names.push(name);
}
