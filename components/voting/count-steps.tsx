import { getTranslations } from 'next-intl/server';
import { countSteps } from '@/lib/voting/count/sheets/rules';

type CountStepsProps = { locale: string; isHands: boolean };

/** How two people count, step by step. */
export async function CountSteps({ locale, isHands }: CountStepsProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  // messages: counting.handStep.* counting.step.*
  return countSteps(isHands).map((step) => <li key={step}>{t(step)}</li>);
}
