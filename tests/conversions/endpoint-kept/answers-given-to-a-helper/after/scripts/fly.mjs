await fetch(`${process.env.SITE_URL}/api/kites`, { method: 'POST', body: '{ "colour": "blue" }' });
