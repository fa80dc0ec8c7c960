import { getNews } from '../lib/get-news';

type News = { title: string; at: string }[];

export async function getServerSideProps() {
  const news: News = await getNews();
  return { props: { news } };
}

export default function Page({ news }: { news: News }) {
  return <p>{news.map((each) => each.title).join(', ')}</p>;
}
