'use client';

import { useState } from 'react';
import { uploadImage } from './actions';

export default function Page() {
  const [url, setUrl] = useState('');

  async function upload(file: File) {
    const formData = new FormData();
    formData.append('file', file);
    const res = await uploadImage(formData);
    if (!res.ok) {
      alert(res.data);
      return;
    }
    const { url } = res.data as { url: string };
    setUrl(url);
  }

  return (
    <div>
      <input type="file" onChange={(event) => event.target.files?.[0] && upload(event.target.files[0])} />
      {url}
    </div>
  );
}
