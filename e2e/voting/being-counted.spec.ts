import { expect, test } from './house';

test('while papers are counted by hand, everybody reads that the poll is over and has no result yet', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const { number } = await things.countedPoll('CLOSED');
  await page.goto('/abstimmungen');
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href$="/${number}"]`) });
  await expect(row.getByText(/^Beendet am .*, wird ausgezählt$/)).toBeVisible();
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByText('sobald es ausgezählt und veröffentlicht ist')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zum Stimmzettel' })).toHaveCount(0);
  await checkPage();
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${number}`);
  await expect(page.getByText('Die Stimmzettel werden gerade ausgezählt.')).toHaveCount(0);
  await page.getByRole('main').locator(`a[href$="/auszaehlung/${number}"]`).first().click();
  await expect(page.getByText('Noch niemand hat gezählt.')).toBeVisible();
  await checkPage();
});

test('while the program counts, the office is told to look again', async ({
  page,
  house,
  things,
  signInAs,
  checkPage,
}) => {
  const { id, number } = await things.countedPoll('CLOSED', ['WEB']);
  await signInAs('coordinator');
  // As long as somebody holds the poll the count waits, as it takes its time with very many ballots.
  await house.client.query('UPDATE polls SET disputed_at = NULL WHERE id = $1', [id]);
  await house.client.query('BEGIN');
  await house.client.query('SELECT 1 FROM polls WHERE id = $1 FOR UPDATE', [id]);
  await page.goto(`/team/abstimmungen/${number}`);
  await expect(page.getByText('Die Stimmzettel werden gerade ausgezählt.')).toBeVisible();
  await checkPage();
  await house.client.query('UPDATE polls SET disputed_at = now() WHERE id = $1', [id]);
  await house.client.query('COMMIT');
  await page.reload();
  await expect(page.getByText('Die Stimmzettel werden gerade ausgezählt.')).toHaveCount(0);
});
