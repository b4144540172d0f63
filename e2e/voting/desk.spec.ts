import { readPdf } from '../../lib/testing/pdf';
import { expect, press, summary, test } from './house';

const LABELS = ['Kleinkindschaukel', 'Sonnensegel'];

test('the office takes a vote by telephone and reads it back', async ({
  page,
  house,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  const card = await things.card();
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${poll.number}`);
  await page.getByRole('link', { name: 'Stimme am Telefon aufnehmen' }).click();
  await checkPage();
  await page.getByLabel('Code der Zugangskarte').fill(card.code);
  await press(page, 'Weiter zum Stimmzettel');
  await expect(summary(page)).toContainText('fragen Sie zuerst');
  await checkPage();
  await page.getByLabel('Die Person hat Ja gesagt.').check();
  await page.getByLabel('Code der Zugangskarte').fill(card.code);
  await press(page, 'Weiter zum Stimmzettel');
  await page.getByLabel('Sonnensegel').check();
  await checkPage();
  await press(page, 'Weiter: prüfen');
  await expect(page.getByRole('heading', { name: 'Bitte laut vorlesen' })).toBeVisible();
  await expect(page.getByRole('main').getByText('Sonnensegel')).toBeVisible();
  await checkPage();
  await page.getByLabel(/Die Person sagt/).check();
  await press(page, 'Stimmzettel einwerfen');
  await expect(
    page.getByRole('heading', { name: 'Der Stimmzettel liegt in der Urne' }),
  ).toBeVisible();
  await checkPage();
  expect(
    await house.one('SELECT channel::text FROM roll_entries WHERE poll_id = $1', [poll.id]),
  ).toBe('PHONE');
  await page.getByRole('link', { name: 'Nächster Anruf' }).click();
  await page.getByLabel('Die Person hat Ja gesagt.').check();
  await page.getByLabel('Code der Zugangskarte').fill(card.code);
  await press(page, 'Weiter zum Stimmzettel');
  await expect(summary(page)).toContainText('schon abgestimmt');
});

test('papers are handed out once, and a slip is taken back', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  const card = await things.card();
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${poll.number}`);
  await page.getByRole('link', { name: 'Stimmzettel auf Papier ausgeben' }).click();
  await expect(page.getByText('Noch kein Zettel ausgegeben')).toBeVisible();
  const give = async () => {
    await page.getByLabel('Zugangskarte oder E-Mail').fill(card.number);
    await page.getByLabel(/Die Person sagt/).check();
    await press(page, 'Stimmrecht eintragen');
  };
  await press(page, 'Stimmrecht eintragen');
  await expect(summary(page).getByRole('link').first()).toBeVisible();
  await checkPage();
  await give();
  await expect(page.getByText(`Für ${card.number}.`)).toBeVisible();
  await expect(page.getByText('1 Zettel ausgegeben')).toBeVisible();
  await checkPage();
  await give();
  await expect(summary(page)).toContainText('schon ein Stimmzettel auf Papier');
  await page.goBack().catch(() => null);
  await page.goto(`/abstimmungen/papier/${poll.number}`);
  const other = await things.card();
  await page.getByLabel('Zugangskarte oder E-Mail').fill(other.code);
  await page.getByLabel(/Die Person sagt/).check();
  await press(page, 'Stimmrecht eintragen');
  await expect(page.getByText('2 Zettel ausgegeben')).toBeVisible();
  await press(page, 'Eintrag zurücknehmen');
  await expect(page.getByText('Der Eintrag ist zurückgenommen.')).toBeVisible();
  await expect(page.getByText('1 Zettel ausgegeben')).toBeVisible();
});

test('whoever has a paper reads why the ballot is closed', async ({
  page,
  house,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  await signInAs('resident');
  const person = await house.one(
    `SELECT user_id FROM user_sessions ORDER BY created_at DESC LIMIT 1`,
  );
  await house.one(
    `INSERT INTO roll_entries (id, poll_id, user_id, channel)
     VALUES (gen_random_uuid(), $1, $2, 'PAPER')`,
    [poll.id, person],
  );
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await expect(page.getByText('Sie haben einen Stimmzettel auf Papier')).toBeVisible();
  await checkPage();
});

test('papers in three sizes, strips and a notice are printed with the numbers counters type', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({
    ...{ method: 'RANKING', countRule: 'irv', maxChoices: 2, labels: LABELS },
  });
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${poll.number}/drucken`);
  await checkPage();
  for (const [name, words] of [
    ['Stimmzettel auf A4', 'kein Name und kein Code'],
    ['Zwei Stimmzettel auf einem Blatt', 'Kleinkindschaukel'],
    ['Stimmzettel in großer Schrift', 'Sonnensegel'],
    ['Streifen für Briefumschläge', 'Nummer der Zugangskarte'],
    ['Aushang', 'Stimmen Sie ab!'],
  ] as const) {
    const link = page.getByRole('link', { name: `${name} (PDF)` });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect((await readPdf(await answer.body())).text.replace(/\s+/g, ' ')).toContain(words);
  }
});
