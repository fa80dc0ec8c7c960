'use server';

export type State = { error: string | null };

export async function /*|*/subscribe(_state: State | undefined, formData: FormData): Promise<State> {
  const email = String(formData.get('email'));
  return { error: email.includes('@') ? null : 'That is no address' };
}
