import { z } from 'zod';
import { mailAddress } from '@/lib/core/text';
import { grantFields, partnerIsNamed, partnerMissing } from '../invitations/schema';

const person = z.uuid('form.refused.notFound');

export const findPersonSchema = z.object({ email: mailAddress });

export const setRolesSchema = z
  .object({ person, seen: z.string().max(300, 'form.error.invalid').default(''), ...grantFields })
  .refine(partnerIsNamed, partnerMissing);

export const personSchema = z.object({ person });
