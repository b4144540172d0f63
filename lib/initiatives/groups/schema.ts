import { z } from 'zod';
import { line, paragraphs } from '@/lib/core/text';
import { GROUP_STATES } from './rules';

const id = z.uuid('form.error.invalid');
const version = z.coerce.number({ error: 'form.error.invalid' }).int().nonnegative();
/** A field that may stay empty; what is typed is checked with its own sentence. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? null : typed), schema.nullable());

const group = {
  name: line(2, 80, 'initiatives.error.groupName'),
  about: paragraphs(5, 600, 'initiatives.error.about'),
  district: orNothing(z.uuid('form.error.choose')),
  members: orNothing(
    z.coerce
      .number({ error: 'initiatives.error.members' })
      .int('initiatives.error.members')
      .min(1, 'initiatives.error.members')
      .max(999, 'initiatives.error.members'),
  ),
  activeSince: orNothing(z.iso.date('form.error.date')),
  contactPerson: paragraphs(0, 300),
};

export const addGroupSchema = z.object(group);
export const changeGroupSchema = z.object({ ...group, id, version });
export const moveGroupSchema = z.object({
  id,
  version,
  to: z.enum(GROUP_STATES, { error: 'form.error.choose' }),
});

export type AddGroupInput = z.output<typeof addGroupSchema>;
export type ChangeGroupInput = z.output<typeof changeGroupSchema>;
export type MoveGroupInput = z.output<typeof moveGroupSchema>;
