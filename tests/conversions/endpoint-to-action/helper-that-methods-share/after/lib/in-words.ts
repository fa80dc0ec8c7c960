export function inWords(problem: unknown): string {
  return problem instanceof Error ? problem.message : 'Something went wrong';
}
