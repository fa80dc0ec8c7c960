'use client';

export default function Page() {
  const run = async (text: string) => {
    const response = await fetch('/api/process', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({
        text: text,
      }),
    });

    if (!response.ok) {
      const json = await response.json();
      alert(`${response.status}: ${json.message}`);
    }
  };
  return <button onClick={() => run('a')}>Run</button>;
}
