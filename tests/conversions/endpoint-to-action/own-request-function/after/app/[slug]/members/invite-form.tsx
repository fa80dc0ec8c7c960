'use client';

import { useState } from 'react';
import { toast } from '@/lib/toast';
import { createMember } from './actions';

export function InviteForm({ slug }: { slug: string }) {
  const [email, setEmail] = useState('');
  const [names, setNames] = useState<string[]>([]);

  const inviteGuest = () =>
    toast.promise(
      createMember({ slug, email, role: 'guest' }).then((res) => {
        if (!res.ok) {
          const { error } = res.data;
          throw new Error(error?.message ?? 'Something went wrong');
        }
        return res.data;
      }).then(() => setEmail('')),
      { loading: 'Inviting…', success: 'Invited', error: (error) => error.message },
    );

  async function inviteMember() {
    try {
      const res = await createMember({ slug, email, role: 'member' });
      if (!res.ok) {
        const { error } = res.data;
        throw new Error(error?.message ?? 'Something went wrong');
      }
      const member = res.data as { name: string };
      setNames([...names, member.name]);
    } catch (error) {
      toast.error((error as Error).message);
    }
  }

  return (
    <>
      <input value={email} onChange={(event) => setEmail(event.target.value)} />
      <button onClick={inviteMember}>Invite</button>
      <button onClick={inviteGuest}>Invite as guest</button>
      <p>{names.join(', ')}</p>
    </>
  );
}
