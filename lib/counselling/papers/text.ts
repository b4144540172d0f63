import type { CounsellingPaper } from './rules';

type Say = (key: string, values?: Record<string, string>) => string;

const FIELDS = {
  schweigepflicht: ['name', 'who', 'withWhom', 'about', 'until'],
  weitergabe: ['name', 'what', 'toWhom', 'why', 'until'],
} as const;

/**
 * A paper of the counselling to fill in and sign, in the shape of `consent.typ` but for the office and its address.
 * @param text the carrier's own words
 * @param say of `counselling.papers`
 */
export function counsellingPaper(what: CounsellingPaper, text: string, office: string, say: Say) {
  // messages: counselling.papers.title.* counselling.papers.field.*
  const title = say(`title.${what}`);
  return {
    ...{ title, subject: title, author: office, overline: office, lang: 'de' },
    fields: FIELDS[what].map((field) => say(`field.${field}`)),
    ...{ uses: [], usesTitle: '', text: text.split(/\n+/), paper: say('paper') },
    signatures: [say('day'), say('signature')],
    ...{ back: say('takenBack'), foot: say('foot', { page: '{page}', pages: '{pages}' }) },
  };
}
