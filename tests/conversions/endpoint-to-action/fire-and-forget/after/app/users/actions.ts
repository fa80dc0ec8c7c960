'use server';

let count = 0;

export async function ping() {
  count++;
  console.log('ping', count);
}
