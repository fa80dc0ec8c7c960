'use server';

export async function /*|*/act(data) {
  return data.get('name');
}
