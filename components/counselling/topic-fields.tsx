import { getTranslations } from 'next-intl/server';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { TOPIC_LISTS } from '@/lib/counselling/topics/rules';
import { RHYTHMS, TITLE_MAX } from '@/lib/counselling/topics/schema';
import type { TopicText } from '@/lib/counselling/topics/types';

type TopicFieldsProps = {
  locale: string;
  text?: TopicText | undefined;
  /** German has to be there, and with it how often the page is looked at. */
  isGerman: boolean;
  reviewEveryMonths?: number | undefined;
};

/** What a topic page says in one language. */
export async function TopicFields({ locale, text, isGerman, reviewEveryMonths }: TopicFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const seen = { audience: 'PUBLIC', text: t('seen.PUBLIC') } as const;
  // messages: counselling-topics.hint.*
  const isNeeded = (part: (typeof TOPIC_LISTS)[number]) =>
    isGerman && (part === 'whatWeDo' || part === 'notDone');
  return (
    <>
      <TextField
        name="title"
        label={t('field.title')}
        hint={t('hint.title')}
        whoSees={seen}
        required={isGerman}
        maxLength={TITLE_MAX}
        defaultValue={text?.title}
      />
      <TextArea
        name="intro"
        label={t('field.intro')}
        hint={t('hint.intro')}
        whoSees={seen}
        required={isGerman}
        rows={3}
        defaultValue={text?.intro}
      />
      {TOPIC_LISTS.map((part) => (
        <TextArea
          key={part}
          name={part}
          label={t(`part.${part}`)}
          hint={t(isNeeded(part) ? `hint.${part}` : 'hint.list')}
          optionalText={isNeeded(part) ? t('field.later') : undefined}
          whoSees={seen}
          rows={4}
          defaultValue={text?.[part]}
        />
      ))}
      <TextArea
        name="notice"
        label={t('part.notice')}
        hint={t('hint.notice')}
        whoSees={seen}
        rows={2}
        defaultValue={text?.notice}
      />
      {isGerman ? (
        <Select
          name="reviewEveryMonths"
          label={t('field.reviewEveryMonths')}
          whoSees={{ audience: 'PUBLIC', text: t('seen.RHYTHM') }}
          required
          placeholder={reviewEveryMonths === undefined ? t('field.choose') : undefined}
          defaultValue={reviewEveryMonths === undefined ? '' : String(reviewEveryMonths)}
          options={RHYTHMS.map((months) => ({
            value: String(months),
            label: t('field.everyMonths', { count: months }),
          }))}
        />
      ) : null}
    </>
  );
}
