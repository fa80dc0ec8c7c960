import { getPosts } from "@/app/actions";
import { AddPost } from "./add-post";

export default async function Page() {
  return (
    <>
      {(await getPosts()).map((post) => post.title)}
      <AddPost />
    </>
  );
}
