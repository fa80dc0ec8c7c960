import { double } from "./actions";

declare function expect(value: unknown): { toBe(value: unknown): void };

export async function run() {
  expect(await double(2)).toBe(4);
}
