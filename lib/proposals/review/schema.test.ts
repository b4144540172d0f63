import { expect, it } from 'vitest';
import { decideSchema } from './schema';

const leadOf = (leadNumber: string) =>
  decideSchema.safeParse({
    ...{ number: '131', step: 'merge', seen: '0', note: 'Gleicher Ort.', leadNumber },
  });

it.each(['117', 'Nr. 117', '#117', '00117', ' Nr.\u00a0117 '])(
  'another proposal is named as people write its number: %j',
  (typed) => {
    expect(leadOf(typed).data?.given.leadNumber).toBe('117');
  },
);

it.each(['', '0', 'Bank', '117 und 118', '1234567890'])('%j names none', (typed) => {
  expect(leadOf(typed).error?.issues.map(({ message }) => message)).toEqual([
    'proposals.error.leadNumber',
  ]);
});
