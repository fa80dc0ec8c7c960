'use server';

export async function exportAction() {
  return { rows: 3 };
}
