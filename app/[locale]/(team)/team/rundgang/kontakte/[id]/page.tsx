import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ContactTable } from '@/components/outreach/office/contact-table';
import { CountsNoMore } from '@/components/outreach/office/counts-no-more';
import { NumberFields } from '@/components/outreach/office/number-fields';
import { PlaceFields } from '@/components/outreach/office/place-fields';
import { NoteFields, SaidFields } from '@/components/outreach/office/said-fields';
import { dayWords } from '@/components/outreach/words';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getContact } from '@/lib/outreach/contacts/queries';
import { outreachPaths } from '@/lib/outreach/paths';
import { getOffice } from '@/lib/settings/queries';
import { changeContactAction, deleteContactAction } from './actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ delete?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-contacts.change.title');
}

/** Puts one entry right, or takes it away. */
export default async function TeamContactPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = outreachPaths.teamContact(id);
  const contact = await guarded(locale, path, async () =>
    getContact(await requireCoordinator(), id),
  );
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const office = await getOffice({ locale });
  const { everyDistrict, everyCategory } = office;
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamContacts()), label: t('change.back') }}
        title={t('change.title')}
        meta={dayWords(contact.day, locale)}
        actions={
          <a href={localized(locale, outreachPaths.teamContactProposal(id))}>
            {t('quick.proposal')}
          </a>
        }
      />
      {(await believed(searchParams)).delete === 'open' ? (
        <Section title={t('change.delete')} intro={<p>{t('change.deleteText')}</p>}>
          <ContactTable {...{ locale, office }} contacts={[contact]} empty="" />
          <Form
            locale={locale}
            action={deleteContactAction}
            submitLabel={t('change.deleteSubmit')}
            submitVariant="danger"
            warnOnLeave={false}
            secondary={
              <ButtonLink href={localized(locale, path)} variant="quiet">
                {t('change.keep')}
              </ButtonLink>
            }
          >
            <HiddenFields values={{ id, version: String(contact.version) }} />
          </Form>
        </Section>
      ) : (
        <>
          <CountsNoMore locale={locale} day={contact.day} />
          <Form locale={locale} action={changeContactAction} submitLabel={t('change.submit')}>
            <HiddenFields values={{ id, version: String(contact.version) }} />
            <PlaceFields locale={locale} districts={everyDistrict} start={contact} />
            <NumberFields locale={locale} contact={contact} />
            <SaidFields locale={locale} categories={everyCategory} contact={contact} />
            <NoteFields locale={locale} note={contact.note} />
          </Form>
          <p>
            <a href={localized(locale, outreachPaths.teamContactDelete(id))}>
              {t('change.delete')}
            </a>
          </p>
        </>
      )}
    </TeamShell>
  );
}
