import { z } from 'zod';
import { getSession, type Session } from './session';

export type ActionResult<Data> = { data?: Data; serverError?: string; validationErrors?: string[] };

class ActionError extends Error {}

function builder<Schema extends z.ZodType>(schema: Schema) {
  return {
    action<Data>(run: (args: { parsedInput: z.output<Schema>; ctx: Session }) => Promise<Data>) {
      return async (input: z.input<Schema>): Promise<ActionResult<Data>> => {
        const session = await getSession();
        if (!session) {
          return { serverError: 'Please sign in' };
        }
        const parsed = schema.safeParse(input);
        if (!parsed.success) {
          return { validationErrors: parsed.error.issues.map((issue) => issue.message) };
        }
        try {
          return { data: await run({ parsedInput: parsed.data, ctx: session }) };
        } catch (error) {
          if (error instanceof ActionError) {
            return { serverError: error.message };
          }
          throw error;
        }
      };
    },
  };
}

export const actionClient = { schema: builder };

export function fail(message: string): never {
  throw new ActionError(message);
}
