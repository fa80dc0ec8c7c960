'use server';

export async function gre/*|*/et(name) {
  return `Hello, ${name}!`;
}
