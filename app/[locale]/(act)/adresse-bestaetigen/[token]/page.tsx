import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { PhoneLink } from '@/components/ui/phone-link';
import { casesPaths } from '@/lib/cases/paths';
import { lookAtProofLink } from '@/lib/cases/proving/queries';
import { getOffice } from '@/lib/settings/queries';
import { proveAddressAction } from './actions';

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { ...(await pageTitle(locale, 'cases.proof.title')), robots: { index: false } };
}

/**
 * The owner of a mail address says that it is theirs. Opening the page reads and changes nothing: mail programs and
 * virus scanners open links too. Only the button does.
 */
export default async function ProveAddressPage({ params }: Props) {
  const { locale, token } = await params;
  const state = await lookAtProofLink(token);
  const { phone } = await getOffice({ locale });
  // messages: cases.proof.lead.*
  const t = await getTranslations({ locale, namespace: 'cases.proof' });
  return (
    <ActShell locale={locale} path={casesPaths.proveAddress(token)}>
      <PageHeader title={t('title')} lead={t(`lead.${state}`)} />
      {state === 'open' ? (
        <Form
          locale={locale}
          action={proveAddressAction}
          submitLabel={t('submit')}
          warnOnLeave={false}
        >
          <HiddenFields values={{ token }} />
        </Form>
      ) : null}
      <p>{state === 'open' ? t('stranger') : <PhoneLink number={phone} />}</p>
    </ActShell>
  );
}
