import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import type { SlotTimes } from '@/lib/appointments/types';
import { contentLang } from '@/lib/core/paths';
import { longDate, timeSpan } from '@/lib/i18n/dates';
import { languageName } from './words';

type SlotFactsProps = {
  locale: string;
  slot: SlotTimes;
  name?: string | undefined;
  language?: string | null | undefined;
  languages?: readonly string[] | undefined;
  /** Left out: it is not said. */
  stepFree?: boolean | undefined;
};

/** When, where and how somebody meets the counselling. */
export async function SlotFacts(props: SlotFactsProps) {
  const { locale, slot, name, language, languages, stepFree } = props;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { startsAt, endsAt, timeZone, kind, place } = slot;
  const items = [
    {
      label: t('fact.when'),
      value: `${longDate(startsAt, locale, timeZone)}, ${timeSpan(startsAt, endsAt, locale, timeZone)}`,
    },
    // messages: appointments.kind.*
    { label: t('fact.kind'), value: t(`kind.${kind}`) },
    ...(kind === 'PERSONAL'
      ? [{ label: t('fact.where'), value: <span lang={contentLang(locale)}>{place}</span> }]
      : []),
    ...(kind === 'PERSONAL' && stepFree !== undefined
      ? [{ label: t('fact.access'), value: stepFree ? t('stepFree') : t('steps') }]
      : []),
    ...(language ? [{ label: t('fact.language'), value: languageName(language, locale) }] : []),
    ...(languages && languages.length > 0
      ? [
          {
            label: t('fact.languages'),
            value: languages.map((code) => languageName(code, locale)).join(', '),
          },
        ]
      : []),
    ...(name ? [{ label: t('fact.name'), value: name }] : []),
  ];
  return <Facts items={items} />;
}
