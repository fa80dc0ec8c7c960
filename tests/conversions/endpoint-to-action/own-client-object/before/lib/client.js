async function request(url, { method = 'GET', body } = {}) {
  const response = await fetch(url, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : undefined,
    body: body && JSON.stringify(body),
  });
  const data = await response.json();
  if (!response.ok) throw new Error(data.message);
  return data;
}

export const api = {
  get: (url) => request(url),
  patch: (url, body) => request(url, { method: 'PATCH', body }),
};
