import type { PersonalDataRegister } from '@/lib/manifest';

export const counsellingData = {
  CounsellingTopic: {
    purpose: 'A page about one thing people come to the counselling with',
    retention: 'while it is public; what is not, until nobody has touched it for 24 months',
    personal: [],
    sensitive: [],
    neutral: ['id', 'slug', 'reviewEveryMonths', 'version', 'changedAt'],
  },
  CounsellingEdition: {
    purpose: 'What a topic page said at a time, and who of the office stood for it',
    retention:
      '24 months after a newer one was written and it was last public; the public and the newest one stay',
    personal: ['writtenById', 'reviewedById', 'earlierReviewById', 'publishedById'],
    sensitive: [],
    neutral: [
      'id',
      'topicId',
      'number',
      'writtenAt',
      'reviewedOn',
      'reviewedFor',
      'earlierReviewOn',
      'earlierReviewFor',
      'isPublic',
      'publishedAt',
      'publicUntil',
    ],
    untold: 'the work of the office',
  },
  CounsellingText: {
    purpose: 'The words of an edition in one language; the carrier’s own, about nobody',
    retention: 'with the edition',
    personal: [],
    sensitive: [],
    neutral: [
      'id',
      'editionId',
      'language',
      'title',
      'intro',
      'forWhom',
      'whatWeDo',
      'pleaseBring',
      'howItWorks',
      'notDone',
      'goodToKnow',
      'otherHelp',
      'notice',
    ],
  },
} satisfies PersonalDataRegister;
