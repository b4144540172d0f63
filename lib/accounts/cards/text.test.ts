import { createTranslator } from 'use-intl/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { newCode } from '@/lib/core/tokens';
import { catalogue } from '@/lib/i18n/catalogue';
import { drawQr } from '@/lib/print/qr';
import { typeset } from '@/lib/print/typst';
import { anybody, readPdf } from '@/lib/testing/pdf';
import { readQr } from '@/lib/testing/qr';
import { CARD_CODE_LENGTH, CARDS_PER_SHEET, cardNumber } from './rules';
import { cardSheets } from './text';

const ADDRESS = 'stadtteilforum-schneeberg.example.org/anmelden/karte';
let say: Parameters<typeof cardSheets>[2];
beforeAll(async () => {
  const messages = await catalogue('de');
  say = createTranslator({ locale: 'de', messages }) as unknown as typeof say;
});

const grouped = (code: string) => code.match(/.{4}/g)?.join('-') ?? '';
/** Of nothing but the widest letter. */
const WIDEST = 'W'.repeat(CARD_CODE_LENGTH);

const cardsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: cardNumber(3, index + 1),
    code: grouped(index === 0 ? WIDEST : newCode(CARD_CODE_LENGTH)),
  }));

async function printed(count: number) {
  const cards = cardsOf(count);
  const place = { office: 'Stadtteilbüro Keilbergring', phone: '030 23125-100', address: ADDRESS };
  const batch = { id: '', number: 3, label: 'Aufgang Keilbergring', cards };
  const data = {
    ...{ author: place.office, qr: drawQr(`https://${ADDRESS}`) },
    ...cardSheets(batch, place, say),
  };
  const bytes = await typeset({ template: 'cards', data, at: new Date(0) }, anybody());
  return { cards, bytes, ...(await readPdf(bytes)) };
}

describe('cards on a sheet', () => {
  it('say their code in one piece, their number and where the code is typed', async () => {
    const { cards, pages, standard, pictures } = await printed(CARDS_PER_SHEET + 1);
    expect(standard).toBe('1');
    expect(pages.map(({ text }) => text.match(/(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}/g))).toEqual([
      cards.slice(0, CARDS_PER_SHEET).map(({ code }) => code),
      cards.slice(CARDS_PER_SHEET).map(({ code }) => code),
    ]);
    for (const { number } of cards) {
      expect(pages.some(({ text }) => text.includes(`Karte ${number}`))).toBe(true);
    }
    expect(pages[0]?.text.replace(/\n/g, '')).toContain(ADDRESS);
    // Nobody who listens has to guess what the picture is.
    expect(pictures).toEqual(cards.map(() => ADDRESS));
  });

  it('lie where they are cut: 24 of them, each within its own 60 by 32 mm', async () => {
    const { cards, pages } = await printed(CARDS_PER_SHEET);
    const places = pages[0]?.places ?? [];
    cards.forEach(({ code, number }, index) => {
      const [left, top] = [15 + (index % 3) * 60, 20.5 + Math.floor(index / 3) * 32];
      const within = places.filter(
        ({ x, y }) => x > left && x < left + 60 && y > top && y < top + 32,
      );
      const text = within.map((piece) => piece.text).join('');
      expect(text).toContain(code);
      expect(text).toContain(number);
      expect(Math.max(...within.map(({ right }) => right))).toBeLessThan(left + 58);
      // Read by whoever cannot see well.
      const large = within.filter((piece) => piece.size >= 11);
      expect(large.map((piece) => piece.text).join('')).toBe(code);
    });
  });

  it('may be five hundred at once', async () => {
    const { cards, pages, text, bytes } = await printed(500);
    expect(pages).toHaveLength(Math.ceil(500 / CARDS_PER_SHEET));
    for (const { code } of cards) expect(text).toContain(code);
    expect(bytes.length).toBeLessThan(4 * 1024 * 1024);
  });
});

it('the picture on a card leads a phone to the page, and holds no code', () => {
  const address = `https://${ADDRESS}`;
  expect(readQr(drawQr(address))).toBe(address);
});
