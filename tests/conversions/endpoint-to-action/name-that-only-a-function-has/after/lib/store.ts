export const notes = { titles: ['Milk'] };

export async function load() {
  return notes.titles;
}
