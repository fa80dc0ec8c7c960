'use server';

export async function createQuiz(answer: string) {
  if (!answer) {
    return { error: 'No answer, no points' };
  }
  return { points: answer.length };
}
