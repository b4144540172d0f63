import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { votingPaths } from '@/lib/voting/paths';
import { userOfKey } from '@/lib/voting/tell/reminders/queries';
import { stopRemindersAction } from './actions';

type Props = { params: Promise<{ locale: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { ...(await pageTitle(locale, 'reminders.off.title')), robots: { index: false } };
}

/** Stopping reminders by the link in a mail: one press, no signing in. Opening it changes nothing. */
export default async function StopRemindersPage({ params }: Props) {
  const { locale, key: segment } = await params;
  const key = decodeURIComponent(segment);
  if ((await userOfKey(key)) === null) notFound();
  const t = await getTranslations({ locale, namespace: 'reminders' });
  return (
    <ActShell locale={locale} path={votingPaths.remindersOff(key)} current="polls">
      <PageHeader title={t('off.title')} lead={t('off.text')} />
      <Form
        locale={locale}
        action={stopRemindersAction}
        submitLabel={t('off.submit')}
        warnOnLeave={false}
      >
        <HiddenFields values={{ key }} />
      </Form>
    </ActShell>
  );
}
