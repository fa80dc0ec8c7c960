'use server';

export async function getHello() {
  return { message: 'Hello from the API route!' };
}
