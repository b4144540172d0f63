import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { type Way, waysOf } from '@/lib/activation/formats/rules';
import type { FormatCase } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { isDecided, isDescribed, tookPlace } from '@/lib/activation/rules';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';

interface FormatStepsProps {
  locale: string;
  format: FormatCase;
  /** Somebody tried it, or the edition before, so it is known where and by whom. */
  wasTried: boolean;
  actions: { describe: FormAction; again: FormAction; withdraw: FormAction };
}

/** What can be done with a format now: the next step first, then what else is possible. */
export async function FormatSteps(props: FormatStepsProps) {
  const { locale, format, wasTried } = props;
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  const mayTryAgain = wasTried && format.state !== 'IDEA' && isDescribed(format) && !format.next;
  return (
    <Section title={t('next')}>
      <div className="stack">
        {format.state === 'IDEA' ? <Describe {...props} /> : null}
        <Ways {...props} />
        {mayTryAgain ? <TryAgain {...props} /> : null}
        {format.published ? <Withdraw {...props} /> : null}
      </div>
    </Section>
  );
}

const hiddenOf = ({ id, version }: FormatCase) => (
  <HiddenFields values={{ id, version: String(version) }} />
);

async function Describe({ locale, format, actions }: FormatStepsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  if (!isDescribed(format)) return <p>{t('case.describeText')}</p>;
  return (
    <Form
      locale={locale}
      action={actions.describe}
      submitLabel={t('case.describe')}
      warnOnLeave={false}
    >
      {hiddenOf(format)}
    </Form>
  );
}

const PATHS: Record<Way, (id: string) => string> = {
  decide: activationPaths.teamDecide,
  discard: activationPaths.teamDecide,
  evaluate: activationPaths.teamEvaluate,
  reevaluate: activationPaths.teamEvaluate,
  plan: activationPaths.teamTrialNew,
  publish: activationPaths.teamFormatPublish,
  publishAgain: activationPaths.teamFormatPublish,
  change: activationPaths.teamFormatChange,
};

/** What is opened by its address. */
async function Ways({ locale, format }: FormatStepsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  const { id, state, trials, published } = format;
  const held = trials.some(tookPlace);
  return (
    <>
      {state === 'IN_TRIAL' && !held ? <p>{t('evaluationWait')}</p> : null}
      <div className="cluster">
        {waysOf(state, { held, published }).map((way, index) => (
          // messages: activation-formats.case.*
          <ButtonLink
            key={way}
            href={localized(locale, PATHS[way](id))}
            variant={index === 0 && state !== 'IDEA' ? 'primary' : 'secondary'}
          >
            {t(way)}
          </ButtonLink>
        ))}
      </div>
    </>
  );
}

async function TryAgain({ locale, format, actions }: FormatStepsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  return (
    <Form
      locale={locale}
      action={actions.again}
      submitLabel={t('again')}
      submitVariant="secondary"
      warnOnLeave={false}
    >
      {hiddenOf(format)}
      <p>{t('againText')}</p>
      {isDecided(format.state) ? <p>{t('againNew', { edition: format.edition + 1 })}</p> : null}
    </Form>
  );
}

async function Withdraw({ locale, format, actions }: FormatStepsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  return (
    <Form
      locale={locale}
      action={actions.withdraw}
      submitLabel={t('withdraw')}
      submitVariant="secondary"
      warnOnLeave={false}
    >
      {hiddenOf(format)}
    </Form>
  );
}
