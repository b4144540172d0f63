import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { KioskFrame } from '@/components/voting/kiosk-frame';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { readKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { endKioskAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-desk.kiosk.endTitle');
}

/** Only whoever started the box knows the code that ends it. */
export default async function EndKioskPage({ params }: Props) {
  const { locale } = await params;
  if (!(await readKiosk())) redirect(localized(locale, votingPaths.kiosk()));
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const { officeName } = await getOffice({ locale });
  return (
    <KioskFrame locale={locale} officeName={officeName}>
      <PageHeader
        title={t('kiosk.endTitle')}
        lead={t('kiosk.endText')}
        back={{ href: localized(locale, votingPaths.kiosk()), label: t('kiosk.endBack') }}
      />
      <Form
        locale={locale}
        action={endKioskAction}
        submitLabel={t('kiosk.end')}
        submitVariant="danger"
        warnOnLeave={false}
      >
        <TextField
          name="endCode"
          whoSees="nobody"
          type="password"
          label={t('kiosk.endCode')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          required
        />
      </Form>
    </KioskFrame>
  );
}
