import { getTranslations } from 'next-intl/server';

const PAPER_STEPS = [
  ...(['close', 'two', 'empty', 'number', 'spoiled'] as const),
  ...(['piles', 'first', 'second', 'keep'] as const),
];
const HAND_STEPS = ['room', 'ask', 'hands', 'write', 'enter'] as const;

type CountStepsProps = {
  locale: string;
  isHands: boolean;
  /** With a box to tick before each step. */
  toTick?: boolean | undefined;
};

/** How two people count, step by step. */
export async function CountSteps({ locale, isHands, toTick = false }: CountStepsProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  // messages: counting.handStep.* counting.step.*
  const steps = isHands
    ? HAND_STEPS.map((step) => ({ step, text: t(`handStep.${step}`) }))
    : PAPER_STEPS.map((step) => ({ step, text: t(`step.${step}`) }));
  return steps.map(({ step, text }) => (
    <li key={step} className={toTick ? 'flex gap-3 py-2' : undefined}>
      {toTick ? (
        <span aria-hidden="true" className="mt-1 h-[5mm] w-[5mm] shrink-0 border border-ink" />
      ) : null}
      {toTick ? <span>{text}</span> : text}
    </li>
  ));
}
