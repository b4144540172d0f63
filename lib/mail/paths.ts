import { segment } from '@/lib/core/paths';

/** In the place of one letter's id. */
export const ALL_LETTERS = 'alle';

/** Asks for the whole of a long letter, on several sheets. */
export const WHOLE_LETTER = 'ganz';

export const mailPaths = {
  demoMails: () => '/demo/mails',
  demoMail: (id: string) => `/demo/mails/${segment(id)}`,
  /** @param earlier it had been done by somebody else before */
  teamCalls: (done?: string, earlier = false) =>
    done ? `/team/anrufe?${earlier ? 'earlier' : 'done'}=${segment(done)}#done` : '/team/anrufe',
  teamCallsPage: (page: number) => `/team/anrufe?page=${page}`,
  /** What was done is deleted. */
  teamCallsGone: () => '/team/anrufe?gone=yes#done',
  /** With a field for a note about what was just done, and nothing else to press. */
  teamCallDescribe: (id: string) => `/team/anrufe?done=${segment(id)}&note=open#done`,
  teamCallNote: (id: string) => `/team/anrufe/notiz/${segment(id)}`,
  lettersFile: (id: string = ALL_LETTERS) => `/api/briefe/${segment(id)}`,
  /** Those of one page of the list. */
  lettersFileOf: (page: number) => `/api/briefe/${ALL_LETTERS}?page=${page}`,
  wholeLetterFile: (id: string) => `/api/briefe/${segment(id)}?${WHOLE_LETTER}`,
} as const;
