import type { Acts } from '@/lib/cases/types';

const ahead =
  "(SELECT id FROM outreach_rounds WHERE state = 'PLANNED' AND ends_at > now() LIMIT 1)";
const set = (what: string) => `UPDATE outreach_rounds SET ${what} WHERE id = ${ahead}`;

export const outreachActs: Acts = {
  acts: [
    {
      of: ['outreach-rounds.state.CANCELLED', 'outreach.public.off'],
      said: "outreach_rounds t WHERE t.state = 'CANCELLED'",
      proof: "t.reason <> '' AND t.minutes IS NULL",
      lie: set("state = 'CANCELLED'"),
      refusedBy: 'outreach_rounds_off_says_why',
    },
    {
      of: ['outreach-rounds.state.DONE'],
      said: "outreach_rounds t WHERE t.state = 'DONE'",
      proof: 't.ends_at <= now()',
      lie: set("state = 'DONE'"),
    },
  ],
  noAct: {
    'outreach-rounds.state.PLANNED': 'nothing was done yet',
    'outreach-rounds.state.OPEN': 'follows from the clock',
    'outreach-contacts.mood.OPEN': 'what can be chosen',
    'outreach-contacts.outcome.*': 'what can be chosen',
    'outreach-device.state.*': 'said by the device of itself',
  },
};
