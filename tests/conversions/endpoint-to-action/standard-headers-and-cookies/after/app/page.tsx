'use client';

import { voteAction } from './actions';

export default function Page() {
  async function vote(option: string) {
    await voteAction({ option });
  }
  return <button onClick={() => vote('a')}>A</button>;
}
