'use client';

import { useState, useTransition } from 'react';
import type { ActionResult } from './safe-action';

type Options<Data> = { onSuccess?: (data: Data) => void; onError?: (message: string) => void };

export function useAction<Input, Data>(
  action: (input: Input) => Promise<ActionResult<Data>>,
  { onSuccess, onError }: Options<Data> = {},
) {
  const [isPending, startTransition] = useTransition();
  const [result, setResult] = useState<ActionResult<Data>>({});

  function execute(input: Input) {
    startTransition(async () => {
      const answer = await action(input);
      setResult(answer);
      const problem = answer.serverError ?? answer.validationErrors?.[0];
      if (problem) {
        onError?.(problem);
      } else {
        onSuccess?.(answer.data as Data);
      }
    });
  }

  return { execute, isPending, result };
}
