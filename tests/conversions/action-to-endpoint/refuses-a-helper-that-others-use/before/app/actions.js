'use server';

function check(value) {
  return value > 0;
}

export async function /*|*/act(value) {
  return check(value);
}

export async function other(value) {
  return check(value);
}
