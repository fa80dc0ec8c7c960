export const /*|*/POST = () => Response.json({ rows: 3 });
