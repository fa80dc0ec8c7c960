import { getPosts } from "@/app/get-posts";
import { AddPost } from "./add-post";

export default async function Page() {
  return (
    <>
      {(await getPosts()).map((post) => post.title)}
      <AddPost />
    </>
  );
}
