import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readStepFields } from './fields';

const SCHEMAS = { note: z.string().min(3, 'too short'), reason: z.string().min(1, 'missing') };

type Name = keyof typeof SCHEMAS;

const schema = ({ needs, may = [] }: { needs: Name[]; may?: Name[] }) =>
  z
    .record(z.string(), z.string())
    .transform((typed, context) =>
      readStepFields(
        [
          ...needs.map((name) => ({ name, required: true })),
          ...may.map((name) => ({ name, required: false })),
        ],
        SCHEMAS,
        typed,
        context,
      ),
    );

describe('the fields of a step', () => {
  it('are read, and nothing else is', () => {
    const typed = { note: 'A note', reason: 'R', other: 'x' };
    expect(schema({ needs: ['note'] }).parse(typed)).toEqual({ note: 'A note' });
  });

  it('may be left out only where the step allows it', () => {
    expect(
      schema({ needs: ['note'], may: ['reason'] }).parse({ note: 'Yes', reason: ' ' }),
    ).toEqual({ note: 'Yes' });
    const missing = schema({ needs: ['note', 'reason'] }).safeParse({ note: 'Yes' });
    expect(missing.error?.issues).toMatchObject([{ path: ['reason'], message: 'missing' }]);
  });

  it('say what is wrong also when they need not be there', () => {
    const wrong = schema({ needs: [], may: ['note'] }).safeParse({ note: 'A' });
    expect(wrong.error?.issues).toMatchObject([{ path: ['note'], message: 'too short' }]);
  });
});
