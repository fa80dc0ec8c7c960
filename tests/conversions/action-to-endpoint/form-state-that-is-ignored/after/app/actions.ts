export type State = { error: string | null };
