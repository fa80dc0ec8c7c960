'use client';

import { createPin } from './actions';

export default function Page() {
  const pin = async () => {
    const res = await createPin('Rome');
    if (!res.ok) {
      const data = res.data;
      alert(data?.error ?? 'Not pinned');
      return;
    }
    const { id } = res.data;
    alert(id);
  };

  const pinAndThrow = async () => {
    const res = await createPin('Oslo');
    if (!res.ok) throw new Error(res.data?.error || 'Not pinned');
  };

  const pinWithWords = async () => {
    const res = await createPin('Bonn');
    if (!res.ok) {
      const { error } = res.data ?? { error: 'Not pinned' };
      throw new Error(error);
    }
  };

  const pinAndRead = async () => {
    const { ok, data } = await createPin('Lima');
    if (!ok) {
      alert(data?.error ?? 'Not pinned');
      return;
    }
    alert(data.id);
  };

  return (
    <>
      <button onClick={pin}>Rome</button>
      <button onClick={pinAndThrow}>Oslo</button>
      <button onClick={pinWithWords}>Bonn</button>
      <button onClick={pinAndRead}>Lima</button>
    </>
  );
}
