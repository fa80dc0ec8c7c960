await fetch(`${process.env.SITE_URL}/api/bets`, { method: 'POST', body: '{ "horse": "Alma" }' });
