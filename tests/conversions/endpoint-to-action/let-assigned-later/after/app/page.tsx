'use client';

import { saveAction } from './actions';

export default function Page() {
  async function save() {
    let res;
    try {
      res = await saveAction();
    } catch {
      alert('No network');
      return;
    }
    if (!res.ok) {
      alert(res.status === 409 ? 'Somebody was faster' : 'Not saved');
    }
  }
  return <button onClick={save}>Save</button>;
}
