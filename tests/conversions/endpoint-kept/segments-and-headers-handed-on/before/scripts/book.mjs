const origin = process.env.SITE_URL;

await fetch(`${origin}/api/desks/3/12`, { method: 'POST' });
