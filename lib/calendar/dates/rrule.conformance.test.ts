import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleDates } from './rrule';

const folder = process.env.CONFORMANCE_DATA ?? '../shared/data';
const file = `${folder}/icalendar/rrule_instances.txt`;

/** `RRULE`, `DTSTART` and `INSTANCES` of one block. */
function conformanceCases(): { rule: string; start: string; instances: string[] }[] {
  const compact = (text: string) =>
    text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3T$4:$5:$6');
  const value = (block: string, name: string) =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1]?.trim() ?? '';
  return (
    readFileSync(file, 'utf8')
      .split(/\n\s*\n/)
      // Yearly rules are no rhythm of a neighbourhood; ical.js 2.2 miscounts 20MO and BYWEEKNO.
      .filter((block) => /^RRULE:FREQ=(?:DAILY|WEEKLY|MONTHLY)/m.test(block))
      .map((block) => ({
        rule: value(block, 'RRULE').replace(/;$/, ''),
        start: compact(value(block, 'DTSTART')),
        instances: value(block, 'INSTANCES').split(',').map(compact),
      }))
  );
}

describe('rules somebody else wrote', () => {
  it('daily, weekly and monthly ones fall on the instances given there', ({ skip }) => {
    skip(!existsSync(file), `${file} is not on this machine`);
    const cases = conformanceCases();
    expect(cases.length).toBeGreaterThan(20);
    for (const { rule, start, instances } of cases) {
      const found: string[] = [];
      for (const date of ruleDates(rule, start)) {
        if (found.length === instances.length) break;
        found.push(date);
      }
      expect(found, rule).toEqual(instances);
    }
  });
});
