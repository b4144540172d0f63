import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import { AGE_BANDS } from '@/lib/outreach/contacts/rules';
import type { ContactView } from '@/lib/outreach/contacts/types';
import { outreachPaths } from '@/lib/outreach/paths';
import type { Office } from '@/lib/settings/types';
import { dayWords } from '../words';

interface ContactTableProps {
  locale: string;
  contacts: readonly ContactView[];
  office: Pick<Office, 'everyDistrict' | 'everyCategory'>;
  empty: string;
}

/** What was met, by day; no order within a day. */
export async function ContactTable({ locale, contacts, office, empty }: ContactTableProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const nameOf = (all: readonly { id: string; name: string }[], id: string) =>
    all.find((one) => one.id === id)?.name;
  const topics = office.everyCategory.map(({ id, label }) => ({ id, name: label }));
  const rows = contacts.map((contact) => {
    const { id, day, place, districtId, topicIds, note, notMet, outcomes, mood } = contact;
    const where = [place, nameOf(office.everyDistrict, districtId)].filter(Boolean).join(', ');
    const about = [
      ...topicIds.flatMap((topic) => nameOf(topics, topic) ?? []),
      ...outcomes.map((outcome) => t(`outcome.${outcome}`)),
      ...(mood ? [t('list.mood', { mood: t(`mood.${mood}`) })] : []),
    ];
    // messages: outreach-contacts.age.* outreach-contacts.mood.* outreach-contacts.outcome.*
    const ages = AGE_BANDS.filter((band) => contact[band] > 0)
      .map((band) => t('list.age', { age: t(`age.${band}`), count: contact[band] }))
      .join(', ');
    const met = t('list.metText', { contacts: contact.contacts, first: contact.firstContacts });
    const shut = notMet > 0 ? t('list.notMet', { count: notMet }) : '';
    return {
      id,
      cells: {
        day: dayWords(day, locale),
        where,
        met: contact.contacts === 0 ? shut : [met, ages, shut].filter(Boolean).join('; '),
        about: [about.join(', '), note].filter(Boolean).join('. '),
        action: (
          <RowLinks
            {...{ locale, of: `${dayWords(day, locale)}, ${where}` }}
            open={{ href: outreachPaths.teamContact(id), label: t('list.open') }}
            proposal={
              note === ''
                ? undefined
                : { href: outreachPaths.teamContactProposal(id), label: t('list.proposal') }
            }
          />
        ),
      },
    };
  });
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={[
        { key: 'day', label: t('list.day'), rowHeader: true },
        { key: 'where', label: t('list.where') },
        { key: 'met', label: t('list.met') },
        { key: 'about', label: t('list.about') },
        { key: 'action', label: t('list.open') },
      ]}
      rows={rows}
      empty={<p>{empty}</p>}
    />
  );
}

interface Way {
  href: string;
  label: string;
}

interface RowLinksProps {
  locale: string;
  /** Which contact, for whoever listens. */
  of: string;
  open: Way;
  /** Only where there are words to make one of. */
  proposal: Way | undefined;
}

function RowLinks({ locale, of, open, proposal }: RowLinksProps) {
  return (
    <ul>
      {[open, ...(proposal ? [proposal] : [])].map(({ href, label }) => (
        <li key={href}>
          <a href={localized(locale, href)}>
            {label}
            <VisuallyHidden> – {of}</VisuallyHidden>
          </a>
        </li>
      ))}
    </ul>
  );
}
