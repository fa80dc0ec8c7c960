export async function compose(about: string) {
  return `A poem about ${about}`;
}
