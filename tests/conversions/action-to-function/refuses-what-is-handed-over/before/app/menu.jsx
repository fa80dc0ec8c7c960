'use client';

export function Menu({ items }) {
  return items.map((item) => <button key={item.title} onClick={item.onPick}>{item.title}</button>);
}
