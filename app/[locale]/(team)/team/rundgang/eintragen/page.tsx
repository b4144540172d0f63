import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { CountsNoMore } from '@/components/outreach/office/counts-no-more';
import { QuickFields } from '@/components/outreach/office/quick-fields';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { countToday, findContact, getRemembered } from '@/lib/outreach/contacts/queries';
import type { ContactView } from '@/lib/outreach/contacts/types';
import { outreachPaths } from '@/lib/outreach/paths';
import { getOffice } from '@/lib/settings/queries';
import { recordContactAction, takeBackContactAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-contacts.quick.title');
}

/** One talk after the other, on a phone, with one thumb. */
export default async function QuickContactPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { last, round, stop, taken } = await believed(searchParams);
  const path = outreachPaths.teamContactNew();
  const { before, remembered, met } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await findContact(actor, String(last ?? ''));
    return {
      before: found,
      remembered: await getRemembered(actor, {
        last: found,
        ...{ round: String(round ?? ''), stop: Number(stop ?? 0) },
      }),
      met: await countToday(actor),
    };
  });
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.quick' });
  const office = await getOffice({ locale });
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('back') }}
        title={t('title')}
      />
      {before ? <Saved locale={locale} contact={before} met={met} /> : null}
      {taken && !before ? (
        <Notice tone="good" role="status">
          <p>{t('taken')}</p>
        </Notice>
      ) : null}
      <Form
        key={before?.id ?? 'first'}
        locale={locale}
        action={recordContactAction}
        submitLabel={t('submit')}
        warnOnLeave={false}
        secondary={<a href={localized(locale, outreachPaths.teamCallBack())}>{t('callBack')}</a>}
      >
        <QuickFields {...{ locale, office, remembered }} id={randomUUID()} />
      </Form>
    </TeamShell>
  );
}

interface SavedProps {
  locale: string;
  contact: ContactView;
  met: number;
}

/** What was saved just now, and what may follow from it. */
async function Saved({ locale, contact, met }: SavedProps) {
  const { id, day, version } = contact;
  const t = await getTranslations({ locale, namespace: 'outreach-contacts.quick' });
  return (
    <Notice tone="good" role="status" title={t('saved')}>
      <div className="stack">
        <p>{t('savedText', { count: met })}</p>
        <CountsNoMore locale={locale} day={day} />
        <p>
          <a href={localized(locale, outreachPaths.teamContactProposal(id))}>{t('proposal')}</a>
        </p>
        <Form
          locale={locale}
          action={takeBackContactAction}
          submitLabel={t('undo')}
          submitVariant="quiet"
          warnOnLeave={false}
        >
          <HiddenFields values={{ id, version: String(version) }} />
        </Form>
      </div>
    </Notice>
  );
}
