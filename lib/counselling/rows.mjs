/**
 * What an edition says in German, as it may lie in the database. Plain Node: the demo is filled where nothing of the
 * program is built.
 * @template {Partial<import('../../prisma/generated/client').Prisma.CounsellingTextUncheckedCreateInput>} Changes
 * @param {Changes} changes its edition, and whatever is to be different
 */
export function topicTextRow(changes) {
  return {
    language: /** @type {const} */ ('GERMAN'),
    title: 'Ein Brief vom Amt – was nun?',
    intro: 'Amtliche Briefe sind oft schwer zu verstehen. Wir lesen sie mit Ihnen.',
    forWhom: 'alle',
    whatWeDo: 'Wir erklären, was im Brief steht.\nWir schauen nach der Frist.',
    pleaseBring: 'den Brief mit Umschlag',
    howItWorks: 'Brief mitbringen.\nWir lesen ihn zusammen.',
    notDone: 'Wir entscheiden nicht über Ihren Antrag.\nWir vertreten Sie nicht vor Gericht.',
    goodToKnow: 'Die Frist steht am Ende des Briefes.',
    otherHelp: 'Verbraucherzentrale',
    notice: '',
    ...changes,
  };
}
