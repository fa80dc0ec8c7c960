export async function load(topic: string) {
  return [{ id: 1, topic }];
}
