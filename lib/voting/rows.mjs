/**
 * The rule of a poll as the approval of its draft freezes it, with everything that does not matter filled in:
 * one cross each, on the web, decided by most. Plain Node: the demo is filled where nothing of the program
 * is built.
 * @typedef {import('./types').PollRule} PollRule
 * @param {Partial<PollRule> & Pick<PollRule, 'options' | 'timeZone' | 'opensAt' | 'closesAt'>} changes
 * @returns {PollRule}
 */
export const frozenRule = (changes) => ({
  version: 2,
  method: 'ONE',
  countRule: 'plurality',
  question: 'Was zuerst?',
  description: '',
  easyText: '',
  maxChoices: 1,
  pointsTotal: null,
  pointsPerOption: null,
  seats: 1,
  budgetCents: null,
  quorum: 0,
  channels: ['WEB'],
  districtId: null,
  districtName: '',
  minAge: 14,
  needsForumRight: false,
  cardBatch: null,
  decidedBy: 'Stadtteilbüro',
  ...changes,
});
