import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ContactFields } from '@/components/network/contact-notes';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { networkPaths } from '@/lib/network/paths';
import { getPartnerTalk } from '@/lib/network/queries';
import { correctContactAction, deleteContactAction } from '../../../actions';

type Props = {
  params: Promise<{ locale: string; id: string; talk: string }>;
  searchParams: Promise<{ delete?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.contact.changeTitle');
}

/** What was noted about one talk, put right or taken away. */
export default async function TeamPartnerTalkPage({ params, searchParams }: Props) {
  const { locale, id, talk } = await params;
  const path = networkPaths.teamPartnerTalk(id, talk);
  const { contact, ...partner } = await guarded(locale, path, async () =>
    getPartnerTalk(await requireCoordinator(), id, talk),
  );
  const t = await getTranslations({ locale, namespace: 'network' });
  // Either words are typed or a button is pressed: its answer would take them away.
  const isDeleting = (await believed(searchParams)).delete !== undefined;
  const which = <HiddenFields values={{ id, talk, version: String(partner.version) }} />;
  return (
    <TeamShell holdsText locale={locale} path={path} current="network">
      <PageHeader
        back={{ href: localized(locale, networkPaths.teamPartner(id)), label: partner.name }}
        title={t('contact.changeTitle')}
      />
      {isDeleting ? null : (
        <Form locale={locale} action={correctContactAction} submitLabel={t('contact.changeSubmit')}>
          {which}
          <ContactFields locale={locale} today={officeToday()} contact={contact} />
        </Form>
      )}
      <Section title={t('contact.delete')} id="delete" intro={<p>{t('contact.deleteText')}</p>}>
        {isDeleting ? (
          <Form
            locale={locale}
            action={deleteContactAction}
            submitLabel={t('contact.delete')}
            submitVariant="danger"
            warnOnLeave={false}
          >
            {which}
          </Form>
        ) : (
          <p>
            <a href={localized(locale, networkPaths.teamPartnerTalkDelete(id, talk))}>
              {t('contact.delete')}
            </a>
          </p>
        )}
      </Section>
    </TeamShell>
  );
}
