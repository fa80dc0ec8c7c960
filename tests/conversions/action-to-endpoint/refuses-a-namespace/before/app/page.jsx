'use client';

import * as actions from './actions';

export default function Page() {
  return <button onClick={() => actions.act(1)}>Act</button>;
}
