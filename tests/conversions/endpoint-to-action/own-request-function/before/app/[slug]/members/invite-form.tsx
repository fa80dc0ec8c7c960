'use client';

import { useState } from 'react';
import { apiPost } from '@/lib/api-client';
import { toast } from '@/lib/toast';

export function InviteForm({ slug }: { slug: string }) {
  const [email, setEmail] = useState('');
  const [names, setNames] = useState<string[]>([]);

  const inviteGuest = () =>
    toast.promise(
      apiPost(`/teams/${slug}/members`, { email, role: 'guest' }).then(() => setEmail('')),
      { loading: 'Inviting…', success: 'Invited', error: (error) => error.message },
    );

  async function inviteMember() {
    try {
      const member = await apiPost<{ name: string }>(`/teams/${slug}/members`, {
        email,
        role: 'member',
      });
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
