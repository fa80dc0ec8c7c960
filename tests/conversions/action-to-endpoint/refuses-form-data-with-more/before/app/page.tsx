'use client';

import { act } from './actions';

export default function Page() {
  return <form action={act.bind(null, '1')} />;
}
