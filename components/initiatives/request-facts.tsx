import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { PhoneLink } from '@/components/ui/phone-link';
import { dayColumn } from '@/lib/core/day.mjs';
import { longDate, longDay } from '@/lib/i18n/dates';
import type { RequestInOffice } from '@/lib/initiatives/handling/types';

type RequestFactsProps = { locale: string; request: RequestInOffice };

/** Who asked, what for, how to be reached. */
export async function RequestFacts({ locale, request }: RequestFactsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const office = await getTranslations({ locale, namespace: 'initiatives-office' });
  const { amountEur, groupName, initiativeName, promisedOn } = request;
  const day = promisedOn === null ? null : dayColumn(promisedOn);
  const items = [
    day && { label: office('facts.promised'), value: longDay(day, locale) },
    { label: t('row.kinds'), value: request.kinds.map((kind) => t(`kind.${kind}`)).join(', ') },
    { label: t('row.wantedFor'), value: request.wantedFor },
    amountEur !== null && { label: t('row.amount'), value: t('euros', { amount: amountEur }) },
    { label: t('row.groupName'), value: groupName },
    initiativeName !== '' && { label: office('facts.initiative'), value: initiativeName },
    { label: t('row.name'), value: request.name },
    { label: office('facts.reach'), value: <Reach locale={locale} request={request} /> },
    { label: t('row.district'), value: request.districtName },
    {
      label: office('facts.received'),
      value: office('facts.receivedHow', {
        date: longDate(request.requestedAt, locale),
        how: office(`channel.${request.channel}`),
      }),
    },
  ];
  return <Facts items={items.filter((item) => item !== null && item !== false).filter(isGiven)} />;
}

function isGiven({ value }: { value: unknown }): boolean {
  return value !== '';
}

async function Reach({ locale, request }: RequestFactsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const { contactKind, contactValue } = request;
  if (contactKind === 'PHONE') return <PhoneLink number={contactValue} />;
  if (contactKind === 'MAIL') return <a href={`mailto:${contactValue}`}>{contactValue}</a>;
  return (
    <span className="whitespace-pre-line">
      {t(`reach.${contactKind}`, { contact: contactValue })}
    </span>
  );
}
