'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/components/toast';
import { useAction } from '@/lib/use-action';
import { createApiKeyAction, listApiKeysAction, updateTeamAction } from './actions';

export function SettingsForm({ slug }: { slug: string }) {
  const [name, setName] = useState('');
  const [keys, setKeys] = useState<string[]>([]);
  const [avatar, setAvatar] = useState<string | null>(null);

  const { execute, isPending } = useAction(updateTeamAction, {
    onSuccess: () => toast.success('Saved'),
    onError: (message) => toast.error(message),
  });

  useEffect(() => {
    const load = async () => {
      const result = await listApiKeysAction({ slug });
      setKeys(result.data ?? []);
    };
    load();
  }, [slug]);

  const upload = async (file: File) => {
    const formData = new FormData();
    formData.append('file', file);
    const res = await fetch(`/api/teams/${slug}/avatar`, { method: 'POST', body: formData });
    if (!res.ok) {
      toast.error(await res.text());
      return;
    }
    const { url } = (await res.json()) as { url: string };
    setAvatar(url);
  };

  return (
    <section>
      <input aria-label="Team name" value={name} onChange={(e) => setName(e.target.value)} />
      <button disabled={isPending} onClick={() => execute({ slug, name })}>
        Save
      </button>
      <button
        onClick={async () => {
          const result = await createApiKeyAction({ slug });
          if (result.data) setKeys([...keys, result.data.token]);
          else toast.error(result.serverError ?? 'No key was made');
        }}
      >
        Create an API key
      </button>
      <p>{keys.join(', ')}</p>
      <input type="file" aria-label="Avatar" onChange={(e) => e.target.files?.[0] && upload(e.target.files[0])} />
      {avatar && <p>The avatar is set</p>}
    </section>
  );
}
