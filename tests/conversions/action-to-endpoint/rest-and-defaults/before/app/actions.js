'use server';

export async function /*|*/tag(post, color = 'red', ...names) {
  return names.map((name) => `${post} ${color} ${name}`);
}
