import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { networkPaths } from '@/lib/network/paths';
import { CONTACT_WAYS } from '@/lib/network/rules';
import type { PartnerContactView } from '@/lib/network/types';

type ContactNotesProps = { locale: string; id: string; contacts: PartnerContactView[] };

/** Talks with an organisation, the newest first, each with the way to put it right. */
export async function ContactNotes({ locale, id: partnerId, contacts }: ContactNotesProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  if (contacts.length === 0) return <p>{t('contact.none')}</p>;
  return (
    <Timeline
      label={t('contact.label')}
      items={contacts.map(({ id, kind, on, topic, nextStep }) => ({
        id,
        date: <DateTime value={on}>{longDay(dayColumn(on), locale)}</DateTime>,
        who: t(`way.${kind}`),
        title: topic,
        text: (
          <>
            {nextStep ? <p>{t('contact.next', { step: nextStep })}</p> : null}
            <p>
              <a href={localized(locale, networkPaths.teamPartnerTalk(partnerId, id))}>
                {t('contact.change', { date: longDay(dayColumn(on), locale) })}
              </a>
            </p>
          </>
        ),
        lit: false,
      }))}
    />
  );
}

type ContactFieldsProps = { locale: string; today: string; contact?: PartnerContactView };

/** The fields of one talk, with what is noted of it so far. */
export async function ContactFields({ locale, today, contact }: ContactFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const seen = { audience: 'INTERNAL', text: t('seen.office') } as const;
  return (
    <>
      <DateField
        whoSees={seen}
        name="on"
        label={t('contact.on')}
        required
        defaultValue={contact?.on ?? today}
      />
      <RadioGroup
        name="way"
        label={t('contact.way')}
        required
        defaultValue={contact?.kind}
        options={CONTACT_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
      />
      <TextArea
        name="topic"
        label={t('contact.topic')}
        hint={t('contact.topicHint')}
        whoSees={seen}
        rows={2}
        required
        defaultValue={contact?.topic}
      />
      <TextField
        name="nextStep"
        label={t('contact.nextStep')}
        whoSees={seen}
        defaultValue={contact?.nextStep}
      />
    </>
  );
}
