import { expect, test } from '../fixtures';

test('an item moves by keyboard, the focus goes along', { tag: '@script' }, async ({
  page,
  signInAs,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/forum/26/tagesordnung');
  const items = page.locator('main ol > li');
  const title = (await items.nth(1).locator('strong').textContent()) ?? '';
  await items.nth(1).getByRole('button', { name: 'Nach oben' }).focus();
  await page.keyboard.press('Enter');
  await expect(items.first()).toContainText(title);
  await expect(page.getByRole('group', { name: `1. ${title}`, exact: true })).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(items.first().getByRole('button', { name: 'Nach unten' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items.nth(1)).toContainText(title);
  await expect(page.getByRole('group', { name: `2. ${title}`, exact: true })).toBeFocused();
});
