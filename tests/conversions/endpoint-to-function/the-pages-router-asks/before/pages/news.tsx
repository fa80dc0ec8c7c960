type News = { title: string; at: string }[];

export async function getServerSideProps() {
  const res = await fetch('http://localhost:3000/api/news');
  const news: News = await res.json();
  return { props: { news } };
}

export default function Page({ news }: { news: News }) {
  return <p>{news.map((each) => each.title).join(', ')}</p>;
}
