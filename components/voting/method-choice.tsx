import { getTranslations } from 'next-intl/server';
import { Card, CardList } from '@/components/ui/card';
import { StateLabel } from '@/components/ui/state-label';
import { METHODS } from '@/lib/elections/explained/methods';
import type { PollMethod } from '@/lib/elections/results/types';

type MethodChoiceProps = {
  locale: string;
  hrefOf: (method: PollMethod) => string;
  /** Of a draft whose method is being changed. */
  current?: PollMethod | undefined;
};

/** Which kind of question it is, each with an example; the simplest is recommended. */
export async function MethodChoice({ locale, hrefOf, current }: MethodChoiceProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  const stateOf = (method: PollMethod) => {
    if (method === current) return <StateLabel tone="info">{t('choice.current')}</StateLabel>;
    return method === METHODS[0] ? (
      <StateLabel tone="good">{t('choice.recommended')}</StateLabel>
    ) : undefined;
  };
  return (
    <CardList columns={2} label={t('choice.title')}>
      {METHODS.map((method) => (
        <Card
          key={method}
          // messages: voting-methods.name.* voting-drafts.choice.when.* voting-drafts.choice.example.*
          title={methods(`name.${method}`)}
          href={hrefOf(method)}
          level={2}
          state={stateOf(method)}
          meta={t(`choice.example.${method}`)}
        >
          <p>{t(`choice.when.${method}`)}</p>
        </Card>
      ))}
    </CardList>
  );
}
