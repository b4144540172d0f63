import { getTranslations } from 'next-intl/server';
import type { TypedAddress } from '@/lib/cases/proving/types';
import { longDateTime } from '@/lib/i18n/dates';

type TypedAddressTextProps = { locale: string; address: TypedAddress | null };

/** Of a mail address the office typed in afterwards: whether its owner has said that it is theirs. */
export async function TypedAddressText({ locale, address }: TypedAddressTextProps) {
  if (address === null) return null;
  // messages: cases.proof.office.*
  const t = await getTranslations({ locale, namespace: 'cases.proof.office' });
  const when = address.at === null ? '' : longDateTime(address.at, locale);
  return <p className="small">{t(address.state, { when })}</p>;
}
