'use server';

const todos = [];

export async function createTodo(title) {
  // Titles are short.
  if (title.length > 80) {
    return { ok: false, data: 'Too long' };
  }
  todos.push({ title });
  return { ok: true };
}

export async function deleteTodos() {
  todos.length = 0;
}
