import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { NumberField, TextField } from '@/components/form/text-field';
import { RULES_OF } from '@/lib/elections/explained/methods';
import { OPTIONS_AT_MOST } from '@/lib/voting/prepare/rules';
import type { PollDraftView } from '@/lib/voting/prepare/types';
import { optionColumns, optionSentences, rowWords } from './option-row-words';
import { OptionRows } from './option-rows';

type PartProps = { locale: string; draft: PollDraftView };

/** What only this method needs; a yes/no question needs nothing more. */
export async function DraftMethodFields({
  locale,
  draft,
  seenId,
}: PartProps & { /** Where it says who reads it. */ seenId: string }) {
  const { method } = draft;
  if (method === 'YES_NO') return null;
  return (
    <>
      {method === 'BUDGET' ? <Budget locale={locale} draft={draft} /> : null}
      <Options locale={locale} draft={draft} seenId={seenId} />
      {method === 'UP_TO' || method === 'BUDGET' ? (
        <MaxChoices locale={locale} draft={draft} />
      ) : null}
      {method === 'POINTS' ? <Points locale={locale} draft={draft} /> : null}
      <CountRules locale={locale} draft={draft} />
      {method === 'UP_TO' || method === 'POINTS' || method === 'RANKING' ? (
        <Seats locale={locale} draft={draft} />
      ) : null}
    </>
  );
}

async function Options({ locale, draft, seenId }: PartProps & { seenId: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const isBudget = draft.method === 'BUDGET';
  return (
    <OptionRows
      name="options"
      method={draft.method}
      whoSees={{ above: seenId }}
      label={isBudget ? drafts('field.projects') : t('field.options')}
      hint={
        isBudget
          ? drafts('field.projectsHint', { max: OPTIONS_AT_MOST })
          : drafts('field.optionsHint', { max: OPTIONS_AT_MOST })
      }
      lines={isBudget ? 10 : 6}
      defaultValue={draft.options}
      columns={await optionColumns(locale)}
      words={await rowWords(locale)}
      problems={await optionSentences(locale)}
    />
  );
}

async function Budget({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <TextField
      name="budget"
      whoSees="nobody"
      label={t('field.budget')}
      hint={t('field.budgetHint')}
      inputMode="decimal"
      autoComplete="off"
      width="short"
      suffix="€"
      defaultValue={draft.budget}
      required
    />
  );
}

async function MaxChoices({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <NumberField
      whoSees="nobody"
      name="maxChoices"
      label={draft.method === 'BUDGET' ? drafts('field.maxProjects') : t('field.maxChoices')}
      hint={drafts('field.maxChoicesHint')}
      defaultValue={draft.maxChoices}
      required
    />
  );
}

async function Points({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <>
      <NumberField
        whoSees="nobody"
        name="pointsPerOption"
        label={t('field.pointsPerOption')}
        hint={t('field.pointsPerOptionHint')}
        defaultValue={draft.pointsPerOption}
        required
      />
      <NumberField
        whoSees="nobody"
        name="pointsTotal"
        label={t('field.pointsTotal')}
        hint={t('field.pointsTotalHint')}
        defaultValue={draft.pointsTotal ?? ''}
      />
    </>
  );
}

/** The rule is chosen and frozen before anybody votes; what the ballot says of it is shown before the approval. */
async function CountRules({ locale, draft }: PartProps) {
  const rules: readonly string[] = RULES_OF[draft.method];
  if (rules.length < 2) return null;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const methods = await getTranslations({ locale, namespace: 'voting-methods' });
  return (
    <RadioGroup
      name="countRule"
      label={t('field.countRule')}
      hint={t('field.countRuleHint')}
      defaultValue={draft.countRule}
      required
      options={rules.map((rule) => ({
        value: rule,
        // messages: voting-drafts.rule.* voting-methods.rule.*
        label: t(`rule.${rule}`),
        hint: methods(`rule.${rule}`),
      }))}
    />
  );
}

async function Seats({ locale, draft }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <NumberField
      whoSees="nobody"
      name="seats"
      label={t('field.seats')}
      hint={draft.method === 'RANKING' ? t('field.seatsRankingHint') : t('field.seatsHint')}
      defaultValue={draft.seats}
      required
    />
  );
}
