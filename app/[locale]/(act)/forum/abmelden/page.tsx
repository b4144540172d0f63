import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { PhoneLine } from '@/components/ui/phone-link';
import { forumPaths } from '@/lib/forum/paths';
import { getOffice } from '@/lib/settings/queries';
import { findRegistrationAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum.find.title');
}

export default async function FindRegistrationPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const { phone } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={forumPaths.registrationLookup()} current="forum">
      <PageHeader title={t('find.title')} lead={t('find.lead')} />
      <Form locale={locale} action={findRegistrationAction} submitLabel={t('find.button')}>
        <TextField
          name="number"
          whoSees="nobody"
          label={t('find.number')}
          hint={t('find.numberHint')}
          inputMode="numeric"
          autoComplete="off"
          width="short"
          required
        />
        <TextField
          name="code"
          whoSees="nobody"
          label={t('find.code')}
          hint={t('find.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
          required
        />
      </Form>
      <PhoneLine number={phone}>{t('find.lost')}</PhoneLine>
    </ActShell>
  );
}
