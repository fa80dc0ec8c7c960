export const db = { users: { async delete(id) {} } };
