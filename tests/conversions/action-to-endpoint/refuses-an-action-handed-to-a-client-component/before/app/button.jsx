'use client';

export function Button({ onPress }) {
  return <button onClick={() => onPress(1)}>Press</button>;
}
