import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { SummaryList } from '@/components/ui/summary-list';
import type { FormatCase } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { linesOf } from '@/lib/activation/rules';
import { euros } from '@/lib/i18n/money';

interface FormatAboutProps {
  locale: string;
  format: FormatCase;
}

const LINES = ['targetGroups', 'procedure', 'materials'] as const;
const TEXTS = [
  'preparation',
  'duration',
  'frequency',
  'chances',
  'risks',
  'accessibility',
] as const;

/** What a format is, as far as somebody wrote it down. */
export async function FormatAbout({ locale, format }: FormatAboutProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  // messages: activation-formats.field.*
  const row = (name: 'goal' | (typeof TEXTS)[number]) => ({
    label: t(`field.${name}`),
    value: <p className="whitespace-pre-line wrap-anywhere">{format[name]}</p>,
  });
  const rows = [
    ...(format.goal ? [row('goal')] : []),
    ...LINES.filter((name) => format[name] !== '').map((name) => ({
      label: t(`field.${name}`),
      value: <Lines lines={linesOf(format[name])} areSteps={name === 'procedure'} />,
    })),
    ...TEXTS.filter((name) => format[name] !== '').map(row),
    ...(format.costCents === null
      ? []
      : [{ label: t('field.costCents'), value: euros(format.costCents, locale) }]),
  ];
  return (
    <Section
      title={t('case.about')}
      intro={<p className="wrap-anywhere">{format.shortDescription}</p>}
    >
      {rows.length > 0 ? <SummaryList rows={rows} /> : <p>{t('case.nothing')}</p>}
      <p className="mt-4">
        <a href={activationPaths.formatSheet(format.id, locale)}>{t('print.link')}</a>
      </p>
    </Section>
  );
}

function Lines({ lines, areSteps }: { lines: readonly string[]; areSteps: boolean }) {
  const List = areSteps ? 'ol' : 'ul';
  return (
    <List className={`${areSteps ? 'list-decimal' : 'list-disc'} pl-5 wrap-anywhere`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );
}
