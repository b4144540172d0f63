import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { EVALUATION_MAX } from '@/lib/activation/evaluation/rules';
import { LENGTHS } from '@/lib/activation/formats/rules';
import type { FormatCase } from '@/lib/activation/formats/types';
import { canBecome, DECISIONS, GOALS, PARTIES } from '@/lib/activation/rules';

interface FieldsProps {
  locale: string;
  format: FormatCase;
}

/** Whether the goal was reached, what worked, what to change. */
export async function EvaluationFields({ locale, format: { goal, evaluation } }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-evaluation' });
  const office = await getTranslations({ locale, namespace: 'activation-formats' });
  const seen = { audience: 'INTERNAL', text: office('seen') } as const;
  return (
    <>
      <RadioGroup
        name="goalReached"
        label={t('field.goalReached')}
        hint={t('field.goal', { goal })}
        required
        defaultValue={evaluation?.goalReached}
        // messages: activation-evaluation.goal.*
        options={GOALS.map((value) => ({ value, label: t(`goal.${value}`) }))}
      />
      {(['whatWorked', 'whatToChange'] as const).map((name) => (
        // messages: activation-evaluation.field.*
        <TextArea
          key={name}
          name={name}
          label={t(`field.${name}`)}
          whoSees={seen}
          rows={4}
          required
          maxLength={EVALUATION_MAX}
          defaultValue={evaluation?.[name]}
        />
      ))}
    </>
  );
}

/** What becomes of it, as far as that can be settled now. */
export async function DecisionFields({ locale, format: { state } }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-evaluation' });
  const office = await getTranslations({ locale, namespace: 'activation-formats' });
  // messages: activation.party.*
  const party = await getTranslations({ locale, namespace: 'activation.party' });
  const seen = { audience: 'INTERNAL', text: office('seen') } as const;
  const open = DECISIONS.filter((decision) => canBecome(state, decision));
  return (
    <>
      <RadioGroup
        name="decision"
        label={t('decide.decision')}
        required
        defaultValue={open.length === 1 ? open[0] : undefined}
        // messages: activation-evaluation.decision.*
        options={open.map((value) => ({
          ...{ value, label: t(`decision.${value}`) },
          hint: t(`decision.${value}_HINT`),
        }))}
      />
      <Select
        whoSees={seen}
        name="decidedBy"
        label={t('decide.decidedBy')}
        required
        defaultValue="OFFICE"
        options={PARTIES.map((value) => ({ value, label: party(value) }))}
      />
      <TextArea
        name="reason"
        label={t('decide.reason')}
        hint={t('decide.reasonHint')}
        whoSees={seen}
        rows={3}
        maxLength={LENGTHS.reason}
      />
    </>
  );
}
