const names = [];

export async function list() {
  return names;
}

export async function create(name) {
  return names.push(name);
}
