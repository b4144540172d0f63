import { z } from 'zod';
import { readStepFields } from '@/lib/cases/fields';
import { choice, line, paragraphs, readNumber, seenVersion } from '@/lib/core/text';
import { BODY_MAX, TITLE_MAX } from '../intake/rules';
import { fieldsOf, type Need, type OfficeStep } from '../way/rules';
import {
  INFEASIBLE_REASONS,
  LEAST,
  MODERATION_REASONS,
  OFFICE_STEPS,
  SENT_HOW,
  STATEMENT_RESULTS,
  WORDING_AGREED,
} from './rules';

const note = paragraphs(2, 1000, 'proposals.error.note');
const choose = { error: 'form.error.choose' };

const FIELDS: Record<Need, z.ZodType<string>> = {
  question: paragraphs(LEAST.question, 1000, 'proposals.error.question'),
  categoryId: z.uuid(choose),
  place: line(2, 80, 'proposals.error.place'),
  publicTitle: line(3, TITLE_MAX, 'proposals.error.title'),
  publicBody: paragraphs(1, BODY_MAX, 'proposals.error.body'),
  wordingAgreed: z.enum(WORDING_AGREED, choose),
  moderationReason: z.enum(MODERATION_REASONS, choose),
  help: paragraphs(LEAST.help, 1000, 'proposals.error.help'),
  leadNumber: z
    .string({ error: 'proposals.error.leadNumber' })
    .transform((typed) => String(readNumber(typed) ?? ''))
    .refine((number) => number !== '', 'proposals.error.leadNumber'),
  note,
  partnerId: z.uuid(choose),
  sessionId: z.uuid(choose),
  dueOn: z.iso.date('form.error.date'),
  sentHow: z.enum(SENT_HOW, choose),
  sentOn: z.iso.date('form.error.date'),
  statementResult: z.enum(STATEMENT_RESULTS, choose),
  statementText: paragraphs(LEAST.statementText, 6000, 'proposals.error.statement'),
  plainText: paragraphs(0, 2000),
  resultNote: paragraphs(LEAST.resultNote, 1000, 'proposals.error.resultNote'),
  infeasibleReason: z.enum(INFEASIBLE_REASONS, choose),
  reasonText: paragraphs(LEAST.reasonText, 1000, 'proposals.error.reasonText'),
  alternative: paragraphs(LEAST.alternative, 1000, 'proposals.error.alternative'),
  removeText: z.literal(['', 'yes']),
};

/** A step of the office with everything the table of steps asks for. */
export interface Decision {
  number: number;
  step: OfficeStep;
  /** The version the page showed: whoever decides must know what is true now. */
  seen: number;
  given: Partial<Record<Need, string>>;
}

/** Which fields are read and needed depends on the step alone; see `STEPS`. */
export const decideSchema = z
  .object({
    number: z.coerce.number({ error: 'form.error.invalid' }).int().positive(),
    step: choice<OfficeStep>(OFFICE_STEPS),
    seen: seenVersion,
  })
  .catchall(z.string())
  .transform(({ number, step, seen, ...typed }, context): Decision => {
    const given = readStepFields(fieldsOf(step), FIELDS, typed, context);
    return { number, step, seen, given };
  });
