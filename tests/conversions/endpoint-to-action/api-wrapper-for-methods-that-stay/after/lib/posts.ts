export async function addPost(title: string, author: string): Promise<string> {
  return `${author}/${title}`;
}
