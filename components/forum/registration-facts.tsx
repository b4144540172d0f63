import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { contentLang } from '@/lib/core/paths';
import type { OwnRegistration } from '@/lib/forum/registrations/types';
import { SessionTime } from './session-facts';

type RegistrationFactsProps = { locale: string; registration: OwnRegistration };

/** One's own sign-up in full, as it is worth printing. */
export async function RegistrationFacts({ locale, registration }: RegistrationFactsProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const { session, needs, needsNote, persons, name, contactKind, isUnproven } = registration;
  const seats = await getTranslations({ locale, namespace: 'forum-seats' });
  const words = needs.map((need) => t(`need.${need}`));
  const lang = contentLang(locale);
  return (
    <Facts
      items={[
        { label: t('own.session'), value: <span lang={lang}>{session.title}</span> },
        { label: t('session.when'), value: <SessionTime locale={locale} session={session} /> },
        { label: t('session.place'), value: <span lang={lang}>{session.place}</span> },
        ...(name === '' ? [] : [{ label: t('own.name'), value: <bdi>{name}</bdi> }]),
        { label: t('own.persons'), value: t('party.count', { persons }) },
        { label: t('own.needs'), value: words.length > 0 ? words.join(', ') : t('own.noNeeds') },
        ...(needsNote === '' ? [] : [{ label: t('party.note'), value: <bdi>{needsNote}</bdi> }]),
        {
          label: t('own.contact'),
          value: isUnproven ? seats('byOffice') : t(`own.contactBy.${contactKind}`),
        },
      ]}
    />
  );
}
