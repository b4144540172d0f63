import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { accountsPaths } from '@/lib/accounts/paths';
import { localized } from '@/lib/core/paths';
import { enterCardAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'accounts.signIn.cardTitle');
}

/** Where the QR code of a printed card leads: the code itself is typed, so no address ever holds it. */
export default async function CardPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'accounts' });
  return (
    <ActShell holdsText locale={locale} path={accountsPaths.signInCard()}>
      <PageHeader
        title={t('signIn.cardTitle')}
        lead={t('signIn.cardIntro')}
        back={{ href: localized(locale, accountsPaths.signIn()), label: t('signIn.otherWay') }}
      />
      <Form locale={locale} action={enterCardAction} submitLabel={t('signIn.cardSubmit')}>
        <TextField
          name="code"
          whoSees="nobody"
          label={t('signIn.cardCode')}
          hint={t('signIn.cardHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
          required
        />
      </Form>
    </ActShell>
  );
}
