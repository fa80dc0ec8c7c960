export interface Usage {
  endpoint: string;
  took: number;
}

const seen: Usage[] = [];

export function noteUsage(usage: Usage): void {
  seen.push(usage);
}
