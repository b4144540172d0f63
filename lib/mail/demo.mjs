/** @typedef {import('../tooling/seed/rows.mjs').Demo} Demo */

/** Who must be called or written to. @param {Demo} demo */
export async function fill({ insert, shift }) {
  await insert('call_list_items', callList(shift));
}

/** @param {Demo['shift']} shift */
function callList(shift) {
  return [
    {
      kind: 'PHONE',
      person: 'Manfred H.',
      contact: '030 23125-150',
      subject: 'Rückfrage zu „Mehr Grün bei uns“',
      message: 'An welcher Stelle soll es grüner werden, und was wünschen Sie sich dort?',
      link: '/team/vorschlaege/128',
      created_at: shift.at('2026-11-13'),
      due_at: shift.at('2026-11-20'),
    },
    {
      kind: 'LETTER',
      person: 'Helga und Dieter',
      contact: 'Siedlerweg 4, 08289 Schneeberg',
      subject: 'Der Bücherschrank wird gebaut',
      message: 'Die Siedlergemeinschaft hat Holz und Glas bekommen. Aufgestellt wird im Frühjahr.',
      link: '/team/vorschlaege/115',
      created_at: shift.at('2026-11-17'),
      due_at: shift.at('2026-11-24'),
    },
  ];
}
