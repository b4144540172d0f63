import { segment } from '@/lib/core/paths';

export const mailPaths = {
  demoMails: () => '/demo/mails',
  demoMail: (id: string) => `/demo/mails/${segment(id)}`,
  /** @param earlier it had been done by somebody else before */
  teamCalls: (done?: string, earlier = false) =>
    done ? `/team/anrufe?${earlier ? 'earlier' : 'done'}=${segment(done)}#done` : '/team/anrufe',
  teamLetters: () => '/team/anrufe/briefe',
  teamLetter: (id: string) => `/team/anrufe/briefe/${segment(id)}`,
} as const;
