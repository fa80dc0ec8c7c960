export interface Recipe {
  id: string;
  title: string;
}

export async function insertRecipe(title: string): Promise<Recipe> {
  return { id: 'new', title };
}

export async function renameRecipe(id: string, title: string): Promise<Recipe | null> {
  return id === 'new' ? null : { id, title };
}
