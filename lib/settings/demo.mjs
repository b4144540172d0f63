import { randomUUID } from 'node:crypto';

/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

const CATEGORY_WORDS = {
  'wege-licht': ['Paths, steps and light', 'Wege und Licht'],
  'spiel-sport': ['Play and sport', 'Spielen und Sport'],
  aeltere: ['Older people', 'Ältere Menschen'],
  jugend: ['Young people', 'Jugendliche'],
  verkehr: ['Traffic and buses', 'Straße und Bus'],
  gruen: ['Green and order', 'Grün und Ordnung'],
  begegnung: ['Meeting each other', 'Menschen treffen'],
  sicherheit: ['Safety', 'Sicherheit'],
  wohnen: ['Housing', 'Wohnen'],
};

// German, easy German, English.
const OWN_TEXTS = {
  ROOM: [
    'Einen Raum für Ihr Treffen, mit Tischen, Stühlen und Kaffeemaschine. Haben wir keinen, fragen wir unsere Partner.',
    'Einen Raum für Ihr Treffen. Mit Tischen und Stühlen.',
    'A room for your meeting, with tables, chairs and a coffee machine. If we have none, we ask our partners.',
  ],
  MATERIAL: [
    'Biertische, Werkzeug, Farbe, Papier: vieles ist zum Leihen da, manches geben wir ab.',
    'Tische, Werkzeug, Farbe, Papier. Vieles können Sie leihen.',
    'Beer tables, tools, paint, paper: many things can be borrowed, some we give away.',
  ],
  MONEY: [
    'Für kleine Vorhaben gibt es Töpfe. Wir suchen den passenden und schreiben den Antrag mit Ihnen.',
    'Es gibt Geld für kleine Pläne. Wir schreiben den Antrag mit Ihnen.',
    'There are funds for small plans. We look for the right one and write the application with you.',
  ],
  MONEY_WAY: [
    'Geht es um Geld, gibt das Forum eine Empfehlung. Wir füllen den Antrag mit Ihnen zusammen aus.',
    'Geht es um Geld? Dann gibt das Forum eine Empfehlung. Wir füllen den Antrag mit Ihnen aus.',
    'If it is about money, the forum gives a recommendation. We fill in the application together with you.',
  ],
  ADVICE: [
    'Brauchen wir eine Genehmigung? Wer haftet? Wie fängt man an? Wir wissen es oder finden es heraus.',
    'Wer erlaubt das? Wer haftet? Wir finden es heraus.',
    'Do we need a permit? Who is liable? How does one begin? We know, or we find out.',
  ],
  PUBLICITY: [
    'Wir machen das Plakat mit Ihnen, hängen es auf und setzen Ihren Termin in den Kalender.',
    'Wir machen mit Ihnen ein Plakat. Wir hängen es auf.',
    'We make the poster with you, put it up and enter your date in the calendar.',
  ],
  CONTACTS: [
    'Wir kennen die Leute im Bauamt, bei den Vermietern und in den Vereinen und rufen für Sie an.',
    'Wir kennen die Ämter und Vereine. Wir rufen für Sie an.',
    'We know the people at the building office, the landlords and the clubs, and we call them for you.',
  ],
  COUNSELLING_DUTY: [
    'Wir unterliegen der Schweigepflicht. Wir geben nichts weiter, auch nicht an Ämter oder Vermieter, außer Sie bitten uns darum.',
    'Wir sagen nichts weiter. Das ist unsere Pflicht.',
    'We are bound to secrecy. We pass nothing on, not to authorities or landlords either, unless you ask us to.',
  ],
  COUNSELLING_PEOPLE: [
    'Wir sind ausgebildete Sozialberaterinnen und Sozialberater im Stadtteilbüro. Wir kennen die Ämter und die Fachstellen und sagen Ihnen, wer Ihnen am besten hilft.',
    'Wir arbeiten im Stadtteil-Büro. Wir haben Soziale Arbeit gelernt. Wir kennen die Ämter.',
    'We are trained social counsellors at the district office. We know the authorities and the specialist services, and we tell you who can help you best.',
  ],
  COUNSELLING_COST: [
    'Die Beratung kostet nichts.',
    'Die Beratung kostet nichts.',
    'Counselling costs nothing.',
  ],
  COUNSELLING_TOPICS: [
    'Anträge und Formulare gemeinsam ausfüllen\nBriefe und Bescheide vom Amt verstehen\nWohngeld, Kindergeld, Grundsicherung: was Ihnen zusteht und wer zuständig ist\nMiete, Nebenkosten, Ärger mit der Wohnung\nBewerbungen schreiben, Stellen suchen\nFamilie, Pflege, Älterwerden\nSchulden: wer weiterhilft und wie Sie anfangen\nFragen zum Stadtteil, zur Stadt und zu ihren Angeboten',
    'Wir füllen mit Ihnen Formulare aus.\nWir lesen mit Ihnen Briefe vom Amt.\nWir suchen das richtige Amt für Wohn-Geld oder Kinder-Geld.\nWir helfen bei Fragen zur Wohnung.\nWir schreiben mit Ihnen eine Bewerbung.\nWir helfen bei Familie, Pflege und Alter.\nWir helfen bei Schulden. Wir finden die richtige Stelle.\nWir wissen viel über den Stadt-Teil. Fragen Sie uns.',
    'Filling in applications and forms together\nUnderstanding letters and decisions from offices\nHousing benefit, child benefit, basic income support: what you are entitled to and who is responsible\nRent, service charges, trouble with the flat\nWriting applications, looking for jobs\nFamily, care, growing older\nDebts: who helps and how to begin\nQuestions about the district, the town and what they offer',
  ],
  COUNSELLING_COURSE: [
    'Kommen Sie in die Sprechstunde oder machen Sie einen Termin. Ihr Vorname genügt, ein ausgedachter Name auch.\nBringen Sie mit, worum es geht: den Brief, den Bescheid, den Mietvertrag. Alles nehmen Sie wieder mit.\nWir sortieren gemeinsam. Auf Wunsch rufen wir für Sie an oder gehen mit. Nur, wenn Sie es wollen.',
    'Kommen Sie zu uns. Oder machen Sie einen Termin. Ihr Vor-Name reicht.\nBringen Sie den Brief oder Vertrag mit. Sie nehmen alles wieder mit.\nWir sprechen zusammen. Wir rufen für Sie an. Aber nur mit Ihrer Erlaubnis.',
    'Come to the consultation hour or make an appointment. Your first name is enough, a made-up one will do.\nBring what it is about: the letter, the decision, the lease. You take everything back with you.\nWe sort it out together. If you wish, we call for you or come along. Only if you want us to.',
  ],
  COUNSELLING_LIMITS: [
    'Wir entscheiden nicht über Ihren Antrag. Das tut das Amt.\nWir vertreten Sie nicht vor Gericht und geben keine Rechtsberatung. Wir sagen, wer das darf.\nWir behandeln keine Krankheiten. Wir helfen, die richtige Stelle zu finden.',
    'Das Amt entscheidet über Ihren Antrag.\nEin Anwalt hilft Ihnen vor Gericht. Wir nennen Ihnen eine Adresse.\nEin Arzt hilft bei Krankheit. Wir suchen mit Ihnen.',
    'We do not decide about your application. The authority does.\nWe do not represent you in court and give no legal advice. We tell you who may.\nWe do not treat illnesses. We help to find the right place.',
  ],
  COUNSELLING_LANGUAGES: [
    'Wir sprechen Deutsch und Englisch. Sie können jemanden zum Übersetzen mitbringen.',
    'Wir sprechen Deutsch und Englisch. Sie dürfen jemanden mitbringen. Die Person kann für Sie übersetzen.',
    'We speak German and English. You may bring somebody to interpret.',
  ],
  ABOUT_OFFICE: [
    'Wir gehen dorthin, wo die Leute sind, und hören zu. Wir sammeln Ideen und bringen sie dahin, wo entschieden wird. Wir bereiten das Forum vor, helfen Gruppen und sagen, wer wofür zuständig ist.',
    'Wir hören den Menschen zu. Wir sammeln Ideen. Wir planen das Forum. Wir helfen Gruppen.',
    'We go where people are and listen. We collect ideas and take them to where decisions are made. We prepare the forum, help groups and say who is responsible for what.',
  ],
  NOTICE_BOARDS: [
    'Aushänge finden Sie in den Schaukästen.',
    'Sie finden ihn auch in den Schau-Kästen.',
    'You will find it in the notice boards, too.',
  ],
  FORUM_CHAIR: [
    'Eine Sprecherin oder ein Sprecher aus der Nachbarschaft leitet ihn.',
    'Jemand aus der Nachbarschaft leitet den Abend.',
    'Somebody from the neighbourhood chairs it.',
  ],
  COMPLAINTS: [
    'Wir nehmen nicht an einem Verfahren vor einer Verbraucherschlichtungsstelle teil und sind dazu nicht verpflichtet. Rufen Sie uns an, wir finden eine Lösung.',
    'Rufen Sie uns an. Wir finden eine Lösung. Bei einer Schlichtungs-Stelle machen wir nicht mit.',
    'We do not take part in proceedings before a consumer arbitration board and are not obliged to. Call us and we will find a solution.',
  ],
  CONSENT_PHOTO: [
    'Ich bin damit einverstanden, dass die Fotos so gezeigt werden, wie oben angekreuzt ist. Das ist freiwillig. Ich kann es jederzeit für die Zukunft zurücknehmen, ohne einen Grund zu nennen.',
    'Sie dürfen die Fotos zeigen. So, wie es oben angekreuzt ist. Ich mache das freiwillig. Ich kann später Nein sagen.',
    '',
  ],
  CONSENT_SECRECY: [
    'Ich entbinde die genannte Person von ihrer Schweigepflicht, soweit es oben steht. Das ist freiwillig. Ich kann es jederzeit für die Zukunft zurücknehmen.',
    'Die Person darf darüber sprechen. Nur über das, was oben steht. Ich kann später Nein sagen.',
    '',
  ],
  CONSENT_PASS_ON: [
    'Ich bin damit einverstanden, dass weitergegeben wird, was oben steht, und nichts sonst. Das ist freiwillig. Ich kann es jederzeit für die Zukunft zurücknehmen.',
    'Sie dürfen das weitergeben. Nur das, was oben steht. Ich kann später Nein sagen.',
    '',
  ],
};

/** The office, its districts and subjects. @param {Demo} demo */
export async function fill(demo) {
  await demo.insert('office_settings', [office()]);
  await demo.insert(
    'own_texts',
    Object.entries(OWN_TEXTS).map(([key, [text, text_easy, text_en]]) => ({
      ...{ key, text, text_easy, text_en },
    })),
  );
  return { districts: await fillDistricts(demo), categories: await fillCategories(demo) };
}

function office() {
  return {
    id: 1,
    office_name: 'Stadtteilbüro Keilbergring',
    forum_name: 'Stadtteilforum',
    town_name: 'Schneeberg',
    carrier_name: 'Träger der Stadtteilbetreuung (Vorführung)',
    carrier_address: 'Keilbergring 12, 08289 Schneeberg',
    represented_by: 'die Geschäftsführung des Trägers',
    street: 'Keilbergring 12',
    postal_code: '08289',
    phone: '030 23125-100',
    email: 'buero@office.example',
    opening_hours: JSON.stringify([
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 2, from: '09:00', to: '12:00' },
      { weekday: 4, from: '14:00', to: '17:00' },
    ]),
    reporting_name: 'Mängelmelder der Stadt',
    reporting_url: 'https://maengel.stadt.example',
    reporting_phone: '030 23125-115',
    privacy_contact: 'datenschutz@office.example',
    supervisory_body: 'Sächsische Datenschutz- und Transparenzbeauftragte',
    filled_as_demo: true,
    updated_at: new Date(),
  };
}

/** @param {Demo} demo */
async function fillDistricts({ content, insert }) {
  const ids = new Map();
  for (const [position, district] of content.districts.entries()) {
    const id = randomUUID();
    ids.set(district.id, id);
    await insert('districts', [
      {
        id,
        slug: district.slug,
        name: district.name,
        description: district.shortDescription,
        position,
      },
    ]);
    await insert(
      'places',
      district.places.map((name) => ({ district_id: id, name })),
    );
  }
  return ids;
}

/** Subjects as most quarters have them; a new office starts with the same. @param {Pick<Demo, 'content' | 'insert'>} demo */
export async function fillCategories({ content, insert }) {
  const ids = new Map();
  for (const [position, category] of content.categories.entries()) {
    const id = randomUUID();
    const words = /** @type {Record<string, string[]>} */ (CATEGORY_WORDS)[category.id] ?? ['', ''];
    ids.set(category.id, id);
    await insert('categories', [
      {
        id,
        slug: category.id,
        label: category.label,
        label_en: words[0],
        label_easy: words[1],
        position,
      },
    ]);
  }
  return ids;
}
