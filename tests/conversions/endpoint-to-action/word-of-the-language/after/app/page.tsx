'use client';

import { exportAction } from './actions';

export default function Page() {
  const run = async () => {
    const { rows } = await exportAction();
    alert(rows);
  };
  return <button onClick={run}>Export</button>;
}
