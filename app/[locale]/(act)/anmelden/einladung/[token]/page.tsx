import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { getFirstAdminInvitation } from '@/lib/accounts/invitations/queries';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { acceptInvitationAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.firstAdmin.title');
}

/** The first admin of an empty office comes in through the link the start has printed, in an emergency another one. */
export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  const path = accountsPaths.signInInvitation(token);
  const { email, emergency } = await guarded(locale, path, async () =>
    getFirstAdminInvitation(token),
  );
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <ActShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('firstAdmin.title')}
        lead={emergency ? t('firstAdmin.emergencyLead', { email }) : t('firstAdmin.lead')}
      />
      <Form locale={locale} action={acceptInvitationAction} submitLabel={t('firstAdmin.submit')}>
        <HiddenFields values={emergency ? { token, email } : { token }} />
        {emergency ? null : (
          <TextField
            name="email"
            whoSees={{ audience: 'INTERNAL', text: t('signIn.emailSeenTeam') }}
            type="email"
            label={t('firstAdmin.email')}
            hint={t('firstAdmin.emailHint')}
            defaultValue={email}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
      </Form>
    </ActShell>
  );
}
