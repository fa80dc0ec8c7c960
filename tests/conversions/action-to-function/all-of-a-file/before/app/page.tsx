import { getPages, getPosts } from './actions';

export default async function Page() {
  const [posts, pages] = await Promise.all([getPosts(), getPages()]);
  return <p>{posts.length + pages.length}</p>;
}
