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
