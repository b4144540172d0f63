import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { ContactTable } from '@/components/outreach/office/contact-table';
import { CardSaved, numberSaved } from '@/components/proposals/card-saved';
import { Notice } from '@/components/ui/notice';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { listContacts } from '@/lib/outreach/contacts/queries';
import { outreachPaths } from '@/lib/outreach/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-contacts.list.title');
}

/** Everything that was entered, to be looked at and put right. */
export default async function TeamContactsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { saved, page: asked, number, told } = await believed(searchParams);
  const path = outreachPaths.teamContacts();
  const { contacts, page, pages } = await guarded(locale, path, async () =>
    listContacts(await requireCoordinator(), Number(asked ?? 1)),
  );
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.list' });
  // messages: outreach-contacts.list.changed outreach-contacts.list.deleted
  const proposal = told === undefined ? null : numberSaved(number);
  const office = await getOffice({ locale });
  return (
    <TeamShell locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('back') }}
        title={t('title')}
        lead={t('lead')}
      />
      {proposal ? <CardSaved locale={locale} number={proposal} told={told} /> : null}
      {saved === 'changed' || saved === 'deleted' ? (
        <Notice tone="good" role="status">
          <p>{t(saved)}</p>
        </Notice>
      ) : null}
      <div className="mt-8">
        <ContactTable {...{ locale, contacts, office }} empty={t('none')} />
      </div>
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, outreachPaths.teamContactsPage(to))}
        words={{
          label: t('pages'),
          status: t('page', { page, pages }),
          previous: t('newer'),
          next: t('older'),
        }}
      />
    </TeamShell>
  );
}
