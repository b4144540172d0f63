import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { FormatTable } from '@/components/activation/office/format-table';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listFormats } from '@/lib/activation/formats/queries';
import { activationPaths } from '@/lib/activation/paths';
import { isDecided } from '@/lib/activation/rules';
import type { ActivationState } from '@/lib/activation/types';
import { localized } from '@/lib/core/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-formats.list.title');
}

const isUnderWay = (state: ActivationState) => state === 'IN_TRIAL' || state === 'EVALUATED';

const GROUPS = {
  open: isUnderWay,
  ideas: (state: ActivationState) => !isUnderWay(state) && !isDecided(state),
  decided: isDecided,
} as const;

/** The book of methods: what is under way, what is thought of, what became of the rest. */
export default async function TeamFormatsPage({ params }: Props) {
  const { locale } = await params;
  const path = activationPaths.teamFormats();
  const formats = await guarded(locale, path, async () => listFormats(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  return (
    <TeamShell locale={locale} path={path} current="activation">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <>
            <ButtonLink href={localized(locale, activationPaths.teamFormatNew())}>
              {t('list.new')}
            </ButtonLink>
            <ButtonLink variant="secondary" href={localized(locale, activationPaths.teamCompare())}>
              {t('list.compare')}
            </ButtonLink>
            <a href={localized(locale, activationPaths.teamSurveys())}>{t('list.surveys')}</a>
            <a href={localized(locale, activationPaths.tried())}>{t('list.public')}</a>
          </>
        }
      />
      {formats.length === 0 ? <EmptyState title={t('list.none')} /> : null}
      {(['open', 'ideas', 'decided'] as const).map((group) => {
        const shown = formats.filter(({ state }) => GROUPS[group](state));
        // messages: activation-formats.group.*
        return shown.length === 0 ? null : (
          <Section key={group} title={t(`group.${group}`)}>
            <FormatTable locale={locale} caption={t(`group.${group}`)} formats={shown} />
          </Section>
        );
      })}
    </TeamShell>
  );
}
