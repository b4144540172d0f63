import { getTranslations } from 'next-intl/server';
import { Fieldset } from '@/components/form/fieldset';
import { TextArea } from '@/components/form/text-area';
import { NumberField } from '@/components/form/text-field';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { contentLang } from '@/lib/core/paths';
import type { PollMethod } from '@/lib/elections/results/types';
import { sheetKindOf } from '@/lib/voting/count/rules';
import {
  linesFromPapers,
  markedAs,
  numberField,
  numbersFromPapers,
} from '@/lib/voting/count/sheets/rules';
import type { SheetView } from '@/lib/voting/count/sheets/types';
import { CountSum } from './count-sum';

type CountSheetProps = { locale: string; view: SheetView };

/** The fields of a sheet: one number for each option, or a line for each paper. */
export async function CountSheetFields({ locale, view }: CountSheetProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { rule, own, channel } = view;
  const words = { one: t('sheet.sumOne'), other: t('sheet.sum'), hint: t('sheet.sumHint') };
  return (
    <>
      {sheetKindOf(rule) === 'numbers' ? (
        <NumberFields locale={locale} view={view} />
      ) : (
        <LineField locale={locale} view={view} />
      )}
      <NumberField
        whoSees="nobody"
        name="spoiled"
        label={channel === 'HANDS' ? t('sheet.spoiledHands') : t('sheet.spoiled')}
        hint={channel === 'HANDS' ? undefined : t('sheet.spoiledHint')}
        defaultValue={own?.spoiled}
        required
      />
      <CountSum words={words} />
    </>
  );
}

async function NumberFields({ locale, view }: CountSheetProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { rule, own } = view;
  const kept = own ? numbersFromPapers(rule, own.papers) : null;
  return (
    <Fieldset legend={t('sheet.numbers')} hint={t('sheet.numbersHint')}>
      <div className="count-numbers">
        {rule.options.map(({ id, label }, index) => (
          <NumberField
            whoSees="nobody"
            key={id}
            name={numberField(index)}
            // As it is numbered on the paper.
            label={`${index + 1}. ${label}`}
            defaultValue={kept?.numbers[index]}
            required
          />
        ))}
        <NumberField
          whoSees="nobody"
          name="abstentions"
          label={t('sheet.abstentions')}
          defaultValue={kept?.abstentions}
          required
        />
      </div>
    </Fieldset>
  );
}

/** What a line looks like for each way of voting that has lines. */
const EXAMPLES: Partial<Record<PollMethod, string>> = { POINTS: '1:3 2:1', RANKING: '3 1 2' };

async function LineField({ locale, view }: CountSheetProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { rule, own } = view;
  const { method } = rule;
  const example = EXAMPLES[method] ?? '1 3';
  const known = method === 'POINTS' || method === 'RANKING' || method === 'BUDGET';
  return (
    <>
      <DataTable
        caption={t('sheet.legend')}
        columns={[
          { key: 'number', label: t('sheet.number'), rowHeader: true },
          { key: 'label', label: t('sheet.option') },
        ]}
        rows={rule.options.map(({ id, label }, index) => ({
          id,
          cells: { number: index + 1, label: <span lang={contentLang(locale)}>{label}</span> },
        }))}
      />
      <TextArea
        name="lines"
        whoSees="nobody"
        label={t('sheet.lines')}
        hint={
          <>
            {/* messages: counting.sheet.linesHint.* */}
            <p>{t(`sheet.linesHint.${known ? method : 'UP_TO'}`)}</p>
            <p>{t('sheet.linesMore', { example })}</p>
          </>
        }
        rows={14}
        defaultValue={own ? linesFromPapers(rule, own.papers) : undefined}
        required
      />
    </>
  );
}

/** What there is to know before counting, or what became of the own sheet. */
export async function SheetState({ locale, view }: CountSheetProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { stage, own, full, agreed, surplus } = view;
  if (agreed) return <Notice tone="good">{t('sheet.agreed', agreed)}</Notice>;
  if (full) return <Notice tone="info">{t('stage.full')}</Notice>;
  if (!own) return <Notice tone="info">{t('sheet.blind')}</Notice>;
  if (stage === 'first') return <Notice tone="good">{t('sheet.ownWaits')}</Notice>;
  if (surplus) return <Surplus locale={locale} surplus={surplus} confirmed={own.confirmed} />;
  return <Differences locale={locale} view={view} />;
}

async function Differences({ locale, view }: CountSheetProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { rule, differences, spoiled } = view;
  const labels = new Map(rule.options.map(({ id, label }) => [id, label]));
  const nameOf = (choices: readonly string[]) =>
    choices.length === 0
      ? t('abstained')
      : choices.map((choice) => labels.get(choice) ?? '').join(' · ');
  const rows = differences.map(({ paper, mine, other }) => ({
    id: markedAs(rule, paper),
    cells: {
      paper:
        sheetKindOf(rule) === 'numbers'
          ? nameOf(paper.choices)
          : `${markedAs(rule, paper)} (${nameOf(paper.choices)})`,
      ...{ mine, other },
    },
  }));
  if (spoiled.mine !== spoiled.other) {
    rows.push({ id: 'spoiled', cells: { paper: t('differs.spoiled'), ...spoiled } });
  }
  return (
    <>
      <Notice tone="warn" title={t('differs.title')}>
        {t('differs.text')}
      </Notice>
      <DataTable
        caption={t('differs.caption')}
        columns={[
          { key: 'paper', label: t('differs.paper'), rowHeader: true },
          { key: 'mine', label: t('differs.mine'), align: 'end' },
          { key: 'other', label: t('differs.other'), align: 'end' },
        ]}
        rows={rows}
      />
    </>
  );
}

type SurplusProps = {
  locale: string;
  surplus: NonNullable<SheetView['surplus']>;
  confirmed: boolean;
};

async function Surplus({ locale, surplus, confirmed }: SurplusProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  if (confirmed) return <Notice tone="warn">{t('surplus.confirmed')}</Notice>;
  return (
    <Notice tone="warn" title={t('surplus.title')}>
      <div className="stack">
        <p>{t('surplus.text', surplus)}</p>
        <p>{t('surplus.causes')}</p>
        <p>{t('surplus.again')}</p>
        <p>{t('surplus.way')}</p>
      </div>
    </Notice>
  );
}
