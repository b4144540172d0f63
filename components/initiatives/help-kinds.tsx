import { getTranslations } from 'next-intl/server';
import { OwnText } from '@/components/settings/own-text';
import { SUPPORT_KINDS } from '@/lib/initiatives/rules';
import type { Office } from '@/lib/settings/types';

/** What neighbours can ask for, and what the carrier says it has. */
export async function HelpKinds({ locale, office }: { locale: string; office: Office }) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-5 sm:grid-cols-2">
      {SUPPORT_KINDS.map((kind) => (
        <div key={kind} className="border-s-4 border-candle ps-4">
          <dt className="font-semibold">{t(`kind.${kind}`)}</dt>
          <dd>
            <p>{t(`kindHint.${kind}`)}</p>
            <OwnText office={office} name={kind} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
