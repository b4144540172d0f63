import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { freshDraft } from '@/lib/outreach/device/drafts/rules';
import { Counter } from './counter';
import { EnteringContext } from './device-context';

const where = { districtId: 'hang', setting: 'STAND', place: '' } as const;

function page(contacts: number, wrong: { field: string; sentence: string } | null): string {
  const draft = { ...freshDraft('1', where), contacts };
  const entering = { draft, wrong, change: () => undefined, today: '2026-11-30', locale: 'de' };
  return renderToStaticMarkup(
    <EnteringContext value={entering}>
      <Counter
        name="contacts"
        label="Menschen"
        more="+1 Menschen"
        fewer="−1 Menschen"
        many="Höchstens {max}."
      />
    </EnteringContext>,
  );
}

it('is called by what stands on its keys', () => {
  const html = page(1, null);
  expect(html).toMatch(/aria-label="\+1 Menschen"[^>]*>\+1</);
  expect(html).toMatch(/aria-label="−1 Menschen"[^>]*>−1</);
  expect(html).not.toContain('Höchstens');
});

it('says beside the number what is wrong with it, and what one contact holds', () => {
  const html = page(120, { field: 'contacts', sentence: 'Zu viele.' });
  expect(html).toContain('<p id="contacts-error" class="field-error">Zu viele.</p>');
  expect(html).toMatch(/aria-invalid="true" aria-describedby="contacts-error"/);
  expect(html).toContain('Höchstens 99.');
  expect(html).toContain('value="120"');
  expect(page(120, { field: 'notMet', sentence: 'Zu viele.' })).not.toContain('Zu viele.');
});
