import { z } from 'zod';
import { mailAddress } from '@/lib/core/text';

export const ROLE_NAMES = [
  'COORDINATOR',
  'COUNSELLOR',
  'PARTNER',
  'REPRESENTATIVE',
  'FUNDER',
  'ADMIN',
] as const;

/** Rights from tick boxes; whoever is a partner needs to say which one. */
export const grantFields = {
  roles: z.array(z.enum(ROLE_NAMES, 'form.error.choose')).max(ROLE_NAMES.length),
  partner: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
};

export const partnerIsNamed = (input: { roles: string[]; partner: string }) =>
  !input.roles.includes('PARTNER') || input.partner !== '';

export const partnerMissing = { path: ['partner'], message: 'accounts.error.partnerMissing' };

export const inviteSchema = z
  .object({ email: mailAddress, ...grantFields })
  .refine((input) => input.roles.length > 0, { path: ['roles'], message: 'form.error.choose' })
  .refine(partnerIsNamed, partnerMissing);

export const revokeInvitationSchema = z.object({ invitation: z.uuid('form.refused.notFound') });

export const firstAdminSchema = z.object({
  token: z.string('accounts.refused.linkExpired').min(1).max(100, 'accounts.refused.linkExpired'),
  email: mailAddress,
});
