const TWO: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const ONE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ς: 'σ' };
const SIGNS_OF_LETTERS = /[\u0300-\u036f]/g;
/** Wider than what is taken out of texts: two that differ in it alone are compared as one, in the database, too. */
const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * A text as people compare it, whatever their keyboard has: without capitals, accents and letters nobody
 * sees, `ä` and `ae` alike. The function `folded` of the database says the same (`prisma/sql`); a test
 * holds the two together.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(WITHOUT_WIDTH, '')
    .toLowerCase()
    .replace(/[äöüßæœøłđıς]/g, (letter) => TWO[letter] ?? ONE[letter] ?? letter)
    .normalize('NFKD')
    .replace(SIGNS_OF_LETTERS, '');
}

/** The words of a search as they are compared; none when nothing but signs was typed. */
export function searchWords(typed: string): string[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return words.some((word) => /[\p{L}\p{N}]/u.test(word)) ? words : [];
}

/** A name as a part of an address: `Griesbacher Hang` → `griesbacher-hang`; may be empty. */
export function slugOf(name: string): string {
  return folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
