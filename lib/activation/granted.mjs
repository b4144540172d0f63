/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  activation_formats: { insert: 'every', update: 'every', delete: true },
  activation_trials: { insert: 'every', update: 'every', delete: true },
  activation_photos: {
    insert: 'every',
    update: ['alt_text', 'consent', 'consent_note', 'shown', 'version'],
    delete: true,
  },
  activation_evaluations: { insert: 'every', update: 'every' },
  activation_surveys: { insert: 'every', update: 'every', delete: true },
  activation_questions: { insert: 'every', delete: true },
  activation_answers: {
    insert: ['id', 'survey_id', 'mode', 'answer1', 'answer2', 'answer3', 'answer4', 'answer5'],
    update: ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'],
    delete: true,
  },
  activation_invitations: {
    insert: ['id', 'survey_id', 'name', 'contact'],
    update: ['mail_id'],
    delete: true,
  },
};
