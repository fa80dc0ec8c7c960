const [id, title] = process.argv.slice(2);
const res = await fetch(`${process.env.BASE_URL}/api/tasks/${id}`, { method: 'PATCH', body: JSON.stringify({ title }) });
console.log(res.status, await res.text());
