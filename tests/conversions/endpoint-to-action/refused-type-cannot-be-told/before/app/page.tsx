'use client';

export default function Page() {
  const save = async () => {
    const res = await fetch('/api/names', { method: 'POST', body: JSON.stringify({ name: 'Ada' }) });
    let data;
    data = await res.json();
    console.log(data);
    if (res.status === 201) alert(data.name);
  };

  return <button onClick={save}>Save</button>;
}
