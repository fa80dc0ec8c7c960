'use client';

import { useParams } from 'next/navigation';
import { useState } from 'react';
import useSWR from 'swr';
import { toast } from '@/components/toast';
import { apiPost } from '@/lib/api-client';
import { fetcher } from '@/lib/fetcher';

type Member = { id: string; role: string; user: { name: string } };

export default function MembersPage() {
  const slug = useParams<{ slug: string }>()?.slug ?? '';
  const { data: members, mutate } = useSWR<Member[]>(`/api/teams/${slug}/members`, fetcher);
  const [email, setEmail] = useState('');
  const [removing, setRemoving] = useState<string | null>(null);

  const invite = () =>
    toast.promise(
      apiPost<{ name: string }>(`/teams/${slug}/members`, { email, role: 'member' }).then(() => mutate()),
      { loading: 'Inviting…', success: 'Invited', error: (error) => error.message },
    );

  const remove = async (memberId: string) => {
    setRemoving(memberId);
    const res = await fetch(`/api/teams/${slug}/members/${memberId}`, {
      method: 'DELETE',
    });
    setRemoving(null);

    if (res.status === 200) {
      toast.success('Removed');
      mutate();
    } else if (res.status === 403) {
      toast.error('Ask an owner');
    } else {
      toast.error('Something went wrong');
    }
  };

  return (
    <main>
      <input aria-label="Email" value={email} onChange={(e) => setEmail(e.target.value)} />
      <button onClick={invite}>Invite</button>
      <ul>
        {members?.map((member) => (
          <li key={member.id}>
            {member.user.name} ({member.role})
            <button disabled={removing === member.id} onClick={() => remove(member.id)}>
              Remove
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
