const messages = [];

export async function append(item) {
  messages.push(item);
  return { id: messages.length, ...item };
}
