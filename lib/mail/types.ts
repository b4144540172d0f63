import type { Jobs } from '@/lib/jobs/types';

/** A job that can be done once a mail was sent. */
export type SentJob = {
  [Name in keyof Jobs]: Jobs[Name] extends { mailId: string } ? Name : never;
}[keyof Jobs];
