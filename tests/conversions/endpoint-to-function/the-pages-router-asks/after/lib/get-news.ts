import { news } from './news';

export async function getNews() {
  return JSON.parse(JSON.stringify(news));
}
