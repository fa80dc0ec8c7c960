type Message = { email: string; message: string };

const messages: Message[] = [];

export async function append(item: Message) {
  messages.push(item);
  return { id: messages.length, ...item };
}
