import { randomUUID } from 'node:crypto';
import { officeZone } from '../../../lib/core/office-time';
import { frozenRule } from '../../../lib/voting/rows.mjs';
import { BEGIN, instant, WEEK_LATER } from '../../days';

export const RULE = frozenRule({
  question: 'Eine Frage für die Wachen?',
  options: [],
  timeZone: officeZone(),
  opensAt: instant(BEGIN, '10:00'),
  closesAt: instant(WEEK_LATER, '10:00'),
});

export const answers = () =>
  [1, 2].map((lot) => ({
    ...{ id: randomUUID(), label: `Antwort ${lot}`, note: '', costCents: null, lot },
  }));

export const RESULT = {
  version: 2,
  rule: 'plurality',
  winners: [],
  ties: [],
  ballots: 0,
  abstentions: 0,
  spoiled: 0,
  usedRights: 0,
  channels: {},
  quorumReached: true,
  counts: [],
  head: '',
};

export interface PollWishes {
  method?: string;
  countRule?: string;
  maxChoices?: number;
  pointsTotal?: number;
  pointsPerOption?: number;
  budgetCents?: number;
  districtId?: string;
  districtName?: string;
  question?: string;
  channels?: string[];
  labels?: string[];
  /** In cents, in the order of the labels. */
  costs?: number[];
}

export const inSnakeCase = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
