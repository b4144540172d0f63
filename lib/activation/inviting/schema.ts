import { z } from 'zod';
import { line, paragraphs, seenVersion } from '@/lib/core/text';
import { SURVEY_LENGTHS } from '../surveys/rules';
import { INVITE_MAX } from './rules';

export const inviteSchema = z.object({
  id: z.uuid('form.error.invalid'),
  version: seenVersion,
  text: paragraphs(10, INVITE_MAX),
});

const person = {
  name: line(2, SURVEY_LENGTHS.name),
  contact: line(3, SURVEY_LENGTHS.contact),
};

export const askInvitationSchema = z.object({
  code: z.string('form.error.invalid').regex(/^[A-Z0-9]{6}$/, 'form.error.invalid'),
  ...person,
});
export const enterInvitationSchema = z.object({ id: z.uuid('form.error.invalid'), ...person });
export const strikeInvitationSchema = z.object({ id: z.uuid('form.error.invalid') });

export type AskInvitationInput = z.output<typeof askInvitationSchema>;
export type EnterInvitationInput = z.output<typeof enterInvitationSchema>;
export type StrikeInvitationInput = z.output<typeof strikeInvitationSchema>;
export type InviteInput = z.output<typeof inviteSchema>;
