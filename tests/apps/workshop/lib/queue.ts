const baseUrl = process.env.APP_URL ?? 'http://localhost:3000';

export const queue = {
  async publishJSON({ url, body }: { url: string; body: unknown }): Promise<void> {
    if (!process.env.QUEUE_URL) {
      return;
    }
    await fetch(`${process.env.QUEUE_URL}/v2/publish/${url}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${process.env.QUEUE_TOKEN}` },
      body: JSON.stringify(body),
    });
  },
};

export async function sendEmailLater(to: string, subject: string): Promise<void> {
  await queue.publishJSON({ url: `${baseUrl}/api/queue/send-email`, body: { to, subject } });
}
