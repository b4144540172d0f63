import { z } from 'zod';
import { readStepFields } from '@/lib/cases/fields';
import { choice, paragraphs, seenVersion } from '@/lib/core/text';
import { anyFieldsOf, type Need, STEP_NAMES, type Step } from '../rules';
import { LEAST } from './rules';

const FIELDS: Record<Need, z.ZodType<string>> = {
  note: paragraphs(2, 1500, 'initiatives.error.note'),
  reason: paragraphs(LEAST.reason, 1000, 'initiatives.error.reason'),
  agendaItemId: z.uuid({ error: 'form.error.choose' }),
  alternative: paragraphs(LEAST.alternative, 1000, 'initiatives.error.alternative'),
};

/** A step of the office with everything the table of steps asks for. */
export interface RequestDecision {
  number: number;
  step: Step;
  /** The version the page showed: whoever decides must know what is true now. */
  seen: number;
  given: Partial<Record<Need, string>>;
}

/** Which fields are read depends on the step alone; see `STEPS`. */
export const decideRequestSchema = z
  .object({
    number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
    step: choice<Step>(STEP_NAMES),
    seen: seenVersion,
  })
  .catchall(z.string())
  .transform(({ number, step, seen, ...typed }, context): RequestDecision => {
    // Which fields it needs depends on the request; the command asks for what is missing.
    const given = readStepFields(anyFieldsOf(step), FIELDS, typed, context);
    return { number, step, seen, given };
  });
