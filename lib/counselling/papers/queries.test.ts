import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { findPhotoConsent } from '@/lib/activation/photos/queries';
import { photoConsent } from '@/lib/activation/photos/text';
import { catalogue } from '@/lib/i18n/catalogue';
import { ledTo } from '@/lib/print/answer';
import { typeset } from '@/lib/print/typst';
import { saveOwnText } from '@/lib/settings/commands';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { getCounsellingPaper, listCounsellingPapers } from './queries';
import { COUNSELLING_PAPERS } from './rules';
import { counsellingPaper } from './text';

testDatabase();

let admin: Actor;
let office: Actor;
let counsellor: Actor;

beforeAll(async () => {
  await makeOffice();
  admin = await makeActor({ roles: ['ADMIN'] });
  office = await makeActor({ roles: ['COORDINATOR'] });
  counsellor = await makeActor({ roles: ['COUNSELLOR'] });
});

const write = (
  key: 'CONSENT_SECRECY' | 'CONSENT_PHOTO',
  text: string,
  version = 0,
  textEasy = `${text}${text}`,
) => saveOwnText(admin, { key, version, text, textEasy, textEn: '' });

const german = { what: 'schweigepflicht', language: 'de' };

it('a form to sign is there once the carrier has written its words, and for whoever counsels alone', async () => {
  const paper = (who: Actor) => getCounsellingPaper(who, 'schweigepflicht', 'de-LS');
  expect(await listCounsellingPapers(counsellor)).toEqual([]);
  await expect(paper(counsellor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await write('CONSENT_SECRECY', 'Ich entbinde Sie.')).toMatchObject({ ok: true });
  expect(await listCounsellingPapers(counsellor)).toEqual([
    german,
    { ...german, language: 'de-LS' },
  ]);
  expect(await paper(counsellor)).toMatchObject({ text: 'Ich entbinde Sie.Ich entbinde Sie.' });
  await expect(paper(office)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const other of ['weitergabe', 'CONSENT_SECRECY'])
    await expect(getCounsellingPaper(counsellor, other, 'de')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  // Nothing calls itself easy that has the lawyer's words in it.
  await write('CONSENT_SECRECY', 'Ich entbinde Sie.', 1, '');
  expect(await listCounsellingPapers(counsellor)).toEqual([german]);
  await expect(paper(counsellor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await write('CONSENT_SECRECY', '', 2);
  expect(await listCounsellingPapers(counsellor)).toEqual([]);
});

it('so is the one for photos, in the office', async () => {
  expect(await findPhotoConsent(office, 'de')).toBeNull();
  await write('CONSENT_PHOTO', 'Sie dürfen.');
  expect(await findPhotoConsent(office, 'de')).toBe('Sie dürfen.');
  await expect(findPhotoConsent(counsellor, 'de')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe.each(['de', 'de-LS'] as const)('on paper in %s', (locale) => {
  // As long as the settings take.
  const text = 'Ich bin einverstanden mit dem, was oben steht. '.repeat(21).slice(0, 990);
  const name = 'Büro für Beteiligung und Nachbarschaft im Keilbergring und am Hang';

  it.each([...COUNSELLING_PAPERS, 'fotos'] as const)(
    '%s is one sheet with room to sign',
    async (what) => {
      const messages = await catalogue(locale);
      const say = (namespace: string) =>
        createTranslator({ locale, messages, namespace: namespace as never }) as never;
      const sheet =
        what === 'fotos'
          ? photoConsent(text, name, say('activation-photos.sheet'))
          : counsellingPaper(what, text, name, say('counselling.papers'));
      const data = {
        ...{ ...sheet, ...ledTo('/'), printed: 'Stand Di, 1. Dezember 2026' },
        office: { name, address: 'Keilbergring 12, 08289 Schneeberg', phone: '030 23125-100' },
      };
      const order = { template: 'consent', data, at: new Date(0) };
      const { pages, standard, pictures } = await readPdf(await typeset(order, anybody()));
      expect([standard, pages.length, pictures]).toEqual(['1', 1, [data.address]]);
      const words = (pages[0]?.text ?? '').replace(/[\n\u00ad]/g, '').replace(/\s/g, '');
      for (const said of [
        'Unterschrift',
        'Stand Di, 1. Dezember 2026',
        ...sheet.fields,
        ...sheet.uses,
      ])
        expect(words).toContain(said.replace(/\s/g, ''));
    },
  );
});
