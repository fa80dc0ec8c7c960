const shelves = new Map();

export async function save(id, name) {
  shelves.set(id, name);
  return { id, name };
}

export async function leave() {
  shelves.clear();
}
