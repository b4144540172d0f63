import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormatState } from '@/components/activation/format-state';
import { FormatAbout } from '@/components/activation/office/format-about';
import { FormatSteps } from '@/components/activation/office/format-steps';
import { DecisionPart, EvaluationPart, PublicPart } from '@/components/activation/office/outcome';
import { TrialTable } from '@/components/activation/office/trial-table';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { getFormat } from '@/lib/activation/formats/queries';
import type { FormatCase } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import {
  describeFormatAction,
  takeBackDecisionAction,
  tryAgainAction,
  withdrawFormatAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const formatOf = cache(async (id: string) => getFormat(await requireCoordinator(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(locale, async () => (await formatOf(id)).name, 'activation-formats.list.title');
}

const SAVED = [
  ...(['added', 'changed', 'described', 'published', 'withdrawn', 'tried', 'struck'] as const),
  ...(['evaluated', 'decided', 'adjusted', 'takenBack'] as const),
];

/** One edition of a format: what it is, when it was tried, what came of it, what can be done now. */
export default async function TeamFormatPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved } = await believed(searchParams);
  const path = activationPaths.teamFormat(id);
  const { format, wasTried } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await formatOf(id);
    const before = found.follows ? await getFormat(actor, found.follows.id) : null;
    return { format: found, wasTried: [found, before].some((one) => one?.trials.length) };
  });
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  const { everyDistrict } = await getOffice({ locale });
  const done = SAVED.find((one) => one === saved);
  return (
    <TeamShell locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamFormats()), label: t('case.back') }}
        title={format.name}
        titleLang={contentLang(locale)}
        state={<FormatState locale={locale} state={format.state} />}
        meta={await editions(locale, format)}
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: activation-formats.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      <DecisionPart {...{ locale, format }} takeBack={takeBackDecisionAction} />
      <FormatSteps
        {...{ locale, format, wasTried }}
        actions={{
          ...{ describe: describeFormatAction, again: tryAgainAction },
          withdraw: withdrawFormatAction,
        }}
      />
      <Section title={t('case.trials')}>
        <TrialTable {...{ locale, everyDistrict, trials: format.trials }} today={officeToday()} />
      </Section>
      <EvaluationPart locale={locale} format={format} />
      <PublicPart locale={locale} format={format} />
      <FormatAbout locale={locale} format={format} />
    </TeamShell>
  );
}

/** The way to the edition before and after, where there is one. */
async function editions(locale: string, { edition, name, follows, next }: FormatCase) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  if (!follows && !next) return null;
  return (
    <span className="cluster">
      <span>{t('edition', { name, edition })}</span>
      {follows ? (
        <a href={localized(locale, activationPaths.teamFormat(follows.id))}>
          {t('case.follows', { edition: follows.edition })}
        </a>
      ) : null}
      {next ? (
        <a href={localized(locale, activationPaths.teamFormat(next.id))}>
          {t('case.followed', { edition: next.edition })}
        </a>
      ) : null}
    </span>
  );
}
