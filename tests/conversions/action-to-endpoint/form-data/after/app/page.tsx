'use client';

import { upload } from './upload-client';

export default function Page() {
  return (
    <form action={upload}>
      <input type="file" name="file" />
      <button formAction={upload}>Upload</button>
    </form>
  );
}
