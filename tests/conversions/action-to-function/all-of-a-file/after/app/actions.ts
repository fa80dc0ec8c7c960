import 'server-only';
import { cache } from 'react';
import { load } from './data';

const loaded = cache(load);

export async function getPosts() {
  return loaded('posts');
}

export async function getPages() {
  return loaded('pages');
}
