import { getTranslations } from 'next-intl/server';
import { SUPPORT_KINDS } from '@/lib/initiatives/rules';

/** What neighbours can get, each with an example from next door. */
export async function HelpKinds({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 sm:grid-cols-2">
      {SUPPORT_KINDS.map((kind) => (
        <div key={kind} className="border-s-4 border-candle ps-4">
          <dt className="font-semibold">{t(`kind.${kind}`)}</dt>
          <dd>{t(`kindText.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
