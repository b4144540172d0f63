import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import type { CountCheck } from '@/lib/voting/count/types';

type CountDisputedProps = {
  locale: string;
  check: CountCheck;
  /** Somebody has just looked again in vain. */
  isStill: boolean;
};

const STEPS = ['todoStop', 'todoCall', 'todoTell', 'todoAgain'] as const;

/** Which numbers do not fit together, and what to do now; of the votes nothing. */
export async function CountDisputed({ locale, check, isStill }: CountDisputedProps) {
  const t = await getTranslations({ locale, namespace: 'counting' });
  const { electronic, box, receipts, issued, onPaper } = check;
  const rows = [
    { key: 'box', is: box, should: electronic, fits: box === electronic },
    { key: 'receipts', is: receipts, should: electronic, fits: receipts === electronic },
    { key: 'onPaper', is: onPaper, should: issued, fits: onPaper <= issued },
  ] as const;
  return (
    <>
      {isStill ? (
        <Notice tone="warn" role="status">
          {t('disputed.still')}
        </Notice>
      ) : null}
      <Notice tone="problem" title={t('disputed.title')}>
        {t('disputed.text')}
      </Notice>
      <DataTable
        caption={t('disputed.caption')}
        columns={[
          { key: 'what', label: t('disputed.what'), rowHeader: true },
          { key: 'is', label: t('disputed.is'), align: 'end' },
          { key: 'should', label: t('disputed.should'), align: 'end' },
          { key: 'verdict', label: t('disputed.verdict') },
        ]}
        rows={rows.map(({ key, is, should, fits }) => ({
          id: key,
          cells: {
            // messages: counting.disputed.box counting.disputed.receipts counting.disputed.onPaper
            what: t(`disputed.${key}`),
            is,
            should,
            verdict: fits ? t('disputed.yes') : <strong>{t('disputed.no')}</strong>,
          },
        }))}
      />
      <Section title={t('disputed.todoTitle')}>
        <Prose>
          <ol>
            {/* messages: counting.disputed.todoStop counting.disputed.todoCall counting.disputed.todoTell counting.disputed.todoAgain */}
            {STEPS.map((step) => (
              <li key={step}>{t(`disputed.${step}`)}</li>
            ))}
          </ol>
        </Prose>
      </Section>
    </>
  );
}
