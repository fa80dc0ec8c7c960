declare module 'next-safe-action' {
  import type { z } from 'zod';

  interface Client<Context extends object> {
    use<Next extends object>(
      middleware: (given: {
        next: <More extends object>(options: { ctx: More }) => Promise<{ ctx: More }>;
      }) => Promise<{ ctx: Next }>,
    ): Client<Context & Next>;
    inputSchema<Schema extends z.ZodType>(
      schema: Schema,
    ): {
      action<Data>(
        server: (given: { parsedInput: z.output<Schema>; ctx: Context }) => Promise<Data>,
      ): (
        input: z.input<Schema>,
      ) => Promise<{ data?: Data; serverError?: string; validationErrors?: object } | undefined>;
    };
  }

  export function createSafeActionClient(): Client<object>;
}
