import type { PersonalDataRegister } from '@/lib/manifest';

export const casesData = {
  AnswerPromise: {
    purpose: 'The office promised an answer until a day, and what became of that',
    retention: 'permanent, for the figures; the case may be gone',
    personal: [],
    sensitive: [],
    neutral: ['id', 'kind', 'caseId', 'madeAt', 'promisedFor', 'answeredAt', 'endedAt', 'reckoned'],
  },
  Telling: {
    purpose: 'Many people are told something in batches: how far it has come',
    retention: 'until all are told',
    personal: [],
    sensitive: [],
    neutral: ['id', 'name', 'subjectId', 'detail', 'after', 'said', 'createdAt'],
  },
  UnprovenAddress: {
    purpose:
      'The office typed in afterwards the mail address of whoever has a case; a link mailed to it proves it',
    retention: "until it is another way, at most with the case's contact",
    personal: [],
    sensitive: [],
    neutral: ['caseId', 'typedAt', 'linkHash', 'linkEndsAt', 'provenAt'],
  },
} satisfies PersonalDataRegister;
