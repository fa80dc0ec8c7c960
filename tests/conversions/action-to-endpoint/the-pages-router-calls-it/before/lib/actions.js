'use server';

export async function /*|*/secret(name) {
  return `${process.env.SECRET} ${name}`;
}
