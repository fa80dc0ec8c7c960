import { NotAllowed } from './answer-error';

export async function groupOf(id: string, member: string): Promise<{ id: string; name: string }> {
  if (member !== 'ada') {
    throw new NotAllowed('You are not a member of this group');
  }
  return { id, name: 'Readers' };
}

export async function renameGroup(id: string, name: string): Promise<{ id: string; name: string }> {
  return { id, name };
}

export async function leaveGroup(id: string, member: string): Promise<void> {
  console.log(id, member);
}
