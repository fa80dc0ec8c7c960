export const options = {};

export async function addDraft(user: string) {
  return { user };
}
