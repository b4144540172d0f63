import { z } from 'zod';
import { localDate } from '@/lib/core/text';

export const addAbsenceSchema = z.object({
  userId: z.uuid('form.error.choose'),
  /** Empty: nobody does their tasks. */
  deputyId: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
  from: localDate,
  until: localDate,
});

/** Of whoever sends it. */
export const addOwnAbsenceSchema = addAbsenceSchema.omit({ userId: true });

export const endAbsenceSchema = z.object({ id: z.uuid('form.error.invalid') });

export type AddAbsenceInput = z.output<typeof addAbsenceSchema>;
export type AddOwnAbsenceInput = z.output<typeof addOwnAbsenceSchema>;
export type EndAbsenceInput = z.output<typeof endAbsenceSchema>;
