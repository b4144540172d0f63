import { getTranslations } from 'next-intl/server';
import { Prose } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { contentLang } from '@/lib/core/paths';
import { euros } from '@/lib/i18n/money';
import type { PollRule } from '@/lib/voting/types';
import { HowToFill } from './method-explanation';

/** Everything that will stand on the ballot, in its order, for somebody who checks it. */
export async function BallotPreview({ locale, rule }: { locale: string; rule: PollRule }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Card title={rule.question} titleLang={contentLang(locale)} level={3}>
      <div className="stack">
        <HowToFill locale={locale} rule={rule} />
        <Prose lang={contentLang(locale)}>
          <ol>
            {rule.options.map(({ id, label, note, costCents }) => (
              <li key={id}>
                <strong>{label}</strong>
                {costCents === null ? null : ` – ${euros(costCents, locale)}`}
                {note ? <div>{note}</div> : null}
              </li>
            ))}
          </ol>
        </Prose>
        <p>
          <strong>{t('ballot.abstain')}</strong>
        </p>
        <p>{t('ballot.age', { age: rule.minAge })}</p>
      </div>
    </Card>
  );
}
