import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { countRecoveryCodes } from '@/lib/accounts/second-factor/queries';
import { localized } from '@/lib/core/paths';
import { renewRecoveryCodesAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.recovery.title');
}

/** New recovery codes, before the old ones are used up or when the sheet is lost. */
export default async function RenewRecoveryCodesPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.accountRecovery();
  const left = await guarded(locale, path, async () => countRecoveryCodes(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'profile' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={t('recovery.title')}
        lead={t('recovery.lead', { left })}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
      />
      <Form
        locale={locale}
        action={renewRecoveryCodesAction}
        submitLabel={t('recovery.submit')}
        warnOnLeave={false}
      >
        <TextField
          name="code"
          whoSees="nobody"
          label={t('recovery.code')}
          hint={t('recovery.codeHint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          width="short"
          required
        />
      </Form>
    </ActShell>
  );
}
