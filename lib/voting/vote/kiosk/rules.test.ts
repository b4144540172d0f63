import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KIOSK_IDLE_SECONDS } from './rules';

const BOX = 'app/[locale]/(act)/abstimmungen/urne';

it('a box forgets whoever walked away after two minutes, on each of its pages', () => {
  expect(KIOSK_IDLE_SECONDS).toBe(120);
  const frame = readFileSync('components/voting/kiosk-frame.tsx', 'utf8');
  expect(frame).toContain('<ReturnTimer seconds={seconds ?? KIOSK_IDLE_SECONDS}');
  const pages = readdirSync(BOX, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('page.tsx'),
  );
  expect(pages.length).toBeGreaterThan(3);
  for (const name of pages) {
    expect(readFileSync(`${BOX}/${name}`, 'utf8'), name).toContain('<KioskFrame');
  }
});

it.each(['de', 'de-LS', 'en'])(
  'whoever opens or looks for a box reads after how many hours it closes: %s',
  (locale) => {
    const words = readFileSync(`lib/voting/words/${locale}/voting-desk.json`, 'utf8');
    const { kiosk } = JSON.parse(words) as { kiosk: Record<string, string> };
    for (const key of ['noneText', 'startHours']) expect(kiosk[key]).toContain('{hours}');
    expect(kiosk.endCodeHint).not.toMatch(/Ende der Abstimmung|end of the poll/);
  },
);
