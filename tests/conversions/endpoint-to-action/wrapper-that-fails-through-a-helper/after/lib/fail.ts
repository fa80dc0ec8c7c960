export const fail = (message: string, status = 400) => Response.json({ message }, { status });
