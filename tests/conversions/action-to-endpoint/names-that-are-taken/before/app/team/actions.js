'use server';

export async function /*|*/inviteAction(email) {
  return `Invited ${email}`;
}
