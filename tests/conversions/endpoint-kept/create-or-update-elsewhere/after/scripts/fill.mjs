const origin = process.env.SITE_URL;

await fetch(`${origin}/api/rooms`, { method: 'POST', body: JSON.stringify({ name: 'Hall' }) });
