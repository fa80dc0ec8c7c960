export interface Recipe {
  id: string;
  title: string;
}

const recipes: Recipe[] = [];

export async function allRecipes(): Promise<Recipe[]> {
  return recipes;
}

export async function addRecipe(title: string): Promise<Recipe> {
  const recipe = { id: String(recipes.length + 1), title };
  recipes.push(recipe);
  return recipe;
}

export async function dropRecipe(id: string): Promise<boolean> {
  const index = recipes.findIndex((each) => each.id === id);
  return index >= 0 && recipes.splice(index, 1).length > 0;
}
