'use server';

export async function /*|*/send(data) {
  console.log(data.get('message'));
}
