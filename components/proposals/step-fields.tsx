import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { DateField } from '@/components/form/date-fields';
import type { Seen } from '@/components/form/field-parts';
import { RadioGroup } from '@/components/form/radio-group';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { SessionChoice } from '@/lib/cases/sessions/types';
import { plusDays } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { longDay } from '@/lib/i18n/dates';
import {
  ANSWER_DAYS,
  audienceOf,
  INFEASIBLE_REASONS,
  leastOf,
  MODERATION_REASONS,
  SENT_HOW,
  STATEMENT_RESULTS,
  WORDING_AGREED,
} from '@/lib/proposals/review/rules';
import type { BodyChoice, ProposalCase } from '@/lib/proposals/review/types';
import { fieldsOf, type Need, type OfficeStep } from '@/lib/proposals/way/rules';

type StepFieldsProps = {
  locale: string;
  step: OfficeStep;
  proposal: ProposalCase;
  categories: { id: string; label: string }[];
  bodies: BodyChoice[];
  sessions: SessionChoice[];
  /** Number of the proposal it is compared with. */
  compared: string;
  /** What the note of a decision begins with: the numbers of the poll, if there was one. */
  pollNumbers: string;
};

type Words = (key: string, params?: Record<string, string>) => string;

/** The fields the table of steps asks for, no more. */
export async function StepFields(props: StepFieldsProps) {
  // messages: proposals-office.field.* proposals-office.note.* proposals-office.hint.* proposals-office.sentHow.* proposals-office.wordingAgreed.* proposals-office.choose
  const t = await getTranslations({ locale: props.locale, namespace: 'proposals-office' });
  const publicT = await getTranslations({ locale: props.locale, namespace: 'proposals' });
  const seen = await whoSees(props.locale);
  return fieldsOf(props.step).map(({ name, required }) => (
    <StepField
      key={name}
      name={name}
      required={required}
      words={t as Words}
      publicWords={publicT as Words}
      seen={seen[audienceOf(props.step, props.proposal.isPublic)]}
      {...props}
    />
  ));
}

type StepFieldProps = StepFieldsProps & {
  name: Need;
  required: boolean;
  words: Words;
  publicWords: Words;
  /** Who reads what is typed with this step. */
  seen: Seen;
};

const CHOICES: Partial<Record<Need, { values: readonly string[]; labels: string }>> = {
  moderationReason: { values: MODERATION_REASONS, labels: 'moderation' },
  infeasibleReason: { values: INFEASIBLE_REASONS, labels: 'infeasible' },
  statementResult: { values: STATEMENT_RESULTS, labels: 'statement.result' },
};

type Labelled = StepFieldProps & { label: string; hint: string };

function StepField(props: StepFieldProps) {
  const { name, words, step } = props;
  const asks = step === 'askBack' && name === 'dueOn' ? 'answerBy' : name;
  const labelled = { ...props, label: words(labelKey(step, name)), hint: words(`hint.${asks}`) };
  if (name in CHOICES || name === 'sentHow') return <ChoiceStepField {...labelled} />;
  if (name === 'dueOn' || name === 'sentOn') return <DayStepField {...labelled} />;
  if (name === 'wordingAgreed') return <AgreedField {...labelled} />;
  if (name === 'sessionId' || name === 'categoryId' || name === 'partnerId')
    return <SelectStepField {...labelled} />;
  if (name === 'removeText') {
    return <Checkbox name={name} label={labelled.label} hint={labelled.hint} />;
  }
  return <TextStepField {...labelled} />;
}

function ChoiceStepField({ name, label, hint, step, words, publicWords }: Labelled) {
  const shared = { name, label, hint, required: true };
  const choice = CHOICES[name];
  if (choice) {
    const options = choice.values.map((value) => ({
      value,
      label: publicWords(`${choice.labels}.${value}`),
    }));
    return <RadioGroup {...shared} options={options} />;
  }
  // Whoever says that it has gone out says how; handing over alone brings nothing to anybody.
  const ways = step === 'send' ? SENT_HOW.filter((way) => way !== 'NOT_YET') : SENT_HOW;
  const options = ways.map((value) => ({ value, label: words(`sentHow.${value}`) }));
  const defaultValue = step === 'send' ? undefined : 'NOT_YET';
  return <RadioGroup {...shared} options={options} defaultValue={defaultValue} />;
}

/** Only where the words are others than those that came. */
function AgreedField({ name, label, hint, words }: Labelled) {
  return (
    <Select
      {...{ name, label, hint }}
      whoSees="nobody"
      placeholder={words('wordingAgreed.none')}
      options={WORDING_AGREED.map((value) => ({ value, label: words(`wordingAgreed.${value}`) }))}
    />
  );
}

function DayStepField({ name, label, hint, required, seen, bodies, step }: Labelled) {
  const suggested = step === 'askBack' ? plusDays(officeToday(), ANSWER_DAYS) : dueBy(bodies);
  const defaultValue = name === 'dueOn' ? suggested : undefined;
  return <DateField {...{ name, label, hint, required, defaultValue }} whoSees={seen} />;
}

function SelectStepField({
  name,
  label,
  hint,
  seen,
  words,
  proposal,
  categories,
  ...props
}: Labelled) {
  const chosen =
    name === 'categoryId'
      ? { defaultValue: proposal.categoryId, options: optionsOf(categories) }
      : {
          defaultValue: '',
          options: name === 'partnerId' ? bodyOptions(props.bodies) : sessionOptions(props),
        };
  return (
    <Select
      {...{ name, label, hint, ...chosen }}
      whoSees={seen}
      required
      placeholder={words('choose')}
    />
  );
}

function TextStepField({
  name,
  required,
  label,
  hint,
  proposal,
  seen,
  compared,
  pollNumbers,
}: Pick<StepFieldProps, 'name' | 'required' | 'proposal' | 'seen' | 'compared' | 'pollNumbers'> & {
  label: string;
  hint: string;
}) {
  if (name === 'place') {
    return (
      <TextField
        {...{ name, label, hint, required }}
        whoSees={seen}
        defaultValue={proposal.place}
        suggestions={proposal.places}
      />
    );
  }
  if (name === 'publicTitle') {
    return (
      <TextField
        {...{ name, label, hint, required }}
        whoSees={seen}
        defaultValue={proposal.title}
      />
    );
  }
  if (name === 'leadNumber') {
    return (
      <TextField
        {...{ name, label, hint, required }}
        whoSees="nobody"
        defaultValue={compared}
        inputMode="numeric"
        width="short"
      />
    );
  }
  const defaultValue = { publicBody: proposal.body, note: pollNumbers }[String(name)];
  const started = defaultValue ? { defaultValue } : {};
  const rows = name === 'publicBody' ? 8 : 4;
  const asked = { name, label, hint, required, rows, minLength: leastOf(name) };
  return <TextArea {...asked} {...started} whoSees={seen} />;
}

/** The same field is asked for in other words by some steps. */
function labelKey(step: OfficeStep, name: Need): string {
  if (name === 'dueOn' && step === 'askBack') return 'field.answerBy';
  return name === 'note' ? `note.${step}` : `field.${name}`;
}

function optionsOf(categories: { id: string; label: string }[]) {
  return categories.map(({ id, label }) => ({ value: id, label }));
}

function bodyOptions(bodies: BodyChoice[]) {
  return bodies.map(({ id, name }) => ({ value: id, label: name }));
}

function sessionOptions({ sessions, locale }: Pick<StepFieldsProps, 'sessions' | 'locale'>) {
  return sessions.map(({ id, title, localDate }) => ({
    value: id,
    label: `${title}, ${longDay(localDate, locale)}`,
  }));
}

/** What bodies usually need (the one in the middle) is a fair first suggestion. */
function dueBy(bodies: BodyChoice[]): string | undefined {
  const days = bodies.map(({ usualAnswerOn }) => usualAnswerOn).toSorted();
  return days[Math.floor(days.length / 2)];
}
