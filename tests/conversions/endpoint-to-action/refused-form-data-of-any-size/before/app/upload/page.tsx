'use client';

import { useState } from 'react';

export default function Page() {
  const [url, setUrl] = useState('');

  async function upload(file: File) {
    const formData = new FormData();
    formData.append('file', file);
    const res = await fetch('/api/images', { method: 'POST', body: formData });
    if (!res.ok) {
      alert(await res.text());
      return;
    }
    const { url } = (await res.json()) as { url: string };
    setUrl(url);
  }

  return (
    <div>
      <input type="file" onChange={(event) => event.target.files?.[0] && upload(event.target.files[0])} />
      {url}
    </div>
  );
}
