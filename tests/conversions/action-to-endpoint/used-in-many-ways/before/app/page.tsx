'use client';

import { startTransition, useCallback, useTransition } from 'react';
import { rename } from './actions';
import { Field } from './field';

export default function Page() {
  const [pending, start] = useTransition();
  const first = rename.bind(null, 1);
  const again = useCallback(() => rename(2, 'two').then(console.log).catch(console.error), []);
  return (
    <>
      <button disabled={pending} onClick={() => start(async () => void (await rename(3, 'three')))} />
      <button onClick={() => startTransition(async () => console.log(await first('one')))} />
      <button onClick={again} />
      <button onClick={() => Promise.all([4, 5].map((id) => rename(id, 'many')))} />
      <Field onRename={rename} />
    </>
  );
}
