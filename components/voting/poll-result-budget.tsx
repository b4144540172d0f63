import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { StackedBars } from '@/components/ui/stacked-bars';
import { purchasesOf } from '@/lib/elections/explained/reasons';
import type { Purchase } from '@/lib/elections/explained/types';
import type { WholeResult } from '@/lib/elections/results/types';
import { euros } from '@/lib/i18n/money';
import type { PollRule } from '@/lib/voting/types';
import type { ResultWords } from './poll-result-words';

type BudgetProps = { locale: string; rule: PollRule; result: WholeResult };

/** What the money goes to, and what the other rule would have made of the same ballots. */
export async function PollResultBudget({ locale, rule, result }: BudgetProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const purchases = purchasesOf(rule, result);
  const [own, other] = purchases;
  if (!own || rule.budgetCents === null) return null;
  // The same twice would only be longer.
  const shown = other && isSame(own, other) ? [own] : purchases;
  const amount = euros(rule.budgetCents, locale);
  // messages: voting-result.budget.rule.*
  const nameOf = ({ rule: name }: Purchase) => t(`budget.rule.${name}`);
  return (
    <Section title={t('budget.title')} level={3}>
      {shown.map((purchase, index) => (
        <div key={purchase.rule} className="stack">
          <p className="measure">
            {index === 0
              ? ruleText(t, nameOf(own), shown.length === 1 && other ? nameOf(other) : null)
              : t('budget.compareText', { other: nameOf(purchase) })}
          </p>
          <StackedBars
            id={`geld-${purchase.rule}`}
            title={t('budget.bar', { amount, rule: nameOf(purchase) })}
            description={t('budget.barText', {
              amount,
              bought: euros(purchase.costCents, locale),
              left: euros(purchase.leftCents, locale),
            })}
            max={Math.max(1, rule.budgetCents ?? 1)}
            bars={[{ id: 'bar', mark: '', parts: partsOf(rule, purchase) }]}
          />
        </div>
      ))}
      <p className="measure small soft">{t('budget.marks')}</p>
      <BudgetTables
        t={t}
        locale={locale}
        rule={rule}
        purchases={purchases}
        shown={shown}
        nameOf={nameOf}
      />
    </Section>
  );
}

/** Which rule counts here, and that the other one bought the same. */
const ruleText = (t: ResultWords, own: string, other: string | null): string =>
  other === null ? t('budget.ownText', { own }) : t('budget.sameText', { own, other });

const isSame = (a: Purchase, b: Purchase) =>
  [...a.winners].sort().join() === [...b.winners].sort().join();

const partsOf = (rule: PollRule, { winners, leftCents, applies }: Purchase) => [
  ...rule.options.flatMap(({ id, costCents }, index) =>
    winners.includes(id)
      ? [
          {
            ...{ mark: String(index + 1), value: costCents ?? 0 },
            tone: applies ? ('strong' as const) : undefined,
          },
        ]
      : [],
  ),
  { mark: '', value: leftCents, tone: 'rest' as const },
];

type TableProps = {
  t: ResultWords;
  locale: string;
  rule: PollRule;
  purchases: Purchase[];
  /** Without one that buys the same. */
  shown: Purchase[];
  nameOf: (purchase: Purchase) => string;
};

/** What each rule leads to, and what it buys. */
function BudgetTables({ t, locale, rule, purchases, shown, nameOf }: TableProps) {
  // messages: voting-result.budget.servedOf.*
  const served = (purchase: Purchase) =>
    t(`budget.servedOf.${purchase.served.key}`, { people: 0, of: 0, ...purchase.served });
  return (
    <>
      <DataTable
        caption={t('budget.rulesCaption')}
        columns={[
          { key: 'rule', label: t('budget.ruleHead'), rowHeader: true },
          { key: 'cost', label: t('budget.sum'), align: 'end' },
          { key: 'left', label: t('budget.rest'), align: 'end' },
          { key: 'served', label: t('budget.served'), align: 'end' },
        ]}
        rows={purchases.map((purchase) => ({
          id: purchase.rule,
          cells: {
            rule: purchase.applies
              ? t('budget.applies', { rule: nameOf(purchase) })
              : nameOf(purchase),
            cost: euros(purchase.costCents, locale),
            left: euros(purchase.leftCents, locale),
            served: served(purchase),
          },
        }))}
      />
      <DataTable
        caption={t(shown.length === 1 ? 'budget.projects' : 'budget.caption')}
        columns={[
          { key: 'project', label: t('budget.project'), rowHeader: true },
          { key: 'cost', label: t('budget.cost'), align: 'end' },
          ...shown.map((purchase) => ({
            ...{ key: purchase.rule, label: nameOf(purchase), align: 'end' as const },
          })),
        ]}
        rows={rule.options.map(({ id, label, costCents }, index) => ({
          id,
          cells: {
            project: t('chart.numbered', { number: index + 1, option: label }),
            cost: euros(costCents ?? 0, locale),
            ...Object.fromEntries(
              shown.map(({ rule: name, winners }) => [
                name,
                winners.includes(id) ? (
                  <strong key="yes" className="nowrap">
                    {t('budget.yes')}
                  </strong>
                ) : (
                  <span key="no" className="soft">
                    {t('budget.no')}
                  </span>
                ),
              ]),
            ),
          },
        }))}
      />
    </>
  );
}
