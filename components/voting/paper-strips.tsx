import { getTranslations } from 'next-intl/server';
import type { PollView } from '@/lib/voting/types';
import { stripsOnSheet } from '@/lib/voting/vote/papers/rules';

/** Strips for the outer envelope: what the office needs for the roll, apart from the paper itself. */
export async function PaperStrips({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-print' });
  const { rule, number } = poll;
  return (
    <div className="paper-strips" lang="de">
      {Array.from({ length: stripsOnSheet(rule) }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all strips are alike
        <div className="paper-strip" key={index}>
          <p>
            <strong>{t('strip.title', { number })}</strong> {rule.question}
          </p>
          <p className="paper-line">{t('strip.card')}</p>
          {rule.districtId ? <p className="paper-line">{t('strip.district')}</p> : null}
          <p>
            <span className="paper-mark paper-box" /> {t('strip.age', { age: rule.minAge })}
          </p>
          <p className="small">{t('strip.apart')}</p>
        </div>
      ))}
    </div>
  );
}
