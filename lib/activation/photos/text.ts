type Say = (key: string, values?: Record<string, string>) => string;

/**
 * The sheet on which somebody agrees to photos, in the shape of `consent.typ` but for the office and its address: what
 * for and where is ticked, never meant.
 * @param text the carrier's own words
 * @param say of `activation-photos.sheet`
 */
export function photoConsent(text: string, office: string, say: Say) {
  // messages: activation-photos.sheet.field.* activation-photos.sheet.use.*
  const title = say('title');
  return {
    ...{ title, subject: title, author: office, overline: office, lang: 'de' },
    fields: ['name', 'where'].map((field) => say(`field.${field}`)),
    usesTitle: say('uses'),
    uses: ['web', 'notice', 'press', 'report'].map((use) => say(`use.${use}`)),
    ...{ text: text.split(/\n+/), paper: say('paper') },
    signatures: [say('day'), say('signature')],
    ...{ back: say('takenBack'), foot: say('foot', { page: '{page}', pages: '{pages}' }) },
  };
}
