import { expect, test } from '@playwright/test';

test('a plant is added', async ({ page }) => {
  await page.goto('/');
  const answered = page.waitForResponse((response) => response.url().includes('/api/plants'));
  await page.getByRole('button').click();
  expect((await answered).ok()).toBe(true);
});
