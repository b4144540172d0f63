import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import {
  canPublish,
  canTakeReviewBack,
  isComplete,
  isReviewed,
  textIn,
} from '@/lib/counselling/topics/rules';
import type { EditionRow, TopicCase } from '@/lib/counselling/topics/types';

type Actions = Record<'review' | 'takeReviewBack' | 'publish' | 'takeBack', FormAction>;

type TopicStepsProps = {
  locale: string;
  topic: TopicCase;
  /** Local date of the office. */
  today: string;
  actions: Actions;
};

/** What can become of the newest edition and of the public one: each a button that says what it does. */
export async function TopicSteps({ locale, topic, today, actions }: TopicStepsProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const [newest] = topic.editions;
  const read = topic.editions.find(({ isPublic }) => isPublic);
  if (!newest) return null;
  const counted = { everyMonths: topic.reviewEveryMonths, today };
  const about = newest === read ? [newest] : [newest, ...(read ? [read] : [])];
  return (
    <Section title={t('steps.title')}>
      <div className="stack">
        {about.map((edition) => (
          <EditionSteps key={edition.number} {...{ locale, topic, today, actions, edition }} />
        ))}
        {read ? (
          <Step
            {...{ locale, topic }}
            action={actions.takeBack}
            label={t('steps.takeBack')}
            text={t(isReviewed(read, counted) ? 'steps.takeBackText' : 'steps.takeBackDueText')}
            variant="secondary"
          />
        ) : null}
      </div>
    </Section>
  );
}

type EditionStepsProps = TopicStepsProps & { edition: EditionRow };

/** The steps of one edition; an older one has them where it is looked at. */
export async function EditionSteps(props: EditionStepsProps) {
  const { locale, topic, today, actions, edition } = props;
  const t = await getTranslations({ locale, namespace: 'counselling-topics.steps' });
  const { number, isPublic } = edition;
  const counted = { everyMonths: topic.reviewEveryMonths, today };
  const isNewest = edition === topic.editions[0];
  const step = { locale, topic, number };
  return (
    <>
      {edition.reviewedOn === today ? null : (
        <Step
          {...step}
          action={actions.review}
          label={t(isPublic ? 'reviewAgain' : 'review')}
          text={t('reviewText', { number })}
          variant={isReviewed(edition, counted) ? 'secondary' : 'primary'}
        />
      )}
      {isPublic ? null : <Publish {...props} />}
      {isNewest && !isPublic && !isReviewed(edition, counted) ? (
        <p>{t('needsReview', { number })}</p>
      ) : null}
      {canTakeReviewBack(edition, today) ? (
        <Step
          {...step}
          action={actions.takeReviewBack}
          label={t('takeReviewBack')}
          variant="quiet"
        />
      ) : null}
    </>
  );
}

async function Publish({ locale, topic, today, actions, edition }: EditionStepsProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const { number } = edition;
  if (!canPublish(edition, { everyMonths: topic.reviewEveryMonths, today })) return null;
  const isNewest = edition === topic.editions[0];
  if (isNewest && !isComplete(textIn(topic.texts, 'GERMAN'))) {
    const names = { whatWeDo: t('part.whatWeDo'), notDone: t('part.notDone') };
    return <p>{t('steps.needsParts', names)}</p>;
  }
  return (
    <Step
      {...{ locale, topic, number }}
      action={actions.publish}
      label={t(isNewest ? 'steps.publish' : 'steps.publishOlder', { number })}
      text={t('steps.publishText')}
    />
  );
}

type StepProps = {
  locale: string;
  topic: Pick<TopicCase, 'id' | 'version'>;
  number?: number | undefined;
  action: FormAction;
  label: string;
  text?: string | undefined;
  variant?: 'primary' | 'secondary' | 'danger' | 'quiet' | undefined;
};

function Step({ locale, topic, number, action, label, text, variant = 'primary' }: StepProps) {
  return (
    <div>
      {text ? <p className="measure">{text}</p> : null}
      <Form
        locale={locale}
        action={action}
        submitLabel={label}
        submitVariant={variant}
        warnOnLeave={false}
      >
        <HiddenFields
          values={{
            ...{ id: topic.id, version: String(topic.version) },
            ...(number === undefined ? {} : { number: String(number) }),
          }}
        />
      </Form>
    </div>
  );
}
