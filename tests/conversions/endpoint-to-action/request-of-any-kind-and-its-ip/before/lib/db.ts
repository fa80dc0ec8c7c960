export interface Vote {
  choice: string;
  ip: string;
  agent: string;
}

export async function addVote(vote: Vote): Promise<void> {
  console.log(vote);
}
