'use client';

import { limits } from './actions/exports-constants';
import { addTask, renameTask } from './actions/not-async';

export default function Home() {
  return (
    <main>
      <button onClick={() => addTask('Buy milk')}>Add</button>
      <button onClick={() => renameTask('1', 'Buy oat milk')}>Rename</button>
      <p>At most {limits.tasks} tasks</p>
    </main>
  );
}
